#!/usr/bin/env bash
# Packs Hotline.Migrate, Hotline.Migrate.Engine and dotnet-hotline-migrate into a folder (default artifacts/packages).
# HOTLINE_PACKAGE_VERSION gives them another version than the repository's.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-"$root/artifacts/packages"}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

version=()
if [[ -n ${HOTLINE_PACKAGE_VERSION:-} ]]; then
  version=("-p:PackageVersion=$HOTLINE_PACKAGE_VERSION")
fi

# A node that lives on keeps the task's assembly loaded.
dotnet pack "$root/eng/packages.slnf" --configuration Release --nologo --verbosity quiet -nodeReuse:false \
  "-p:PackageOutputPath=$folder" "${version[@]}"

echo "$folder"

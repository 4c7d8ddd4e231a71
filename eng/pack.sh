#!/usr/bin/env bash
# Packs Hotline.Migrate, Hotline.Migrate.Engine and dotnet-hotline-migrate into a folder (default artifacts/packages).
#   eng/pack.sh [--portable] [folder]
# The tool becomes a native program for this machine's platform and a portable one for all others; NuGet picks. Where no
# native program can be linked, and with --portable, there is the portable one alone.
# HOTLINE_PACKAGE_VERSION gives the packages another version than the repository's.
set -euo pipefail

portable=false
if [[ ${1:-} == --portable ]]; then
  portable=true
  shift
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-"$root/artifacts/packages"}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# The only platform that the native program is tested on; its compiler needs clang or gcc to link.
native_platform() {
  local linker
  if [[ $(dotnet --info | sed -n 's/^ *RID: *//p') != linux-x64 ]]; then
    echo "This platform gets the portable tool: the native one is for linux-x64." >&2
    return
  fi
  linker=$(command -v clang || command -v gcc || true)
  if [[ -z $linker ]] || ! echo 'int main(void) { return 0; }' | "$linker" -x c -o /dev/null - -lm 2>/dev/null; then
    echo "No native tool: neither clang nor gcc can link here (Debian: apt-get install gcc libc6-dev). Packing the portable one." >&2
    return
  fi
  echo linux-x64
}

platform=""
if [[ $portable == false ]]; then platform=$(native_platform); fi

# A node that lives on keeps the task's assembly loaded.
options=(--configuration Release --nologo --verbosity quiet -nodeReuse:false "-p:PackageOutputPath=$folder")
if [[ -n ${HOTLINE_PACKAGE_VERSION:-} ]]; then options+=("-p:Version=$HOTLINE_PACKAGE_VERSION"); fi
if [[ -n $platform ]]; then options+=("-p:NativePlatform=$platform"); fi

dotnet pack "$root/eng/packages.slnf" "${options[@]}"
if [[ -n $platform ]]; then
  for each in any "$platform"; do
    dotnet pack "$root/src/Hotline.Migrate.Tool" "${options[@]}" --runtime "$each"
  done
fi

echo "$folder"

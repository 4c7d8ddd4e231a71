#!/usr/bin/env bash
# Packs Hotline.Migrate, Hotline.Migrate.Engine and dotnet-hotline-migrate into a folder (default artifacts/packages).
#   eng/pack.sh [--portable | --every-platform] [folder]
# The tool becomes a native program for this machine's platform and a portable one for all others; NuGet picks. Where no
# native program can be linked there is the portable one alone, as with --portable. A release is packed with --every-platform:
# then other platforms have a precompiled tool each, which starts in two thirds of the portable one's time.
# HOTLINE_PACKAGE_VERSION gives the packages another version than the repository's.
set -euo pipefail

mode=""
case ${1:-} in
  --portable | --every-platform) mode=$1; shift ;;
  -*) echo "Usage: $0 [--portable | --every-platform] [folder]" >&2; exit 2 ;;
esac

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-"$root/artifacts/packages"}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# The only platform that the native program is tested on; its compiler needs clang or gcc to link.
native_platform() {
  local linker
  if [[ $(dotnet --info | sed -n 's/^ *RID: *//p') != linux-x64 ]]; then
    echo "No native tool: it is for linux-x64. Packing without it." >&2
    return
  fi
  linker=$(command -v clang || command -v gcc || true)
  if [[ -z $linker ]] || ! echo 'int main(void) { return 0; }' | "$linker" -x c -o /dev/null - -lm 2>/dev/null; then
    echo "No native tool: neither clang nor gcc can link here (Debian: apt-get install gcc libc6-dev). Packing without it." >&2
    return
  fi
  echo linux-x64
}

native=""
platforms=()
if [[ $mode != --portable ]]; then native=$(native_platform); fi
if [[ -n $native ]]; then platforms=(any "$native"); fi
if [[ $mode == --every-platform ]]; then platforms=(any linux-x64 linux-arm64 osx-arm64 win-x64); fi

# A node that lives on keeps the task's assembly loaded.
options=(--configuration Release --nologo --verbosity quiet -nodeReuse:false "-p:PackageOutputPath=$folder")
if [[ -n ${HOTLINE_PACKAGE_VERSION:-} ]]; then options+=("-p:Version=$HOTLINE_PACKAGE_VERSION"); fi
if [[ -n $native ]]; then options+=("-p:NativePlatform=$native"); fi
if [[ $mode == --every-platform ]]; then options+=("-p:EveryPlatform=true"); fi

dotnet pack "$root/eng/packages.slnf" "${options[@]}"
for platform in ${platforms[@]+"${platforms[@]}"}; do
  dotnet pack "$root/src/Hotline.Migrate.Tool" "${options[@]}" --runtime "$platform"
done

echo "$folder"

#!/usr/bin/env bash
# The main job on the sample, from nothing: packs the packages, installs the tool, starts a throw-away PostgreSQL, and
# walks through the workflow. Everything it makes is in one temporary folder, which goes at the end.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 2; }

work=$(mktemp -d "${TMPDIR:-/tmp}/hotline-quickstart.XXXXXX")
# A PostgreSQL that runs as another user than root must get in.
chmod 755 "$work"
export PATH="$work/tools:$PATH" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export HotlineMigrateVersion="0.1.0-quickstart"

container=""
finish() {
  if [[ -n $container ]]; then "$root/eng/postgres-container.sh" stop "$container" >/dev/null 2>&1 || true; fi
  cd /
  (cd "$work/AiHotline/src/AiHotline.Host" && dotnet hotline-migrate dev-db stop >/dev/null 2>&1) || true
  rm -rf "$work"
}
trap finish EXIT

title() { printf '\n== %s\n' "$*"; }
run() {
  printf '\n$'
  for word in "$@"; do
    case $word in *[\ \']*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  echo
  "$@"
}
build() { printf '\n$ dotnet build\n'; dotnet build --nologo --verbosity quiet -consoleLoggerParameters:NoSummary -nodeReuse:false; }

title "Packing Hotline Migrate"
HOTLINE_PACKAGE_VERSION=$HotlineMigrateVersion "$root/eng/pack.sh" --portable "$work/feed" >/dev/null
ls "$work/feed"

title "The sample, outside of this repository"
mkdir "$work/AiHotline"
cp -r "$root/samples/AiHotline/." "$work/AiHotline"
find "$work/AiHotline" -type d \( -name bin -o -name obj -o -name .hotline \) -prune -exec rm -rf {} +
cat > "$work/nuget.config" <<XML
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <config><add key="globalPackagesFolder" value="packages" /></config>
  <packageSources><add key="quickstart" value="feed" /></packageSources>
  <packageSourceMapping>
    <packageSource key="quickstart"><package pattern="Hotline.Migrate*" /><package pattern="dotnet-hotline-migrate*" /></packageSource>
    <packageSource key="nuget.org"><package pattern="*" /></packageSource>
  </packageSourceMapping>
</configuration>
XML
cp "$root/nuget.config" "$work/AiHotline/nuget.config"
sed -i.orig 's|<clear />||' "$work/AiHotline/nuget.config" && rm "$work/AiHotline/nuget.config.orig"
cd "$work/AiHotline"
dotnet tool install dotnet-hotline-migrate --tool-path "$work/tools" --version "$HotlineMigrateVersion" >/dev/null
cd src/AiHotline.Host

title "A throw-away PostgreSQL"
if run dotnet hotline-migrate dev-db start; then
  url=$(dotnet hotline-migrate dev-db url)
elif docker info >/dev/null 2>&1; then
  container="hotline-quickstart-$$"
  url=$("$root/eng/postgres-container.sh" start "$container")
else
  exit 2
fi

export DATABASE_URL="${url%/*}/ai_hotline"

title "The database as the sample's migrations make it (one of them runs C#, hence the build)"
build
run dotnet hotline-migrate init
run dotnet hotline-migrate history

title "A new property on a model: the build writes the draft, create seals it, upgrade applies it"
user=../AiHotline.Users/User.cs
sed -i.orig 's|    public DateTime? LastSeenAt|    public string? AvatarUrl { get; set; }\n\n&|' "$user" && rm "$user.orig"
run grep -n AvatarUrl "$user"
build
run cat migrations/*_draft.sql
run dotnet hotline-migrate create "Add avatar_url to users"
run dotnet hotline-migrate upgrade

title "A renamed property: data stays"
sed -i.orig 's|    public string? AvatarUrl|    [RenamedFrom("avatar_url")]\n    public string? PictureUrl|' "$user" && rm "$user.orig"
build
run dotnet hotline-migrate create "Rename avatar_url to picture_url"
run dotnet hotline-migrate pending
run dotnet hotline-migrate upgrade
run dotnet hotline-migrate history

title "One step back"
run dotnet hotline-migrate downgrade -1
run dotnet hotline-migrate current

title "Done. The sample is in samples/AiHotline, the tutorial in docs/tutorial.md."

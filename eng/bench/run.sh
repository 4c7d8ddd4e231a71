#!/usr/bin/env bash
# Measures Hotline Migrate against what else there is: see BENCHMARKS.md. "eng/bench/run.sh --help" tells the options.
set -euo pipefail
exec dotnet run --configuration Release --project "$(dirname "${BASH_SOURCE[0]}")/Bench" -- "$@"

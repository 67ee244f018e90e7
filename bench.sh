#!/usr/bin/env bash
# Installs what only benchmarks need, builds a release and measures it: ./bench.sh [--quick]
# Prints a table and writes bench/results.json. Opens windows on a display of its own if there is none.
set -euo pipefail
cd "$(dirname "$0")"

tools/setup --bench
[ -f build/bench/build.ninja ] || cmake --preset bench >/dev/null
cmake --build --preset bench --target palpate-bench | tools/build_progress

bench=(build/bench/bin/palpate-bench --json bench/results.json "$@")
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && exec "${bench[@]}"
exec xvfb-run -a -s "-screen 0 1600x1000x24" "${bench[@]}"

#!/usr/bin/env bash
# Sets up what is missing, builds and runs the tests. --all also runs the tests labelled slow.
# Anything else is handed to ctest: ./test.sh -R map
set -eu
cd "$(dirname "$0")"

selection=(-LE slow)
if [ "${1:-}" = "--all" ]; then
    selection=()
    shift
fi

tools/setup --test
[ -f build/dev/build.ninja ] || cmake --preset dev >/dev/null
cmake --build --preset dev
exec ctest --preset dev "${selection[@]}" "$@"

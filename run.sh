#!/usr/bin/env bash
# Sets up what is missing, builds a release and opens Palpate with a demo practice. Without a display it does the same
# job headless: it makes the demo practice, paints today's map and puts the pictures into out/.
set -euo pipefail
cd "$(dirname "$0")"

tools/setup
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
cmake --build --preset release --target palpate palpate-cli | tools/build_progress

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    SECONDS=0
    # Without a practice named, the demo practice; build/release/bin/palpate by itself asks what to do.
    [ "$#" -gt 0 ] || set -- --demo
    build/release/bin/palpate "$@" && exit 0
    status=$?
    # A display that is named but not there ends the program at once; anything later was a person's session.
    [ "$SECONDS" -lt 5 ] || exit "$status"
fi
echo "There is no display, so Palpate paints and renders without a window."
exec tools/headless_demo build/release/bin/palpate-cli out

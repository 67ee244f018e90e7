#!/usr/bin/env bash
# How much of one core an idle window takes over 10 seconds: measure_idle.sh [PALPATE]. Exits with 1 if it is 1 % or more.
# Runs on a display of its own (Xvfb) with a fresh demo practice.
set -eu
program=${1:-$(dirname "$0")/../build/release/bin/palpate}
seconds=10
command -v Xvfb >/dev/null || { echo "Xvfb is missing: run tools/setup --test" >&2; exit 1; }
folder=$(mktemp -d)
cleanup() {
    [ -z "${window:-}" ] || kill "$window" 2>/dev/null || true
    [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap cleanup EXIT

mkfifo "$folder/display"
Xvfb -displayfd 4 -screen 0 1280x800x24 -nolisten tcp 4>"$folder/display" 2>/dev/null &
server=$!
read -r number <"$folder/display"

HOME="$folder" XDG_DATA_HOME="$folder" DISPLAY=":$number" "$program" --demo --dump-ui-rects "$folder/rects" &
window=$!
for _ in $(seq 600); do
    grep -q '^viewport ' "$folder/rects" 2>/dev/null && break
    kill -0 "$window" 2>/dev/null || { echo "the program left before it showed anything" >&2; exit 1; }
    sleep 0.1
done
grep -q '^viewport ' "$folder/rects" || { echo "the window showed nothing within a minute" >&2; exit 1; }
sleep 2 # the last frames after the start

ticks() { awk '{print $14 + $15}' "/proc/$window/stat"; }
before=$(ticks)
sleep "$seconds"
after=$(ticks)
awk -v spent=$((after - before)) -v hertz="$(getconf CLK_TCK)" -v seconds="$seconds" 'BEGIN {
    percent = 100 * spent / hertz / seconds
    printf "idle window: %.2f %% of a core over %d s\n", percent, seconds
    exit percent < 1 ? 0 : 1
}'

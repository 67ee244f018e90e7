#!/usr/bin/env bash
# Draws the contact sheets of docs/guide/pictures from the body under models/: tools/body_sheets.sh [BUILD_FOLDER]
# Needs the target palpate-bodysheet to be built, and ImageMagick.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$root/build/dev}
sheets=$(mktemp -d)
trap 'rm -rf "$sheets"' EXIT
for figure in neutral female male larger older child; do
  "$build/bin/palpate-bodysheet" "$figure" "$sheets/$figure.png"
  convert "$sheets/$figure.png" -strip -quality 88 "$root/docs/guide/pictures/body_sheet_$figure.jpg"
done

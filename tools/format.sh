#!/usr/bin/env bash
# Formats Palpate's C++ with clang-format 14, or with --check only says what it would change.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$(command -v clang-format-14 || command -v clang-format) || { echo "clang-format 14 is missing: run tools/setup" >&2; exit 1; }
mode=-i
[ "${1:-}" = "--check" ] && mode="--dry-run --Werror"
git ls-files -co --exclude-standard '*.cpp' '*.h' | xargs -r "$tool" $mode --style=file

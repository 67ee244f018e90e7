#!/usr/bin/env bash
# install_test.sh CMAKE BUILD: installs into a folder of its own and asks the installed program about the body.
set -eu
cmake=$1
build=$2
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT

"$cmake" --install "$build" --prefix "$prefix" >/dev/null
cd /
answer=$(env -u PALPATE_RESOURCES "$prefix/bin/palpate-cli" body info --json)
grep -q '"regions": *141' <<<"$answer" || { echo "the installed program does not know the body: $answer"; exit 1; }
"$prefix/bin/palpate" --version | grep -q '[0-9]\.[0-9]' || { echo "the installed window program does not say its version"; exit 1; }
for font in Inter-Regular.otf Inter-SemiBold.otf fontawesome-webfont.ttf; do
    [ -s "$prefix/share/palpate/fonts/$font" ] || { echo "$font was not installed"; exit 1; }
done

#!/bin/sh
set -eu
tool=$(mktemp -d)
git clone --quiet BYLEAVE_ADDRESS "$tool"
git -C "$tool" checkout --quiet BYLEAVE_COMMIT
make --silent -C "$tool" setup

rm -f public/index.html
ended=0
"$tool/.venv/bin/byleave" build ${SITE_URL:+--base-url "$SITE_URL"} || ended=$?
if [ "$ended" -gt 1 ] || [ ! -f public/index.html ]; then
  echo "No site was built: nothing may be published" >&2
  exit 3
fi

#!/bin/sh
# Run by a timer every day, and by whoever has changed something.
set -u
cd "$(dirname "$0")" || exit 3
# Without a network the site is built all the same, since a permission may end today.
git pull --quiet --rebase || echo "What others have changed could not be fetched." >&2
byleave build
ended=$?
if [ "$ended" -gt 1 ]; then
  echo "No site was built: nothing was published" >&2
  exit "$ended"
fi
byleave publish || exit
# An address that is told of each day on which the site was published, and that tells you when not.
if [ -n "${ALIVE_URL:-}" ]; then
  curl --fail --silent --show-error --max-time 20 --output /dev/null "$ALIVE_URL"
fi

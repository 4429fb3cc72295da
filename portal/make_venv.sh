#!/bin/sh
# Makes the virtual environment with the first Python that is new enough: sh portal/make_venv.sh .venv
set -eu

new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
for python in python3.13 python3.12 python3.11 python3 python; do
  if "$python" -c "$new_enough" 2>/dev/null; then
    echo "Een eigen omgeving maken in $1 met $("$python" --version) …"
    "$python" -m venv --clear "$1" || {
      rm -rf "$1"
      echo "$python kan geen omgeving maken. Installeer het pakket python3-venv en probeer het opnieuw." >&2
      exit 1
    }
    exit 0
  fi
done
echo "Er is Python 3.11 of nieuwer nodig, met de naam python3 op het pad. Installeer dat en probeer het opnieuw." >&2
exit 1

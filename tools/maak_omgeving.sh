#!/usr/bin/env bash
# Makes .venv with the pinned, hashed dependencies. Needs only Python 3.11+ (and venv).
set -euo pipefail
python=
for kandidaat in python3 python3.13 python3.12 python3.11; do
  if "$kandidaat" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$kandidaat
    break
  fi
done
[ -n "$python" ] || {
  echo "Richting heeft Python 3.11 of nieuwer nodig. / Richting needs Python 3.11 or newer." >&2; exit 2; }
if [ ! -x .venv/bin/pip ]; then
  if ! "$python" -m venv .venv 2>/dev/null; then
    rm -rf .venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
    fi
    "$python" -m venv .venv || {
      echo "Installeer eerst: sudo apt install python3-venv" >&2; exit 2; }
  fi
fi
echo "Afhankelijkheden installeren (de eerste keer een minuut of twee)…"
.venv/bin/pip install -qq --disable-pip-version-check --require-hashes \
  -r requirements/draaien.txt -r requirements/ontwikkelen.txt
.venv/bin/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .

#!/usr/bin/env bash
# Pins all dependencies again, with hashes and without any registry's address.
set -euo pipefail
.venv/bin/pip install --quiet uv
for lijst in draaien ontwikkelen; do
  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
    --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
    "requirements/$lijst.in" -o "requirements/$lijst.txt"
done

#!/usr/bin/env bash
# The browser tests need Debian's Chromium: install it when we may, else say how in one line.
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Chromium installeren voor de browsertests…"
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium) >/dev/null 2>&1
  fi
}
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || {
  echo "Geen Chromium: de browsertests kunnen niet draaien. Doe eerst: sudo apt install chromium" >&2; exit 2; }

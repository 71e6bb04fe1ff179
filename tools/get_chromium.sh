#!/bin/sh
# Installs Debian's chromium for the browser tests where that is possible, and says what to do where it is not.
set -eu
if ! command -v apt-get >/dev/null; then
    echo "The browser tests need chromium.  Install it, and name it: make test CHROMIUM=/path/to/chromium" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    root=
elif sudo -n true 2>/dev/null; then
    root='sudo -n'
else
    echo "The browser tests need chromium: sudo apt-get install chromium" >&2
    exit 1
fi
$root apt-get update -qq
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on a display of its own with a window manager, as on a desktop.
set -eu
if ! command -v xvfb-run >/dev/null || ! command -v openbox >/dev/null; then
    echo "xvfb-run and openbox are needed for this test; install the packages of packaging/packages/debian-test.txt"
    exit 77
fi
exec xvfb-run -a -s "-screen 0 1400x900x24" sh -c 'openbox >/dev/null 2>&1 & sleep 0.5; "$@"' sh "$@"

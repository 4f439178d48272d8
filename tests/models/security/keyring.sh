#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# keyring.sh open|bus|none PROGRAM [ARGUMENT...]
# Runs a test in a session of its own: with an unlocked GNOME keyring, with a message bus only, or with neither.
# Leaves with 77 (skipped) where the tools are missing, with 1 in continuous integration: there they are not optional.
set -eu
mode=$1
shift

if [ "$mode" != none ]; then
    for tool in dbus-run-session gnome-keyring-daemon; do
        if ! command -v "$tool" >/dev/null; then
            echo "$tool is not installed, so this test did not run" >&2
            [ "${CI:-}" = true ] && exit 1
            exit 77
        fi
    done
fi

unset DISPLAY WAYLAND_DISPLAY # no prompt, and no bus launched by way of X11

# A home of its own, whoever calls: this must never reach a person's real keyring.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch/home" XDG_RUNTIME_DIR="$scratch/run"
export XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config" XDG_CACHE_HOME="$HOME/cache"
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"

case $mode in
open)
    dbus-run-session -- sh -c \
        'printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"' sh "$@" ;;
bus)
    dbus-run-session -- "$@" ;;
none)
    DBUS_SESSION_BUS_ADDRESS="unix:path=$XDG_RUNTIME_DIR/nobody-listens" "$@" ;;
*)
    echo "unknown mode $mode" >&2
    exit 2 ;;
esac

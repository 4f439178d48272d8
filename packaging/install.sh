#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh LIST...        lists: build, test, ghost
#
# Makes sure that what the lists in packaging/packages/ name is installed. On Debian and its relatives it installs what is missing
# (as root, or with sudo) and fails when it cannot. Elsewhere it prints the command that would, and goes on: the build then says
# what it really lacks.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/packages" && pwd)

read_list() {
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"
}

install_debian() {
    local lists=() wanted=() missing=() available=() absent=() name as_root=()
    for name in "$@"; do
        lists+=("$here/debian-$name.txt")
    done
    mapfile -t wanted < <(read_list "${lists[@]}" | sort -u)
    for name in "${wanted[@]}"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
            echo "These packages are missing, and only root can install them. As root, run:" >&2
            echo "    apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -q
    for name in "${missing[@]}"; do # another release may have another name for it, or need it no longer
        if apt-cache show "$name" >/dev/null 2>&1; then available+=("$name"); else absent+=("$name"); fi
    done
    [ ${#absent[@]} -eq 0 ] || echo "Not in this release, so left out: ${absent[*]}" >&2
    [ ${#available[@]} -eq 0 ] \
        || "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${available[@]}"
}

# advise FILE QUERY COMMAND: prints COMMAND with the packages of FILE for which QUERY fails.
advise() {
    local name missing=()
    for name in $(read_list "$here/$1"); do
        $2 "$name" >/dev/null 2>&1 || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] || printf 'Some packages seem to be missing. To install them:\n    %s\n' "$3 ${missing[*]}" >&2
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    lists=()
    for name in "$@"; do
        [ "$name" = ghost ] && command -v npm >/dev/null || lists+=("$name") # whatever npm is there will do
    done
    install_debian "${lists[@]}"
elif command -v dnf >/dev/null; then
    advise dnf.txt "rpm -q" "sudo dnf install"
elif command -v pacman >/dev/null; then
    advise pacman.txt "pacman -Q" "sudo pacman -S --needed"
elif command -v brew >/dev/null; then
    advise brew.txt "brew list" "brew install"
else
    printf 'This system is not known here. Lyceum needs what these packages of Debian hold:\n%s\n' \
        "$(read_list "$here/debian-build.txt" | paste -sd' ')" >&2
fi

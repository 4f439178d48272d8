#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./run.sh [ARGUMENT...]
#
# Installs what is missing, builds Lyceum and opens it; the arguments go to the program. Without any it opens the workspace used
# last, or the sample community.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

"$root/packaging/install.sh" build
(
    cd "$root"
    cmake --preset release -DLYCEUM_BUILD_TESTS=OFF
    cmake --build --preset release --target lyceum lyceum-cli
)
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    echo "Lyceum is built, but there is no display to open its window on." >&2
    echo "On this machine, use $root/build/release/bin/lyceum-cli --help" >&2
    exit 1
fi
exec "$root/build/release/bin/lyceum" "$@"

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./test.sh [--sanitize] [--only REGEX]
#
# Installs what the tests need, builds, and runs every test, those against a real Ghost included (installed from npm on
# first use; skipped, and said so, where there is no npm).
#   --sanitize    also build with the address and undefined-behaviour sanitizers and run the tests, and those of threads
#                 with the thread sanitizer
#   --only REGEX  run only tests whose name matches, and nothing else
# With CI=true: warnings are errors, every header is compiled alone, the sanitizers run, and nothing may be skipped for want of a tool.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    sed -n '/^# \.\/test\.sh/,/^set -/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
}

ci=false
[ "${CI:-}" != true ] || ci=true
sanitize=$ci
only=
while [ $# -gt 0 ]; do
    case $1 in
        --sanitize) sanitize=true ;;
        --only) only=${2:?--only needs a regular expression}; shift ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

step() {
    printf '\n== %s (%ss)\n' "$*" "$SECONDS"
}

# Two checkouts share what is compiled: paths below each are told to the cache as relative.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
preset=dev
asan=dev-asan
if $ci; then preset=ci asan=ci-asan; fi

step "Packages"
packaging/install.sh build test
packaging/install.sh ghost || { ! $ci && echo "Without npm the tests against a real Ghost will be skipped." >&2; }

step "Building preset $preset"
cmake --preset "$preset" -DLYCEUM_BUILD_TESTS=ON
cmake --build --preset "$preset"

step "Testing preset $preset"
if [ -n "$only" ]; then
    ctest --preset "$preset" -j "$jobs" -R "$only"
    exit
fi
ghost=
if $sanitize; then
    # A Ghost keeps one processor busy for minutes, and the next builds can use the other.
    ctest --preset "$preset" -L ghost >build/ghost-tests.log 2>&1 &
    ghost=$!
    trap '[ -z "$ghost" ] || wait "$ghost"' EXIT # it stops its site itself
    ctest --preset "$preset" -j "$jobs" -LE ghost
else
    ctest --preset "$preset" -j "$jobs"
fi

if $ci; then
    step "Every header by itself"
    cmake --build --preset "$preset" --target all_verify_interface_header_sets
fi

if $sanitize; then
    step "Address and undefined-behaviour sanitizers, preset $asan"
    cmake --preset "$asan"
    cmake --build --preset "$asan"
    ctest --preset "$asan" -j "$jobs"

    step "Thread sanitizer, preset dev-tsan"
    cmake --preset dev-tsan
    # Only the tests of threads: the rest is Qt's, which this sanitizer cannot judge.
    targets=()
    while read -r name; do targets+=("$name"); done < <(ctest --preset dev-tsan -N | sed -n 's/^ *Test *#[0-9]*: *//p')
    cmake --build --preset dev-tsan --target "${targets[@]}"
    ctest --preset dev-tsan -j "$jobs"
fi

if [ -n "$ghost" ]; then
    step "Tests against a real Ghost, preset $preset"
    passed=true
    wait "$ghost" || passed=false
    ghost=
    cat build/ghost-tests.log
    $passed
fi
step "Done"

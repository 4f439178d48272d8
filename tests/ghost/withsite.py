#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program with the address and key of the site that `ghostsite.py start` has started.

    python3 withsite.py STATE PROGRAM [ARGUMENT...]

Without a site it exits with 77 (skipped), or with CI set with 1.
"""

import json
import os
import sys
from pathlib import Path


def main() -> None:
    state, program = Path(sys.argv[1]), sys.argv[2:]
    if not state.exists():
        print(f"no site is running: {state} is missing")
        sys.exit(1 if os.environ.get("CI") else 77)
    site = json.loads(state.read_text(encoding="utf-8"))
    os.environ["LYCEUM_GHOST_URL"] = site["url"]
    os.environ["LYCEUM_GHOST_KEY"] = site["adminKey"]
    os.execv(program[0], program)


if __name__ == "__main__":
    main()

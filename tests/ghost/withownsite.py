#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program with the address and key of a site of its own, which it may change as it likes.

    python3 withownsite.py STATE MEMBERS PROGRAM [ARGUMENT...]

STATE is the file of a site that `ghostsite.py start` has started: it tells where Ghost is installed, because tests run with a
home of their own. Without it the exit status is 77 (skipped), or with CI set 1; otherwise it is that of the program.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from ghostsite import GhostSite  # noqa: E402  (needs the path set above)


def main() -> int:
    state, members, program = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    if not state.exists():
        print(f"no site is running: {state} is missing")
        return 1 if os.environ.get("CI") else 77
    os.environ["LYCEUM_GHOST_DIR"] = json.loads(state.read_text(encoding="utf-8"))["installation"]
    with GhostSite(members=members) as site:
        environment = dict(os.environ, LYCEUM_GHOST_URL=site.url, LYCEUM_GHOST_KEY=site.admin_key)
        return subprocess.run(program, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

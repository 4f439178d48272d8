#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program with the address and key of a site of its own, which it may change as it likes.

    python3 withownsite.py [--payments] STATE MEMBERS PROGRAM [ARGUMENT...]

With --payments the site's payments are connected, to a stand-in. STATE is the file of a site that `ghostsite.py start` has started: it tells where Ghost is installed, because tests run with a
home of their own. Without it the exit status is 77 (skipped), or with CI set 1; otherwise it is that of the program.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from ghostsite import GhostSite  # noqa: E402  (needs the path set above)
from payments import PaymentsStandIn  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description="Run a program with a Ghost of its own.")
    parser.add_argument("--payments", action="store_true")
    parser.add_argument("state", type=Path)
    parser.add_argument("members", type=int)
    parser.add_argument("program", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if not options.state.exists():
        print(f"no site is running: {options.state} is missing")
        return 1 if os.environ.get("CI") else 77
    os.environ["LYCEUM_GHOST_DIR"] = json.loads(options.state.read_text(encoding="utf-8"))["installation"]
    site = GhostSite(members=options.members)
    payments = PaymentsStandIn() if options.payments else None
    try:
        if payments:
            with site.database() as database:
                payments.connect(database)
        site.process.start(payments.settings() if payments else None)
        environment = dict(os.environ, LYCEUM_GHOST_URL=site.url, LYCEUM_GHOST_KEY=site.admin_key)
        return subprocess.run(options.program, env=environment, check=False).returncode
    finally:
        site.close()
        if payments:
            payments.close()


if __name__ == "__main__":
    sys.exit(main())

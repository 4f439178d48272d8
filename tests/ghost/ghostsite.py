#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Ghost site with a seeded community, for tests.

As a library:

    with GhostSite(members=2000) as site:
        site.api.get("/members/", limit=1)

As a command, for other programs and for use by hand:

    python3 ghostsite.py serve --members 2000     run until terminated; one JSON line when ready:
                                                  {"url", "adminKey", "pid", "home", "members", ...}
    python3 ghostsite.py start --state FILE …     the same in the background; the line goes to FILE
    python3 ghostsite.py stop --state FILE        end what `start` began

Exit status 77 when Ghost is not installed and cannot be on this machine, 1 if CI is set.
"""
import argparse
import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Iterator, Optional

sys.path.insert(0, str(Path(__file__).resolve().parent))
import install_ghost  # noqa: E402  (needs the path set above)
from adminapi import AdminApi  # noqa: E402
from ghostprocess import GhostProcess  # noqa: E402

HERE = Path(__file__).resolve().parent
# A fixed day, so that the same options give the same community on every day.
DEFAULT_END = "2026-11-01"


class GhostSite:
    """One site in a scratch folder: a copy of the base database, seeded and served.

    `home` is created if needed; without one a temporary folder is used and removed by
    `close()`.  Same `members`, `months`, `seed` and `end`: same community.
    """

    def __init__(self, members: int = 2000, months: int = 24, seed: int = 1, end: str = DEFAULT_END, fk_indexes: bool = True,
                 emails: int = 4, home: Optional[Path] = None):
        self.installation = install_ghost.install()
        self._temporary = None if home else tempfile.TemporaryDirectory(prefix="lyceum-ghost-")
        self.home = Path(home or self._temporary.name)
        self.home.mkdir(parents=True, exist_ok=True)
        self.database_path = self.home / "ghost.db"
        shutil.copyfile(self.installation / "base.db", self.database_path)
        described = json.loads((self.installation / "base.json").read_text())
        self.admin_key: str = described["adminKey"]
        self.seeded = self._seed(members, months, seed, end, fk_indexes, emails)
        self.process = GhostProcess(self.installation, self.home, self.database_path)
        self.api = AdminApi(self.process.url, self.admin_key)

    def _seed(self, members: int, months: int, seed: int, end: str, fk_indexes: bool, emails: int) -> dict:
        # --reset also removes Ghost's sample post, which would carry today's date.
        command = [sys.executable, HERE / "seed_ghost.py", "--db", self.database_path, "--members", members, "--months", months,
                   "--seed", seed, "--end", end, "--emails", emails, "--reset",
                   "--quiet"] + (["--fk-indexes"] if fk_indexes else [])
        done = subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout)

    @property
    def url(self) -> str:
        return self.process.url

    def __enter__(self) -> "GhostSite":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        self.process.start()

    def stop(self) -> None:
        self.api.close()
        self.process.stop()

    def kill(self) -> None:
        self.api.close()
        self.process.kill()

    def restart(self) -> None:
        self.stop()
        self.start()

    def close(self) -> None:
        self.stop()
        if self._temporary:
            self._temporary.cleanup()

    @contextlib.contextmanager
    def database(self) -> Iterator[sqlite3.Connection]:
        """The site's database, for what no API call can do; only while Ghost is stopped.

        Ghost keeps tiers, settings and addresses in memory, so rows written under a
        running Ghost would be served half-stale.
        """
        assert self.process.process is None, "stop the site first"
        connection = sqlite3.connect(self.database_path)
        try:
            with connection:
                yield connection
        finally:
            connection.close()

    def describe(self) -> dict:
        return {"url": self.url, "adminKey": self.admin_key, "pid": os.getpid(), "ghostPid": self.process.process.pid,
                "home": str(self.home), "installation": str(self.installation), "members": self.seeded["members"],
                "rows": self.seeded["rows"]}


def serve(options: argparse.Namespace) -> int:
    """Run a site until this process is asked to end."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with GhostSite(options.members, options.months, options.seed, options.end, options.fk_indexes, home=options.home) as site:
        line = json.dumps(site.describe())
        if options.state:
            partial = options.state.with_suffix(".partial")
            partial.write_text(line + "\n")
            partial.rename(options.state)
        print(line, flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            code = site.process.process.wait()
            print("Ghost ended with %d:\n%s" % (code, site.process.log_tail()), file=sys.stderr)
            return 1
    return 0


def start(options: argparse.Namespace, arguments: list) -> int:
    """`serve` in a session of its own; returns when the site answers."""
    options.state.parent.mkdir(parents=True, exist_ok=True)
    stop(options)
    log = options.state.with_suffix(".log")
    with open(log, "wb") as output:
        server = subprocess.Popen([sys.executable, str(Path(__file__).resolve()), "serve"] + arguments, stdin=subprocess.DEVNULL,
                                  stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
    while not options.state.exists():
        if server.poll() is not None:
            print(log.read_text(errors="replace"), file=sys.stderr)
            return 1
        time.sleep(0.1)
    print(options.state.read_text(), end="")
    return 0


def stop(options: argparse.Namespace) -> int:
    """End the site whose state file this is; nothing to do is no failure."""
    if not options.state.exists():
        return 0
    pid = json.loads(options.state.read_text())["pid"]
    options.state.unlink()
    command_line = Path("/proc/%d/cmdline" % pid)
    # The machine may have restarted since: never end a process that is not ours.
    if not command_line.exists() or b"ghostsite.py" not in command_line.read_bytes():
        return 0
    os.kill(pid, signal.SIGTERM)
    give_up = time.monotonic() + 20
    while command_line.exists() and time.monotonic() < give_up:
        time.sleep(0.05)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="A real Ghost site with a seeded community.")
    parser.add_argument("command", choices=("serve", "start", "stop"))
    parser.add_argument("--members", type=int, default=2000)
    parser.add_argument("--months", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--end", default=DEFAULT_END, help="last instant of the community's history, UTC")
    parser.add_argument("--fk-indexes", action="store_true", help="index foreign keys, as MySQL does")
    parser.add_argument("--home", type=Path, help="folder for the database, the content and the log")
    parser.add_argument("--state", type=Path, help="file the JSON line is written to")
    options = parser.parse_args()
    if options.command in ("start", "stop") and not options.state:
        parser.error("--state is needed")
    if options.command == "stop":
        return stop(options)
    if not install_ghost.is_complete(install_ghost.cache_dir()):
        reason = install_ghost.reason_not_to_install()
        if reason:
            return install_ghost.cannot_run(reason)
    return serve(options) if options.command == "serve" else start(options, sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())

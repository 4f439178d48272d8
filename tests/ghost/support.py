# SPDX-License-Identifier: GPL-3.0-or-later
"""What the integration tests share: the program's command line, a site, and the comparison of both.

Environment:
    LYCEUM_CLI          path of lyceum-cli (required)
    LYCEUM_GHOST_STATE  file with a running site's address and key; without it a test starts its own
    CI                  when set, a missing prerequisite is a failure instead of a skip
"""
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict, List, Optional

sys.path.insert(0, str(Path(__file__).resolve().parent))
import install_ghost  # noqa: E402  (needs the path set above)
from adminapi import AdminApi  # noqa: E402
from sitestate import State, differences, read_site  # noqa: E402
from workspacestate import damage, read_workspace  # noqa: E402

PASSPHRASE = "a passphrase for tests only"
SYNC_SECONDS = 300


class CliError(AssertionError):
    """The program ended otherwise than expected."""


class Lyceum:
    """lyceum-cli on one workspace, with a home of its own, so that nothing of a person's is read or written.

    `sealed`: the site's key is kept under a passphrase by `connect`, and `sync` finds it there.  Otherwise `sync` is
    told the key, which spares it the deliberately slow unsealing.
    """

    def __init__(self, folder: Path, name: str = "community", sealed: bool = False):
        self.sealed = sealed
        self.admin_key = ""
        self.program = os.environ["LYCEUM_CLI"]
        self.folder = folder
        self.workspace = folder / (name + ".lyceum")
        home = folder / "home"
        (home / "run").mkdir(parents=True, exist_ok=True)
        (home / "run").chmod(0o700)
        self.environment = dict(
            os.environ, HOME=str(home), XDG_RUNTIME_DIR=str(home / "run"), XDG_CONFIG_HOME=str(home / "config"),
            XDG_DATA_HOME=str(home / "data"), XDG_CACHE_HOME=str(home / "cache"), TZ="UTC", LC_ALL="C.UTF-8",
            DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
            self.environment.pop(proxy, None)

    def command(self, *arguments: str) -> List[str]:
        return [self.program, "--workspace", str(self.workspace), "--json", *arguments]

    def start_sync(self) -> subprocess.Popen:
        """A sync in the background, its output in files beside the workspace."""
        with open(self.folder / "stdout", "wb") as out, open(self.folder / "stderr", "wb") as err:
            running = subprocess.Popen(self.command(*self.sync_command()), env=self.environment, stdin=subprocess.PIPE,
                                       stdout=out, stderr=err)
        with contextlib.suppress(BrokenPipeError):
            running.stdin.write(self.secret().encode())
            running.stdin.close()
        return running

    def run(self, *arguments: str, text: str = "", timeout: float = SYNC_SECONDS) -> subprocess.CompletedProcess:
        """The command to its end, whatever that is."""
        return subprocess.run(self.command(*arguments), env=self.environment, input=text, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=timeout)

    def call(self, *arguments: str, text: str = "", timeout: float = SYNC_SECONDS) -> Any:
        """The JSON document the command prints; CliError when it fails."""
        done = self.run(*arguments, text=text, timeout=timeout)
        if done.returncode != 0:
            raise CliError("%s ended with %d\n%s\n%s" % (" ".join(arguments), done.returncode, done.stdout[-2000:],
                                                         done.stderr[-2000:]))
        try:
            return json.loads(done.stdout)
        except ValueError as error:
            raise CliError("%s printed no JSON document:\n%s" % (" ".join(arguments), done.stdout[-2000:])) from error

    def sync_command(self, *options: str) -> List[str]:
        return ["sync", *options, "--passphrase-stdin" if self.sealed else "--key-stdin"]

    def secret(self) -> str:
        """What a sync is told on standard input."""
        return (PASSPHRASE if self.sealed else self.admin_key) + "\n"

    def connect(self, url: str, admin_key: str) -> Any:
        """Make the workspace and connect it with the site."""
        self.call("init", "--title", "Test community", "--time-zone", "Asia/Shanghai")
        self.admin_key = admin_key
        return self.call("connect", "--url", url, "--key-stdin", "--passphrase-stdin", text=admin_key + "\n" + PASSPHRASE + "\n")

    def run_sync(self, *options: str, timeout: float = SYNC_SECONDS) -> subprocess.CompletedProcess:
        """A sync to its end, whatever that is."""
        return self.run(*self.sync_command(*options), text=self.secret(), timeout=timeout)

    def sync(self, *options: str, timeout: float = SYNC_SECONDS) -> Any:
        """What a sync reports; CliError when it fails."""
        return self.call(*self.sync_command(*options), text=self.secret(), timeout=timeout)


class RunningSite:
    """A site somebody else started, from the line `ghostsite.py serve` prints."""

    def __init__(self, state: Dict[str, Any]):
        self.url: str = state["url"]
        self.admin_key: str = state["adminKey"]
        self.api = AdminApi(self.url, self.admin_key)
        self.seeded = {"members": state["members"], "rows": state["rows"]}


def shared_site() -> Optional[RunningSite]:
    """The site the test driver started for all, if there is one."""
    path = os.environ.get("LYCEUM_GHOST_STATE")
    if not path or not Path(path).exists():
        return None
    return RunningSite(json.loads(Path(path).read_text()))


class SyncTestCase(unittest.TestCase):
    """A test with a scratch folder and the assertion all of this is for."""

    maxDiff = None

    def setUp(self) -> None:
        scratch = tempfile.TemporaryDirectory(prefix="lyceum-sync-")
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def assertSameAsSite(self, lyceum: Lyceum, site_state: State, message: str = "") -> None:
        found = differences(site_state, read_workspace(lyceum.workspace))
        if found:
            self.fail("%sthe workspace is not what the site is:\n  %s" % (message and message + ": ", "\n  ".join(found)))

    def assertSound(self, lyceum: Lyceum, message: str = "") -> None:
        """The file is whole, by SQLite's own checks and by the program's."""
        self.assertEqual(damage(lyceum.workspace), [], message)
        done = lyceum.run("verify")
        self.assertEqual(done.returncode, 0, "%s\n%s\n%s" % (message, done.stdout, done.stderr))


def missing_prerequisite() -> str:
    program = os.environ.get("LYCEUM_CLI", "")
    if not program or not os.access(program, os.X_OK):
        return "LYCEUM_CLI does not name the program (%r)." % program
    if not install_ghost.is_complete(install_ghost.cache_dir()):
        return install_ghost.reason_not_to_install()
    return ""


def main() -> None:
    """Run the tests of the calling file; 77 when they cannot run here, a failure in continuous integration."""
    missing = missing_prerequisite()
    if missing:
        sys.exit(install_ghost.cannot_run(missing))
    unittest.main(verbosity=2)


__all__ = ["AdminApi", "CliError", "Lyceum", "RunningSite", "SyncTestCase", "main", "read_site", "shared_site"]

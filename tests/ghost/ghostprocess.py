# SPDX-License-Identifier: GPL-3.0-or-later
"""Start and stop a Ghost server process, and set a fresh site up.

Knows nothing about tests: `ghostsite` builds on it.  Only the standard library.
"""
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Dict, Optional

OWNER = {"name": "Ada Owner", "email": "ada@example.com", "password": "correct horse 9!", "blogTitle": "Lyceum test site"}
BOOT_SECONDS = 180.0


def free_port() -> int:
    """A loopback port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class GhostProcess:
    """One Ghost server on a free loopback port, with its own database and content folder.

    `installation` is the folder install_ghost makes; `home` a folder for the log and
    the content; `database` the SQLite file.  The port is chosen once and kept over
    restarts, as the site's address is written into what it serves.
    """

    def __init__(self, installation: Path, home: Path, database: Path, port: Optional[int] = None):
        self.installation = installation
        self.home = home
        self.database = database
        self.port = port or free_port()
        self.process: Optional[subprocess.Popen] = None

    @property
    def url(self) -> str:
        return "http://127.0.0.1:%d" % self.port

    @property
    def log_path(self) -> Path:
        return self.home / "ghost.log"

    def start(self, extra_settings: Optional[Dict[str, str]] = None) -> None:
        """Start the server and wait until its API answers.  RuntimeError when it does not."""
        assert self.process is None, "already running"
        content = self.home / "content"
        if not content.exists():
            shutil.copytree(self.installation / "site/content", content, symlinks=True)
        # Every setting of Ghost can come from the environment, `__` standing for a dot.
        environment = dict(
            os.environ,
            NODE_ENV="production",
            url=self.url,
            server__host="127.0.0.1",
            server__port=str(self.port),
            database__client="better-sqlite3",
            database__connection__filename=str(self.database),
            database__useNullAsDefault="true",
            mail__transport="stub",
            mail__from="ghost@example.com",
            logging__level="warn",
            process="local",
            paths__contentPath=str(content),
            updateCheck__url="http://127.0.0.1:9",
            privacy__useUpdateCheck="false",
            privacy__useGravatar="false",
            privacy__useRpcPing="false",
            privacy__useStructuredData="false",
            security__staffDeviceVerification="false",
        )
        environment.update(extra_settings or {})
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen([str(self.installation / "node/bin/node"), "index.js"],
                                            cwd=self.installation / "site", env=environment,
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        give_up = time.monotonic() + BOOT_SECONDS
        while time.monotonic() < give_up:
            if self.process.poll() is not None:
                raise RuntimeError("Ghost stopped while starting:\n" + self.log_tail())
            try:
                with urllib.request.urlopen(self.url + "/ghost/api/admin/site/", timeout=10) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                pass
            time.sleep(0.1)
        self.kill()
        raise RuntimeError("Ghost did not answer within %d s:\n%s" % (BOOT_SECONDS, self.log_tail()))

    def log_tail(self, characters: int = 4000) -> str:
        return self.log_path.read_text(errors="replace")[-characters:] if self.log_path.exists() else ""

    def stop(self) -> None:
        """Ask the server to finish, and make sure it did."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def kill(self) -> None:
        """End the server as a power cut would."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def cpu_seconds(self) -> float:
        """Processor time the running server has used so far (Linux)."""
        fields = Path("/proc/%d/stat" % self.process.pid).read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class StaffSession:
    """The few staff calls needed before an API key exists.

    They need the site's address as Origin and the session cookie.
    """

    def __init__(self, url: str):
        self.url = url
        self.cookie = ""

    def call(self, method: str, path: str, body: Optional[dict] = None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + "/ghost/api/admin" + path, data=data, method=method)
        request.add_header("Origin", self.url)
        request.add_header("Content-Type", "application/json")
        request.add_header("Accept-Version", "v6.0")
        if self.cookie:
            request.add_header("Cookie", self.cookie)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                for value in answer.headers.get_all("Set-Cookie") or ():
                    self.cookie = value.partition(";")[0]
                text = answer.read()
        except urllib.error.HTTPError as error:
            raise RuntimeError("%s %s answered %d: %s" % (method, path, error.code,
                                                          error.read().decode(errors="replace"))) from error
        try:
            return json.loads(text)
        except ValueError:
            return None

    def log_in(self) -> None:
        self.call("POST", "/session/", {"username": OWNER["email"], "password": OWNER["password"]})


def set_up_base(installation: Path) -> None:
    """Make `base.db` and `base.json` in an installation: a set-up site with one integration."""
    home = installation / "setup"
    home.mkdir()
    database = home / "ghost.db"
    ghost = GhostProcess(installation, home, database)
    ghost.start()
    try:
        staff = StaffSession(ghost.url)
        staff.call("POST", "/authentication/setup/", {"setup": [OWNER]})
        staff.log_in()
        made = staff.call("POST", "/integrations/?include=api_keys", {"integrations": [{"name": "Lyceum tests"}]})
    finally:
        ghost.stop()
    keys = {key["type"]: key["secret"] for key in made["integrations"][0]["api_keys"]}
    (installation / "site/content").exists() or shutil.copytree(home / "content", installation / "site/content")
    shutil.copyfile(database, installation / "base.db")
    described = {"adminKey": keys["admin"], "contentKey": keys["content"], "ownerEmail": OWNER["email"],
                 "ownerPassword": OWNER["password"]}
    (installation / "base.json").write_text(json.dumps(described, indent=1) + "\n")
    shutil.rmtree(home)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Install a real Ghost 6 as a test peer, once, into a cache folder.

    python3 install_ghost.py            install if needed, print the folder
    python3 install_ghost.py --where    print the folder, install nothing

The folder is $LYCEUM_GHOST_DIR, or `lyceum-tests/ghost-<version>` under
$XDG_CACHE_HOME (default ~/.cache).  It holds

    node/bin/node   Node 22, the version Ghost 6 asks for
    site/           Ghost, without its admin interface and build leftovers
    base.db         the database of a site that has been set up and nothing else
    base.json       {"adminKey", "contentKey", "ownerEmail", "ownerPassword"} of it

Everything is built in a folder next to it and renamed when complete, so an
interrupted run leaves nothing half-made behind.  Only the npm registry is
contacted, and only while installing.

Exit status: 0 installed, 1 failed, 77 npm is missing or the machine is not Linux
on x86-64 or arm64 (the test driver reads 77 as "skipped").  With CI set that is a
failure like any other, so that the tests cannot vanish unnoticed.
"""
import argparse
import fcntl
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import ghostprocess  # noqa: E402  (needs the path set above)

GHOST_VERSION = "6.65.0"
NODE_VERSION = "22"
PNPM_VERSION = "10"
SKIPPED = 77

# What Ghost does not need at run time.  `core/built` is the admin interface; the
# rest are build inputs.  A server without them serves the site and all of the API.
UNNEEDED_TREES = (
    "core/built",
    "node_modules/.pnpm/re2@*",
    "node_modules/.pnpm/@typescript*",
    "node_modules/.pnpm/@types*",
    "node_modules/.pnpm/better-sqlite3@*/node_modules/better-sqlite3/deps",
    "node_modules/.pnpm/better-sqlite3@*/node_modules/better-sqlite3/build/Release/obj*",
)
UNNEEDED_SUFFIXES = (".map", ".d.ts", ".md")


def cache_dir() -> Path:
    """The folder Ghost is, or will be, installed in."""
    chosen = os.environ.get("LYCEUM_GHOST_DIR")
    if chosen:
        return Path(chosen).absolute()
    root = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(root).absolute() / "lyceum-tests" / ("ghost-" + GHOST_VERSION)


def is_complete(folder: Path) -> bool:
    return (folder / "base.json").is_file() and (folder / "base.db").is_file()


class Installer:
    """Builds one installation in `work`; `final` is where it will be moved to."""

    def __init__(self, work: Path):
        self.work = work
        self.started = time.monotonic()
        self.npm_env = dict(os.environ, npm_config_cache=str(work / "npm-cache"), npm_config_update_notifier="false",
                            npm_config_fund="false", npm_config_audit="false")

    def say(self, text: str) -> None:
        print("%6.1fs  %s" % (time.monotonic() - self.started, text), file=sys.stderr, flush=True)

    def run(self, *command: object, cwd: Path, env: dict) -> None:
        """Run a command; its output is shown only when it fails."""
        done = subprocess.run([str(part) for part in command], cwd=cwd, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        if done.returncode != 0:
            raise RuntimeError("%s failed with %d:\n%s" % (" ".join(map(str, command)), done.returncode, done.stdout[-8000:]))

    def unpack(self, package: str, into: str) -> None:
        """Fetch an npm package and unpack it, without its leading folder, as `into`."""
        downloads = self.work / "downloads"
        downloads.mkdir(exist_ok=True)
        self.run("npm", "pack", package, "--silent", cwd=downloads, env=self.npm_env)
        (archive,) = downloads.glob("*.tgz")
        target = self.work / into
        target.mkdir()
        with tarfile.open(archive) as tar:
            for member in tar:
                member.name = member.name.partition("/")[2]
                if member.name:
                    tar.extract(member, target)
        archive.unlink()

    def build(self) -> None:
        architecture = {"x86_64": "x64", "aarch64": "arm64"}[platform.machine()]
        self.say("fetching Node %s" % NODE_VERSION)
        self.unpack("node-linux-%s@%s" % (architecture, NODE_VERSION), "node")
        self.say("fetching Ghost %s" % GHOST_VERSION)
        self.unpack("ghost@" + GHOST_VERSION, "site")
        self.say("fetching pnpm %s" % PNPM_VERSION)
        self.run("npm", "install", "--prefix", self.work / "tools", "--no-save", "pnpm@" + PNPM_VERSION,
                 cwd=self.work, env=self.npm_env)
        self.install_dependencies()
        self.slim()
        self.say("setting up a site once, as the base of every test")
        ghostprocess.set_up_base(self.work)

    def install_dependencies(self) -> None:
        node = self.work / "node"
        # `nodedir` has to be right before the first build: pnpm remembers builds, and
        # without it node-gyp would download headers.  The package asks for a pnpm of
        # its own, which `manage_package_manager_versions` declines.
        env = dict(self.npm_env, PATH="%s:%s" % (node / "bin", os.environ["PATH"]), npm_config_nodedir=str(node),
                   npm_config_manage_package_manager_versions="false",
                   XDG_CACHE_HOME=str(self.work / "pnpm-cache"), XDG_DATA_HOME=str(self.work / "pnpm-data"),
                   XDG_STATE_HOME=str(self.work / "pnpm-state"), XDG_CONFIG_HOME=str(self.work / "pnpm-config"))
        pnpm = (node / "bin" / "node", self.work / "tools/node_modules/pnpm/bin/pnpm.cjs")
        self.say("installing Ghost's dependencies")
        # Said explicitly because pnpm refuses to adapt a lock file when it sees CI set.
        self.run(*pnpm, "install", "--prod", "--ignore-scripts", "--no-frozen-lockfile",
                 "--store-dir=%s" % (self.work / "store"), cwd=self.work / "site", env=env)
        self.say("compiling better-sqlite3 (one to three minutes)")
        self.run(*pnpm, "rebuild", "better-sqlite3", "--config.side-effects-cache=false", cwd=self.work / "site", env=env)

    def slim(self) -> None:
        self.say("removing what a server does not need")
        site = self.work / "site"
        for pattern in UNNEEDED_TREES:
            for tree in site.glob(pattern):
                if tree.is_dir():
                    shutil.rmtree(tree)
        for folder, _, files in os.walk(site):
            for name in files:
                if name.endswith(UNNEEDED_SUFFIXES):
                    os.unlink(os.path.join(folder, name))
        shutil.rmtree(self.work / "node/include", ignore_errors=True)
        for leftover in ("downloads", "tools", "store", "npm-cache", "pnpm-cache", "pnpm-data", "pnpm-state", "pnpm-config"):
            shutil.rmtree(self.work / leftover, ignore_errors=True)


def install() -> Path:
    """Install Ghost unless it is there already; the folder it is in.

    Raises RuntimeError with the failing command's output.  Callers in several
    processes wait for each other; the second finds the work done.
    """
    final = cache_dir()
    if is_complete(final):
        return final
    final.parent.mkdir(parents=True, exist_ok=True)
    with open(final.parent / (final.name + ".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_complete(final):
            return final
        work = final.parent / (final.name + ".partial")
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(final, ignore_errors=True)
        work.mkdir()
        installer = Installer(work)
        installer.build()
        work.rename(final)
        installer.say("installed in %s" % final)
    return final


def reason_not_to_install() -> str:
    """Why Ghost cannot be installed on this machine, or an empty text."""
    if platform.system() != "Linux" or platform.machine() not in ("x86_64", "aarch64"):
        return "Ghost is installed from prebuilt Node packages for Linux on x86-64 and arm64 only."
    if not shutil.which("npm"):
        return "npm is not installed, so Ghost cannot be fetched."
    return ""


def cannot_run(reason: str) -> int:
    """Say why and return the exit status for it."""
    print(reason, file=sys.stderr)
    return 1 if os.environ.get("CI") else SKIPPED


def main() -> int:
    parser = argparse.ArgumentParser(description="Install a real Ghost as a test peer.")
    parser.add_argument("--where", action="store_true", help="print the folder and install nothing")
    options = parser.parse_args()
    if options.where:
        print(cache_dir())
        return 0
    if not is_complete(cache_dir()):
        reason = reason_not_to_install()
        if reason:
            return cannot_run(reason)
    try:
        print(install())
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

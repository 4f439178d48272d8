#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast a first sync is, next to the least that reading the same pages can take.

    LYCEUM_CLI=… python3 measure.py --members 2000 50000 --json measured.json

For every size, against one Ghost on this machine (which is the bottleneck of all four):
  program   a first sync of everything into a new workspace
  curl      the very requests of that sync, asked again by curl on kept-alive connections,
            answers compressed and thrown away: the bare loop
  program, again   the second sync, with nothing changed
  sdk       Ghost's own JavaScript client paging through what it knows (members with tiers,
            posts, tags, newsletters; it has no comments and no events)

Wall seconds, processor seconds of the client and of Ghost, peak memory of the client, requests.
Not a test: nothing fails here.  One JSON document, kept beside earlier ones in docs.
"""
import argparse
import contextlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Dict, List

import install_ghost
from adminapi import sign_token
from faultproxy import FaultProxy
from ghostsite import GhostSite
from support import Lyceum

CURL_REQUESTS = 200  # per curl process: well within the five minutes a token lives
SDK_VERSION = "1.14.13"
SDK_SCRIPT = """
const GhostAdminAPI = require('@tryghost/admin-api');
const api = new GhostAdminAPI({url: process.argv[2], key: process.argv[3], version: 'v6.0'});
(async () => {
    const counts = {};
    let requests = 0;
    const lists = [['members', {include: 'tiers'}], ['posts', {formats: 'html,plaintext'}], ['tags', {}], ['newsletters', {}]];
    const began = process.hrtime.bigint();
    const seconds = {};
    for (const [kind, params] of lists) {
        const start = process.hrtime.bigint();
        counts[kind] = 0;
        for (let page = 1; page; ) {
            const rows = await api[kind].browse({...params, limit: 100, page});
            requests += 1;
            counts[kind] += rows.length;
            page = rows.meta.pagination.next;
        }
        seconds[kind] = Number(process.hrtime.bigint() - start) / 1e9;
    }
    console.log(JSON.stringify({requests, counts, seconds}));
})();
"""


class PeakMemory:
    """The largest resident size of a process, asked while it runs.

    What wait4 reports would include the memory of this interpreter, which the child is a
    copy of until it starts the program.
    """

    def __init__(self, pid: int):
        self._status = Path("/proc/%d/status" % pid)
        self._peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(0.02):
            with contextlib.suppress(OSError):
                for line in self._status.read_text().splitlines():
                    if line.startswith("VmHWM:"):
                        self._peak = int(line.split()[1])

    def stop(self) -> float:
        """MiB."""
        self._over.set()
        self._thread.join()
        return round(self._peak / 1024, 1)


def timed(site: GhostSite, command: List[str], environment: Dict[str, str], folder: Path, told: str = "") -> Dict[str, Any]:
    """Run a client to its end: what it took, and what it printed."""
    ghost_before = site.process.cpu_seconds()
    began = time.monotonic()
    with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as err:
        client = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=out, stderr=err)
    client.stdin.write(told.encode())
    client.stdin.close()
    peak = PeakMemory(client.pid)
    _, status, usage = os.wait4(client.pid, 0)
    wall = time.monotonic() - began
    client.returncode = os.waitstatus_to_exitcode(status)
    if client.returncode != 0:
        sys.exit("%s failed:\n%s" % (command[0], (folder / "stderr").read_text()[-2000:]))
    return {"wallSeconds": round(wall, 2), "clientCpuSeconds": round(usage.ru_utime + usage.ru_stime, 2),
            "ghostCpuSeconds": round(site.process.cpu_seconds() - ghost_before, 2), "clientPeakMiB": peak.stop(),
            "output": (folder / "stdout").read_text()}


def measure_program(site: GhostSite, lyceum: Lyceum) -> Dict[str, Any]:
    result = timed(site, lyceum.command(*lyceum.sync_command()), lyceum.environment, lyceum.folder, lyceum.secret())
    kinds = json.loads(result.pop("output"))["kinds"]
    result["requests"] = sum(kind["requests"] for kind in kinds.values())
    result["bytes"] = sum(kind["bytes"] for kind in kinds.values())
    result["kinds"] = kinds
    return result


def record(site: GhostSite, folder: Path) -> List[str]:
    """The targets a first sync asks for, in order."""
    with FaultProxy(site.url) as proxy:
        lyceum = Lyceum(folder)
        lyceum.connect(proxy.url, site.admin_key)
        proxy.reset()
        lyceum.sync(timeout=7200)
        return [target for method, target, _ in proxy.log if method == "GET"]


def measure_curl(site: GhostSite, targets: List[str], folder: Path) -> Dict[str, Any]:
    total = {"wallSeconds": 0.0, "clientCpuSeconds": 0.0, "ghostCpuSeconds": 0.0, "clientPeakMiB": 0.0, "requests": len(targets),
             "bytes": 0}
    for start in range(0, len(targets), CURL_REQUESTS):
        # One process and one connection for many requests, as a careful script would do it.
        lines = ["silent", "fail", "compressed", 'header = "Authorization: Ghost %s"' % sign_token(site.admin_key),
                 'header = "Accept-Version: v6.0"',
                 'write-out = "%{size_download}\\n"']
        for target in targets[start:start + CURL_REQUESTS]:
            lines += ['url = "%s%s"' % (site.url, target.replace("[", "%5B").replace("]", "%5D")), 'output = "/dev/null"']
        config = folder / "curl.config"
        config.write_text("\n".join(lines) + "\n")
        part = timed(site, ["curl", "--config", str(config)], dict(os.environ), folder)
        total["bytes"] += sum(int(size) for size in part["output"].split())
        for key in ("wallSeconds", "clientCpuSeconds", "ghostCpuSeconds"):
            total[key] = round(total[key] + part[key], 2)
        total["clientPeakMiB"] = max(total["clientPeakMiB"], part["clientPeakMiB"])
    return total


def install_sdk() -> Path:
    folder = install_ghost.cache_dir().parent / ("admin-sdk-" + SDK_VERSION)
    if not (folder / "node_modules").exists():
        partial = folder.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        subprocess.run(["npm", "install", "--prefix", str(partial), "--no-save", "--no-audit", "--no-fund",
                        "@tryghost/admin-api@" + SDK_VERSION],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        partial.rename(folder)
    return folder


def measure_sdk(site: GhostSite, folder: Path) -> Dict[str, Any]:
    script = install_sdk() / "pages.js"
    script.write_text(SDK_SCRIPT)
    node = install_ghost.cache_dir() / "node/bin/node"
    result = timed(site, [str(node), str(script), site.url, site.admin_key], dict(os.environ), folder)
    result.update(json.loads(result.pop("output")))
    return result


def measure_size(members: int, fk_indexes: bool) -> Dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="lyceum-measure-") as scratch, GhostSite(members=members,
            fk_indexes=fk_indexes) as site:
        folder = Path(scratch)
        result: Dict[str, Any] = {"members": members, "siteRows": sum(site.seeded["rows"].values())}
        targets = record(site, folder / "recorded")
        lyceum = Lyceum(folder / "measured")
        lyceum.connect(site.url, site.admin_key)
        result["program"] = measure_program(site, lyceum)
        result["workspaceMiB"] = round(lyceum.workspace.stat().st_size / 2**20, 1)
        result["curl"] = measure_curl(site, targets, folder)
        result["programAgain"] = measure_program(site, lyceum)
        result["sdk"] = measure_sdk(site, folder)
        result["wallRatioToCurl"] = round(result["program"]["wallSeconds"] / result["curl"]["wallSeconds"], 3)
        return result


def table(result: Dict[str, Any]) -> str:
    lines = ["%d members" % result["members"], "%-14s %9s %9s %9s %9s %9s" % ("", "wall s", "client s", "Ghost s", "peak MiB",
        "requests")]
    for name in ("program", "curl", "programAgain", "sdk"):
        row = result[name]
        lines.append("%-14s %9.2f %9.2f %9.2f %9.1f %9d" % (
            name, row["wallSeconds"], row["clientCpuSeconds"], row["ghostCpuSeconds"], row["clientPeakMiB"], row["requests"]))
    return "\n".join(lines + ["program / curl: %.3f" % result["wallRatioToCurl"]])


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure a first sync next to the bare loop over the same pages.")
    parser.add_argument("--members", type=int, nargs="+", default=[2000])
    parser.add_argument("--json", type=Path, help="file to write the figures to")
    parser.add_argument("--without-fk-indexes", action="store_true",
                        help="as Ghost's SQLite schema is; hosted sites run on MySQL, which has them")
    options = parser.parse_args()
    document = {"when": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "machine": platform.platform(),
                "processors": os.cpu_count(),
                "ghost": install_ghost.GHOST_VERSION, "loadBefore": os.getloadavg()[0], "sizes": []}
    for members in options.members:
        result = measure_size(members, not options.without_fk_indexes)
        document["sizes"].append(result)
        print(table(result), flush=True)
        if options.json:
            options.json.write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()

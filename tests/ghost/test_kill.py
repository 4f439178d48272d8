# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments of a sync: the workspace opens, verifies, and the sync finishes.

    LYCEUM_KILLS      how many kills (50)
    LYCEUM_KILL_SEED  seed of the moments; printed when the test fails (1)
"""
import os
import random
import signal
import subprocess
import time

import support
from faultproxy import FaultProxy
from ghostsite import GhostSite
from sitestate import read_site

KILLS = int(os.environ.get("LYCEUM_KILLS", "50"))
SEED = int(os.environ.get("LYCEUM_KILL_SEED", "1"))


class KillTest(support.SyncTestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.site = GhostSite(members=300, months=12, seed=4, emails=2)
        cls.addClassCleanup(cls.site.close)
        cls.site.start()
        cls.state = read_site(cls.site.api)

    def new_workspace(self, number: int) -> support.Lyceum:
        lyceum = support.Lyceum(self.folder / str(number))
        lyceum.connect(self.site.url, self.site.admin_key)
        return lyceum

    def test_a_killed_sync_leaves_a_sound_workspace_and_goes_on(self) -> None:
        chance = random.Random(SEED)
        lyceum = self.new_workspace(0)
        began = time.monotonic()
        lyceum.sync()
        whole = time.monotonic() - began
        self.assertSameAsSite(lyceum, self.state)

        kills = finished = workspaces = 0
        while kills < KILLS:
            workspaces += 1
            lyceum = self.new_workspace(workspaces)
            # Kill the same first sync again and again, until one run comes through.
            while kills < KILLS:
                moment = chance.uniform(0, whole)
                running = lyceum.start_sync()
                try:
                    running.wait(moment)
                    finished += 1
                    self.assertEqual(running.returncode, 0, (lyceum.folder / "stderr").read_text())
                    break
                except subprocess.TimeoutExpired:
                    running.send_signal(signal.SIGKILL)
                    running.wait()
                    kills += 1
                self.assertSound(lyceum, "seed %d, kill %d, %.3f s into a sync" % (SEED, kills, moment))
            lyceum.sync()
            self.assertSameAsSite(lyceum, self.state, "seed %d, after %d kills" % (SEED, kills))
            self.assertSound(lyceum)
        print("%d kills over %d first syncs of %.1f s, %d came through by themselves" % (kills, workspaces, whole, finished))

    def test_a_resumed_sync_does_not_begin_again(self) -> None:
        """What was stored before the kill is not asked for a second time."""
        with FaultProxy(self.site.url) as proxy:
            whole = support.Lyceum(self.folder / "whole")
            whole.connect(proxy.url, self.site.admin_key)
            proxy.reset()
            whole.sync()
            all_requests = proxy.requests
            lyceum = support.Lyceum(self.folder / "killed")
            lyceum.connect(proxy.url, self.site.admin_key)
            proxy.reset()
            running = lyceum.start_sync()
            # Four fifths on: the reactions of fifty comments make one page, and half a page is asked for again.
            while proxy.requests < all_requests * 0.8 and running.poll() is None:
                time.sleep(0.01)
            running.kill()
            running.wait()
            proxy.reset()
            lyceum.sync()
            self.assertLess(proxy.requests, all_requests * 0.6, "%d requests in all" % all_requests)
            self.assertSameAsSite(lyceum, self.state)


if __name__ == "__main__":
    support.main()

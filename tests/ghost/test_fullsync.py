# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole site of 2 000 members becomes a workspace, and a second sync finds nothing to do."""
import tempfile
from pathlib import Path

import support
from faultproxy import FaultProxy
from ghostsite import GhostSite
from sitestate import read_site
from workspacestate import EVENT_NUMBERS, open_workspace

IDLE_REQUESTS = 15


class FullSyncTest(support.SyncTestCase):
    """One first sync for all tests of the class; none of them changes the site."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.site = support.shared_site()
        if cls.site is None:
            cls.site = GhostSite(members=2000)
            cls.addClassCleanup(cls.site.close)
            cls.site.start()
        scratch = tempfile.TemporaryDirectory(prefix="lyceum-full-")
        cls.addClassCleanup(scratch.cleanup)
        cls.proxy = FaultProxy(cls.site.url)
        cls.addClassCleanup(cls.proxy.close)
        cls.lyceum = support.Lyceum(Path(scratch.name), sealed=True)
        cls.lyceum.connect(cls.proxy.url, cls.site.admin_key)
        cls.proxy.reset()
        cls.report = cls.lyceum.sync()
        cls.first_requests = cls.proxy.counts()
        cls.state = read_site(cls.site.api)
        # Ghost lists no deleted comments, but replies go on naming them: the program asks for each by its id.
        listed = cls.state["comments"]
        named = {row["parent"] for row in listed.values()} | {row["inReplyTo"] for row in listed.values()}
        cls.comments_known = len(listed.keys() | named - {""})

    def test_the_site_is_as_rich_as_the_tests_need(self) -> None:
        """An empty kind on the site would make its comparison say nothing."""
        empty = {kind for kind, rows in self.state.items() if not rows}
        self.assertEqual(empty, {"event:email-sent", "event:email-complained"})
        self.assertEqual(len(self.state["members"]), 2000)
        seeded = self.site.seeded["rows"]
        for kind, table in (("event:login", "members_login_events"), ("event:payment", "members_payment_events"),
                            ("event:click", "members_click_events"),
                            ("event:feedback", "members_feedback"),
                            ("event:subscription-change", "members_paid_subscription_events"),
                            ("subscriptions", "members_stripe_customers_subscriptions")):
            self.assertEqual(len(self.state[kind]), seeded[table], kind)
        self.assertEqual({member["status"] for member in self.state["members"].values()}, {"free", "paid", "comped"})
        self.assertEqual({comment["status"] for comment in self.state["comments"].values()}, {"published", "hidden"})
        self.assertEqual({row["kind"] for row in self.state["reactions"].values()}, {"like", "dislike", "report"})
        self.assertTrue(any(comment["inReplyTo"] for comment in self.state["comments"].values()))

    def test_the_workspace_equals_the_site_field_by_field(self) -> None:
        self.assertSameAsSite(self.lyceum, self.state)
        self.assertSound(self.lyceum)

    def test_every_reported_number_is_the_sites(self) -> None:
        kinds = self.report["kinds"]
        for kind in ("members", "labels", "newsletters", "tiers", "offers", "tags", "posts", "reactions"):
            with self.subTest(kind):
                self.assertEqual(kinds[kind]["created"], len(self.state[kind]))
                self.assertEqual(kinds[kind]["deleted"], 0)
        self.assertEqual(kinds["comments"]["created"], self.comments_known)
        # A comment and a reaction are events of their member, too.
        events = sum(len(rows) for kind, rows in self.state.items() if kind.startswith("event:"))
        self.assertEqual(kinds["events"]["created"], events + self.comments_known + len(self.state["reactions"]))

    def test_the_requests_reported_are_the_requests_made(self) -> None:
        self.assertEqual(sum(kind["requests"] for kind in self.report["kinds"].values()) + self.report.get("otherRequests", 0),
                         sum(self.first_requests.values()), self.first_requests)

    def test_status_counts_the_same(self) -> None:
        counts = self.lyceum.call("status")["counts"]
        self.assertEqual(counts["members"], len(self.state["members"]))
        self.assertEqual(counts["paidMembers"], sum(member["status"] == "paid" for member in self.state["members"].values()))
        for kind in ("tiers", "posts", "labels"):
            self.assertEqual(counts[kind], len(self.state[kind]), kind)
        self.assertEqual(counts["comments"], self.comments_known)
        self.assertEqual(counts["events"], self.report["kinds"]["events"]["created"])

    def test_queried_members_are_the_sites(self) -> None:
        answer = self.lyceum.call("query", "members", "--limit", "5000")
        self.assertEqual(answer["total"], 2000)
        names = {identity: tier["name"] for identity, tier in self.state["tiers"].items()}
        found = {row["remoteId"]: (row["name"], row["email"], row["status"], sorted(row["tiers"])) for row in answer["members"]}
        wanted = {identity: (row["name"], row["email"], row["status"], sorted(names[tier] for tier in row["tiers"]))
                  for identity, row in self.state["members"].items()}
        self.assertEqual(found, wanted)

    def test_a_member_is_found_by_part_of_a_name(self) -> None:
        wanted = {identity for identity, row in self.state["members"].items() if "美咲" in row["name"]}
        self.assertTrue(wanted)
        answer = self.lyceum.call("query", "members", "--search", "美咲", "--limit", "5000")
        self.assertEqual({row["remoteId"] for row in answer["members"]}, wanted)

    def test_the_activity_rollups_add_up_to_the_events(self) -> None:
        db = open_workspace(self.lyceum.workspace)
        self.addCleanup(db.close)
        rolled = dict(db.execute("SELECT kind, sum(events) FROM activity_day WHERE kind > 0 GROUP BY kind").fetchall())
        counted = dict(db.execute("SELECT kind, count(*) FROM event GROUP BY kind").fetchall())
        self.assertEqual(rolled, counted)
        self.assertEqual(counted[EVENT_NUMBERS["login"]], len(self.state["event:login"]))

    def test_a_second_sync_asks_little_and_changes_nothing(self) -> None:
        before = self.journal_length()
        self.proxy.reset()
        report = self.lyceum.sync()
        self.assertGreater(self.proxy.requests, 0)
        self.assertLessEqual(self.proxy.requests, IDLE_REQUESTS, self.proxy.counts())
        for kind, numbers in report["kinds"].items():
            self.assertEqual((numbers["created"], numbers["updated"], numbers["deleted"]), (0, 0, 0), kind)
        self.assertEqual(self.journal_length(), before)
        self.assertSameAsSite(self.lyceum, self.state)

    def test_a_second_full_sync_changes_nothing(self) -> None:
        before = self.journal_length()
        report = self.lyceum.sync("--full")
        for kind, numbers in report["kinds"].items():
            self.assertEqual((numbers["created"], numbers["updated"], numbers["deleted"]), (0, 0, 0), kind)
        self.assertEqual(self.journal_length(), before)
        self.assertSameAsSite(self.lyceum, self.state)

    def journal_length(self) -> int:
        db = open_workspace(self.lyceum.workspace)
        try:
            return db.execute("SELECT count(*) FROM journal_entry").fetchone()[0]
        finally:
            db.close()


class ForgetfulSiteTest(support.SyncTestCase):
    """A site that deleted people and posts before anybody looked.

    Ghost keeps their e-mail events and clicks, and counts them, with nobody to attribute them to.
    """

    @classmethod
    def setUpClass(cls) -> None:
        cls.site = GhostSite(members=150, months=10, seed=5, emails=3)
        cls.addClassCleanup(cls.site.close)
        cls.site.start()
        api = cls.site.api
        members = list(api.by_id("/members/", "members"))
        for member in [member for member in members if member["email_opened_count"]][:3]:
            api.api("DELETE", "/members/%s/" % member["id"])
        clicked = {(data.get("post") or {}).get("id") for data in api.events("click_event")}
        api.api("DELETE", "/posts/%s/" % next(post["id"] for post in api.by_id("/posts/", "posts") if post["id"] in clicked))

    def test_is_pulled_whole_and_then_left_alone(self) -> None:
        with FaultProxy(self.site.url) as proxy:
            lyceum = support.Lyceum(self.folder)
            lyceum.connect(proxy.url, self.site.admin_key)
            lyceum.sync()
            state = read_site(self.site.api)
            self.assertSameAsSite(lyceum, state)
            proxy.reset()
            report = lyceum.sync()
            self.assertGreater(proxy.requests, 0)
            self.assertLessEqual(proxy.requests, IDLE_REQUESTS, proxy.counts())
            self.assertEqual({kind: numbers["updated"] + numbers["created"] for kind, numbers in report["kinds"].items()},
                             dict.fromkeys(report["kinds"], 0))
            self.assertSameAsSite(lyceum, state)
            self.assertSound(lyceum)


if __name__ == "__main__":
    support.main()

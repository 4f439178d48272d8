# SPDX-License-Identifier: GPL-3.0-or-later
"""What is changed in the workspace arrives on the site, once; what both sides change ends as docs/cli.md says.

    LYCEUM_PUSH_KILLS  how many kills (12)
    LYCEUM_PUSH_SEED   seed of their moments; printed when the test fails (1)
"""
import os
import random
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Dict, List

import support
from faultproxy import FaultProxy
from ghostsite import GhostSite
from sitestate import State, read_site
from workspacestate import open_workspace

KILLS = int(os.environ.get("LYCEUM_PUSH_KILLS", "12"))
SEED = int(os.environ.get("LYCEUM_PUSH_SEED", "1"))
NEEDS_DECISION = 6


class PushTestCase(support.SyncTestCase):
    """A small site of its own, and a workspace that has its state."""

    members = 200

    @classmethod
    def setUpClass(cls) -> None:
        cls.site = GhostSite(members=cls.members, months=8, seed=5, emails=1)
        cls.addClassCleanup(cls.site.close)
        cls.site.start()
        cls.api = cls.site.api
        scratch = tempfile.TemporaryDirectory(prefix="lyceum-push-")
        cls.addClassCleanup(scratch.cleanup)
        cls.scratch = Path(scratch.name)
        cls.lyceum = cls.new_workspace("mine")

    @classmethod
    def new_workspace(cls, name: str) -> support.Lyceum:
        lyceum = support.Lyceum(cls.scratch / name)
        lyceum.connect(cls.site.url, cls.site.admin_key)
        lyceum.sync()
        return lyceum

    # The workspace ------------------------------------------------------------------------

    def edit(self, *arguments: str, text: str = "") -> Dict[str, Any]:
        return self.lyceum.call("edit", *arguments, text=text)

    def push(self) -> Dict[str, Any]:
        """One sync, after which nothing waits."""
        report = self.lyceum.sync()
        self.assertEqual(report["waiting"], 0, self.lyceum.call("outbox", "list"))
        self.assertEqual(report["conflicts"], 0)
        return report

    def push_and_compare(self) -> State:
        """The changes are sent; a second sync brings what the site makes of them, and sends nothing more.

        It reads everything: likes that go with a member who was deleted leave no trace.
        """
        self.push()
        again = self.lyceum.sync("--full")
        self.assertEqual((again["total"]["pushed"], again["waiting"], again["conflicts"]), (0, 0, 0))
        state = read_site(self.api)
        self.assertSameAsSite(self.lyceum, state)
        self.assertSound(self.lyceum)
        return state

    def push_with_conflicts(self) -> List[Dict[str, Any]]:
        done = self.lyceum.run_sync()
        self.assertEqual(done.returncode, NEEDS_DECISION, done.stderr)
        return self.lyceum.call("conflicts", "list")["conflicts"]

    def resolve(self, conflict: Dict[str, Any], take: str, *more: str, text: str = "") -> None:
        self.lyceum.call("conflicts", "resolve", "--conflict", str(conflict["id"]), "--take", take, *more, text=text)

    # The site -----------------------------------------------------------------------------

    def some_members(self, number: int, **params: str) -> List[dict]:
        """Members that no other test has taken, with an address that needs no quoting."""
        taken = self.__class__.__dict__.get("taken")
        if taken is None:
            taken = set()
            self.__class__.taken = taken
        free = [member for member in self.api.by_id("/members/", "members", include="tiers", **params)
                if member["id"] not in taken and "'" not in member["email"]][:number]
        self.assertEqual(len(free), number)
        taken.update(member["id"] for member in free)
        return free

    def new_members(self, number: int) -> List[dict]:
        """Members without a past, for tests that delete them: the site forgets more of a past than a workspace does."""
        name = self.id().rsplit(".", 1)[-1].replace("_", "-")[:40]
        made = [self.api.api("POST", "/members/", None, {"members": [{"email": "%s-%d@example.com" % (name, i)}]})["members"][0]
                for i in range(number)]
        self.lyceum.sync()
        return made

    def member(self, identity: str) -> dict:
        return self.api.get("/members/%s/" % identity)["members"][0]

    def edit_there(self, identity: str, **fields: object) -> dict:
        return self.api.api("PUT", "/members/%s/" % identity, None, {"members": [fields]})["members"][0]

    def found(self, email: str) -> List[dict]:
        return self.api.get("/members/", filter="email:'%s'" % email)["members"]


class RoundTripTest(PushTestCase):
    """Every write of the contract: made here, found there, and the same on both sides afterwards."""

    def test_fields_of_a_member(self) -> None:
        first, second = self.some_members(2)
        self.edit("member", "--member", first["email"], "--name", "吴 新名", "--note", "First line\nsecond line")
        self.edit("member", "--member", second["email"], "--email", "moved.%s" % second["email"], "--name", "")
        state = self.push_and_compare()
        self.assertEqual(state["members"][first["id"]]["name"], "吴 新名")
        self.assertEqual(state["members"][first["id"]]["note"], "First line\nsecond line")
        self.assertEqual(state["members"][second["id"]]["email"], "moved.%s" % second["email"])
        self.assertEqual(state["members"][second["id"]]["name"], "")
        self.edit("member", "--member", first["email"], "--note", "")
        self.assertEqual(self.push_and_compare()["members"][first["id"]]["note"], "")

    def test_a_new_member_with_labels_newsletters_and_complimentary_access(self) -> None:
        newsletter = next(row for row in self.api.get("/newsletters/")["newsletters"] if row["status"] == "active")
        self.edit("member", "--new", "new.here@example.com", "--name", "New Here", "--note", "Met in Hangzhou", "--add-label", "VIP",
                  "--add-label", "Made offline", "--add-newsletter", newsletter["name"])
        self.edit("member", "--new", "guest.here@example.com", "--complimentary", "Patron", "--until", "2031-01-01T00:00:00Z")
        state = self.push_and_compare()
        made = self.found("new.here@example.com")
        self.assertEqual(len(made), 1)
        self.assertEqual({label["name"] for label in made[0]["labels"]}, {"VIP", "Made offline"})
        self.assertEqual([row["id"] for row in made[0]["newsletters"]], [newsletter["id"]])
        guest = self.found("guest.here@example.com")
        self.assertEqual([member["status"] for member in guest], ["comped"])
        self.assertEqual(state["members"][guest[0]["id"]]["complimentaryUntil"], 1924992000)

    def test_newsletters_and_the_right_to_comment(self) -> None:
        member, = self.some_members(1, filter="subscribed:true")
        arguments = ("member", "--member", member["email"])
        self.edit(*arguments, *[word for row in member["newsletters"] for word in ("--drop-newsletter", row["name"])])
        self.edit(*arguments, "--disable-commenting", "spam", "--until", "2031-01-01T00:00:00Z")
        self.push_and_compare()
        there = self.member(member["id"])
        self.assertEqual(there["newsletters"], [])
        self.assertEqual((there["commenting"]["disabled"], there["commenting"]["disabled_reason"]), (True, "spam"))
        self.assertTrue(there["commenting"]["disabled_until"].startswith("2031-01-01T00:00:00"))
        self.edit(*arguments, "--enable-commenting")
        self.push_and_compare()
        self.assertTrue(self.member(member["id"])["can_comment"])

    def test_a_removed_member(self) -> None:
        member, = self.new_members(1)
        self.edit("member", "--member", member["email"], "--remove")
        state = self.push_and_compare()
        self.assertNotIn(member["id"], state["members"])

    def test_a_label_on_all_who_pass_a_filter(self) -> None:
        self.edit("members", "--filter", "status:free", "--add-label", "Free reader")
        self.assertGreater(self.push()["kinds"]["members"]["pushed"], 50)
        state = self.push_and_compare()
        label = next(key for key, row in state["labels"].items() if row["name"] == "Free reader")
        for row in state["members"].values():
            self.assertEqual(label in row["labels"], row["status"] == "free")
        counted = next(row for row in self.api.get("/labels/", include="count.members", limit="100")["labels"] if row["id"] == label)
        self.assertEqual(counted["count"]["members"], sum(row["status"] == "free" for row in state["members"].values()))
        self.lyceum.call("undo")
        state = self.push_and_compare()
        self.assertFalse(any(label in row["labels"] for row in state["members"].values()))

    def test_labels_themselves(self) -> None:
        self.edit("label", "--new", "Offline label")
        self.push_and_compare()
        self.edit("label", "--label", "Offline label", "--rename", "Renamed offline")
        state = self.push_and_compare()
        self.assertIn("Renamed offline", {row["name"] for row in state["labels"].values()})
        self.edit("label", "--label", "Renamed offline", "--remove")
        state = self.push_and_compare()
        self.assertNotIn("Renamed offline", {row["name"] for row in state["labels"].values()})

    def test_tiers_and_offers(self) -> None:
        self.edit("tier", "--new", "Studio", "--currency", "USD", "--monthly-price", "1200", "--yearly-price", "12000", "--trial-days", "7",
                  "--description", "For those who make things", "--benefit", "Workshops", "--benefit", "Files")
        self.push_and_compare()
        self.edit("tier", "--tier", "Studio", "--monthly-price", "1500", "--benefit", "Workshops", "--visible", "no")
        self.push_and_compare()
        there = next(tier for tier in self.api.get("/tiers/")["tiers"] if tier["name"] == "Studio")
        self.assertEqual((there["monthly_price"], there["yearly_price"], there["benefits"], there["visibility"]), (1500, 12000, ["Workshops"], "none"))
        self.edit("offer", "--new", "Offline spring", "--code", "spring-26", "--type", "percent", "--amount", "20", "--cadence", "year", "--duration",
                  "once", "--tier", "Studio", "--title", "Spring", "--description", "A fifth off")
        self.push_and_compare()
        self.edit("offer", "--offer", "Offline spring", "--active", "no")
        self.edit("tier", "--tier", "Studio", "--active", "no")
        self.push_and_compare()
        offers = [offer for offer in self.api.get("/offers/")["offers"] if offer["code"] == "spring-26"]
        self.assertEqual([offer["status"] for offer in offers], ["archived"])

    def test_a_post_from_draft_to_deletion(self) -> None:
        self.edit("post", "--new", "Written on a train", "--html-file", "-", "--tag", "Travel", "--visibility", "members",
                  text="<p>One <strong>two</strong></p><ul><li>three</li></ul>")
        state = self.push_and_compare()
        key = next(key for key, row in state["posts"].items() if row["title"] == "Written on a train")
        self.assertEqual(state["posts"][key]["status"], "draft")
        self.assertIn("<strong>two</strong>", state["posts"][key]["html"])
        self.assertEqual(state["posts"][key]["slug"], "written-on-a-train")
        self.edit("post", "--post", "written-on-a-train", "--title", "Written on the train", "--status", "published", "--tag", "Travel", "--tag", "Notes")
        state = self.push_and_compare()
        self.assertEqual((state["posts"][key]["title"], state["posts"][key]["status"]), ("Written on the train", "published"))
        self.assertEqual(len(state["posts"][key]["tags"]), 2)
        self.edit("post", "--post", "written-on-a-train", "--remove")
        self.assertNotIn(key, self.push_and_compare()["posts"])

    def test_a_post_for_a_later_day(self) -> None:
        self.edit("post", "--new", "Next year", "--html-file", "-", "--status", "scheduled", "--at", "2031-05-01T09:00:00Z", "--visibility", "tiers",
                  "--tier", "Patron", text="<p>Later</p>")
        state = self.push_and_compare()
        row = next(row for row in state["posts"].values() if row["title"] == "Next year")
        self.assertEqual((row["status"], row["publishedAt"], row["visibility"]), ("scheduled", 1935392400, "tiers"))

    def test_comments_are_hidden_shown_pinned_answered_and_deleted(self) -> None:
        comment = next(row for row in self.api.by_id("/comments/", "comments", filter="status:published")
                       if row["parent_id"] is None and row["member"] and not row["pinned"])
        number = self.local_id("comment", comment["id"])
        author, = self.some_members(1)
        self.edit("comment", "hide", "--comment", number)
        self.push_and_compare()
        self.assertEqual(self.comment(comment["id"])["status"], "hidden")
        self.edit("comment", "show", "--comment", number)
        self.edit("comment", "pin", "--comment", number)
        self.edit("comment", "reply", "--to", number, "--as", author["email"], "--text-file", "-", text="Thank you.\n\n谢谢！")
        self.push_and_compare()
        there = self.comment(comment["id"])
        self.assertEqual((there["status"], there["pinned"]), ("published", True))
        replies = [reply for reply in self.api.get("/comments/%s/replies/" % comment["id"])["comments"]
                   if reply["member"] and reply["member"]["id"] == author["id"] and "谢谢" in reply["html"]]
        self.assertEqual([reply["html"] for reply in replies], ["<p>Thank you.</p><p>谢谢！</p>"])
        self.edit("comment", "delete", "--comment", number)
        self.push()
        self.assertEqual(self.comment(comment["id"])["status"], "deleted")

    def test_what_the_site_refuses_is_parked_with_its_reason_and_the_rest_goes_on(self) -> None:
        first, second = self.some_members(2)
        self.edit_there(second["id"], name="Still there")
        self.api.api("POST", "/members/", None, {"members": [{"email": "taken.meanwhile@example.com"}]})
        self.edit("member", "--member", first["email"], "--email", "taken.meanwhile@example.com")
        self.edit("member", "--member", second["email"], "--note", "goes on")
        self.lyceum.run_sync()
        self.assertEqual(self.member(second["id"])["note"], "goes on")
        waiting = self.lyceum.call("outbox", "list")["outbox"]
        self.assertEqual([(item["state"], item["fields"]) for item in waiting], [("parked", ["email"])])
        self.assertIn("already exists", waiting[0]["problem"])
        self.lyceum.call("outbox", "discard", "--entity", "member", "--id", str(waiting[0]["id"]))
        self.push_and_compare()

    def local_id(self, table: str, remote: str) -> str:
        with open_workspace(self.lyceum.workspace) as db:
            return str(db.execute("SELECT id FROM %s WHERE remote_id = ?" % table, (remote,)).fetchone()[0])

    def comment(self, identity: str) -> dict:
        return self.api.get("/comments/%s/" % identity)["comments"][0]


class BothSidesTest(PushTestCase):
    """The same row is changed here and there before they meet."""

    def test_other_fields_are_put_together(self) -> None:
        member, = self.some_members(1)
        self.edit("member", "--member", member["email"], "--note", "mine")
        self.edit_there(member["id"], name="Theirs")
        row = self.push_and_compare()["members"][member["id"]]
        self.assertEqual((row["name"], row["note"]), ("Theirs", "mine"))

    def test_the_same_change_is_no_conflict(self) -> None:
        member, = self.some_members(1)
        self.edit("member", "--member", member["email"], "--name", "Both Say")
        self.edit_there(member["id"], name="Both Say")
        self.push_and_compare()

    def test_the_same_field_waits_for_a_decision_and_the_rest_goes_on(self) -> None:
        for take, expected in (("mine", "mine"), ("theirs", "theirs"), ("both", "theirs\n\nmine")):
            with self.subTest(take=take):
                member, = self.some_members(1)
                self.edit("member", "--member", member["email"], "--note", "mine", "--name", "Goes On")
                self.edit_there(member["id"], note="theirs")
                conflict, = self.push_with_conflicts()
                self.assertEqual((conflict["field"], conflict["mine"], conflict["theirs"]), ("note", "mine", "theirs"))
                there = self.member(member["id"])
                self.assertEqual((there["note"], there["name"]), ("theirs", "Goes On"))
                self.resolve(conflict, take)
                self.assertEqual(self.push_and_compare()["members"][member["id"]]["note"], expected)

    def test_labels_of_both_sides_are_put_together(self) -> None:
        first, second = self.some_members(2)
        for member in (first, second):
            self.edit_there(member["id"], labels=[{"name": "Kept"}, {"name": "Dropped here"}, {"name": "Dropped there"}])
        self.push_and_compare()
        self.edit("member", "--member", first["email"], "--drop-label", "Dropped here", "--add-label", "Added here")
        self.edit_there(first["id"], labels=[{"name": "Kept"}, {"name": "Dropped here"}, {"name": "Added there"}])
        self.edit("member", "--member", second["email"], "--drop-label", "Dropped there")
        self.edit_there(second["id"], labels=[{"name": "Kept"}, {"name": "Dropped here"}])
        self.push_and_compare()
        self.assertEqual({label["name"] for label in self.member(first["id"])["labels"]}, {"Kept", "Added here", "Added there"})
        self.assertEqual({label["name"] for label in self.member(second["id"])["labels"]}, {"Kept", "Dropped here"})

    def test_changed_here_and_deleted_there(self) -> None:
        goes, stays = self.new_members(2)
        # A member who is made there again keeps the past here that the site has forgotten: this workspace is no longer like the site.
        self.lyceum = self.new_workspace("gone")
        for member in (goes, stays):
            self.edit("member", "--member", member["email"], "--note", "changed here")
            self.api.api("DELETE", "/members/%s/" % member["id"])
        conflicts = {conflict["title"]: conflict for conflict in self.push_with_conflicts()}
        self.assertEqual(sorted(conflicts), sorted((goes["email"], stays["email"])))
        self.assertTrue(all(conflict["gone"] for conflict in conflicts.values()))
        self.resolve(conflicts[goes["email"]], "theirs")
        self.resolve(conflicts[stays["email"]], "mine")
        self.push()
        self.assertEqual(self.found(goes["email"]), [])
        self.assertEqual([member["note"] for member in self.found(stays["email"])], ["changed here"])

    def test_deleted_here_and_changed_there(self) -> None:
        goes, stays = self.new_members(2)
        for member in (goes, stays):
            self.edit("member", "--member", member["email"], "--remove")
            self.edit_there(member["id"], note="changed there")
        conflicts = {conflict["title"]: conflict for conflict in self.push_with_conflicts()}
        self.resolve(conflicts[goes["email"]], "mine")
        self.resolve(conflicts[stays["email"]], "theirs")
        state = self.push_and_compare()
        self.assertNotIn(goes["id"], state["members"])
        self.assertEqual(state["members"][stays["id"]]["note"], "changed there")

    def test_a_post_that_was_edited_there_meanwhile(self) -> None:
        post = next(post for post in self.api.get("/posts/", limit="50")["posts"] if post["status"] == "published")
        self.edit("post", "--post", post["slug"], "--title", "My title")
        self.api.api("PUT", "/posts/%s/" % post["id"], None, {"posts": [{"title": "Their title", "updated_at": post["updated_at"]}]})
        conflict, = self.push_with_conflicts()
        self.assertEqual(conflict["field"], "title")
        self.resolve(conflict, "mine")
        self.assertEqual(self.push_and_compare()["posts"][post["id"]]["title"], "My title")

    def test_a_member_made_on_both_sides_is_one(self) -> None:
        self.edit("member", "--new", "twice.made@example.com", "--name", "Twice Made", "--add-label", "From here")
        self.api.api("POST", "/members/", None, {"members": [{"email": "twice.made@example.com", "name": "Twice Made"}]})
        self.push_and_compare()
        made = self.found("twice.made@example.com")
        self.assertEqual(len(made), 1)
        self.assertEqual([label["name"] for label in made[0]["labels"]], ["From here"])

    def test_undoing_what_was_sent_is_sent_as_well(self) -> None:
        member, = self.some_members(1)
        self.edit("member", "--member", member["email"], "--name", "For A Moment")
        self.push()
        self.lyceum.call("undo")
        self.assertEqual(self.push_and_compare()["members"][member["id"]]["name"], member["name"] or "")

    def test_what_is_undone_before_it_was_sent_never_leaves(self) -> None:
        member, = self.some_members(1)
        self.edit("member", "--member", member["email"], "--name", "Never Sent")
        self.lyceum.call("undo")
        self.assertEqual(self.push()["total"]["pushed"], 0)
        self.assertEqual(self.member(member["id"])["updated_at"], member["updated_at"])

    def test_two_workspaces_of_one_site_converge(self) -> None:
        first, = self.some_members(1)
        second, = self.new_members(1)
        other = self.new_workspace("other")
        self.edit("member", "--member", first["email"], "--name", "From One", "--add-label", "One")
        other.call("edit", "member", "--member", first["email"], "--note", "from two", "--add-label", "Two")
        other.call("edit", "member", "--member", second["email"], "--remove")
        self.edit("member", "--new", "made.by.one@example.com")
        other.call("edit", "member", "--new", "made.by.two@example.com")
        for lyceum in (self.lyceum, other, self.lyceum, other):
            self.assertEqual(lyceum.sync()["conflicts"], 0)
        # Labels set in bulk leave no trace: the last word is a reading of everything.
        self.lyceum.sync("--full")
        other.sync("--full")
        state = read_site(self.api)
        self.assertSameAsSite(self.lyceum, state)
        self.assertSameAsSite(other, state)
        there = self.member(first["id"])
        self.assertEqual((there["name"], there["note"]), ("From One", "from two"))
        self.assertLessEqual({"One", "Two"}, {label["name"] for label in there["labels"]})


class AnswersLostTest(PushTestCase):
    """Nothing is made twice, whatever becomes of the answers."""

    members = 60

    def make_one_of_each(self, name: str) -> None:
        self.edit("member", "--new", "%s@example.com" % name, "--name", name, "--add-label", "Label %s" % name)
        self.edit("tier", "--new", "Tier %s" % name, "--currency", "USD", "--monthly-price", "700", "--yearly-price", "7000")
        self.edit("post", "--new", "Post %s" % name, "--html-file", "-", "--tag", "Tag %s" % name, "--status", "published", text="<p>%s</p>" % name)
        with open_workspace(self.lyceum.workspace) as db:
            comment, email = db.execute(
                "SELECT comment.id, member.email FROM comment JOIN member ON member.id = member_id JOIN post ON post.id = post_id"
                " WHERE comment.status = 'published' AND parent_id IS NULL AND member.departed_at IS NULL AND commenting_disabled = 0"
                " AND post.visibility IN ('public', 'members') AND member.remote_id IS NOT NULL LIMIT 1").fetchone()
        self.edit("comment", "reply", "--to", str(comment), "--as", email, "--text-file", "-", text="Reply %s" % name)

    def assertEachOnce(self, name: str, message: str) -> None:
        comments = [row["html"] for row in self.api.by_id("/comments/", "comments")]
        self.assertEqual(
            {
                "member": len(self.found("%s@example.com" % name)),
                "label": sum(row["name"] == "Label %s" % name for row in self.api.get("/labels/", limit="100")["labels"]),
                "tier": sum(row["name"] == "Tier %s" % name for row in self.api.get("/tiers/")["tiers"]),
                "post": sum(row["title"] == "Post %s" % name for row in self.api.get("/posts/", limit="100")["posts"]),
                "tag": sum(row["name"] == "Tag %s" % name for row in self.api.get("/tags/", limit="100")["tags"]),
                "reply": comments.count("<p>Reply %s</p>" % name),
            },
            dict.fromkeys(("member", "label", "tier", "post", "tag", "reply"), 1), message)

    def test_a_lost_answer_doubles_nothing(self) -> None:
        with FaultProxy(self.site.url, slowness=0.05) as proxy:
            self.lyceum = support.Lyceum(self.folder / "proxied")
            self.lyceum.connect(proxy.url, self.site.admin_key)
            self.lyceum.sync()
            for fault in ("lost", "truncated", "garbage", "close", "503"):
                with self.subTest(fault):
                    name = "made-%s" % fault
                    self.make_one_of_each(name)
                    for path in ("members", "labels", "tiers", "posts", "comments", "tags"):
                        proxy.once(fault, "^POST /ghost/api/admin/%s/" % path)
                    for _ in range(8):
                        self.lyceum.run_sync()
                        for item in self.lyceum.call("outbox", "list")["outbox"]:
                            self.lyceum.run("outbox", "retry", "--entity", item["entity"], "--id", str(item["id"]))
                    self.assertEachOnce(name, fault)
                    self.assertEqual(self.lyceum.call("outbox", "list")["outbox"], [])
            proxy.off()
            self.lyceum.sync()
            self.assertSameAsSite(self.lyceum, read_site(self.api))

    def test_a_killed_push_doubles_nothing(self) -> None:
        chance = random.Random(SEED)
        kills = rounds = 0
        while kills < KILLS:
            rounds += 1
            name = "killed-%d" % rounds
            self.make_one_of_each(name)
            while kills < KILLS:
                running = self.lyceum.start_sync()
                moment = chance.uniform(0.02, 1.2)
                try:
                    running.wait(moment)
                    self.assertEqual(running.returncode, 0, (self.lyceum.folder / "stderr").read_text())
                    break
                except subprocess.TimeoutExpired:
                    running.send_signal(signal.SIGKILL)
                    running.wait()
                    kills += 1
                self.assertSound(self.lyceum, "seed %d, kill %d" % (SEED, kills))
            self.push()
            self.assertEachOnce(name, "seed %d, after %d kills" % (SEED, kills))
        self.push_and_compare()


if __name__ == "__main__":
    support.main()

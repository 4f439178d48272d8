# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes on the site arrives with the next sync, and what the site forgets the workspace remembers.

Each test makes its changes, syncs once and compares everything, so that a change which
damages something else is found too.  The tests do not depend on each other's order.
"""
import tempfile
from pathlib import Path

import support
from ghostsite import GhostSite
from sitestate import State, read_site
from workspacestate import read_remembered, read_workspace

MEMBERS = 200


class ChangesTest(support.SyncTestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.site = GhostSite(members=MEMBERS, months=10, seed=2, emails=2)
        cls.addClassCleanup(cls.site.close)
        cls.site.start()
        cls.api = cls.site.api
        scratch = tempfile.TemporaryDirectory(prefix="lyceum-changes-")
        cls.addClassCleanup(scratch.cleanup)
        cls.lyceum = support.Lyceum(Path(scratch.name))
        cls.lyceum.connect(cls.site.url, cls.site.admin_key)
        cls.lyceum.sync()

    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(self.mend)
        self.compared = True

    def mend(self) -> None:
        """After a failure, so that it is not every later test's failure too."""
        if not self.compared:
            self.lyceum.run_sync("--full")

    def sync_and_compare(self, *options: str) -> State:
        """One sync; then both sides must be the same.  The site's state."""
        self.compared = False
        self.lyceum.sync(*options)
        state = read_site(self.api)
        self.assertSameAsSite(self.lyceum, state)
        self.compared = True
        return state

    # Members -----------------------------------------------------------------------------

    def members(self, **params: str) -> list:
        return list(self.api.by_id("/members/", "members", include="tiers", **params))

    def edit_member(self, identity: str, **fields: object) -> dict:
        return self.api.api("PUT", "/members/%s/" % identity, None, {"members": [fields]})["members"][0]

    def test_a_new_member_arrives(self) -> None:
        # No apostrophe in the address: Ghost forgets to escape it where it looks up why mail fails, and then leaves that out for
        # everybody who happens to be on the same page.
        made = self.api.api("POST", "/members/", None, {"members": [
            {"email": "new.person+tag@example.com", "name": "吴 新", "note": "Met in Hangzhou",
             "labels": ["VIP", {"name": "Fresh"}]}]})["members"][0]
        state = self.sync_and_compare()
        self.assertEqual(state["members"][made["id"]]["name"], "吴 新")
        self.assertIn("Fresh", {label["name"] for label in state["labels"].values()})

    def test_a_new_complimentary_member_arrives_with_tier_and_end(self) -> None:
        tier = next(tier for tier in self.api.get("/tiers/")["tiers"] if tier["slug"] == "patron")
        made = self.api.api("POST", "/members/", None, {"members": [
            {"email": "comp@example.com", "tiers": [{"id": tier["id"], "expiry_at": "2031-01-01T00:00:00.000Z"}]}]})["members"][0]
        state = self.sync_and_compare()
        self.assertEqual(state["members"][made["id"]]["status"], "comped")
        self.assertEqual(state["members"][made["id"]]["complimentaryUntil"], 1924992000)

    def test_edited_fields_of_a_member_arrive(self) -> None:
        first, second = self.members()[5:7]
        self.edit_member(first["id"], name="Renamed Person", note="First line\nsecond line")
        self.edit_member(second["id"], email="changed.%s" % second["email"], name="")
        state = self.sync_and_compare()
        self.assertEqual(state["members"][first["id"]]["note"], "First line\nsecond line")
        self.assertTrue(state["members"][second["id"]]["email"].startswith("changed."))

    def test_labels_of_one_member_arrive_although_no_date_moves(self) -> None:
        member = next(member for member in self.members() if len(member["labels"]) == 1)
        after = self.edit_member(member["id"], labels=[{"name": "Speaker"}, {"name": "Podcast listener"}])
        self.assertEqual(after["updated_at"], member["updated_at"])
        self.sync_and_compare()

    def test_a_newsletter_left_by_the_member_arrives(self) -> None:
        member = next(member for member in self.members() if member["newsletters"])
        self.api.member_session(member["id"]).call("PUT", "/member/", {"newsletters": []})
        state = self.sync_and_compare()
        self.assertFalse(state["members"][member["id"]]["subscribed"])

    def test_labels_added_in_bulk_arrive_although_they_leave_no_trace(self) -> None:
        label = next(self.api.by_page("/labels/", "labels", filter="slug:press"))
        self.api.api("PUT", "/members/bulk/", {"filter": "status:paid+label:-press"},
                     {"bulk": {"action": "addLabel", "meta": {"label": {"id": label["id"]}}}})
        state = self.sync_and_compare()
        self.assertGreater(sum(label["id"] in member["labels"] for member in state["members"].values()), 20)

    def test_labels_removed_in_bulk_arrive_although_they_leave_no_trace(self) -> None:
        label = next(self.api.by_page("/labels/", "labels", filter="slug:vip"))
        self.api.api("PUT", "/members/bulk/", {"filter": "label:vip"},
                     {"bulk": {"action": "removeLabel", "meta": {"label": {"id": label["id"]}}}})
        state = self.sync_and_compare()
        self.assertFalse(any(label["id"] in member["labels"] for member in state["members"].values()))

    def test_unsubscribing_in_bulk_arrives_although_it_leaves_no_trace(self) -> None:
        chosen = [member["id"] for member in self.members() if member["newsletters"]][:10]
        self.api.api("PUT", "/members/bulk/", {"filter": "id:[%s]" % ",".join(chosen)}, {"bulk": {"action": "unsubscribe"}})
        state = self.sync_and_compare()
        self.assertFalse(any(state["members"][identity]["subscribed"] for identity in chosen))

    def test_a_label_moved_in_bulk_between_two_members_is_found_by_a_full_sync(self) -> None:
        """Every count stays the same: nothing but reading the members again can show it."""
        label = next(self.api.by_page("/labels/", "labels", filter="slug:beta-tester"))
        has = next(member["id"] for member in self.members(filter="label:beta-tester"))
        lacks = next(member["id"] for member in self.members(filter="label:-beta-tester"))
        for action, identity in (("removeLabel", has), ("addLabel", lacks)):
            self.api.api("PUT", "/members/bulk/", {"filter": "id:'%s'" % identity},
                         {"bulk": {"action": action, "meta": {"label": {"id": label["id"]}}}})
        self.sync_and_compare("--full")

    def test_a_renamed_and_a_deleted_label_arrive(self) -> None:
        renamed = next(self.api.by_page("/labels/", "labels", filter="slug:student"))
        deleted = next(self.api.by_page("/labels/", "labels", filter="slug:needs-follow-up"))
        self.api.api("PUT", "/labels/%s/" % renamed["id"], None, {"labels": [{"name": "Learner"}]})
        self.api.api("DELETE", "/labels/%s/" % deleted["id"])
        state = self.sync_and_compare()
        self.assertEqual(state["labels"][renamed["id"]]["name"], "Learner")
        self.assertNotIn(deleted["id"], state["labels"])

    def test_a_deleted_member_stays_as_one_who_left(self) -> None:
        member = next(member for member in self.members() if member["status"] == "paid" and member["labels"])
        before = read_workspace(self.lyceum.workspace)
        payments = {key for key, event in before["event:payment"].items() if event["member"] == member["id"]}
        self.assertTrue(payments)
        self.api.api("DELETE", "/members/%s/" % member["id"])
        state = self.sync_and_compare()
        self.assertNotIn(member["id"], state["members"])
        kept = read_remembered(self.lyceum.workspace)
        self.assertEqual(kept["members"][member["id"]]["email"], member["email"])
        self.assertEqual({key for key, event in kept["event:payment"].items() if event["member"] == member["id"]}, payments)

    def test_deleting_one_and_adding_one_is_not_mistaken_for_no_change(self) -> None:
        member = next(member for member in self.members() if member["status"] == "free" and not member["email_count"])
        self.api.api("DELETE", "/members/%s/" % member["id"])
        self.api.api("POST", "/members/", None, {"members": [{"email": "replacement@example.com"}]})
        self.sync_and_compare()

    def test_many_deleted_in_bulk_all_leave(self) -> None:
        chosen = [member["id"] for member in self.members() if member["status"] == "free"][-12:]
        self.api.api("DELETE", "/members/", {"filter": "id:[%s]" % ",".join(chosen)})
        self.sync_and_compare()
        self.assertLessEqual(set(chosen), set(read_remembered(self.lyceum.workspace)["members"]))

    def test_a_commenting_ban_and_its_end_arrive(self) -> None:
        member = next(member for member in self.members() if not member["commenting"]["disabled"])
        self.api.api("POST", "/members/%s/commenting/disable/" % member["id"], None,
                     {"reason": "spam", "expires_at": "2031-01-01T00:00:00.000Z", "hide_comments": False})
        state = self.sync_and_compare()
        self.assertEqual(state["members"][member["id"]]["commentingDisabledReason"], "spam")
        self.api.api("POST", "/members/%s/commenting/enable/" % member["id"], None, {})
        state = self.sync_and_compare()
        self.assertFalse(state["members"][member["id"]]["commentingDisabled"])

    # Tiers and offers --------------------------------------------------------------------

    def test_a_changed_and_a_new_tier_arrive(self) -> None:
        tier = next(tier for tier in self.api.get("/tiers/")["tiers"] if tier["slug"] == "founder")
        self.api.api("PUT", "/tiers/%s/" % tier["id"], None, {"tiers": [
            {"name": "Founding circle", "monthly_price": 4500, "benefits": ["A printed letter", "A seat at the table"],
             "visibility": "none"}]})
        made = self.api.api("POST", "/tiers/", None, {"tiers": [
            {"name": "Yen", "monthly_price": 800, "yearly_price": 8000, "currency": "jpy", "trial_days": 14}]})["tiers"][0]
        state = self.sync_and_compare()
        self.assertEqual(state["tiers"][tier["id"]]["monthlyPrice"], 4500)
        self.assertEqual(state["tiers"][made["id"]]["currency"], "JPY")
        self.api.api("PUT", "/tiers/%s/" % made["id"], None, {"tiers": [{"active": False}]})
        self.assertFalse(self.sync_and_compare()["tiers"][made["id"]]["active"])

    def test_a_changed_offer_arrives(self) -> None:
        offer = self.api.get("/offers/")["offers"][0]
        self.api.api("PUT", "/offers/%s/" % offer["id"], None, {"offers": [{"name": "Renamed offer", "status": "archived"}]})
        state = self.sync_and_compare()
        self.assertEqual((state["offers"][offer["id"]]["name"], state["offers"][offer["id"]]["active"]), ("Renamed offer", False))

    # Posts -------------------------------------------------------------------------------

    def posts(self) -> list:
        return list(self.api.by_id("/posts/", "posts"))

    def test_a_new_and_an_edited_post_arrive(self) -> None:
        post = next(post for post in self.posts() if post["status"] == "published")
        made = self.api.api("POST", "/posts/", {"source": "html"}, {"posts": [
            {"title": "读书笔记", "html": "<p>第一段。</p>", "tags": ["Alpha", {"name": "News"}], "visibility": "paid",
             "status": "published"}]})["posts"][0]
        self.api.api("PUT", "/posts/%s/" % post["id"], {"source": "html"}, {"posts": [
            {"title": "Another title", "html": "<p>Another text.</p>", "updated_at": post["updated_at"]}]})
        state = self.sync_and_compare()
        self.assertEqual(state["posts"][post["id"]]["html"], "<p>Another text.</p>")
        self.assertEqual(state["posts"][made["id"]]["title"], "读书笔记")

    def test_tags_of_a_post_arrive_although_no_date_moves(self) -> None:
        post = next(post for post in self.posts() if post["status"] == "published" and post["visibility"] == "public")
        after = self.api.api("PUT", "/posts/%s/" % post["id"], None,
                             {"posts": [{"tags": ["Fresh tag"], "updated_at": post["updated_at"]}]})["posts"][0]
        self.assertEqual(after["updated_at"], post["updated_at"])
        self.sync_and_compare()

    def test_a_deleted_post_is_remembered_and_its_comments_go(self) -> None:
        discussed = {comment["post"]["id"] for comment in self.api.by_id("/comments/", "comments")}
        post = next(post for post in self.posts() if post["id"] in discussed and not post["email"])
        self.api.api("DELETE", "/posts/%s/" % post["id"])
        self.sync_and_compare()
        self.assertEqual(read_remembered(self.lyceum.workspace)["posts"][post["id"]]["title"], post["title"])

    def test_posts_deleted_in_bulk_leave_although_the_log_names_none(self) -> None:
        chosen = [post["id"] for post in self.posts() if post["status"] in ("draft", "scheduled")]
        self.assertGreater(len(chosen), 0)
        for identity in chosen[1:]:  # one is left for other tests to find a draft
            self.api.api("DELETE", "/posts/", {"filter": "id:'%s'" % identity})
        self.sync_and_compare()

    # Comments ----------------------------------------------------------------------------

    def comments(self, **params: str) -> list:
        return list(self.api.by_id("/comments/", "comments", **params))

    def public_post(self) -> dict:
        return next(post for post in self.posts() if post["status"] == "published" and post["visibility"] == "public")

    def test_new_comments_and_replies_arrive(self) -> None:
        author, other = [member for member in self.members() if member["can_comment"]][:2]
        post = self.public_post()
        top = self.api.api("POST", "/comments/", None, {"comments": [
            {"post_id": post["id"], "member_id": author["id"], "html": "<p>说得好 &amp; more</p>"}]})["comments"][0]
        reply = self.api.api("POST", "/comments/", None, {"comments": [
            {"parent_id": top["id"], "member_id": other["id"], "html": "<p>Thanks.</p>"}]})["comments"][0]
        answer = self.api.api("POST", "/comments/", None, {"comments": [
            {"parent_id": top["id"], "in_reply_to_id": reply["id"], "member_id": author["id"],
             "html": "<p>Welcome.</p>"}]})["comments"][0]
        state = self.sync_and_compare()
        self.assertEqual(state["comments"][answer["id"]]["inReplyTo"], reply["id"])

    def test_a_comment_written_into_the_past_arrives(self) -> None:
        author = next(member for member in self.members() if member["can_comment"])
        made = self.api.api("POST", "/comments/", None, {"comments": [
            {"post_id": self.public_post()["id"], "member_id": author["id"], "html": "<p>Late.</p>",
             "created_at": "2026-03-01T08:00:00.000Z"}]})["comments"][0]
        state = self.sync_and_compare()
        self.assertEqual(state["comments"][made["id"]]["createdAt"], 1772352000)

    def test_a_hidden_a_shown_and_a_pinned_comment_arrive(self) -> None:
        hide = self.comments(filter="status:published+parent_id:null")[3]
        show = self.comments(filter="status:hidden")[0]
        pin = self.comments(filter="status:published+parent_id:null")[4]
        self.api.api("PUT", "/comments/%s/" % hide["id"], None, {"comments": [{"status": "hidden"}]})
        self.api.api("PUT", "/comments/%s/" % show["id"], None, {"comments": [{"status": "published"}]})
        self.api.api("PUT", "/comments/%s/" % pin["id"], None, {"comments": [{"pinned": True}]})
        state = self.sync_and_compare()
        self.assertEqual([state["comments"][row["id"]]["status"] for row in (hide, show)], ["hidden", "published"])
        self.assertTrue(state["comments"][pin["id"]]["pinned"])

    def test_a_deleted_comment_is_remembered_as_deleted(self) -> None:
        comment = self.comments(filter="status:published+parent_id:null")[0]
        self.api.api("PUT", "/comments/%s/" % comment["id"], None, {"comments": [{"status": "deleted"}]})
        self.sync_and_compare()
        self.assertEqual(read_remembered(self.lyceum.workspace)["comments"][comment["id"]]["html"], comment["html"])

    def test_a_deleted_comment_that_is_published_again_returns(self) -> None:
        comment = self.comments(filter="status:published+parent_id:null")[1]
        for status in ("deleted", "published"):
            self.api.api("PUT", "/comments/%s/" % comment["id"], None, {"comments": [{"status": status}]})
            state = self.sync_and_compare()
        self.assertIn(comment["id"], state["comments"])

    def test_comments_hidden_by_a_ban_arrive_with_a_full_sync(self) -> None:
        """They move no date, no count and no event: nothing but reading the comments again can show it."""
        talkative = self.comments(filter="status:published")[-1]["member"]["id"]
        self.api.api("POST", "/members/%s/commenting/disable/" % talkative, None,
                     {"reason": "Harassment", "expires_at": None, "hide_comments": True})
        state = self.sync_and_compare("--full")
        self.assertNotIn("published", {row["status"] for row in state["comments"].values() if row["member"] == talkative})

    def test_likes_given_and_taken_back_and_reports_arrive_with_a_full_sync(self) -> None:
        """Ghost has no list of likes and counts none but in the comments themselves."""
        fan = self.api.member_session([member for member in self.members() if not member["commenting"]["disabled"]][2]["id"])
        public = {post["id"] for post in self.posts() if post["status"] == "published" and post["visibility"] == "public"}
        chosen = [comment for comment in self.comments(filter="status:published+parent_id:null")
                  if comment["post"]["id"] in public][-3:]
        for comment in chosen:
            fan.like(comment["id"])
        fan.report(chosen[0]["id"])
        before = self.sync_and_compare("--full")["comments"]
        fan.unlike(chosen[1]["id"])
        after = self.sync_and_compare("--full")["comments"]
        self.assertEqual(after[chosen[1]["id"]]["likes"], before[chosen[1]["id"]]["likes"] - 1)

    def test_signing_in_writes_an_event_that_arrives(self) -> None:
        member = self.members()[9]
        self.api.member_session(member["id"])
        self.sync_and_compare()

    def test_the_workspace_is_sound_after_all_of_it(self) -> None:
        self.sync_and_compare()
        self.assertSound(self.lyceum)


if __name__ == "__main__":
    support.main()

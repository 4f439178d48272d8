# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workspace file holds, as the rows `sitestate` makes of a site.

The file is read with SQLite directly, past the program.  What the workspace remembers and the
site no longer has (departed members and their history, deleted posts and comments) is left
out by `read_workspace` and is there in `read_remembered`.
"""
import sqlite3
from pathlib import Path
from typing import Any, Dict, List

from sitestate import EVENTS, Row, State

# The numbers are part of the file format (models/community/event.h).
EVENT_NUMBERS = {
    "signup": 1, "login": 2, "subscription-change": 3, "payment": 4, "newsletter-change": 5, "email-change": 6, "comment": 7,
    "like": 8,
    "dislike": 9, "report": 10, "click": 11, "feedback": 12, "email-sent": 13, "email-delivered": 14, "email-opened": 15,
    "email-failed": 16, "email-complained": 17, "donation": 18,
}

ABOUT_POSTS = ("click", "feedback", "email-sent", "email-delivered", "email-opened", "email-failed", "email-complained")


def open_workspace(path: Path) -> sqlite3.Connection:
    """A read-only connection.  Searching is not possible through it: the tokenizer is the program's."""
    connection = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def remote_text(value: Any) -> str:
    """An event's id as the site writes it: 24 hexadecimal digits are kept as 12 bytes."""
    return value.hex() if isinstance(value, bytes) else value


def sets(db: sqlite3.Connection, table: str, left: str, right: str) -> Dict[int, List[str]]:
    """Remote ids on the right of a relation, sorted, by the local id on the left."""
    found: Dict[int, List[str]] = {}
    for local, remote in db.execute("SELECT {0}_id, {1}.remote_id FROM {2} JOIN {1} ON {1}.id = {1}_id".format(left, right,
            table)):
        found.setdefault(local, []).append(remote)
    for remotes in found.values():
        remotes.sort()
    return found


def keyed(rows: Any, columns: Dict[str, str], flags: tuple = ()) -> Dict[str, Row]:
    """Rows by remote id, columns renamed, 0/1 columns made booleans."""
    found = {}
    for row in rows:
        values = {name: row[column] for name, column in columns.items()}
        for name in flags:
            values[name] = bool(values[name])
        found[row["remote_id"]] = values
    return found


MEMBER = {
    "uuid": "uuid", "email": "email", "name": "name", "note": "note", "status": "status", "joinedAt": "joined_at",
    "changedAt": "changed_at",
    "lastSeenAt": "last_seen_at", "country": "country", "source": "source", "sourceMedium": "source_medium",
    "subscribed": "subscribed",
    "emailCount": "email_count", "emailOpenedCount": "email_opened_count", "emailSuppressed": "email_suppressed",
    "emailSuppressedReason": "email_suppressed_reason", "commentingDisabled": "commenting_disabled",
    "commentingDisabledReason": "commenting_disabled_reason", "commentingDisabledUntil": "commenting_disabled_until",
    "complimentaryUntil": "complimentary_until",
}
POST = {
    "title": "title", "slug": "slug", "status": "status", "visibility": "visibility", "featured": "featured",
    "emailOnly": "email_only",
    "authors": "authors", "excerpt": "excerpt", "html": "html", "plainText": "plain_text", "url": "url",
    "readingMinutes": "reading_minutes",
    "createdAt": "created_at", "changedAt": "changed_at", "publishedAt": "published_at",
}


def read_members(db: sqlite3.Connection, where: str) -> Dict[str, Row]:
    rows = db.execute("SELECT * FROM member WHERE " + where).fetchall()
    members = keyed(rows, MEMBER, ("subscribed", "emailSuppressed", "commentingDisabled"))
    for name in ("label", "newsletter", "tier"):
        related = sets(db, "member_" + name, "member", name)
        for row in rows:
            members[row["remote_id"]][name + "s"] = related.get(row["id"], [])
    return members


def read_posts(db: sqlite3.Connection, where: str) -> Dict[str, Row]:
    rows = db.execute("SELECT * FROM post WHERE " + where).fetchall()
    posts = keyed(rows, POST, ("featured", "emailOnly"))
    for name in ("tag", "tier"):
        related = sets(db, "post_" + name, "post", name)
        for row in rows:
            posts[row["remote_id"]][name + "s"] = related.get(row["id"], [])
    return posts


def read_comments(db: sqlite3.Connection, where: str) -> Dict[str, Row]:
    rows = db.execute(
        "SELECT c.*, ifnull(p.remote_id, '') AS post, ifnull(m.remote_id, '') AS member, ifnull(t.remote_id, '') AS parent,"
        " ifnull(r.remote_id, '') AS reply FROM comment c LEFT JOIN post p ON p.id = c.post_id"
        " LEFT JOIN member m ON m.id = c.member_id AND m.departed_at IS NULL"  # the site forgets who wrote it
        " LEFT JOIN comment t ON t.id = c.parent_id LEFT JOIN comment r ON r.id = c.in_reply_to_id WHERE " + where)
    return keyed(rows, {"post": "post", "member": "member", "parent": "parent", "inReplyTo": "reply", "status": "status",
                        "html": "html",
                        "createdAt": "created_at", "editedAt": "edited_at", "pinned": "pinned", "likes": "likes",
                        "dislikes": "dislikes",
                        "reports": "reports"}, ("pinned",))


def read_subscriptions(db: sqlite3.Connection, where: str) -> Dict[str, Row]:
    rows = db.execute(
        "SELECT s.*, m.remote_id AS member, ifnull(t.remote_id, '') AS tier, ifnull(o.remote_id, '') AS offer FROM subscription s"
        " JOIN member m ON m.id = s.member_id LEFT JOIN tier t ON t.id = s.tier_id"
        " LEFT JOIN offer o ON o.id = s.offer_id WHERE " + where)
    return keyed(rows, {"member": "member", "tier": "tier", "offer": "offer", "status": "status", "interval": "interval",
                        "amount": "amount",
                        "currency": "currency", "cancelAtPeriodEnd": "cancel_at_period_end",
                        "cancellationReason": "cancellation_reason",
                        "startedAt": "started_at", "periodEndAt": "period_end_at", "trialStartAt": "trial_start_at",
                        "trialEndAt": "trial_end_at"}, ("cancelAtPeriodEnd",))


def read_reactions(db: sqlite3.Connection, where: str) -> Dict[str, Row]:
    rows = db.execute("SELECT r.*, c.remote_id AS comment, ifnull(m.remote_id, '') AS member FROM reaction r"
                      " JOIN comment c ON c.id = r.comment_id LEFT JOIN member m ON m.id = r.member_id WHERE " + where)
    return keyed(rows, {"comment": "comment", "member": "member", "kind": "kind", "at": "at"})


def read_events(db: sqlite3.Connection, kind: str, where: str) -> Dict[str, Row]:
    rows = db.execute(
        "SELECT e.*, m.remote_id AS member, ifnull(p.remote_id, '') AS post,"
        " s.type, s.subscription_remote_id, s.from_price, s.to_price,"
        " s.currency AS mrr_currency, s.mrr_delta, s.tier_name, s.signup FROM event e JOIN member m ON m.id = e.member_id"
        " LEFT JOIN post p ON p.id = e.post_id LEFT JOIN subscription_change s ON s.id = e.id"
        " WHERE e.kind = %d AND %s" % (EVENT_NUMBERS[kind], where))
    found = {}
    for row in rows:
        values: Row = {"member": row["member"], "at": row["at"], "amount": row["amount"], "post": row["post"],
                       "score": row["amount"]}
        if kind == "subscription-change":
            values.update(type=row["type"], subscription=row["subscription_remote_id"], fromPrice=row["from_price"],
                          toPrice=row["to_price"],
                          currency=row["mrr_currency"], mrrDelta=row["mrr_delta"], signup=bool(row["signup"]),
                          tierName=row["tier_name"])
        found[remote_text(row["remote"])] = values
    return found


def read_workspace(path: Path) -> State:
    """What the workspace believes the site has now."""
    db = open_workspace(path)
    try:
        state: State = {
            "tiers": keyed(db.execute("SELECT * FROM tier"), {
                "name": "name", "slug": "slug", "description": "description", "paid": "paid", "active": "active",
                "visible": "visible",
                "currency": "currency", "monthlyPrice": "monthly_price", "yearlyPrice": "yearly_price", "trialDays": "trial_days",
                "benefits": "benefits"}, ("paid", "active", "visible")),
            "offers": keyed(db.execute("SELECT o.*, t.remote_id AS tier FROM offer o JOIN tier t ON t.id = o.tier_id"), {
                "name": "name", "code": "code", "title": "title", "description": "description", "type": "type",
                "cadence": "cadence",
                "amount": "amount", "currency": "currency", "duration": "duration", "durationMonths": "duration_months",
                "active": "active",
                "redemptions": "redemptions", "tier": "tier"}, ("active",)),
            "labels": keyed(db.execute("SELECT * FROM label"), {"name": "name", "slug": "slug"}),
            "tags": keyed(db.execute("SELECT * FROM tag"), {"name": "name", "slug": "slug"}),
            "newsletters": keyed(db.execute("SELECT * FROM newsletter"), {
                "name": "name", "slug": "slug", "description": "description", "active": "active"}, ("active",)),
            "members": read_members(db, "departed_at IS NULL"),
            "subscriptions": read_subscriptions(db, "m.departed_at IS NULL"),
            "posts": read_posts(db, "deleted_at IS NULL"),
            "comments": read_comments(db, "c.status <> 'deleted'"),
            "reactions": read_reactions(db, "c.status <> 'deleted' AND m.departed_at IS NULL"),
        }
        for tier in state["tiers"].values():
            tier["benefits"] = tier["benefits"].split("\n") if tier["benefits"] else []
        for kind in EVENTS:
            # Events about a post are compared while the site has the post: see read_site.
            alive = "p.id IS NOT NULL AND p.deleted_at IS NULL" if kind in ABOUT_POSTS else "1"
            state["event:" + kind] = read_events(db, kind, "m.departed_at IS NULL AND " + alive)
        read_ledger(db, state)
        return state
    finally:
        db.close()


def read_ledger(db: sqlite3.Connection, state: State) -> None:
    """Payments stand in the ledger and among the events; the amounts compared are the ledger's."""
    ledger = {row["remote_id"]: row for row in db.execute("SELECT * FROM payment")}
    for kind in ("payment", "donation"):
        for key, event in state["event:" + kind].items():
            line = ledger.get(key)
            event["amount"] = line["amount"] if line else "no line in the ledger"
            event["currency"] = line["currency"] if line else ""


def read_remembered(path: Path) -> State:
    """What the workspace keeps although the site has it no longer."""
    db = open_workspace(path)
    try:
        state: State = {
            "members": read_members(db, "departed_at IS NOT NULL"),
            "posts": read_posts(db, "deleted_at IS NOT NULL"),
            "comments": read_comments(db, "c.status = 'deleted'"),
        }
        for kind in EVENTS:
            state["event:" + kind] = read_events(db, kind, "m.departed_at IS NOT NULL")
        return state
    finally:
        db.close()


def damage(path: Path) -> List[str]:
    """What SQLite itself finds wrong with the file; empty when nothing."""
    db = open_workspace(path)
    try:
        # The search tables need the program's tokenizer, so integrity is checked table by table without them.
        found = [row[0] for row in db.execute("PRAGMA main.foreign_key_check")]
        tables = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'")
        for (table,) in tables.fetchall():
            found += [row[0] for row in db.execute("PRAGMA integrity_check(\"%s\")" % table) if row[0] != "ok"]
        return found
    finally:
        db.close()

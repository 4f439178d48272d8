# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Ghost site holds, read over its Admin API into plain rows that can be compared.

A state is {kind: {key: row}}; keys are the site's ids, rows are flat dictionaries, times are
UTC seconds, sets are sorted lists of ids.  `workspacestate` makes the same of a workspace.
Nothing here is shared with the program: the mapping is written down a second time.
"""
import calendar
import json
import time
from typing import Any, Callable, Dict, List, Optional

from adminapi import AdminApi

Row = Dict[str, Any]
State = Dict[str, Dict[str, Row]]

# The program's name of each kind of event, and Ghost's.  `aggregated_click_event` is a digest of the
# clicks and `comment_event` of the comments: neither is an event of its own.
EVENTS = {
    "signup": "signup_event",
    "login": "login_event",
    "subscription-change": "subscription_event",
    "payment": "payment_event",
    "newsletter-change": "newsletter_event",
    "email-change": "email_change_event",
    "click": "click_event",
    "feedback": "feedback_event",
    "email-sent": "email_sent_event",
    "email-delivered": "email_delivered_event",
    "email-opened": "email_opened_event",
    "email-failed": "email_failed_event",
    "email-complained": "email_complained_event",
    "donation": "donation_event",
}


def seconds(value: Any) -> Optional[int]:
    """UTC seconds of a time as Ghost prints it: ISO text, or milliseconds on SQLite for some."""
    if value is None:
        return None
    if isinstance(value, (int, float)):
        return int(value // 1000)
    return calendar.timegm(time.strptime(value[:19], "%Y-%m-%dT%H:%M:%S"))


def ids(rows: Optional[List[Row]]) -> List[str]:
    return sorted(row["id"] for row in rows or ())


def text(value: Optional[str]) -> str:
    return value or ""


def read_tiers(api: AdminApi) -> Dict[str, Row]:
    return {tier["id"]: {
        "name": tier["name"], "slug": tier["slug"], "description": text(tier["description"]), "paid": tier["type"] == "paid",
        "active": tier["active"], "visible": tier["visibility"] == "public", "currency": text(tier.get("currency")).upper(),
        "monthlyPrice": tier.get("monthly_price") or 0, "yearlyPrice": tier.get("yearly_price") or 0,
        "trialDays": tier["trial_days"] or 0, "benefits": tier["benefits"],
    } for tier in api.get("/tiers/")["tiers"]}


def read_offers(api: AdminApi) -> Dict[str, Row]:
    return {offer["id"]: {
        "name": offer["name"], "code": offer["code"], "title": text(offer["display_title"]),
        "description": text(offer["display_description"]), "type": offer["type"], "cadence": offer["cadence"],
        "amount": offer["amount"], "currency": text(offer["currency"]).upper(), "duration": offer["duration"],
        "durationMonths": offer["duration_in_months"] or 0, "active": offer["status"] == "active",
        "redemptions": offer["redemption_count"], "tier": offer["tier"]["id"],
    } for offer in api.get("/offers/")["offers"]}


def read_labels(api: AdminApi) -> Dict[str, Row]:
    return {label["id"]: {"name": label["name"], "slug": label["slug"]} for label in api.by_page("/labels/", "labels")}


def read_tags(api: AdminApi) -> Dict[str, Row]:
    return {tag["id"]: {"name": tag["name"], "slug": tag["slug"]} for tag in api.by_page("/tags/", "tags")}


def read_newsletters(api: AdminApi) -> Dict[str, Row]:
    return {letter["id"]: {"name": letter["name"], "slug": letter["slug"], "description": text(letter["description"]),
                           "active": letter["status"] == "active"} for letter in api.by_page("/newsletters/", "newsletters")}


def country_of(geolocation: Optional[str]) -> str:
    return text(json.loads(geolocation).get("country_code")) if geolocation else ""


def member_row(member: Row) -> Row:
    ban = member["commenting"]
    suppression = member["email_suppression"]
    complimentary = [paid for paid in member["subscriptions"] if not paid["id"]]
    return {
        "uuid": member["uuid"], "email": member["email"], "name": text(member["name"]), "note": text(member["note"]),
        "status": member["status"], "joinedAt": seconds(member["created_at"]), "changedAt": seconds(member["updated_at"]),
        "lastSeenAt": seconds(member["last_seen_at"]), "country": country_of(member["geolocation"]),
        "subscribed": member["subscribed"], "emailCount": member["email_count"], "emailOpenedCount": member["email_opened_count"],
        "emailSuppressed": suppression["suppressed"], "emailSuppressedReason": text((suppression["info"] or {}).get("reason")),
        "commentingDisabled": ban["disabled"], "commentingDisabledReason": text(ban["disabled_reason"]),
        "commentingDisabledUntil": seconds(ban["disabled_until"]),
        "complimentaryUntil": seconds(complimentary[0]["current_period_end"]) if complimentary else None,
        "labels": ids(member["labels"]), "newsletters": ids(member["newsletters"]), "tiers": ids(member["tiers"]),
    }


def subscription_row(member: Row, paid: Row) -> Row:
    tier = paid.get("tier", {}).get("id") or paid["price"]["tier"]["tier_id"]
    return {
        "member": member["id"], "tier": tier, "offer": (paid["offer"] or {}).get("id", ""), "status": paid["status"],
        "interval": paid["plan"]["interval"], "amount": paid["plan"]["amount"], "currency": paid["plan"]["currency"].upper(),
        "cancelAtPeriodEnd": paid["cancel_at_period_end"], "cancellationReason": text(paid["cancellation_reason"]),
        "startedAt": seconds(paid["start_date"]), "periodEndAt": seconds(paid["current_period_end"]),
        "trialStartAt": seconds(paid["trial_start_at"]), "trialEndAt": seconds(paid["trial_end_at"]),
    }


def post_row(post: Row) -> Row:
    return {
        "title": post["title"], "slug": post["slug"], "status": post["status"], "visibility": post["visibility"],
        "featured": post["featured"], "emailOnly": post["email_only"],
        "authors": ", ".join(author["name"] for author in post["authors"]),
        "excerpt": text(post["excerpt"]), "html": text(post["html"]), "plainText": text(post["plaintext"]), "url": post["url"],
        "readingMinutes": post["reading_time"], "createdAt": seconds(post["created_at"]),
        "changedAt": seconds(post["updated_at"]),
        "publishedAt": seconds(post["published_at"]), "tags": ids(post["tags"]),
        "tiers": ids(post["tiers"]) if post["visibility"] == "tiers" else [],
    }


def comment_row(comment: Row) -> Row:
    count = comment["count"]
    return {
        "post": comment["post"]["id"], "member": (comment["member"] or {}).get("id", ""), "parent": text(comment["parent_id"]),
        "inReplyTo": text(comment["in_reply_to_id"]), "status": comment["status"], "html": text(comment["html"]),
        "createdAt": seconds(comment["created_at"]), "editedAt": seconds(comment["edited_at"]), "pinned": comment["pinned"],
        "likes": count["likes"], "dislikes": count["dislikes"], "reports": count["reports"],
    }


def read_reactions(api: AdminApi, comments: List[Row]) -> Dict[str, Row]:
    """Who liked, disliked and reported, one list per comment that has any: Ghost offers no other way."""
    found: Dict[str, Row] = {}
    for comment in comments:
        for kind, path, key in (("like", "likes", "comment_likes"), ("dislike", "dislikes", "comment_dislikes"),
                                ("report", "reports", "comment_reports")):
            if not comment["count"][path]:
                continue
            for row in api.by_page("/comments/%s/%s/" % (comment["id"], path), key):
                found[row["id"]] = {"comment": comment["id"], "member": text(row["member_id"]), "kind": kind,
                                    "at": seconds(row["created_at"])}
    return found


def event_row(kind: str, data: Row) -> Row:
    row = {"member": data["member"]["id"], "at": seconds(data["created_at"])}
    if kind in ("payment", "donation"):
        row["amount"] = data["amount"]
        row["currency"] = data["currency"].upper()
    if kind == "subscription-change":
        row.update(type=data["type"], subscription=data["subscription_id"], fromPrice=text(data["from_plan"]),
                   toPrice=text(data["to_plan"]),
                   currency=data["currency"].upper(), mrrDelta=data["mrr_delta"], signup=bool(data["signup"]),
                   tierName=text(data.get("tierName")))
    if kind in ("click", "feedback"):
        row["post"] = (data.get("post") or {}).get("id", "")
    if kind.startswith("email-") and kind != "email-change":
        row["post"] = text((data.get("email") or {}).get("post_id"))
    if kind == "feedback":
        row["score"] = data["score"]
    return row


def read_site(api: AdminApi, without: Callable[[str], bool] = lambda kind: False) -> State:
    """Everything the program is to know, some 700 requests at 2 000 members.  `without` leaves kinds out."""
    members = list(api.by_id("/members/", "members", include="tiers"))
    comments = list(api.by_id("/comments/", "comments"))
    state: State = {
        "tiers": read_tiers(api), "offers": read_offers(api), "labels": read_labels(api), "tags": read_tags(api),
        "newsletters": read_newsletters(api),
        "members": {member["id"]: member_row(member) for member in members},
        "subscriptions": {paid["id"]: subscription_row(member, paid) for member in members
                          for paid in member["subscriptions"] if paid["id"]},
        "posts": {post["id"]: post_row(post) for post in api.by_id("/posts/", "posts", formats="html,plaintext")},
        "comments": {comment["id"]: comment_row(comment) for comment in comments},
        "reactions": read_reactions(api, comments),
    }
    sources = {}
    for kind, type_ in EVENTS.items():
        # E-mail events outlive their member on the site; nobody is left to attribute them to.
        events = [data for data in api.events(type_) if data["member"].get("id")]
        found = {data["id"]: event_row(kind, data) for data in events}
        # What becomes of events about a deleted post differs by kind: clicks lose the post, feedback goes, e-mail
        # events keep a dead id.  The workspace keeps them all; neither side's are compared.
        state["event:" + kind] = {key: row for key, row in found.items() if row.get("post", "") in state["posts"]
                                  or "post" not in row}
        # A paid sign-up has no signup_event: where it came from stands in the change that was the sign-up.
        if kind == "signup" or kind == "subscription-change":
            for data in events:
                if kind == "signup" or data["signup"]:
                    sources[data["member"]["id"]] = data["attribution"] or {}
    for identity, member in state["members"].items():
        attribution = sources.get(identity, {})
        member["source"] = text(attribution.get("referrer_source"))
        member["sourceMedium"] = text(attribution.get("referrer_medium"))
    return {kind: rows for kind, rows in state.items() if not without(kind)}


def differences(site: State, workspace: State, limit: int = 40) -> List[str]:
    """What is not the same, a line each; empty when the two agree.  Only keys of `site`'s rows are compared."""
    found: List[str] = []
    for kind, rows in site.items():
        others = workspace.get(kind, {})
        found += ["%s %s is missing in the workspace" % (kind, key) for key in rows if key not in others]
        found += ["%s %s is in the workspace only" % (kind, key) for key in others if key not in rows]
        for key, row in rows.items():
            other = others.get(key)
            if other is None or row == other:
                continue
            for field, value in row.items():
                if field not in other:
                    found.append("%s %s has no field %s in the workspace" % (kind, key, field))
                elif other[field] != value:
                    found.append("%s %s: %s is %r on the site, %r in the workspace" % (kind, key, field, value, other[field]))
    if len(found) > limit:
        found[limit:] = ["… and %d more" % (len(found) - limit)]
    return found

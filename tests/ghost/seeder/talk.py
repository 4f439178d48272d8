# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments, and e-mails with what was done with them."""
import bisect
import json
import time

from .values import DAY, stamp
from .vocabulary import COMMENTS, REASONS, REPLIES


class TalkSeeding:
    """What members and the site say to each other."""

    def talk(self):
        r, o, end = self.rng, self.o, self.end
        total = o.comments if o.comments is not None else o.members // 2
        self.comments = []
        if not self.posts or not self.members:
            return
        talkers = [i for i in range(len(self.members)) if r.random() < 0.22] or [0]
        talk_joined = [self.joined[i] for i in talkers]

        def who(ts, floor=0):
            k = bisect.bisect_right(talk_joined, ts)
            if k <= floor:
                return None
            return self.members[talkers[int(k * r.random() ** 1.4)]]

        tops = {}                                  # post id -> [(comment id, ts, [(reply id, ts)])]
        weights = [1.0 / (1 + i) ** 0.6 for i in range(len(self.posts))]
        r.shuffle(weights)
        made = 0
        tries = 0
        picks = r.choices(self.posts, weights, k=total * 2 + 10)
        while made < total and tries < len(picks):
            post = picks[tries]
            tries += 1
            threads = tops.setdefault(post[1], [])
            parent = None
            reply_to = None
            if threads and r.random() < 0.36:
                parent = threads[int(len(threads) * r.random())]
                base = parent[1]
                if parent[2] and r.random() < 0.4:
                    reply_to = parent[2][int(len(parent[2]) * r.random())]
                    base = reply_to[1]
                ts = base + 60 + r.expovariate(1 / (0.4 * DAY))
            else:
                ts = post[0] + 300 + r.expovariate(1 / (3.0 * DAY))
            if ts >= end:
                continue
            m = who(ts)
            if m is None:
                continue
            ts = int(ts)
            cid = self.id.at(ts)
            x = r.random()
            status = "published" if x < 0.955 else "hidden" if x < 0.98 else "deleted"
            edited = ts + r.random() * DAY if r.random() < 0.04 else None
            if edited and edited > end:
                edited = None
            changed = edited or ts
            if status != "published":
                changed = min(end, changed + r.random() * 3 * DAY)
            pinned = stamp(min(end, ts + DAY)) if parent is None and status == "published" and r.random() < 0.002 else None
            text = (REPLIES if parent else COMMENTS)[int(r.random() * len(REPLIES if parent else COMMENTS))]
            if r.random() < 0.3:
                text += " " + self.sentence()
            html = "<p>%s</p>" % text
            if r.random() < 0.05:
                html += "<p>%s</p>" % self.sentence()
            self.put("comments", id=cid, post_id=post[1], member_id=m["id"], parent_id=parent[0] if parent else None,
                     in_reply_to_id=reply_to[0] if reply_to else None, status=status, html=html, edited_at=stamp(edited),
                     pinned_at=pinned,
                     created_at=stamp(ts), updated_at=stamp(changed))
            if parent:
                parent[2].append((cid, ts))
            else:
                threads.append((cid, ts, []))
            m["commented"] = max(m["commented"] or 0, ts)
            m["seen"] = max(m["seen"] or 0, ts)
            made += 1
            if status == "deleted":
                continue
            likes = min(40, int(r.expovariate(1 / 1.3)))
            fans = set()
            for _ in range(likes):
                lts = int(ts + 30 + r.expovariate(1 / (1.0 * DAY)))
                f = who(lts) if lts < end else None
                if f is None or f["id"] in fans:
                    continue
                fans.add(f["id"])
                self.put("comment_likes", id=self.id.at(lts), comment_id=cid, member_id=f["id"],
                         score=1 if r.random() > 0.06 else -1, created_at=stamp(lts), updated_at=stamp(lts))
            if r.random() < (0.4 if status == "hidden" else 0.012):
                seen = set()
                for _ in range(r.choices([1, 2, 4], [70, 22, 8])[0]):
                    rts = int(ts + 60 + r.expovariate(1 / (0.5 * DAY)))
                    f = who(rts) if rts < end else None
                    if f is None or f["id"] in seen:
                        continue
                    seen.add(f["id"])
                    self.put("comment_reports", id=self.id.at(rts), comment_id=cid, member_id=f["id"], created_at=stamp(rts),
                             updated_at=stamp(rts))
            if made % 20000 == 0:
                self.flush()
        for i in talkers:
            if r.random() < 0.004:
                m = self.members[i]
                until = time.strftime("%Y-%m-%dT00:00:00.000Z", time.gmtime(end + 30 * DAY)) if r.random() < 0.5 else None
                m["commenting"] = {"disabled": True, "disabledReason": r.choice(REASONS), "disabledUntil": until}
                m["updated"] = max(m["updated"], int(end - r.random() * 20 * DAY), m["t"])

    def mail(self):
        r, end = self.rng, self.end
        mailed = [p for p in self.posts if p[4]]
        if not mailed:
            return
        budget = self.o.recipients
        for left, post in zip(range(len(mailed), 0, -1), mailed):
            t, pid, slug = post[0] + 60, post[1], post[2]
            pool = [m for m in self.members[:bisect.bisect_right(self.joined, t)] if m["subscribed"] and not m["disabled"]]
            cap = budget // left
            if len(pool) > cap:
                pool = sorted(r.sample(pool, cap), key=lambda m: m["t"])
            budget -= len(pool)
            eid = self.id.at(t)
            links = []
            for k in range(3):
                lid = self.id.at(t)
                self.put("redirects", id=lid, **{"from": "/r/%s" % self.id.token("", 8).lower()},
                         to="https://example.com/%s/%d" % (slug[:60], k), post_id=pid,
                         automation_action_revision_id=None, to_hash=None, created_at=stamp(t), updated_at=stamp(t))
                links.append(lid)
            delivered = opened = failed = 0
            batch = None
            for k, m in enumerate(pool):
                if k % 1000 == 0:
                    batch = self.id.at(t)
                    self.put("email_batches", id=batch, email_id=eid,
                             mailgun_message_id="<%s@example.com>" % self.id.token("", 20), fallback_sending_domain=0,
                             status="submitted",
                             member_segment=None, created_at=stamp(t), updated_at=stamp(t + 5))
                rid = self.id.at(t)
                pt = t + 5
                dl = op = fl = None
                m["count"] += 1
                if r.random() < 0.012:
                    fl = min(end, pt + 20 + int(r.random() * 600))
                    failed += 1
                else:
                    dl = min(end, pt + 2 + int(r.random() * 120))
                    delivered += 1
                    if r.random() < 0.46:
                        op = int(dl + 30 + r.expovariate(1 / (0.6 * DAY)))
                        op = op if op < end else None
                if op:
                    opened += 1
                    m["opened"] += 1
                    m["seen"] = max(m["seen"] or 0, op)
                self.put("email_recipients", id=rid, email_id=eid, member_id=m["id"], batch_id=batch, processed_at=stamp(pt),
                         delivered_at=stamp(dl), opened_at=stamp(op),
                         failed_at=stamp(fl), member_uuid=m["uuid"], member_email=m["email"], member_name=m["name"])
                if fl:
                    self.put("email_recipient_failures", id=self.id.at(fl), email_id=eid, member_id=m["id"],
                             email_recipient_id=rid, code=550, enhanced_code="5.1.1",
                             message="No such user here", severity="permanent", failed_at=stamp(fl),
                             event_id=self.id.token("", 16))
                    if r.random() < 0.5:
                        m["disabled"] = 1
                        self.put("suppressions", id=self.id.at(fl), email=m["email"], email_id=eid, reason="bounce",
                                 created_at=stamp(fl))
                if op and r.random() < 0.18:
                    ct = min(end, op + 20 + int(r.random() * 300))
                    for lid in r.sample(links, 1 if r.random() < 0.8 else 2):
                        self.put("members_click_events", id=self.id.at(ct), member_id=m["id"], redirect_id=lid,
                                 created_at=stamp(ct))
                if op and r.random() < 0.03:
                    ft = min(end, op + 60 + int(r.random() * 600))
                    self.put("members_feedback", id=self.id.at(ft), score=int(r.random() < 0.85), member_id=m["id"], post_id=pid,
                             created_at=stamp(ft), updated_at=stamp(ft))
                if op and r.random() < 0.0006:
                    self.put("email_spam_complaint_events", id=self.id.at(op + 5), member_id=m["id"], email_id=eid,
                             email_address=m["email"], created_at=stamp(min(end, op + 5)))
            self.put("emails", id=eid, post_id=pid, uuid=self.id.uuid(), status="submitted", recipient_filter="all", error=None,
                     error_data="[]", email_count=len(pool),
                     csd_email_count=None, delivered_count=delivered, opened_count=opened, failed_count=failed,
                     subject=slug.replace("-", " ").capitalize(), **{"from": "noreply@example.com"},
                     reply_to=None, html=None, plaintext=None, source=None, source_type="html", track_opens=1, track_clicks=1,
                     feedback_enabled=1, submitted_at=stamp(t),
                     newsletter_id=self.newsletter, created_at=stamp(t), updated_at=stamp(t + 300))
            self.flush()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Members, what they pay, and the events of both."""
import json
import math
import time

from .values import DAY, add_months, slugify, stamp
from .vocabulary import COUNTRIES, DOMAINS, FIRST, FIRST_WIDE, LABELS, LAST, LAST_WIDE, SOURCES


class PeopleSeeding:
    """Sign-ups, labels, newsletters, logins, complimentary and paid subscriptions."""

    def people(self):
        r, o, end = self.rng, self.o, self.end
        labels = []
        for name in LABELS:
            lid, s = self.id.at(self.start), stamp(self.start)
            self.put("labels", id=lid, name=name, slug=slugify(name), created_at=s, updated_at=s)
            labels.append(lid)
        span = end - self.start - 3600
        joined = sorted(int(self.start + span * r.random() ** 0.65) for _ in range(o.members))
        self.members = []
        for n, t in enumerate(joined):
            m = {"id": self.id.at(t), "uuid": self.id.uuid(), "transient": self.id.uuid(), "t": t, "updated": t, "status": "free",
                 "seen": None, "commented": None,
                 "count": 0, "opened": 0, "commenting": {"disabled": False, "disabledReason": None, "disabledUntil": None},
                 "disabled": 0, "customer": None}
            first = FIRST_WIDE[n % len(FIRST_WIDE)] if r.random() < 0.06 else FIRST[int(r.random() * len(FIRST))]
            last = LAST_WIDE[n % len(LAST_WIDE)] if r.random() < 0.06 else LAST[int(r.random() * len(LAST))]
            m["name"] = None if r.random() < 0.12 else "%s %s" % (first, last)
            ascii_first = first.encode("ascii", "ignore").decode().lower() or "m"
            m["email"] = "%s.%s%d@%s" % (ascii_first, LAST[int(r.random() * len(LAST))].lower(), n + 1,
                                         DOMAINS[int(r.random() * len(DOMAINS))])
            m["note"] = self.sentence() if r.random() < 0.06 else None
            if r.random() < 0.6:
                c = COUNTRIES[int(r.random() * len(COUNTRIES))]
                m["geo"] = json.dumps({"country": c[0], "country_code": c[1]}, separators=(",", ":"))
            else:
                m["geo"] = None
            x = r.random()
            m["source"] = "member" if x < 0.86 else "import" if x < 0.94 else "admin" if x < 0.97 else "api"
            self.members.append(m)

            x = r.random()
            batch = self.id.at(t)
            direct = False
            status_log = []                       # (ts, from, to)
            if x < 0.17:
                direct = r.random() < 0.45
                begin = t if direct else t + r.expovariate(1 / (45.0 * DAY))
                if begin < end - DAY:
                    self.pay(m, begin, batch if direct else None, status_log)
                else:
                    direct = False
            elif x < 0.20:
                begin = t if m["source"] in ("admin", "api") else t + r.random() * 30 * DAY
                if begin < end:
                    self.comp(m, begin, status_log)
            # the state at sign-up: what the log says at t, else free
            first_status = "free"
            if status_log and status_log[0][0] <= t:
                first_status = status_log.pop(0)[2]
            self.put("members_status_events", id=self.id.at(t), member_id=m["id"], from_status=None, to_status=first_status,
                     created_at=stamp(t), batch_id=batch)
            m["status"] = first_status
            for ts, old, new in status_log:
                self.put("members_status_events", id=self.id.at(ts), member_id=m["id"], from_status=old, to_status=new,
                         created_at=stamp(ts), batch_id=None)
                m["status"] = new
                m["updated"] = max(m["updated"], ts)

            src, medium = SOURCES[int(r.random() * len(SOURCES))] if m["source"] == "member" else (None, None)
            att = self.posts[int(r.random() * len(self.posts))] if self.posts and m["source"] == "member" and r.random() < 0.5 else None
            self.put("members_created_events", id=self.id.at(t), created_at=stamp(t), member_id=m["id"],
                     attribution_id=att[1] if att else None,
                     attribution_type="post" if att else None, attribution_url="/%s/" % att[2] if att else None,
                     referrer_source=src,
                     referrer_medium=medium, referrer_url=None, source=m["source"], batch_id=batch)

            m["subscribed"] = r.random() < 0.88
            if m["subscribed"]:
                self.put("members_subscribe_events", id=self.id.at(t), member_id=m["id"], subscribed=1, created_at=stamp(t),
                         source=m["source"], newsletter_id=self.newsletter)
                leave = t + r.expovariate(1 / (900.0 * DAY))
                if leave < end and r.random() < 0.35:
                    m["subscribed"] = False
                    self.put("members_subscribe_events", id=self.id.at(leave), member_id=m["id"], subscribed=0,
                             created_at=stamp(leave), source="member", newsletter_id=self.newsletter)
                else:
                    self.put("members_newsletters", id=self.id.at(t), member_id=m["id"], newsletter_id=self.newsletter)
            if r.random() < 0.35:
                for k, lab in enumerate(r.sample(labels, r.choices([1, 2, 3], [70, 22, 8])[0])):
                    self.put("members_labels", id=self.id.at(t), member_id=m["id"], label_id=lab, sort_order=k)
            if m["source"] == "member" or r.random() < 0.3:
                visits = 1 + min(60, int(r.expovariate(1 / max(0.01,
                                                               o.logins - 1)))) if o.logins > 1 else int(r.random() < o.logins)
                for k in range(visits):
                    ts = t + 40 + (0 if k == 0 else r.random() ** 2 * (end - t - 60))
                    if ts < end:
                        self.put("members_login_events", id=self.id.at(ts), member_id=m["id"], created_at=stamp(ts))
                        m["seen"] = max(m["seen"] or 0, int(ts))
            if r.random() < 0.004:
                ts = t + (end - t) * r.random()
                old = "old-" + m["email"]
                self.put("members_email_change_events", id=self.id.at(ts), member_id=m["id"], to_email=m["email"], from_email=old,
                         created_at=stamp(ts))
                m["updated"] = max(m["updated"], ts)
            if r.random() < 0.002:
                ts = t + (end - t) * r.random()
                self.put("donation_payment_events", id=self.id.at(ts), name=m["name"], email=m["email"], member_id=m["id"],
                         amount=r.choice([500, 1000, 2500]),
                         currency="usd", created_at=stamp(ts), donation_message="Keep going" if r.random() < 0.5 else None)
            if r.random() < 0.1:
                m["updated"] = max(m["updated"], t + (end - t) * r.random())
            if n % 10000 == 9999:
                self.flush()
                self.say("%d members" % (n + 1))
        self.joined = joined

    def comp(self, m, begin, log):
        r = self.rng
        tid = self.plans[0 if r.random() < 0.7 else 1][0]
        until = begin + r.choice([30, 90, 365, 730]) * DAY if r.random() < 0.6 else None
        log.append((begin, "free", "comped"))
        self.put("members_product_events", id=self.id.at(begin), member_id=m["id"], product_id=tid, action="added",
                 created_at=stamp(begin))
        if until and until < self.end:
            log.append((until, "comped", "free"))
            return
        iso = time.strftime("%Y-%m-%dT00:00:00.000Z", time.gmtime(until)) if until else None
        self.put("members_products", id=self.id.at(begin), member_id=m["id"], product_id=tid, sort_order=0, expiry_at=iso)

    def pay(self, m, begin, batch, log):
        """One or two Stripe subscriptions from `begin` on, with every event they cause."""
        r, end, mid = self.rng, self.end, m["id"]
        cus = self.id.token("cus_")
        m["customer"] = cus
        self.put("members_stripe_customers", id=self.id.at(begin), member_id=mid, customer_id=cus, name=m["name"],
                 email=m["email"], created_at=stamp(begin), updated_at=stamp(begin))
        t0, old_status, again = int(begin), "free", 0
        while True:
            plan_no = r.choices([0, 1, 2], [62, 30, 8])[0]
            tid, prices, trial = self.plans[plan_no]
            cadence = "month" if r.random() < 0.7 else "year"
            offer = next((f for f in self.offers if f[1] == plan_no and f[2] == cadence), None)
            if offer and r.random() > 0.15:
                offer = None
            sid, sub = self.id.at(t0), self.id.token("sub_", 24)
            mrr = lambda c: prices[c][2] if c == "month" else prices[c][2] // 12
            ev = []                               # (ts, type, from plan, to plan, mrr delta)
            on_trial = trial > 0
            trial_end = t0 + trial * DAY if on_trial else None
            ev.append((t0, "created", None, prices[cadence][1], 0 if on_trial else mrr(cadence)))
            cur_mrr = 0 if on_trial else mrr(cadence)
            status, cancel_flag, reason, ended = ("trialing" if on_trial else "active"), 0, None, None
            period_start = trial_end if on_trial else t0
            period_end = period_start
            invoices = 0
            if on_trial and trial_end > end:
                period_end = trial_end
            else:
                if on_trial:
                    status = "active"
                    ev.append((trial_end, "updated", prices[cadence][1], prices[cadence][1], mrr(cadence)))
                    cur_mrr = mrr(cadence)
                while True:
                    step = 1 if cadence == "month" else 12
                    period_end = add_months(period_start, step)
                    amount = prices[cadence][2]
                    if offer and (offer[4] is None and invoices == 0 or offer[4] and invoices < offer[4]):
                        amount = amount * (100 - offer[3]) // 100
                    self.put("members_payment_events", id=self.id.at(period_start), member_id=mid, amount=amount, currency="usd",
                             source="stripe", created_at=stamp(period_start))
                    invoices += 1
                    churn = r.random() < (0.05 if cadence == "month" else 0.28)
                    fail = r.random() < 0.006
                    if churn:
                        ct = period_start + (period_end - period_start) * r.random()
                        if ct < end:
                            ev.append((ct, "canceled", prices[cadence][1], prices[cadence][1], -cur_mrr))
                            if r.random() < 0.07 and ct + 2 * DAY < min(end, period_end):
                                ev.append((ct + DAY, "reactivated", prices[cadence][1], prices[cadence][1], cur_mrr))
                            else:
                                cur_mrr, cancel_flag = 0, 1
                                reason = r.choice([None, "Too expensive", "Not enough time to read",
                                                   "Moving to another tier later"])
                                if period_end <= end:
                                    ended = period_end
                                    ev.append((period_end, "expired", prices[cadence][1], None, 0))
                                    status, cancel_flag = "canceled", 1
                                break
                    elif cadence == "month" and r.random() < 0.008 and period_end < end:
                        delta = mrr("year") - cur_mrr
                        ev.append((period_end, "updated", prices["month"][1], prices["year"][1], delta))
                        cadence, cur_mrr = "year", mrr("year")
                    if period_end > end:
                        break
                    if fail:
                        if period_end + 14 * DAY < end:
                            ended = period_end + 14 * DAY
                            ev.append((ended, "expired", prices[cadence][1], None, -cur_mrr))
                            cur_mrr, status = 0, "canceled"
                        else:
                            status = "past_due"
                        break
                    period_start = period_end
            price_id, amount = prices[cadence][1], prices[cadence][2]
            last = max(e[0] for e in ev)
            self.put("members_stripe_customers_subscriptions", id=sid, customer_id=cus, ghost_subscription_id=None,
                     subscription_id=sub, stripe_price_id=price_id,
                     status=status, cancel_at_period_end=cancel_flag, cancellation_reason=reason,
                     current_period_end=stamp(period_end), start_date=stamp(t0),
                     default_payment_card_last4="%04d" % r.randint(0, 9999), created_at=stamp(t0), updated_at=stamp(last),
                     mrr=cur_mrr, offer_id=offer[0] if offer else None,
                     discount_start=stamp(t0) if offer else None,
                     discount_end=stamp(add_months(t0, offer[4])) if offer and offer[4] else None,
                     trial_start_at=stamp(t0) if on_trial else None, trial_end_at=stamp(trial_end), plan_id=price_id,
                     plan_nickname="Monthly" if cadence == "month" else "Yearly", plan_interval=cadence, plan_amount=amount,
                     plan_currency="usd")
            for ts, kind, a, b, delta in ev:
                self.put("members_paid_subscription_events", id=self.id.at(ts), type=kind, member_id=mid, subscription_id=sid,
                         from_plan=a, to_plan=b, currency="usd",
                         source="stripe", mrr_delta=delta, created_at=stamp(ts))
            att = self.posts[int(r.random() * len(self.posts))] if self.posts and r.random() < 0.5 else None
            self.put("members_subscription_created_events", id=self.id.at(t0), created_at=stamp(t0), member_id=mid,
                     subscription_id=sid,
                     attribution_id=att[1] if att else None, attribution_type="post" if att else None,
                     attribution_url="/%s/" % att[2] if att else None,
                     referrer_source="Direct", referrer_medium=None, referrer_url=None, batch_id=batch or self.id.at(t0))
            batch = None
            if offer:
                self.put("offer_redemptions", id=self.id.at(t0), offer_id=offer[0], member_id=mid, subscription_id=sid,
                         created_at=stamp(t0))
            self.put("members_product_events", id=self.id.at(t0), member_id=mid, product_id=tid, action="added",
                     created_at=stamp(t0))
            log.append((t0, old_status, "paid"))
            old_status = "paid"
            if ended is None:
                self.put("members_products", id=self.id.at(t0), member_id=mid, product_id=tid, sort_order=0, expiry_at=None)
                return
            self.put("members_product_events", id=self.id.at(ended), member_id=mid, product_id=tid, action="removed",
                     created_at=stamp(ended))
            log.append((ended, "paid", "free"))
            old_status = "free"
            t0 = int(ended + r.expovariate(1 / (60.0 * DAY)) + DAY)
            again += 1
            if again > 1 or r.random() > 0.12 or t0 > end - DAY:
                return

    def member_rows(self):
        for m in self.members:
            rate = int(math.floor(m["opened"] / m["count"] * 100 + 0.5)) if m["count"] >= 5 else None
            self.put("members", id=m["id"], uuid=m["uuid"], transient_id=m["transient"], email=m["email"], status=m["status"],
                     name=m["name"], expertise=None, note=m["note"],
                     geolocation=m["geo"], enable_comment_notifications=1, email_count=m["count"], email_opened_count=m["opened"],
                     email_open_rate=rate,
                     email_disabled=m["disabled"], last_seen_at=stamp(m["seen"]), last_commented_at=stamp(m["commented"]),
                     commenting=json.dumps(m["commenting"], separators=(",", ":")), created_at=stamp(m["t"]),
                     updated_at=stamp(min(self.end, max(m["updated"], m["t"]))))

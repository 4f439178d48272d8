# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiers, offers, tags and posts."""
import json

from .values import DAY, slugify, stamp
from .vocabulary import TAGS, WORDS


class ContentSeeding:
    """What a member finds on the site."""

    def tiers(self):
        t = self.start
        s = stamp(t)
        self.plans = []      # (tier id, month price, year price, trial days)
        wanted = [(self.base_tier, None, None, 500, 5000, 0, ["Every post, in full", "Comment on everything"]),
                  (None, "Patron", "patron", 1200, 12000, 7,
                   ["All of the above", "Monthly live call", "Your name in the credits"]),
                  (None, "Founder", "founder", 4000, 40000, 0, ["All of the above", "A printed letter twice a year"])]
        for n, (tid, name, slug, pm, py, trial, perks) in enumerate(wanted):
            if tid is None:
                tid = self.id.at(t)
                self.put("products", id=tid, name=name, slug=slug, active=1, welcome_page_url=None, visibility="public",
                         trial_days=trial, description="%s tier" % name, type="paid", currency="usd", monthly_price=pm,
                         yearly_price=py, created_at=s, updated_at=s, monthly_price_id=None, yearly_price_id=None)
            else:
                got = self.db.execute("select monthly_price, yearly_price, trial_days from products where id=?",
                                      (tid,)).fetchone()
                pm, py, trial = got[0] or pm, got[1] or py, got[2] or 0
            if tid != self.base_tier:
                for i, perk in enumerate(perks):
                    bid = self.id.at(t)
                    self.put("benefits", id=bid, name=perk, slug="%s-%d-%d" % (slugify(perk), n, i), created_at=s, updated_at=s)
                    self.put("products_benefits", id=self.id.at(t), product_id=tid, benefit_id=bid, sort_order=i)
            sp = self.id.token("prod_")
            self.put("stripe_products", id=self.id.at(t), product_id=tid, stripe_product_id=sp, created_at=s, updated_at=s)
            prices = {}
            for interval, amount in (("month", pm), ("year", py)):
                rid, pid = self.id.at(t), self.id.token("price_", 24)
                self.put("stripe_prices", id=rid, stripe_price_id=pid, stripe_product_id=sp, active=1,
                         nickname="Monthly" if interval == "month" else "Yearly", currency="usd", amount=amount,
                         type="recurring", interval=interval, description=None, created_at=s, updated_at=s)
                prices[interval] = (rid, pid, amount)
            self.flush()
            self.db.execute("update products set monthly_price_id=?, yearly_price_id=? where id=?",
                            (prices["month"][0], prices["year"][0], tid))
            self.plans.append((tid, prices, trial))
        self.offers = []
        for name, code, tier, interval, pct, duration, months in (("Spring welcome", "spring", 0, "month", 20, "repeating", 3),
                                                                  ("First year", "first-year", 1, "year", 25, "once", None)):
            oid = self.id.at(t)
            self.put("offers", id=oid, active=1, name=name, code=code, product_id=self.plans[tier][0],
                     stripe_coupon_id=self.id.token("", 8),
                     interval=interval, currency=None, discount_type="percent", discount_amount=pct, duration=duration,
                     duration_in_months=months, portal_title=name, portal_description="", redemption_type="signup", created_at=s,
                     updated_at=s)
            self.offers.append((oid, tier, interval, pct, months))

    def sentence(self, lo=6, hi=16):
        r = self.rng
        w = [WORDS[int(r.random() * len(WORDS))] for _ in range(r.randint(lo, hi))]
        return " ".join(w).capitalize() + "."

    def content(self):
        r, o = self.rng, self.o
        n_posts = o.posts if o.posts is not None else max(24, 2 * o.months)
        tags = []
        for name in TAGS:
            tid, s = self.id.at(self.start), stamp(self.start)
            slug = slugify(name)
            if self.one("select 1 from tags where slug=?", slug):
                slug += "-2"
            self.put("tags", id=tid, name=name, slug=slug, visibility="public", created_at=s, updated_at=s)
            tags.append(tid)
        self.posts = []      # (published ts, id, slug, visibility)
        when = sorted(self.start + DAY + (self.end - self.start - 2 * DAY) * (i + r.random()) / max(1, n_posts)
                      for i in range(n_posts))
        drafts = n_posts // 25
        emailed_from = n_posts - drafts - 1 - o.emails
        for i, t in enumerate(when):
            status = "published"
            if i >= n_posts - drafts:
                status = "draft"
            elif i == n_posts - drafts - 1 and n_posts > 10:
                status = "scheduled"
            title = self.sentence(3, 8)[:-1]
            slug = "%s-%d" % (slugify(title)[:150], i)
            paras = [" ".join(self.sentence() for _ in range(r.randint(2, 6))) for _ in range(r.randint(3, 12))]
            html = "".join("<p>%s</p>" % p for p in paras)
            lexical = json.dumps({"root": {"children": [{"children": [{"detail": 0, "format": 0, "mode": "normal", "style": "",
                                                                       "text": p, "type": "extended-text", "version": 1}],
                                                         "direction": None, "format": "", "indent": 0, "type": "paragraph",
                                                         "version": 1} for p in paras],
                                           "direction": None, "format": "", "indent": 0, "type": "root", "version": 1}},
                                           separators=(",", ":"))
            vis = r.choices(["public", "members", "paid", "tiers"], [40, 25, 25, 10])[0]
            pid = self.id.at(t)
            published = t if status == "published" else self.end + 400 * DAY if status == "scheduled" else None
            emailed = status == "published" and emailed_from <= i < n_posts - drafts - 1
            changed = t + (r.random() * 5 * DAY if r.random() < 0.4 else 0)
            self.put("posts", id=pid, uuid=self.id.uuid(), title=title, slug=slug, mobiledoc=None, lexical=lexical, html=html,
                     comment_id=pid,
                     plaintext="\n\n".join(paras), feature_image=None, featured=int(r.random() < 0.05), type="post",
                     status=status, locale=None,
                     visibility=vis, email_recipient_filter="all" if emailed else "none",
                     created_at=stamp(t - r.random() * 3 * DAY),
                     updated_at=stamp(min(changed, self.end)), published_at=stamp(published),
                     published_by=self.owner if status == "published" else None,
                     custom_excerpt=None, newsletter_id=self.newsletter if emailed else None, show_title_and_feature_image=1)
            self.put("posts_authors", id=self.id.at(t), post_id=pid, author_id=self.owner, sort_order=0)
            for k, tag in enumerate(r.sample(tags, r.randint(1, 3))):
                self.put("posts_tags", id=self.id.at(t), post_id=pid, tag_id=tag, sort_order=k)
            if vis == "tiers":
                for k, plan in enumerate(self.plans[1:]):
                    self.put("posts_products", id=self.id.at(t), post_id=pid, product_id=plan[0], sort_order=k)
            if status == "published":
                self.posts.append((int(t), pid, slug, vis, emailed))

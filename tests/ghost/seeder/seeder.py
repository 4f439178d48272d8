# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of the work, and the tables it owns."""
import hashlib
import random
import sys
import time

from .content import ContentSeeding
from .people import PeopleSeeding
from .talk import TalkSeeding
from .values import Ids, add_months

# Tables the script owns, children first.
OWNED = ["comment_reports", "comment_likes", "comments", "members_click_events", "members_feedback",
         "email_spam_complaint_events", "suppressions", "email_recipient_failures", "email_recipients", "email_batches",
         "emails", "redirects", "donation_payment_events", "offer_redemptions", "members_current_subscription",
         "members_subscription_created_events", "members_paid_subscription_events", "members_payment_events",
         "members_stripe_customers_subscriptions", "members_stripe_customers", "members_cancel_events",
         "members_product_events", "members_products", "members_status_events", "members_subscribe_events",
         "members_login_events", "members_email_change_events", "members_created_events", "members_labels",
         "members_newsletters", "subscriptions", "members", "labels", "offers"]
# Tables it never fills, but whose rows would dangle after --reset.
CLEARED = ["automated_email_recipients", "automation_run_steps", "automation_runs", "welcome_email_automation_runs",
           "members_metafield_change_events", "members_metafield_values", "members_metafield_bindings", "gifts",
           "recommendation_click_events", "recommendation_subscribe_events", "machine_payment_events", "products_checkout_config"]


class Seeder(ContentSeeding, PeopleSeeding, TalkSeeding):
    """Collects rows table by table and writes them in batches.

    Every random draw comes from one generator, so the order of the steps is part of
    the result: same options and same base database, same rows.
    """

    def __init__(self, db, opt):
        self.db = db
        self.o = opt
        self.rng = random.Random("ghost-seed-%d" % opt.seed)
        self.id = Ids(self.rng)
        self.end = opt.end_ts
        self.start = add_months(self.end, -opt.months)
        self.counts = {}
        self.hash = hashlib.sha256() if opt.digest else None
        self.rows = {}

    def put(self, table, **cols):
        names = tuple(cols)
        self.rows.setdefault((table, names), []).append(tuple(cols.values()))

    def flush(self):
        for (table, names), rows in self.rows.items():
            sql = "insert into `%s` (%s) values (%s)" % (table, ",".join("`%s`" % n for n in names), ",".join("?" * len(names)))
            self.db.executemany(sql, rows)
            self.counts[table] = self.counts.get(table, 0) + len(rows)
            if self.hash:
                self.hash.update(table.encode())
                for r in rows:
                    self.hash.update(repr(r).encode())
        self.rows.clear()

    def one(self, sql, *args):
        row = self.db.execute(sql, args).fetchone()
        return row[0] if row else None

    def say(self, text):
        if not self.o.quiet:
            sys.stderr.write("%7.1fs  %s\n" % (time.time() - self.t0, text))

    def run(self):
        self.t0 = time.time()
        self.owner = self.one("select u.id from users u join roles_users ru on ru.user_id=u.id"
                              " join roles r on r.id=ru.role_id where r.name='Owner'")
        self.newsletter = self.one("select id from newsletters where status='active' order by sort_order, created_at limit 1")
        self.free_tier = self.one("select id from products where type='free'")
        self.base_tier = self.one("select id from products where type='paid'"
                                  " order by slug='default-product' desc, created_at limit 1")
        if not (self.owner and self.newsletter and self.free_tier and self.base_tier):
            sys.exit("this database was never set up: boot Ghost on it and create the owner account first")
        if self.o.reset:
            self.reset()
        elif self.one("select count(*) from members"):
            sys.exit("the database already has members: pass --reset to replace them")
        self.tiers()
        self.content()
        self.flush()
        self.say("tiers and posts")
        self.people()
        self.flush()
        self.say("members, subscriptions, events")
        self.talk()
        self.flush()
        self.say("comments, likes, reports")
        self.mail()
        self.member_rows()
        self.flush()
        self.say("e-mail events, member rows")
        self.db.execute("delete from members_current_subscription")
        self.db.execute("insert into members_current_subscription (member_id, subscription_id)"
                        " select member_id, subscription_id from members_resolved_subscription")
        self.counts["members_current_subscription"] = self.one("select count(*) from members_current_subscription")
        self.db.commit()
        self.say("done")

    def reset(self):
        keep = (self.base_tier, self.free_tier)
        for t in CLEARED + OWNED:
            if self.one("select 1 from sqlite_master where type='table' and name=?", t):
                self.db.execute("delete from `%s`" % t)
        for t in ("posts_tags", "posts_authors", "posts_products", "posts_meta", "post_revisions", "mobiledoc_revisions",
                  "gift_links", "post_gift_links", "collections_posts"):
            if self.one("select 1 from sqlite_master where type='table' and name=?", t):
                self.db.execute("delete from `%s` where post_id in (select id from posts where type='post')" % t)
        self.db.execute("delete from posts where type='post'")
        self.db.execute("delete from tags where id not in (select tag_id from posts_tags)")
        self.db.execute("update products set monthly_price_id=null, yearly_price_id=null")
        self.db.execute("delete from products_benefits where product_id not in (?,?)", keep)
        self.db.execute("delete from benefits where id not in (select benefit_id from products_benefits)")
        self.db.execute("delete from stripe_prices")
        self.db.execute("delete from stripe_products")
        self.db.execute("delete from posts_products where product_id not in (?,?)", keep)
        self.db.execute("delete from products where id not in (?,?)", keep)
        self.db.execute("delete from actions where resource_type in ('member','label','post','tag','product','offer')")


def index_foreign_keys(db):
    """An index for every foreign-key column that leads none, as InnoDB has."""
    made = 0
    for (table,) in db.execute("select name from sqlite_master where type='table' and name not like 'sqlite_%'").fetchall():
        leading = {r[1] for r in db.execute("pragma table_info(`%s`)" % table) if r[5] == 1}
        for index in db.execute("pragma index_list(`%s`)" % table).fetchall():
            leading.add(db.execute("pragma index_info(`%s`)" % index[1]).fetchall()[0][2])
        for ref in db.execute("pragma foreign_key_list(`%s`)" % table).fetchall():
            if ref[3] not in leading:
                leading.add(ref[3])
                db.execute("create index if not exists `fk_%s_%s` on `%s` (`%s`)" % (table, ref[3], table, ref[3]))
                made += 1
    return made

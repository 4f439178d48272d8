#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fill a STOPPED Ghost 6 SQLite database with a realistic, large paid community.

    python3 seed_ghost.py --db ghost.db --members 2000 [options]

The database must already have been set up once (Ghost booted on it and the owner
account created), because the script re-uses what Ghost made there: the owner user,
the default newsletter, the "Free" tier and the default paid tier, the settings and
the API keys.  None of those is changed, so an existing admin API key keeps working.

Stop Ghost before running it, and start Ghost after it.  Ghost keeps tiers, settings
and URLs in memory, so rows written under a running Ghost are served half-stale.

options
  --db PATH            the SQLite file                                     (required)
  --members N          members to create                                   (2000)
  --months M           length of the history                               (24)
  --seed S             random seed                                         (1)
  --end ISO            last instant of the history, UTC; a date or a date-time;
                       "today" = midnight UTC today                         (today)
  --posts P            posts (default: 2 per month of history, at least 24)
  --comments C         comments and replies (default: members / 2)
  --emails E           how many of the newest posts were also e-mailed     (4)
  --recipients R       upper bound on e-mail recipient rows, all e-mails   (200000)
  --logins L           login events per signed-in member, average          (2.0)
  --reset              empty the tables the script fills first.  Without it the
                       script refuses a database that already has members.
                       Users, settings, integrations, keys, newsletters, pages
                       and the two built-in tiers survive.  Recommended always:
                       it also removes the sample post, so that the result does
                       not depend on what was there before.
  --fk-indexes         also index every foreign-key column that has no index.  MySQL,
                       which hosted Ghost runs on, always has those indexes; Ghost's
                       SQLite schema lacks 80-odd of them, and without them comment
                       pages get slower with every like.  Use it for benchmarks.
  --analyze            run ANALYZE at the end, so SQLite plans with statistics
  --digest             print a SHA-256 over every row written
  --quiet              no progress on stderr

Same seed, same numbers, same --end and same database (owner, newsletter and tier
ids are part of the rows) give the same rows, byte for byte.  Pass an explicit --end
where that matters: "today" moves.

What is written (one JSON summary with row counts goes to stdout):
  tiers        two more paid tiers, benefits, Stripe products and prices, two offers
  members      free / paid / comped, notes, labels, newsletters, geolocation, some
               names missing, some non-ASCII, a few with commenting disabled
  money        Stripe customers; subscriptions that start (directly, by upgrade, by
               trial), renew, change plan, get cancelled, expire, come back, go past
               due; payment, subscription, status and tier events that agree with
               each other, so MRR and member-count curves are consistent
  content      tags, posts (published, sent by e-mail, draft, scheduled; public,
               members, paid, chosen tiers), authors
  talk         comments, replies, replies to replies, edits, hidden and deleted
               comments, likes, dislikes, reports, pins
  activity     signup, newsletter, login, click, feedback, e-mail sent / delivered /
               opened / failed / complaint, e-mail address change, donation events

Only the Python standard library is used (3.9 or later).
"""
import argparse
import datetime as dt
import json
import os
import sqlite3
import sys
import time

from seeder.seeder import Seeder, index_foreign_keys
from seeder.values import stamp


def parse_end(text):
    if text == "today":
        now = dt.datetime.now(dt.timezone.utc)
        return now.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
    t = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (t if t.tzinfo else t.replace(tzinfo=dt.timezone.utc)).timestamp()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--db", required=True)
    p.add_argument("--members", type=int, default=2000)
    p.add_argument("--months", type=int, default=24)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--end", default="today")
    p.add_argument("--posts", type=int)
    p.add_argument("--comments", type=int)
    p.add_argument("--emails", type=int, default=4)
    p.add_argument("--recipients", type=int, default=200000)
    p.add_argument("--logins", type=float, default=2.0)
    p.add_argument("--reset", action="store_true")
    p.add_argument("--fk-indexes", action="store_true")
    p.add_argument("--analyze", action="store_true")
    p.add_argument("--digest", action="store_true")
    p.add_argument("--quiet", action="store_true")
    opt = p.parse_args()
    opt.end_ts = parse_end(opt.end)
    t0 = time.time()
    if not os.path.isfile(opt.db):
        sys.exit("no such database: %s" % opt.db)
    db = sqlite3.connect(opt.db, timeout=2)
    db.execute("pragma foreign_keys=off")
    db.execute("pragma synchronous=off")
    db.execute("pragma cache_size=-200000")
    try:
        db.execute("begin immediate")
    except sqlite3.OperationalError as e:
        sys.exit("cannot lock the database (is Ghost still running?): %s" % e)
    s = Seeder(db, opt)
    s.run()
    bad = db.execute("pragma foreign_key_check").fetchone()
    if bad:
        sys.exit("dangling reference written: %r" % (bad,))
    if opt.fk_indexes:
        s.counts["(indexes added)"] = index_foreign_keys(db)
        s.say("foreign-key indexes")
    if opt.analyze:
        db.execute("analyze")
    db.commit()
    db.close()
    out = {"members": opt.members, "months": opt.months, "seed": opt.seed, "end": stamp(opt.end_ts),
           "seconds": round(time.time() - t0, 1),
           "rows": dict(sorted(s.counts.items())), "total_rows": sum(v for k, v in s.counts.items() if k[0] != "(")}
    if s.hash:
        out["digest"] = s.hash.hexdigest()
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()

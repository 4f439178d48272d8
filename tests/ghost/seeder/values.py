# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids and dates in the shapes Ghost stores."""
import datetime as dt
import time

DAY = 86400


class Ids:
    """24-hex ids shaped like the ones Ghost makes: seconds first, so they sort by time."""

    def __init__(self, rng):
        self.rng = rng

    def at(self, ts):
        return "%08x%016x" % (int(ts), self.rng.getrandbits(64))

    def uuid(self):
        h = "%032x" % self.rng.getrandbits(128)
        return "%s-%s-4%s-%s%s-%s" % (h[:8], h[8:12], h[13:16], "89ab"[int(h[16], 16) & 3], h[17:20], h[20:])

    def token(self, prefix, n=14):
        abc = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        bits = self.rng.getrandbits(6 * n)
        out = []
        for _ in range(n):
            out.append(abc[(bits & 63) % 62])
            bits >>= 6
        return prefix + "".join(out)


_stamp_cache = {}


def stamp(ts):
    """Ghost's SQLite date-time text, UTC, whole seconds."""
    if ts is None:
        return None
    ts = int(ts)
    day, sec = divmod(ts, DAY)
    head = _stamp_cache.get(day)
    if head is None:
        head = _stamp_cache[day] = time.strftime("%Y-%m-%d ", time.gmtime(ts))
    return "%s%02d:%02d:%02d" % (head, sec // 3600, sec // 60 % 60, sec % 60)


def add_months(ts, months):
    t = dt.datetime.fromtimestamp(ts, dt.timezone.utc)
    y, m = divmod(t.year * 12 + t.month - 1 + months, 12)
    for day in (t.day, 28):
        try:
            return t.replace(year=y, month=m + 1, day=day).timestamp()
        except ValueError:
            continue


def slugify(text):
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())

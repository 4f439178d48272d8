# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person would use for cohorts and movements of revenue: cohorts.py pandas|numpy|triangle|movements FILE.

pandas and numpy read members and times as the benchmark wrote them; the other two ask SQLite, in one query, a table log(member, at, value).
Prints "key value" lines: the processor time of the work alone, the peak memory of the process, and a checksum.
"""

import resource
import sqlite3
import sys

try:
    import numpy
    import pandas
except ImportError:
    sys.exit(77)

TRIANGLE = """
WITH month AS MATERIALIZED (
  SELECT DISTINCT member, CAST(strftime('%Y', at, 'unixepoch') AS INT) * 12 + CAST(strftime('%m', at, 'unixepoch') AS INT) AS number FROM log),
first AS (SELECT member, min(number) AS cohort FROM month GROUP BY member)
SELECT sum(n) FROM (SELECT cohort, number - cohort AS age, count(*) AS n FROM month JOIN first USING (member) GROUP BY 1, 2)
"""

MOVEMENTS = """
WITH event AS (
  SELECT member, at, value, CAST(strftime('%Y', at, 'unixepoch') AS INT) * 12 + CAST(strftime('%m', at, 'unixepoch') AS INT) AS number FROM log),
ending AS (SELECT member, number, value, max(at) FROM event GROUP BY member, number),
step AS (SELECT number, value, coalesce(lag(value) OVER (PARTITION BY member ORDER BY number), 0) AS before FROM ending)
SELECT sum(n) * 10000000 + sum(cents) FROM (
  SELECT number, CASE WHEN before = 0 THEN 'won' WHEN value = 0 THEN 'churn' WHEN value > before THEN 'expansion' ELSE 'contraction' END AS kind,
    count(*) AS n, sum(value - before) AS cents FROM step WHERE value <> before GROUP BY 1, 2)
"""


def with_pandas(members: "numpy.ndarray", times: "numpy.ndarray") -> int:
    """The way the tutorials show."""
    log = pandas.DataFrame({"member": members, "at": times})
    log["month"] = pandas.to_datetime(log["at"], unit="s").dt.to_period("M")
    log["cohort"] = log.groupby("member")["month"].transform("min")
    log["age"] = log["month"].astype("int64") - log["cohort"].astype("int64")
    return int(log.groupby(["cohort", "age"])["member"].nunique().sum())


def with_numpy(members: "numpy.ndarray", times: "numpy.ndarray") -> int:
    """The careful way."""
    month = times.astype("datetime64[s]").astype("datetime64[M]").astype(numpy.int32)
    first = numpy.full(members.max() + 1, 10**6, numpy.int32)
    numpy.minimum.at(first, members, month)
    distinct = numpy.unique(members.astype(numpy.int64) * 4096 + (month - month.min()))
    member, number = distinct >> 12, (distinct & 4095) + month.min()
    cohort = first[member]
    return int(numpy.bincount((cohort - cohort.min()) * 64 + (number - cohort)).sum())


def main(task: str, path: str) -> None:
    if task in ("pandas", "numpy"):
        size = len(numpy.memmap(path, numpy.uint8, "r")) // 12
        members = numpy.fromfile(path, numpy.int32, size)
        times = numpy.fromfile(path, numpy.int64, size, offset=4 * size)

    def cpu() -> float:
        used = resource.getrusage(resource.RUSAGE_SELF)
        return used.ru_utime + used.ru_stime

    before = cpu()
    if task == "pandas":
        checksum = with_pandas(members, times)
    elif task == "numpy":
        checksum = with_numpy(members, times)
    else:
        database = sqlite3.connect(path)
        checksum = database.execute(TRIANGLE if task == "triangle" else MOVEMENTS).fetchone()[0]
    print("cpuSeconds", cpu() - before)
    print("peakMiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print("checksum", checksum)


main(sys.argv[1], sys.argv[2])

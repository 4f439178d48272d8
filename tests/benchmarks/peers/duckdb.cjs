// SPDX-License-Identifier: GPL-3.0-or-later
// What a person would use for cohorts and movements of revenue in a database of columns: duckdb.cjs triangle|movements FILE.csv
//
// The file has the columns member,at,value; it is loaded once into FILE.csv.duckdb, which is not counted. Prints "key value" lines:
// the processor time of the query alone, the peak memory of the process, and a checksum. Needs the package @duckdb/node-api of npm
// where NODE_PATH leads to it.
"use strict";

const fs = require("node:fs");

let duckdb;
try {
    duckdb = require("@duckdb/node-api");
} catch {
    process.exit(77);
}

// As the tutorials write it.
const kTriangle = `
WITH month AS (SELECT member, date_trunc('month', to_timestamp("at") AT TIME ZONE 'UTC') AS month FROM log),
first AS (SELECT member, min(month) AS cohort FROM month GROUP BY member)
SELECT sum(n) FROM (
  SELECT cohort, date_diff('month', cohort, month) AS age, count(DISTINCT member) AS n FROM month JOIN first USING (member) GROUP BY 1, 2)`;

const kMovements = `
WITH ending AS (SELECT member, date_trunc('month', to_timestamp("at") AT TIME ZONE 'UTC') AS month, arg_max(value, ("at", place)) AS value FROM log GROUP BY 1, 2),
step AS (SELECT month, value, coalesce(lag(value) OVER (PARTITION BY member ORDER BY month), 0) AS before FROM ending)
SELECT sum(n) * 10000000 + sum(cents) FROM (
  SELECT month, CASE WHEN before = 0 THEN 'won' WHEN value = 0 THEN 'churn' WHEN value > before THEN 'expansion' ELSE 'contraction' END AS kind,
    count(*) AS n, sum(value - before) AS cents FROM step WHERE value <> before GROUP BY 1, 2)`;

async function main(task, path) {
    const instance = await duckdb.DuckDBInstance.create(path + ".duckdb");
    const connection = await instance.connect();
    await connection.run("SET threads = 1");
    const found = await connection.runAndReadAll("SELECT count(*) FROM information_schema.tables WHERE table_name = 'log'");
    if (Number(found.getRows()[0][0]) === 0) {
        await connection.run(`CREATE TABLE log AS SELECT member, "at", value, row_number() OVER () AS place FROM read_csv('${path}', header = true,
            columns = {'member': 'INTEGER', 'at': 'BIGINT', 'value': 'BIGINT'})`);
        await connection.run("CHECKPOINT");
    }
    const before = process.cpuUsage();
    const answer = await connection.runAndReadAll(task === "triangle" ? kTriangle : kMovements);
    const used = process.cpuUsage(before);
    console.log("cpuSeconds", (used.user + used.system) / 1e6);
    console.log("peakMiB", process.resourceUsage().maxRSS / 1024);
    console.log("checksum", String(answer.getRows()[0][0]));
}

main(process.argv[2], process.argv[3]).catch((error) => {
    console.error(String(error));
    process.exit(1);
});

# SPDX-License-Identifier: GPL-3.0-or-later
"""The proxy itself, against a site of ten lines: a fault that does nothing would make every other test pass."""
import http.client
import json
import sys
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from faultproxy import FaultProxy  # noqa: E402
from faults import FAULTS  # noqa: E402


class _Site(BaseHTTPRequestHandler):
    """Answers every GET with three rows naming the target; notes every write and the Host it was asked by."""

    protocol_version = "HTTP/1.1"
    writes: list = []

    def do_GET(self) -> None:
        rows = [{"id": name, "target": self.path, "host": self.headers["Host"]} for name in "abc"]
        self._answer(json.dumps({"rows": rows}).encode())

    def do_PUT(self) -> None:
        self.writes.append(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(b"{}")

    def _answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class FaultProxyTest(unittest.TestCase):
    def setUp(self) -> None:
        _Site.writes.clear()
        self.site = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
        self.addCleanup(self.site.server_close)
        self.addCleanup(self.site.shutdown)
        threading.Thread(target=self.site.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.proxy = FaultProxy("http://127.0.0.1:%d" % self.site.server_address[1], slowness=0.1)
        self.addCleanup(self.proxy.close)

    def ask(self, target: str, method: str = "GET", body: bytes = b"", **headers: str):
        """Status, headers, body of one request on a connection of its own."""
        port = int(self.proxy.url.rpartition(":")[2])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request(method, target, body or None, headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def rows(self, target: str) -> list:
        return json.loads(self.ask(target)[2])["rows"]

    def test_passes_everything_through_until_told_otherwise(self) -> None:
        status, _, body = self.ask("/list/?page=1", Host="somewhere.example")
        self.assertEqual(status, 200)
        row = json.loads(body)["rows"][0]
        self.assertEqual((row["target"], row["host"]), ("/list/?page=1", "somewhere.example"))
        self.ask("/thing/", "PUT", b"content")
        self.assertEqual(_Site.writes, [b"content"])
        self.assertEqual(self.proxy.counts(), {"GET /list/": 1, "PUT /thing/": 1})
        self.assertEqual(self.proxy.faults(), {})

    def test_counts_requests_with_ids_folded(self) -> None:
        for identity in ("6736510508462971400c56fa", "675872410dbea3b02e4fb6df"):
            self.ask("/members/%s/?x=1" % identity)
        self.assertEqual(self.proxy.counts(), {"GET /members/:id/": 2})

    def test_cuts_in_the_middle_of_a_body(self) -> None:
        self.proxy.once("cut")
        with self.assertRaises((http.client.HTTPException, OSError)):
            self.ask("/list/")
        self.assertEqual(len(self.rows("/list/")), 3)

    def test_closes_without_asking_the_site(self) -> None:
        self.proxy.once("close")
        with self.assertRaises((http.client.HTTPException, OSError)):
            self.ask("/thing/", "PUT", b"content")
        self.assertEqual(_Site.writes, [])

    def test_loses_the_answer_of_a_write_that_happened(self) -> None:
        self.proxy.once("lost")
        with self.assertRaises((http.client.HTTPException, OSError)):
            self.ask("/thing/", "PUT", b"content")
        self.assertEqual(_Site.writes, [b"content"])

    def test_refuses_with_the_status_asked_for(self) -> None:
        for kind, status, content in (("429", 429, "application/json"), ("500", 500, "application/json"),
                                      ("502", 502, "text/html"),
                                      ("503", 503, "text/html"), ("maintenance", 200, "text/html"),
                                      ("redirect", 301, "text/html")):
            with self.subTest(kind):
                self.proxy.once(kind)
                got, headers, _ = self.ask("/list/")
                self.assertEqual((got, headers["Content-Type"].partition(";")[0]), (status, content))
                if kind == "429":
                    self.assertEqual(headers["Retry-After"], "1")
                if kind == "redirect":
                    self.assertTrue(headers["Location"].startswith("https://"))

    def test_answers_with_what_is_no_document(self) -> None:
        for kind in ("truncated", "garbage"):
            with self.subTest(kind):
                self.proxy.once(kind)
                with self.assertRaises(ValueError):
                    self.rows("/list/")
        self.proxy.once("wrong-shape")
        self.assertNotIn(b'"rows"', self.ask("/list/")[2])

    def test_slow_answers_are_complete_and_slow(self) -> None:
        for kind in ("delay", "drip"):
            with self.subTest(kind):
                self.proxy.once(kind)
                began = time.monotonic()
                self.assertEqual(len(self.rows("/list/")), 3)
                self.assertGreater(time.monotonic() - began, 0.04)

    def test_repeats_the_page_before(self) -> None:
        self.rows("/list/?page=1")
        self.proxy.once("repeat")
        self.assertEqual(self.rows("/list/?page=2")[0]["target"], "/list/?page=1")
        self.assertEqual(self.rows("/list/?page=2")[0]["target"], "/list/?page=2")

    def test_changes_the_rows_of_a_page(self) -> None:
        for kind, wanted in (("doubled", ["a", "a", "b", "c"]), ("gap", ["a", "c"])):
            with self.subTest(kind):
                self.proxy.once(kind)
                self.assertEqual([row["id"] for row in self.rows("/list/")], wanted)
        orders = set()
        for _ in range(20):
            self.proxy.once("reorder")
            orders.add("".join(row["id"] for row in self.rows("/list/")))
        self.assertGreater(len(orders), 1)
        self.assertEqual({"".join(sorted(order)) for order in orders}, {"abc"})

    def test_a_single_fault_waits_for_its_request(self) -> None:
        self.proxy.once("500", r"^GET /other/")
        self.assertEqual(self.ask("/list/")[0], 200)
        self.assertEqual(self.ask("/other/")[0], 500)
        self.assertEqual(self.ask("/other/")[0], 200)

    def test_the_same_seed_deals_the_same_faults(self) -> None:
        def dealt(seed: int) -> list:
            self.proxy.reset()
            self.proxy.plan(seed, 0.5, ("500", "502", "429"))
            return [self.ask("/list/")[0] for _ in range(60)]

        first = dealt(3)
        self.assertEqual(first, dealt(3))
        self.assertNotEqual(first, dealt(4))
        self.assertEqual({200, 429, 500, 502}, set(first))
        # Never more than three in a row, so a client that retries gets through.
        self.assertNotIn("xxxx", "".join("." if status == 200 else "x" for status in dealt(5)))
        self.proxy.off()
        self.assertEqual({self.ask("/list/")[0] for _ in range(20)}, {200})

    def test_is_steered_over_http(self) -> None:
        for body, status in ((b'{"seed":1,"rate":1,"kinds":["502"]}', 200), (b'{"seed":1,"rate":1,"kinds":["nonsense"]}', 400)):
            self.assertEqual(self.ask("/__proxy__/plan", "POST", body)[0], status)
        self.assertEqual(self.ask("/list/")[0], 502)
        self.assertEqual(self.ask("/__proxy__/off", "POST")[0], 200)
        self.assertEqual(self.ask("/list/")[0], 200)
        self.assertEqual(json.loads(self.ask("/__proxy__/counts")[2]),
                         {"requests": 2, "counts": {"GET /list/": 2}, "faults": {"502": 1}})

    def test_every_fault_is_named_in_a_plan(self) -> None:
        self.proxy.plan(1, 1.0, tuple(FAULTS))
        with self.assertRaises(ValueError):
            self.proxy.plan(1, 1.0, ("nonsense",))


if __name__ == "__main__":
    unittest.main()

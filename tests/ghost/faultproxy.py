#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An HTTP proxy that stands between a client and a site and misbehaves on request.

As a library:

    with FaultProxy(site.url) as proxy:
        proxy.plan(seed=7, rate=0.3)          every third request, chosen by the seed
        proxy.once("lost", r"^PUT /ghost")    the next request that matches, once
        proxy.off()
        proxy.counts()                        {"GET /ghost/api/admin/members/": 21, …}

As a command (`--upstream URL [--seed S --rate R --kinds a,b]`) it prints {"url","pid"}
and is steered over HTTP: POST /__proxy__/plan {"seed","rate","kinds"}, POST /__proxy__/once
{"kind","match"}, POST /__proxy__/off, POST /__proxy__/reset, GET /__proxy__/counts.

Whether and how the n-th request suffers is a function of (seed, n) alone.  The Host
header is passed on as it came.
"""
import argparse
import contextlib
import http.client
import json
import os
import random
import re
import signal
import socket
import socketserver
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler
from typing import Dict, List, Optional, Tuple
from urllib.parse import urlsplit

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from faults import DECEITFUL, FAULTS, HONEST, JSON, Answer, Hang, page  # noqa: E402  (needs the path set above)

HOP_BY_HOP = {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding",
              "upgrade"}


class FaultProxy:
    """The proxy; passes everything through until told otherwise.  Its methods may be called from any thread."""

    def __init__(self, upstream: str, port: int = 0, slowness: float = 0.2):
        parts = urlsplit(upstream)
        self.upstream = (parts.hostname, parts.port or 80)
        self.slowness = slowness  # seconds a delayed answer takes, on average
        self._lock = threading.Lock()
        self._seed: Optional[int] = None
        self._rate = 0.0
        self._kinds: Tuple[str, ...] = ()
        self._matching = re.compile("")
        self._once: List[Tuple[str, "re.Pattern[str]"]] = []
        self._run = 0
        self._longest_run = 0
        self._pages: Dict[str, List[Tuple[str, Answer]]] = {}
        self.log: List[Tuple[str, str, str]] = []  # method, target, fault or ""
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.proxy = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return "http://127.0.0.1:%d" % self._server.server_address[1]

    def __enter__(self) -> "FaultProxy":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    # Steering ----------------------------------------------------------------------------

    def plan(self, seed: int, rate: float, kinds: Tuple[str, ...] = HONEST + DECEITFUL, matching: str = "",
             longest_run: int = 3) -> None:
        """From now on a share `rate` of the requests whose "METHOD target" matches suffers one of `kinds`.

        Never more than `longest_run` in a row, so that a client which retries gets through.
        """
        unknown = [kind for kind in kinds if kind not in FAULTS]
        if unknown:
            raise ValueError("no such fault: " + ", ".join(unknown))
        with self._lock:
            self._seed, self._rate, self._kinds, self._run = seed, rate, tuple(kinds), 0
            self._matching, self._longest_run = re.compile(matching), longest_run

    def once(self, kind: str, matching: str = "") -> None:
        """The next request whose "METHOD target" matches suffers `kind`."""
        if kind not in FAULTS:
            raise ValueError("no such fault: " + kind)
        with self._lock:
            self._once.append((kind, re.compile(matching)))

    def off(self) -> None:
        """No more faults, planned or single."""
        with self._lock:
            self._seed = None
            self._once.clear()

    def reset(self) -> None:
        """Forget the requests counted so far."""
        with self._lock:
            self.log.clear()

    # Reading -----------------------------------------------------------------------------

    @property
    def requests(self) -> int:
        with self._lock:
            return len(self.log)

    def counts(self) -> Dict[str, int]:
        """Requests by method and path, ids written as `:id`."""
        counted: Dict[str, int] = {}
        with self._lock:
            for method, target, _ in self.log:
                path = re.sub(r"/[0-9a-f]{24}/", "/:id/", target.partition("?")[0])
                counted[method + " " + path] = counted.get(method + " " + path, 0) + 1
        return counted

    def faults(self) -> Dict[str, int]:
        """How often each fault was dealt out."""
        dealt: Dict[str, int] = {}
        with self._lock:
            for _, _, fault in self.log:
                if fault:
                    dealt[fault] = dealt.get(fault, 0) + 1
        return dealt

    # For the handler ---------------------------------------------------------------------

    def decide(self, method: str, target: str) -> Tuple[str, random.Random]:
        """The fault for this request, empty for none, and its source of chance."""
        with self._lock:
            chance = random.Random("%s/%d" % (self._seed, len(self.log)))
            fault = ""
            wanted = next((entry for entry in self._once if entry[1].search(method + " " + target)), None)
            if wanted:
                self._once.remove(wanted)
                fault = wanted[0]
            elif self._seed is not None and self._run < self._longest_run and self._matching.search(method + " " + target):
                fault = chance.choice(self._kinds) if chance.random() < self._rate else ""
            self._run = self._run + 1 if fault else 0
            self.log.append((method, target, fault))
        return fault, chance

    def remember_page(self, target: str, answer: Answer) -> None:
        with self._lock:
            kept = self._pages.setdefault(target.partition("?")[0], [])
            kept.append((target, answer))
            del kept[:-2]

    def page_before(self, wanted: str) -> Optional[Answer]:
        """The last good page of the same list that answered another question."""
        with self._lock:
            for target, answer in reversed(self._pages.get(wanted.partition("?")[0], ())):
                if target != wanted:
                    return answer
        return None


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64
    proxy: FaultProxy

    def handle_error(self, request: object, client_address: object) -> None:
        # A client that goes away is part of the tests; anything else is our own mistake.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """One connection of the client; the exchange the faults work on is the request it is at."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server
    _upstream: Optional[http.client.HTTPConnection] = None

    def log_message(self, *_: object) -> None:
        pass

    def finish(self) -> None:
        if self._upstream:
            self._upstream.close()
        with contextlib.suppress(OSError):
            super().finish()

    def handle_request(self) -> None:
        proxy = self.server.proxy
        self._body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith("/__proxy__/"):
            self._control()
            return
        self.target, self.slowness = self.path, proxy.slowness
        fault, self.chance = proxy.decide(self.command, self.path)
        try:
            if fault:
                FAULTS[fault](self)
            else:
                answer = self.forward()
                if self.command == "GET" and answer.status == 200:
                    proxy.remember_page(self.path, answer)
                self.send(answer)
        except Hang as hang:
            self._hang_up(hang.reset)
        except (http.client.HTTPException, OSError):
            self._hang_up(reset=False)  # the site itself is away

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = do_OPTIONS = handle_request

    def _hang_up(self, reset: bool) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.wfile.flush()
            if reset:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
            else:
                self.connection.shutdown(socket.SHUT_RDWR)

    def previous_page(self) -> Optional[Answer]:
        return self.server.proxy.page_before(self.path) if self.command == "GET" else None

    def forward(self, plain: bool = False) -> Answer:
        """Ask the site; a GET may be repeated once when an idle connection turns out closed."""
        headers = [(name, value) for name, value in self.headers.items()
                   if name.lower() not in HOP_BY_HOP and not (plain and name.lower() in ("accept-encoding", "if-none-match"))]
        while True:
            reused = self._upstream is not None and self.command in ("GET", "HEAD")
            if not reused:
                if self._upstream:
                    self._upstream.close()
                self._upstream = http.client.HTTPConnection(*self.server.proxy.upstream, timeout=300)
            try:
                self._upstream.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
                for name, value in headers:
                    self._upstream.putheader(name, value)
                self._upstream.endheaders(self._body or None)
                answer = self._upstream.getresponse()
                text = answer.read()
                break
            except (http.client.HTTPException, OSError):
                self._upstream.close()
                self._upstream = None
                if not reused:
                    raise
        kept = [(name, value) for name, value in answer.getheaders()
                if name.lower() not in HOP_BY_HOP and name.lower() != "content-length"]
        return Answer(answer.status, kept, text)

    def _head(self, answer: Answer) -> bytes:
        lines = ["HTTP/1.1 %d %s" % (answer.status, http.client.responses.get(answer.status, "Unknown"))]
        lines += ["%s: %s" % header for header in answer.headers]
        if answer.status not in (204, 304):
            lines.append("Content-Length: %d" % len(answer.body))
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def send(self, answer: Answer) -> None:
        body = b"" if self.command == "HEAD" or answer.status in (204, 304) else answer.body
        self.wfile.write(self._head(answer) + body)

    def send_part(self, answer: Answer, share: float) -> None:
        self.wfile.write(self._head(answer) + answer.body[:int(len(answer.body) * share)])

    def send_slowly(self, answer: Answer, seconds: float) -> None:
        self.wfile.write(self._head(answer))
        pieces = 10
        size = max(1, -(-len(answer.body) // pieces))
        for start in range(0, len(answer.body), size):
            time.sleep(seconds / pieces)
            self.wfile.write(answer.body[start:start + size])

    def _control(self) -> None:
        proxy = self.server.proxy
        verb = self.path[len("/__proxy__/"):]
        try:
            wanted = json.loads(self._body or b"{}")
            if verb == "plan":
                proxy.plan(int(wanted["seed"]), float(wanted["rate"]), tuple(wanted.get("kinds", HONEST + DECEITFUL)),
                           wanted.get("match", ""))
            elif verb == "once":
                proxy.once(wanted["kind"], wanted.get("match", ""))
            elif verb == "off":
                proxy.off()
            elif verb == "reset":
                proxy.reset()
            elif verb != "counts":
                raise ValueError("no such command: " + verb)
            state = {"requests": proxy.requests, "counts": proxy.counts(), "faults": proxy.faults()}
            self.send(page(200, JSON, json.dumps(state).encode()))
        except (KeyError, TypeError, ValueError) as error:
            self.send(page(400, JSON, json.dumps({"error": str(error)}).encode()))


def main() -> int:
    parser = argparse.ArgumentParser(description="An HTTP proxy that misbehaves on request.")
    parser.add_argument("--upstream", required=True, help="address of the site, http://host:port")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--rate", type=float, default=0.3)
    parser.add_argument("--kinds", default=",".join(HONEST + DECEITFUL))
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with FaultProxy(options.upstream, options.port) as proxy:
        if options.seed is not None:
            proxy.plan(options.seed, options.rate, tuple(options.kinds.split(",")))
        print(json.dumps({"url": proxy.url, "pid": os.getpid()}), flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())

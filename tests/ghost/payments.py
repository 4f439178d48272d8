# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for Stripe, so that a site of the tests counts as one whose payments are connected.

Ghost asks the host named in its environment.  It is told what it can live with: nothing is in any list, and whatever is
made, changed or ended is there.  No money, no account, no network.
"""
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Dict, List


class PaymentsStandIn:
    """A server on a free loopback port, running until `close()`."""

    def __init__(self) -> None:
        self.requests: List[str] = []  # "DELETE /v1/subscriptions/sub_…"
        handler = type("Handler", (_Handler,), {"requests": self.requests})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def settings(self) -> Dict[str, str]:
        """What Ghost's environment must say.  In production it would insist on https."""
        return {"STRIPE_API_HOST": "127.0.0.1", "STRIPE_API_PORT": str(self._server.server_address[1]), "STRIPE_API_PROTOCOL": "http",
                "WEBHOOK_SECRET": "whsec_test", "NODE_ENV": "development"}

    @staticmethod
    def connect(database) -> None:
        """Put the keys of a test account into the database of a stopped site."""
        for key, value in (("stripe_secret_key", "sk_test_lyceum"), ("stripe_publishable_key", "pk_test_lyceum")):
            database.execute("UPDATE settings SET value = ? WHERE key = ?", (value, key))

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _subscription(name: str, status: str) -> dict:
    now = int(time.time())
    price = {"id": "price_" + name, "product": "prod_" + name, "active": True, "nickname": "Monthly", "currency": "usd", "unit_amount": 500,
             "type": "recurring", "recurring": {"interval": "month"}}
    return {"id": name, "object": "subscription", "customer": "cus_" + name, "status": status, "cancel_at_period_end": False,
            "canceled_at": now if status == "canceled" else None, "current_period_end": now + 86400, "start_date": now - 86400,
            "default_payment_method": None, "metadata": {}, "trial_start": None, "trial_end": None, "discount": None,
            "items": {"data": [{"price": price}]}}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    requests: List[str] = []

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.requests.append("%s %s" % (self.command, self.path))
        parts = self.path.partition("?")[0].strip("/").split("/")
        if self.command == "GET" and len(parts) == 2:
            row = {"object": "list", "data": [], "has_more": False}
        elif len(parts) == 3 and parts[1] == "subscriptions":
            row = _subscription(parts[2], "canceled" if self.command == "DELETE" else "active")
        else:
            row = {"object": "thing", "id": parts[2] if len(parts) > 2 else "made_%d" % len(self.requests)}
        text = json.dumps(row).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_DELETE = _answer

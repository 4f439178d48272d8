# SPDX-License-Identifier: GPL-3.0-or-later
"""The faults a FaultProxy can deal out, each a function that answers one exchange wrongly or not at all."""
import json
import random
import time
from typing import Callable, Dict, List, NamedTuple, Optional, Protocol, Tuple

MAINTENANCE = (b"<!doctype html><html><head><title>Down for maintenance</title></head>"
               b"<body><h1>We will be back soon.</h1></body></html>")
HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"


class Answer(NamedTuple):
    status: int
    headers: List[Tuple[str, str]]  # without hop-by-hop headers and without a length
    body: bytes


class Hang(Exception):
    """The connection ends here; `reset` makes it end with an RST instead of a FIN."""

    def __init__(self, reset: bool):
        super().__init__()
        self.reset = reset


def page(status: int, kind: str, body: bytes, *more: Tuple[str, str]) -> Answer:
    return Answer(status, [("Content-Type", kind), *more], body)


def ghost_error(status: int, kind: str, message: str, *more: Tuple[str, str]) -> Answer:
    error = {"message": message, "context": None, "type": kind, "details": None, "property": None, "help": None, "code": None,
             "id": "00000000-0000-0000-0000-000000000000", "ghostErrorCode": None}
    return page(status, JSON, json.dumps({"errors": [error]}).encode(), *more)


def edit_rows(answer: Answer, change: Callable[[list], list]) -> Answer:
    """The answer with the rows of its list changed; other answers as they are."""
    try:
        document = json.loads(answer.body)
        key = next(name for name, value in document.items() if isinstance(value, list))
    except (ValueError, AttributeError, StopIteration):
        return answer
    document[key] = change(document[key])
    headers = [(name, value) for name, value in answer.headers if name.lower() != "etag"]
    return answer._replace(headers=headers, body=json.dumps(document, separators=(",", ":")).encode())


class Exchange(Protocol):
    """One request on its way: what a fault may look at and do."""

    target: str
    chance: random.Random
    slowness: float  # seconds a delayed answer takes, on average

    def forward(self, plain: bool = False) -> Answer:
        """The site's own answer; `plain` asks for it uncompressed."""

    def previous_page(self) -> Optional[Answer]:
        """The last good page of the same list that answered another question."""

    def send(self, answer: Answer) -> None:
        """All of the answer."""

    def send_part(self, answer: Answer, share: float) -> None:
        """Its head, and a share of the body it announces."""

    def send_slowly(self, answer: Answer, seconds: float) -> None:
        """All of it, in pieces."""


# Faults ------------------------------------------------------------------------------------
# Each takes the exchange and answers it, or raises Hang.


def delay(exchange: Exchange) -> None:
    answer = exchange.forward()
    time.sleep(exchange.slowness * (0.5 + exchange.chance.random()))
    exchange.send(answer)


def drip(exchange: Exchange) -> None:
    exchange.send_slowly(exchange.forward(), exchange.slowness * 2)


def cut(exchange: Exchange) -> None:
    exchange.send_part(exchange.forward(), exchange.chance.random())
    raise Hang(exchange.chance.random() < 0.5)


def close(exchange: Exchange) -> None:
    raise Hang(exchange.chance.random() < 0.5)


def lost(exchange: Exchange) -> None:
    exchange.forward()
    raise Hang(exchange.chance.random() < 0.5)


def busy(exchange: Exchange) -> None:
    exchange.send(ghost_error(429, "TooManyRequestsError", "Too many requests.", ("Retry-After", "1")))


def broken(exchange: Exchange) -> None:
    exchange.send(ghost_error(500, "InternalServerError", "An unexpected error occurred, please try again."))


def gateway(exchange: Exchange) -> None:
    exchange.send(page(502, HTML,
                       b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"))


def unavailable(exchange: Exchange) -> None:
    exchange.send(page(503, HTML, MAINTENANCE))


def maintenance(exchange: Exchange) -> None:
    exchange.send(page(200, HTML, MAINTENANCE))


def redirect(exchange: Exchange) -> None:
    exchange.send(page(301, HTML, b"Moved Permanently", ("Location", "https://example.com" + exchange.target)))


def truncated(exchange: Exchange) -> None:
    answer = exchange.forward(plain=True)
    exchange.send(answer._replace(body=answer.body[:int(len(answer.body) * exchange.chance.random())]))


def garbage(exchange: Exchange) -> None:
    exchange.send(page(200, JSON, bytes(exchange.chance.randrange(256) for _ in range(200))))


def wrong_shape(exchange: Exchange) -> None:
    exchange.send(page(200, JSON,
                       exchange.chance.choice((b"{}", b"[]", b"null", b'{"members":{}}', b'{"errors":[]}', b'"maintenance"'))))


def repeat(exchange: Exchange) -> None:
    """The previous page of the same list instead of the one asked for."""
    previous = exchange.previous_page()
    exchange.send(previous or exchange.forward())


def reorder(exchange: Exchange) -> None:
    def shuffle(rows: list) -> list:
        exchange.chance.shuffle(rows)
        return rows

    exchange.send(edit_rows(exchange.forward(plain=True), shuffle))


def doubled(exchange: Exchange) -> None:
    exchange.send(edit_rows(exchange.forward(plain=True), lambda rows: rows[:1] + rows))


def gap(exchange: Exchange) -> None:
    """One row of the page is missing, as when rows move under a page number."""
    exchange.send(edit_rows(exchange.forward(plain=True), lambda rows: rows[:-2] + rows[-1:] if len(rows) > 1 else rows))


FAULTS: Dict[str, Callable[[Exchange], None]] = {
    "delay": delay, "drip": drip, "cut": cut, "close": close, "lost": lost, "429": busy, "500": broken, "502": gateway,
    "503": unavailable, "maintenance": maintenance, "redirect": redirect, "truncated": truncated, "garbage": garbage,
    "wrong-shape": wrong_shape, "repeat": repeat, "reorder": reorder, "doubled": doubled, "gap": gap,
}
# Failures a client can recognise in the answer itself.
HONEST = ("delay", "drip", "cut", "close", "lost", "429", "500", "502", "503", "maintenance", "truncated", "garbage",
          "wrong-shape")
# Answers that look right and are not.
DECEITFUL = ("repeat", "reorder", "doubled", "gap")

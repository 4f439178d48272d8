# SPDX-License-Identifier: GPL-3.0-or-later
"""A small Ghost Admin API client that shares nothing with the program under test.

The tests compare what the program stored with what this client reads, so it is kept
plain: one request at a time, no cache, no retry but the one a closed idle connection needs.
"""
import base64
import hashlib
import hmac
import http.client
import json
import time
from typing import Any, Dict, Iterator, Optional, Tuple
from urllib.parse import urlencode, urlsplit

PAGE_ROWS = 100  # the most Ghost gives, whatever is asked for
TOKEN_SECONDS = 240  # Ghost refuses a token 300 s after its `iat`


class ApiError(Exception):
    """An answer of 400 or more; `status` and the parsed `body` (or text) are kept."""

    def __init__(self, status: int, body: Any, request: str):
        super().__init__("%s answered %d: %s" % (request, status, str(body)[:500]))
        self.status = status
        self.body = body


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def sign_token(admin_key: str, now: Optional[float] = None) -> str:
    """The JWT for an admin API key `<id>:<hex secret>`."""
    key_id, _, secret = admin_key.partition(":")
    issued = int(time.time() if now is None else now)
    header = {"alg": "HS256", "typ": "JWT", "kid": key_id}
    payload = {"iat": issued, "exp": issued + 300, "aud": "/admin/"}
    signed = ".".join(_base64url(json.dumps(part, separators=(",", ":")).encode()) for part in (header, payload))
    mac = hmac.new(bytes.fromhex(secret), signed.encode(), hashlib.sha256).digest()
    return signed + "." + _base64url(mac)


def sql_time(iso: str) -> str:
    """The form in which Ghost compares times in filters, from the form it prints."""
    return iso[:19].replace("T", " ")


class AdminApi:
    """Admin API of the site at `url`, with an integration's key.  Not for use by two threads at once."""

    def __init__(self, url: str, admin_key: str, timeout: float = 120.0):
        self.url = url.rstrip("/")
        self.admin_key = admin_key
        self.timeout = timeout
        self.requests = 0
        self.bytes = 0
        self._connection: Optional[http.client.HTTPConnection] = None
        self._token = ""
        self._signed_at = 0.0

    def close(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    def api(self, method: str, path: str, params: Optional[Dict[str, Any]] = None, body: Any = None) -> Any:
        """The JSON answer of `/ghost/api/admin<path>`, None for an empty one.

        Raises ApiError for 400 and up, and for any redirect: following one would turn a
        write into a read.
        """
        target = "/ghost/api/admin" + path + ("?" + urlencode(params) if params else "")
        headers = {"Authorization": "Ghost " + self._fresh_token(), "Accept-Version": "v6.0"}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        status, _, text = self.send(method, target, headers, data)
        if status == 204 or not text:
            answer = None
        else:
            try:
                answer = json.loads(text)
            except ValueError:
                answer = text.decode(errors="replace")
        if status >= 300:
            raise ApiError(status, answer, "%s %s" % (method, target))
        return answer

    def get(self, path: str, **params: Any) -> Any:
        return self.api("GET", path, params)

    def send(self, method: str, target: str, headers: Dict[str, str], data: Optional[bytes]) -> Tuple[int, Dict[str, str], bytes]:
        """One raw request: status, headers with lower-case names, body.  Set-Cookie values are joined by newlines."""
        parts = urlsplit(self.url)
        for attempt in (1, 2):
            fresh = self._connection is None
            if fresh:
                self._connection = http.client.HTTPConnection(parts.hostname, parts.port or 80, timeout=self.timeout)
            try:
                self._connection.request(method, target, data, headers)
                answer = self._connection.getresponse()
                text = answer.read()
                break
            except (http.client.HTTPException, OSError):
                self.close()
                # Ghost closes connections idle for 5 s; that is no answer to this request.
                if fresh or attempt == 2:
                    raise
        self.requests += 1
        self.bytes += len(text)
        named: Dict[str, str] = {}
        for name, value in answer.getheaders():
            name = name.lower()
            named[name] = named[name] + "\n" + value if name in named else value
        return answer.status, named, text

    def _fresh_token(self) -> str:
        if time.time() - self._signed_at > TOKEN_SECONDS:
            self._signed_at = time.time()
            self._token = sign_token(self.admin_key)
        return self._token

    # Whole lists -------------------------------------------------------------------------

    def by_id(self, path: str, key: str, **params: Any) -> Iterator[dict]:
        """Every row of a list that can be ordered by id, complete also while the list changes."""
        wanted = params.pop("filter", "")
        last = ""
        while True:
            bound = "id:>'%s'" % last if last else ""
            both = "+".join(part for part in (wanted, bound) if part)
            query = dict(params, order="id asc", limit=PAGE_ROWS)
            if both:
                query["filter"] = both
            rows = self.api("GET", path, query)[key]
            yield from rows
            if len(rows) < PAGE_ROWS:
                return
            last = rows[-1]["id"]

    def by_page(self, path: str, key: str, **params: Any) -> Iterator[dict]:
        """Every row of a list that only knows page numbers."""
        page = 1
        while True:
            answer = self.api("GET", path, dict(params, limit=PAGE_ROWS, page=page))
            yield from answer[key]
            if "meta" not in answer or not answer["meta"]["pagination"]["next"]:
                return
            page += 1

    def events(self, kind: str, since: str = "") -> Iterator[dict]:
        """Every event of one type, newest first: the `data` objects.

        `page` and `order` are ignored by this endpoint, so the last row is the cursor.
        """
        cursor = ""
        while True:
            parts = ["type:" + kind]
            if since:
                parts.append("data.created_at:>='%s'" % since)
            if cursor:
                parts.append(cursor)
            rows = self.api("GET", "/members/events/", {"limit": PAGE_ROWS, "filter": "+".join(parts)})["events"]
            for row in rows:
                yield row["data"]
            if len(rows) < PAGE_ROWS:
                return
            last = rows[-1]["data"]
            at = sql_time(last["created_at"])
            cursor = "(data.created_at:<'%s',data.created_at:'%s'+id:<'%s')" % (at, at, last["id"])

    def count(self, path: str, **params: Any) -> int:
        """How many rows a list has, from one request of one row."""
        return self.api("GET", path, dict(params, limit=1))["meta"]["pagination"]["total"]

    # Acting as a member ------------------------------------------------------------------

    def member_session(self, member_id: str) -> "MemberSession":
        """The member logged in, through a one-time link; writes a login event."""
        link = self.api("GET", "/members/%s/signin_urls/" % member_id)["member_signin_urls"][0]["url"]
        parts = urlsplit(link)
        # The link carries the site's own address; keep to the one this client was given.
        status, headers, _ = self.send("GET", parts.path + "?" + parts.query, {}, None)
        cookies = "; ".join(line.partition(";")[0] for line in headers.get("set-cookie", "").split("\n") if line)
        if status != 302 or "ghost-members-ssr" not in cookies:
            raise ApiError(status, headers, "GET sign-in link")
        return MemberSession(self, cookies)


class MemberSession:
    """What a reader can do with a browser: own profile, comments, likes, reports."""

    def __init__(self, api: AdminApi, cookies: str):
        self._api = api
        self._cookies = cookies

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """`path` is below `<site>/members/api`."""
        headers = {"Cookie": self._cookies, "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        status, _, text = self._api.send(method, "/members/api" + path, headers, data)
        if status >= 300:
            raise ApiError(status, text.decode(errors="replace"), "%s %s" % (method, path))
        return json.loads(text) if text else None

    def comment(self, post_id: str, html: str) -> dict:
        return self.call("POST", "/comments/", {"comments": [{"post_id": post_id, "html": html}]})["comments"][0]

    def like(self, comment_id: str) -> None:
        self.call("POST", "/comments/%s/like/" % comment_id)

    def unlike(self, comment_id: str) -> None:
        self.call("DELETE", "/comments/%s/like/" % comment_id)

    def report(self, comment_id: str) -> None:
        self.call("POST", "/comments/%s/report/" % comment_id)

    def delete_comment(self, comment_id: str) -> None:
        self.call("PUT", "/comments/%s/" % comment_id, {"comments": [{"status": "deleted"}]})


"""What stands before every page: whose requests are answered, and what a browser is told to forbid.

A page of another site may send a browser here, under its own name (DNS rebinding) or by a form or script of its own. So
only our own names are answered to, a change is taken only from a page of ours, and nothing but a page that somebody
opens is given to a request from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allegiance.web.sessions import Sessions, opens_feed
from allegiance.web.site import Serving

COOKIE = "allegiance_session"
ENTRANCE = "/enter"
STATIC = "/static/"
FEED = "/changes.atom"
LONGEST_ADDRESS = 4096
"""Characters of path and query together."""
LARGEST_FORM = 64 * 1024
"""Bytes of the body of a change."""
UPLOADS = "/read"
LARGEST_UPLOAD = 64 * 1024 * 1024
"""Bytes of reports that are handed over at once."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""No script at all, no style but our own file, nothing from another host, no page of ours in another's frame."""
PAGE_POLICY = f"{POLICY}; script-src 'self'; connect-src 'self'"
"""For a page: scripts from our own files alone, none in the page itself, and they ask nobody but us."""
_SELF = {"style-src 'self'": "style-src 'self' 'unsafe-inline'", "img-src 'self'": "img-src 'self' data:"}
DRAWING_POLICY = "; ".join(_SELF.get(part, part) for part in PAGE_POLICY.split("; "))
"""For a page with a drawing made in the browser: those scripts bring styles and icons."""

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
_READING = frozenset({"GET", "HEAD"})


class Guard:
    """The first thing that sees a request, and the last that sees its answer."""

    def __init__(self, app: ASGIApp, serving: Serving, sessions: Sessions) -> None:
        self._app = app
        self._serving = serving
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, refuse it, or send it to the entrance."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        stopped = self._stopped(scope)
        await (stopped or self._app)(scope, receive, guarded)

    def _stopped(self, scope: Scope) -> Response | None:
        """What a request gets in place of a page; None where it may pass."""
        headers = Headers(scope=scope)
        path, query = scope["path"], scope["query_string"].decode("latin-1")
        asked_of = [host.lower() for host in headers.getlist("host")]
        if len(asked_of) != 1 or asked_of[0] not in self._serving.hosts:
            return _refusal(421, f"This site answers only to {_listed(self._serving.hosts)}.")
        if len(path) + len(query) > LONGEST_ADDRESS:
            return _refusal(414, "This address is too long.")
        method = scope["method"]
        if method in _READING:
            if not _may_read(headers):
                return _refusal(403, "Another site's page asked for this. Open the address yourself.")
        elif method != "POST":
            return _refusal(405, "Pages are read (GET) and forms are sent (POST); nothing else.")
        elif refused := _refused_form(headers, LARGEST_UPLOAD if path == UPLOADS else LARGEST_FORM):
            return refused
        if self._serving.token and path != ENTRANCE and not path.startswith(STATIC):
            by_key = path == FEED and method in _READING and opens_feed(self._serving.token, query)
            if not by_key and not self._sessions.has_entered(cookie_of(headers)):
                asked = path + (f"?{query}" if query else "")
                after = f"?after={quote(asked, safe='')}" if method in _READING and asked != "/" else ""
                return RedirectResponse(ENTRANCE + after, status_code=303)
        return None


def cookie_of(headers: Headers) -> str:
    """Our cookie as a request has it, or `""`."""
    return str(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""))


def is_local_path(path: str) -> bool:
    """Whether an address leads nowhere but to this site: so a form cannot send a reader elsewhere."""
    return path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path


def _may_read(headers: Headers) -> bool:
    """Whether a request to read comes from a page of ours, or from somebody who follows a link or types an address."""
    if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return True
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def _refused_form(headers: Headers, most: int) -> Response | None:
    """Why a form is not taken; None where it is from a page of ours, and of a size."""
    origin = headers.get("origin", "")
    if origin.split("://")[-1].lower() != headers["host"].lower() or not origin.startswith(("http://", "https://")):
        return _refusal(403, "This change did not come from a page of this site. Open the page here, and try again.")
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit():
        return _refusal(411, "A form says how long it is.")
    return _refusal(413, f"This is too large: at most {most // 1024:,} KiB.") if int(length[:12]) > most else None


def _refusal(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status_code=status)


def _listed(hosts: Iterable[str]) -> str:
    return ", ".join(f"http://{host}/" for host in sorted(hosts))

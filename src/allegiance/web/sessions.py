"""Who has entered, and which forms are ours: signed cookies and form tokens, without a store.

The key is made anew at each start, so that all cookies end with the process. The address of a feed is signed with the
token itself, and holds as long as that: a reader of feeds has no cookie.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import parse_qsl, urlencode

_LONGEST = 200
"""More characters than a cookie or a form token of ours ever has."""


class Sessions:
    """Makes and checks the cookies and form tokens of one run of the site."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def begin(self, *, entered: bool) -> str:
        """A new cookie; `entered` says that the token was given."""
        name = secrets.token_urlsafe(24)
        return f"{name}.{int(entered)}.{self._sign('cookie', f'{name}.{int(entered)}')}"

    def is_ours(self, cookie: str) -> bool:
        """Whether a cookie was made in this run."""
        told, _, signed = cookie.rpartition(".")
        return len(cookie) <= _LONGEST and bool(told) and _same(signed, self._sign("cookie", told))

    def has_entered(self, cookie: str) -> bool:
        """Whether whoever sends this cookie has given the token."""
        return self.is_ours(cookie) and cookie.split(".")[1] == "1"

    def form_token(self, cookie: str) -> str:
        """What a form must send along for its change to be taken: nobody else's page can know it."""
        return self._sign("form", cookie)

    def is_form_of(self, cookie: str, token: str) -> bool:
        """Whether a form's token belongs to this cookie."""
        return self.is_ours(cookie) and len(token) <= _LONGEST and _same(token, self.form_token(cookie))

    def _sign(self, use: str, text: str) -> str:
        return hmac.new(self._key, f"{use}\n{text}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def feed_key(token: str, query: str) -> str:
    """What stands in the address of a feed, so that this one feed is given to whoever has no cookie, and nothing else.

    `query` is that of the address, in any order, with or without a key.
    """
    asked = sorted((name, value) for name, value in parse_qsl(query) if name != "key")
    told = f"feed\n{urlencode(asked, errors='replace')}"
    return hmac.new(token.encode("utf-8", "replace"), told.encode(), hashlib.sha256).hexdigest()


def opens_feed(token: str, query: str) -> bool:
    """Whether the query of a feed's address has the key of this very feed."""
    given = dict(parse_qsl(query)).get("key", "")
    return len(given) <= _LONGEST and _same(given, feed_key(token, query))


def same_token(given: str, wanted: str) -> bool:
    """Whether a token is the one that is wanted, in a time that does not tell how much of it was right."""
    return _same(given, wanted)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))

"""Text from reports made safe to print: it may hold terminal escapes, bidirectional overrides and broken surrogates."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_JOINERS = "\u200c\u200d"  # Persian, Urdu and the scripts of India need them between letters.
_SPACES = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_SUSPECT = re.compile(r"[^\x20-\x7e]")
_CONTROL_PICTURES = 0x2400


def plain(text: str) -> str:
    """`text` on one line, as it may be shown on a terminal.

    Line breaks and tabs become spaces; other controls become their visible pictures (`␛`); invisible formatting
    characters, bidirectional marks and overrides among them, are dropped; half surrogates become `�`.
    """
    return " ".join(_SUSPECT.sub(_shown, text).split(" ")).strip()


def visible(text: str) -> str:
    """`text` with its lines kept, as it may be shown on a page: otherwise as `plain` has it."""
    return _SUSPECT.sub(lambda match: match.group() if match.group() in "\n\t" else _shown(match), text)


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    if character in _SPACES:
        return " "
    category = unicodedata.category(character)
    if category == "Cc":
        code = ord(character)
        return chr(_CONTROL_PICTURES + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cf" and character not in _JOINERS else character


def escaped(json_text: str) -> str:
    """JSON text in which every control, formatting and surrogate character is written as `\\uXXXX`, losing nothing."""
    return _SUSPECT.sub(_as_escape, json_text)


def _as_escape(match: re.Match[str]) -> str:
    character = match.group()
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _JOINERS
    if not hidden or character == "\n":
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))


def shortened(text: str, most: int) -> str:
    """`text` cut at a word's end to `most` characters at the most, the last of them `…` where it was cut."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    at_word = head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head
    return at_word.rstrip(" ,;:.") + "…"


def outside(url: str) -> str:
    """An address that a report gives, if a browser may be sent there; else `""`."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""

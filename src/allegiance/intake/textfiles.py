"""Bytes that are meant to be text → text, kept as it is: no line end, no space, no character is changed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from itertools import islice

from allegiance.errors import Problem
from allegiance.intake.extract import Extract
from allegiance.intake.formats import looks_binary

_SAMPLE = 16 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSABLE = tuple(
    """
    cp1252 cp1256 cp1251 cp1250 cp1253 cp1254 cp1255 cp1257 cp1258 cp874 iso8859_2 iso8859_5 iso8859_6 iso8859_7
    iso8859_9 iso8859_15 koi8_r koi8_u mac_roman gb18030 big5 shift_jis euc_jp euc_kr
    """.split()
)
_DECLARABLE = re.compile(
    r"(?:iso|latin|windows|cp|koi|mac|x-mac|gb|big5|shift|sjis|euc|tis|us-?ascii|ascii)[\w.:-]*", re.I
)
_WORD = re.compile(r"\w")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_AROUND = 80
_SOUND = 4
"""How many characters must be sound UTF-8 for each place that is not, for the text to be UTF-8 with faults."""
_RARE = 50
_FEW = 80
_USUAL = "cp1252"
"""What text in no better known encoding is in most of the time; it is chosen where others are only as likely."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text out of bytes, the encoding it was in, and how many places of it could not be decoded (shown as `�`).

    `doubtful` where the encoding is a guess from too few characters to be sure of.
    """

    text: str
    encoding: str
    lost: int = 0
    doubtful: bool = False


def read_text(data: bytes, address: str) -> Extract | Problem:
    """Plain text or Markdown as it was decoded, byte-order mark dropped, nothing else changed."""
    decoded = decode(data, address)
    if isinstance(decoded, Problem):
        return decoded
    return Extract(decoded.text, odd=oddities(decoded, address))


def decode(data: bytes, address: str, declared: str = "") -> Decoded | Problem:
    """`data` decoded: by its byte-order mark, as UTF-8, as `declared`, as UTF-8 with a few faults, else by guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_losses(data[len(mark) :], encoding)
    if looks_binary(data[:65536]) or b"\0" in data:
        return binary(address)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _DECLARABLE.fullmatch(declared):
        try:
            return _with_losses(data, declared)
        except LookupError:
            pass
    faulty = _with_losses(data, "utf-8")
    if faulty.lost * _SOUND <= sum(1 for character in faulty.text if character > "\x7f") - faulty.lost:
        return faulty
    guess = _guess(data)
    if not guess and faulty.lost * _RARE <= len(faulty.text):
        return faulty
    if not guess:
        hint = "save it as UTF-8"
        return Problem(address, "unknown-encoding", "its character encoding could not be told", hint)
    few = sum(1 for _ in islice(_NOT_ASCII.finditer(data), _FEW)) < _FEW
    return replace(_with_losses(data, guess), doubtful=few and guess != _USUAL)


def oddities(decoded: Decoded, address: str) -> tuple[Problem, ...]:
    """What to tell of a text that may not be what was written."""
    if decoded.doubtful:
        message = f"its encoding was guessed to be {decoded.encoding} from a few characters, and may be another"
        return (Problem(address, "guessed-encoding", message, "save it as UTF-8"),)
    if not decoded.lost:
        return ()
    message = f"{decoded.lost} places could not be decoded as {decoded.encoding} and are shown as \ufffd"
    return (Problem(address, "undecoded", message, "save it as UTF-8"),)


def binary(address: str) -> Problem:
    """The problem of something that is no text at all."""
    hint = "text in UTF-16 must begin with a byte-order mark"
    return Problem(address, "binary", "it holds bytes that no text holds", hint)


def fault(text: str, address: str, most: int) -> Problem | None:
    """Why `text` is no text to read (binary, without a word, longer than `most` code points), or None."""
    if len(text) > most:
        return Problem(address, "too-large", f"its text is longer than {most:,} characters", "split it")
    if "\0" in text:
        return binary(address)
    if not _WORD.search(text):
        return Problem(address, "empty", "there are no words in it")
    return None


def _with_losses(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, text.count("\ufffd"))


def _guess(data: bytes) -> str:
    """The legacy encoding of `data`, judged by a bounded sample of what stands around bytes not in ASCII, or `""`."""
    from charset_normalizer import from_bytes

    sample, end = bytearray(), 0
    while len(sample) < _SAMPLE and (found := _NOT_ASCII.search(data, end)):
        begin, end = max(end, found.start() - _AROUND), found.end() + _AROUND
        sample += data[begin:end]
    matches = list(from_bytes(bytes(sample), cp_isolation=list(_GUESSABLE)))
    if not matches:
        return ""
    best = matches[0]
    equal = [one for one in matches if (one.chaos, one.coherence) == (best.chaos, best.coherence)]
    return _USUAL if any(_USUAL in one.could_be_from_charset for one in equal) else best.encoding

"""What a search found, for a terminal: reports, then claims, each with its passage and the words in it marked.

Words that were looked for stand in brackets, and where there is colour are bold too. Lost: the hash of the document,
and unless `full` the ends of long sentences.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from allegiance.exports.plain import plain
from allegiance.exports.words import coverage_line, judged, said
from allegiance.fulltext import CLOSE, OPEN
from allegiance.model import Answer, Row

_MARKED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_HEADS = {"document": "Reports", "claim": "Claims"}
_INDENT = 4


def pieces(snippet: str) -> Iterator[tuple[str, bool]]:
    """A passage in pieces, each with whether it was looked for, made plain."""
    at = 0
    for found in _MARKED.finditer(snippet):
        yield snippet[at : found.start()], False
        yield found[1], True
        at = found.end()
    yield snippet[at:], False


def write(answer: Answer, *, width: int = 100, colour: bool = False, full: bool = False) -> str:
    """What was found as text at most `width` cells wide, and under it its coverage and its problems."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},
    )
    if not answer.rows:
        console.print(Text("nothing found"))
    section = ""
    for row in answer.rows:
        if row.get("section") != section:
            console.print(Text(f"{chr(10) if section else ''}{_HEADS[row.get('section')]}", style="bold"))
            section = row.get("section")
        for number, line in enumerate(_lines(answer, row, full)):
            console.print(Padding(line, (0, 0, 0, min(2 if number == 0 else _INDENT, width // 8))))
    console.print(*([Text("")] if answer.rows else []), end="")
    for note in (*answer.problems, coverage_line(answer.coverage)):
        console.print(Text(plain(note), overflow="fold"))
    shown = out.getvalue()
    return shown if colour else "".join(f"{line.rstrip()}\n" for line in shown.splitlines())


def _lines(answer: Answer, row: Row, full: bool) -> Iterator[Text]:
    at = ", ".join(plain(told) for told in (row.get("publisher"), row.get("published") or "undated") if told)
    if row.get("section") == "document":
        yield _told(plain(row.get("name")), at)
        if row.get("title"):
            yield Text(plain(row.get("title")), overflow="fold")
        yield _passage(row.get("snippet"))
        return
    recorded = answer.evidence[row.claims[0]]
    yield Text(plain(said(recorded.claim, with_sources=True)), style="bold", overflow="fold")
    yield _passage(recorded.sentence if full else row.get("snippet"), quoted=True)
    marks = "; ".join([recorded.claim.id, *(plain(judged(one)) for one in recorded.judged)])
    place = f", {plain(recorded.place)}" if recorded.place else ""
    yield _told(plain(row.get("name")), f"{at}{place} [{marks}]")
    if row.because:
        yield Text(plain(row.because), style="dim", overflow="fold")


def _told(name: str, at: str) -> Text:
    return Text.assemble((name, "bold"), f"  {at}", overflow="fold")


def _passage(snippet: str, *, quoted: bool = False) -> Text:
    text = Text("“" if quoted else "", overflow="fold")
    for piece, marked in pieces(snippet):
        # Made plain in pieces, whose ends are no ends of lines.
        shown = plain(f"_{piece}_")[1:-1]
        text.append(f"[{shown}]" if marked else shown, style="bold" if marked else "")
    return text.append("”") if quoted else text

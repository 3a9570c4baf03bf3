"""Answers and claims as tables for a terminal, every status in words (colour only repeats it).

Under each row stand the sentences that it rests on, with publisher and date, and the reason for its status. Lost: ids
of actors and of claims, the list of a network's actors, and, unless `full`, the ends of long sentences and all but the
first of many. Columns that do
not fit are left out, the least telling first, and named under the table. Whatever comes from a report is made plain
before it is shown.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from allegiance.exports.plain import plain, shortened
from allegiance.exports.words import coverage_line, judged, said
from allegiance.model import Answer, Recorded, Row

_COLOURS = {
    "certain": "green",
    "stated": "green",
    "possible": "yellow",
    "reported": "yellow",
    "likely": "yellow",
    "disputed": "red",
    "denied": "red",
    "doubted": "magenta",
    "unknown": "bright_black",
}
_LEAST_TELLING = (
    "first_attested",
    "last_attested",
    "steps",
    "sources",
    "where",
    "area",
    "publishers",
    "publisher",
    "published",
    "date",
    "until",
    "because",
    "according_to",
    "denied_by",
    "sentence",
    "section",
)
_SAID_IN_CLAIM = frozenset({"what", "who", "whom", "by", "role", "area", "since", "until", "outcome"})
_ALWAYS = frozenset({"status", "certainty", "claim"})
_LEAST = {"sentence": 24, "claim": 22, "because": 18}
_WORD_CAP = 14  # A longer word is broken rather than allowed to push another column out.
_SENTENCE_MOST = 120
_GUTTER = 2
_INDENT = 4
_UNDER_THE_ROW = frozenset({"sentence", "publisher", "publishers", "published", "because"}) | {
    *("one", "one_according_to", "one_published", "other", "other_according_to", "other_published")
}
"""Fields that the lines under a row show, where it has evidence."""


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    cells: tuple[str, ...]

    @property
    def title(self) -> str:
        return self.name.replace("_", " ")

    @property
    def least(self) -> int:
        """The fewest cells in which the column can be read."""
        words = [word for cell in (self.title, *self.cells) for word in cell.split()]
        widest = max((cell_len(word) for word in words), default=1)
        widest = widest if self.name in ("id", "claims") else min(widest, _WORD_CAP)
        return max(widest, min(_LEAST.get(self.name, 0), self.most))

    @property
    def most(self) -> int:
        """The cells that the column would fill on one line."""
        return max(cell_len(cell) for cell in (self.title, *self.cells))

    def shortened(self) -> _Column:
        """The column with its sentences cut short; any other column as it is."""
        if self.name != "sentence":
            return self
        return _Column(self.name, tuple(shortened(cell, _SENTENCE_MOST) for cell in self.cells))


def write(answer: Answer, *, width: int = 100, colour: bool = False, full: bool = False) -> str:
    """The answer as a table at most `width` cells wide, and under it its coverage and its problems.

    With `full`, sentences are whole and each row shows the ids of its claims.
    """
    answer = _without_actors(answer)
    if not answer.rows:
        return "".join(_lines(["nothing found", *answer.problems, coverage_line(answer.coverage)]))
    columns = _columns(answer)
    columns.insert(1, _Column("status", tuple(plain(row.status) for row in answer.rows)))
    columns.append(_Column("because", tuple(plain(row.because) for row in answer.rows)))
    notes = [*answer.problems, coverage_line(answer.coverage)]
    if not answer.evidence:
        return _table(columns, notes, width=width, colour=colour, full=full)
    dated_by_report = {"date"} if answer.answer in ("roster", "network") else set()
    columns = [c for c in columns if c.name not in _UNDER_THE_ROW | dated_by_report]
    under = [_under(answer, row, full) for row in answer.rows]
    return _table(columns, notes, width=width, colour=colour, full=full, under=under)


def _without_actors(answer: Answer) -> Answer:
    """A network without the rows of its actors, whom its ties name, and by the weight of these; else as it is."""
    if answer.answer != "network":
        return answer
    ties = (row for row in answer.rows if row.get("section") == "tie")
    called = {"sources": "independent_sources"}  # Their weight is what the ties of a network are told by.
    rows = (replace(row, fields=tuple((called.get(k, k), v) for k, v in row.fields if k != "section")) for row in ties)
    return replace(answer, rows=tuple(rows))


def _under(answer: Answer, row: Row, full: bool) -> list[str]:
    """The lines under a row: its sentences with who published them and when, and why its status is what it is."""
    found = [answer.evidence[claim] for claim in row.claims if claim in answer.evidence]
    distinct = list({(r.sentence, r.appearance.publisher): r for r in found}.values())
    shown = distinct if full else distinct[: 2 if row.status == "disputed" or answer.answer == "suggestions" else 1]
    lines = [_quoted(r, full) for r in shown]
    if len(distinct) > len(shown):
        lines[-1] += f" (and {len(distinct) - len(shown)} more)"
    return [*lines, plain(row.because)] if row.because else lines


def _quoted(recorded: Recorded, full: bool) -> str:
    """A sentence as evidence: in quotation marks, with its publisher and date, its certainty where it is not stated."""
    sentence = plain(recorded.sentence)
    told = [recorded.appearance.publisher, recorded.appearance.published or "undated", recorded.place]
    certainty = recorded.claim.certainty.value
    marks = [certainty] if certainty != "stated" else []
    marks += [plain(judged(one)) for one in recorded.judged]
    marks += [recorded.claim.id] if full else []
    tail = f" [{'; '.join(marks)}]" if marks else ""
    words = sentence if full else shortened(sentence, _SENTENCE_MOST)
    return f"“{words}” {', '.join(plain(t) for t in told if t)}{tail}"


def _columns(answer: Answer) -> list[_Column]:
    """A column for each field; what the field `type` and the roles say is said in words instead, in one column."""
    names = list(dict.fromkeys(name for row in answer.rows for name, _ in row.fields if not name.endswith("_id")))
    columns = []
    for name in names:
        if name == "type":
            columns.append(_Column("claim", tuple(plain(_in_words(answer, row)) for row in answer.rows)))
        elif "type" in names and name == "date":
            columns.append(_Column(name, tuple(plain(_span(row)) for row in answer.rows)))
        elif "type" not in names or name not in _SAID_IN_CLAIM:
            columns.append(_Column(name, tuple(plain(row.get(name)) for row in answer.rows)))
    return columns


def _span(row: Row) -> str:
    """The date of a row; of a post, its beginning and its end."""
    if not row.get("since"):
        return row.get("date")
    return f"{row.get('since')} to {row.get('until') or '…'}"


def _in_words(answer: Answer, row: Row) -> str:
    """The claim that leads the row, in words, `disputed` first where it is, and its outcome; else what the row is."""
    lead = next((answer.evidence[claim] for claim in row.claims if claim in answer.evidence), None)
    if lead is None or not row.get("type"):
        return row.get("what") or row.get("type")
    outcome = row.get("outcome")
    return f"{'disputed: ' if row.status == 'disputed' else ''}{said(lead.claim)}{'; ' if outcome else ''}{outcome}"


def claims_table(claims: Sequence[Recorded], *, width: int = 100, colour: bool = False, full: bool = False) -> str:
    """Claims as a table: date, the claim in words, certainty, sources, publisher, sentence; with `full`, their ids."""
    if not claims:
        return "no claims found\n"
    columns = [
        _Column("date", tuple(plain(_date(r)) for r in claims)),
        _Column("claim", tuple(plain(said(r.claim)) for r in claims)),
        _Column("certainty", tuple(r.claim.certainty.value for r in claims)),
        _Column("sources", tuple(plain("; ".join(r.claim.sources)) for r in claims)),
    ]
    count = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    under = [[_quoted(r, full)] for r in claims]
    return _table(columns, [count], width=width, colour=colour, full=full, under=under)


def _date(recorded: Recorded) -> str:
    """When it happened, else the bound that the report's date sets."""
    published = recorded.appearance.published
    return recorded.claim.when or (f"by {published}" if published else "")


def _table(
    columns: list[_Column],
    notes: Sequence[str],
    *,
    width: int,
    colour: bool,
    full: bool,
    under: Sequence[Sequence[str]] = (),
) -> str:
    told = [column if full else column.shortened() for column in columns if any(column.cells)]
    kept, left_out = _fitting(told, width)
    wide = _widths(kept, width)
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},
    )
    console.print(_grid(wide, [Text(column.title) for column in kept]))
    console.print(Text("─" * min(width, sum(wide) + _GUTTER * (len(wide) - 1))))
    previous = ""
    for number in range(len(kept[0].cells)):
        cells = []
        for column in kept:
            words = column.cells[number]
            if column.name == "section":
                words, previous = ("" if words == previous else words), words
            coloured = column.name in ("status", "certainty")
            cells.append(Text(words, style=_COLOURS.get(words, "") if coloured else ""))
        console.print(_grid(wide, cells))
        for line in under[number] if under else ():
            console.print(Padding(Text(line, style="dim", overflow="fold"), (0, 0, 0, min(_INDENT, width // 8))))
    shown = console.file.getvalue() if isinstance(console.file, io.StringIO) else ""
    if left_out:
        notes = [f"not shown for want of width: {', '.join(c.title for c in left_out)}", *notes]
    body = shown if colour else "".join(f"{line.rstrip()}\n" for line in shown.splitlines())
    return body + "".join(_lines(notes))


def _grid(widths: Sequence[int], cells: Sequence[Text]) -> Table:
    """One line of the table, its cells as wide as all the others of their columns."""
    grid = Table(box=None, show_header=False, show_edge=False, pad_edge=False, padding=(0, _GUTTER, 0, 0))
    for cells_wide in widths:
        grid.add_column(width=cells_wide, overflow="fold", vertical="top")
    grid.add_row(*cells)
    return grid


def _fitting(columns: list[_Column], width: int) -> tuple[list[_Column], list[_Column]]:
    """The columns that fit `width` together, and those left out, the least telling first."""
    kept = list(columns)
    always = {*_ALWAYS, columns[0].name, *(("date",) if any(c.name == "claim" for c in columns) else ())}
    order = [c for name in _LEAST_TELLING for c in columns if c.name == name and name not in always]
    order += [c for c in reversed(columns) if c not in order and c.name not in always]
    left_out: list[_Column] = []
    while order and sum(c.least + _GUTTER for c in kept) - _GUTTER > width:
        dropped = order.pop(0)
        kept.remove(dropped)
        left_out.append(dropped)
    return kept, left_out


def _widths(columns: Sequence[_Column], width: int) -> list[int]:
    """The width of each column: its least, and then a cell at a time to the one that would break most often."""
    widths = [column.least for column in columns]
    left = width - sum(widths) - _GUTTER * (len(columns) - 1)
    while left > 0:
        short = [(column.most / given, i) for i, (column, given) in enumerate(zip(columns, widths, strict=True))]
        worst, i = max(short)
        if worst <= 1:
            break
        widths[i] += 1
        left -= 1
    if left < 0:
        widths = [max(1, (width - _GUTTER * (len(columns) - 1)) // len(columns)) for _ in columns]
    return widths


def _lines(notes: Sequence[str]) -> Iterator[str]:
    for note in notes:
        yield f"{plain(note)}\n"

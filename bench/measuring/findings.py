"""The accuracy page, part by part: what was measured goes in, Markdown comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill

from allegiance.model import TYPES
from bench.measuring import isaf, re3d
from bench.measuring.causes import Causes, Extra, Missed
from bench.measuring.page import counts, prf, share, table
from bench.measuring.scoring import Figure, Scores
from bench.measuring.sets import GoldSet

MOST_FILLERS = 12


@dataclass(frozen=True, slots=True)
class SetFindings:
    """One set: the reader's scores, the rivals', the interval of the strict F1; causes where they may be shown."""

    gold: GoldSet
    reader: Scores
    rival: Scores
    interval: tuple[float, float]
    causes: Causes | None
    triples: Scores | None = None


def head(date: str, version: str, digest: str, absent: Sequence[str]) -> str:
    """What the page is, when and of what it was made, and what it lacks."""
    listed = "\n".join(f"- {name}" for name in absent)
    lacking = (
        f"Not there when this page was made, and skipped:\n\n{listed}"
        if absent
        else "All data that it measures on was there."
    )
    return f"""# Accuracy

Measured {date} by `make accuracy` (`python -m bench.accuracy`), which writes this page.

Reader: English, version {version}, rules and code `{digest}`. It is the reader that users run, with the packaged
register, as it comes. The sets named `samples`, the ISAF releases and re3d are public data that does not ship with
the project.
{lacking}"""


def gold(found: Sequence[SetFindings]) -> str:
    """The claims: summary, by type, by attribute, causes."""
    shown = [one for one in found if one.causes is not None and one.gold.whole]
    parts = [_by_type(shown), _by_attribute(shown), _causes(shown)] if shown else []
    return "\n\n".join([_summary(found), *parts])


def _summary(found: Sequence[SetFindings]) -> str:
    rows = []
    for one in found:
        low, high = one.interval
        rivals = [("nearest name", one.rival), *([("triples", one.triples)] if one.triples else [])]
        for who, scores in (("reader", one.reader), *rivals):
            rows.append([
                f"{one.gold.title}, {who}", str(len(one.gold.reports)), *prf(scores.strict),
                f"{share(low)}–{share(high)}" if who == "reader" else "",
                *prf(scores.core), share(scores.every.f1), share(scores.certainty),
            ])  # fmt: skip
    heads = ("set", "reports", "strict P", "R", "F1", "95 of 100", "core P", "R", "F1", "all F1", "certainty")
    return f"""## Claims

A claim is right when its type, its polarity and every key role agree with the annotators' (*core*: without attack,
statement, presence and alias; *all*: with them). *Strict* asks of a core claim that `former`, the doer and the post's
role be right too: it is the headline. *95 of 100* is where the strict F1 falls in 95 of 100 sets drawn anew from the
same reports. *Certainty* is the mean F1 over reported, likely, possible, doubted and denied, on the claims that are
right.

*Nearest name* is a rival reading: the same names, the same trigger words, each linked to the nearest names left and
right. *Triples*, where it stands, is a rival that others made: the subject–verb–object triples of textacy 0.13 on the
bare language model, each taken for a claim where its verb is one of the same trigger words. It is the one open
extraction system found in the package registry that runs with nothing but what it installs. Tried, and left out:
graphbrain 0.7 (asks for a larger model, which is not in the registry), holmes-extractor 4.2 (asks for spaCy before
3.6), stanford-openie 1.3 (fetches CoreNLP, and needs Java), pyopenie 0.2 (asks a server), relik 1.0 (asks for spaCy
before 3.8, and fetches its weights), GLiREL 1.2 (fetches its weights); claucy is not in the registry.

{table(heads, rows)}

{_of_the_sets(found)}"""


def _of_the_sets(found: Sequence[SetFindings]) -> str:
    """What must be known of the sets to read the table."""
    titles = [one.gold.title for one in found]
    parts = []
    if "samples: all" in titles:
        parts.append(
            "The samples are given as a whole and in two parts: the two reports that the project started from, and\n"
            "the others. By their README, two people who annotate such reports apart from each other agree with a\n"
            "core F1 of 0.86 and a strict F1 of 0.83 on five of them."
        )
    closed = " and ".join(f"`{one.gold.title}`" for one in found if one.gold.closed)
    if closed:
        parts.append(
            f"{closed} is only ever scored: nobody looks at its sentences or at what is wrong there, so that the\n"
            "tables below leave it out. The other sets were there to be read by those who wrote the rules."
        )
    return "\n\n".join(parts)


def _by_type(found: Sequence[SetFindings]) -> str:
    rows = []
    for kind in TYPES:
        figures = [one.reader.types.get(kind, Figure(0, 0, 0)) for one in found]
        if any(f.said or f.gold for f in figures):
            cells = [(counts(f), share(f.f1)) if f.said or f.gold else ("", "") for f in figures]
            rows.append([kind, *(cell for pair in cells for cell in pair)])
    heads = ["type", *(cell for one in found for cell in (one.gold.title, "F1"))]
    return f"### By type\n\nEach cell is right / said / gold.\n\n{table(heads, rows)}"


def _by_attribute(found: Sequence[SetFindings]) -> str:
    names = sorted({name for one in found for name in one.reader.attributes})
    rows = []
    for name in names:
        figures = [one.reader.attributes.get(name, Figure(0, 0, 0)) for one in found]
        if any(f.gold for f in figures):
            rows.append([name, *(f"{f.right}/{f.gold}" if f.gold else "" for f in figures)])
    return f"""### By attribute

On the claims that are right, where the annotators give a value: how many values are the same, of how many. `when` and
`source` also count against the reader what it gives where they give none.

{table(["attribute", *(one.gold.title for one in found)], rows)}"""


def _causes(found: Sequence[SetFindings]) -> str:
    why = [one.causes for one in found if one.causes is not None]
    titles = [one.gold.title for one in found]
    missed = [[f"missed: {cause.value}", *(str(c.missed.get(cause, 0)) for c in why)] for cause in Missed]
    extra = [[f"extra: {cause.value}", *(str(c.extra.get(cause, 0)) for c in why)] for cause in Extra]
    fillers = _most(Counter[str](), [c.fillers for c in why])
    types = _most(Counter[str](), [c.types for c in why])
    told = (
        "Counted by program, each miss and each extra once, by the first cause that fits. In these sets together, the "
        f"key roles filled wrongly most often: {fillers}. The types missed most often where no other claim stands in "
        f"their place: {types}."
    )
    rows = table(["cause", *titles], missed + extra)
    return f"### What is wrong, by cause\n\n{fill(told, 118)}\n\n{rows}"


def _most(total: Counter[str], parts: Sequence[Mapping[str, int]]) -> str:
    for part in parts:
        total.update(part)
    ranked = sorted(total.items(), key=lambda row: (-row[1], row[0]))[:MOST_FILLERS]
    return ", ".join(f"{name} {number}" for name, number in ranked) or "none"


def releases(ours: Sequence[isaf.Row], rival: Sequence[isaf.Row]) -> str:
    """The ISAF releases, field by field."""
    rows = [
        [f"{row.field}, {who}", *prf(row.figure), counts(row.figure), share(row.agree / row.releases)]
        for one, other in zip(ours, rival, strict=True)
        for who, row in (("reader", one), ("words spotted", other))
    ]
    heads = ("field", "P", "R", "F1", "right/said/coded", "as coded")
    return f"""## ISAF releases

{(isaf.__doc__ or "").strip()}

*As coded* is the share of the {ours[0].releases} releases in which the field is just what the coder gave, nothing
included. The claims that the reader makes are about who did what to whom; the form also asks about operations in
which nothing of the kind is said, and there the reader's dates and names answer, not its claims: they show what its
layers find, not that it understood the operation. No answer is possible where a release bears no year or no day, and
in the weeks in which the coder set the day before the one that the text gives. The coder's groups with fewer than two
releases, and provinces not known, are left out.

{table(heads, rows)}"""


def pairs(ours: Sequence[re3d.Row], rival: Sequence[re3d.Row], reports: int) -> str:
    """re3d, relation by relation."""
    rows = [
        [f"{row.relation}, {who}", *prf(row.actors), counts(row.actors), *prf(row.every), counts(row.every)]
        for one, other in zip(ours, rival, strict=True)
        for who, row in (("reader", one), ("nearest name", other))
    ]
    heads = ("relation", "actors P", "R", "F1", "right/said/gold", "all P", "R", "F1", "right/said/gold")
    return f"""## re3d

{(re3d.__doc__ or "").strip()}

{reports} reports. We know of no published figures on these relations.

{table(heads, rows)}"""


LIMITS = """## What these figures do not say

- **They are small sets.** The interval beside each strict F1 says how far it might have come out otherwise with other
  reports of the same kind; a difference of a few hundredths says nothing.
- **Most sets were seen.** Those who wrote the rules could read the samples, `reports/dev`, `examples`, the ISAF
  releases and re3d, and did read some. `reports/kept` alone measures what is new to the rules, and its reports come
  from the same desk as those of `reports/dev`, so that it says little about other people's prose.
- **Invented reports are kinder than real ones.** `reports/*` and `examples` are prose written for this project,
  without the mangled lines, tables and translations of a real archive. Among the samples are real ones (coalition
  releases, Wikinews, Wikipedia).
- **Spotting words is sometimes better.** Where a rival's row stands above the reader's, as it may where a form asks for
  any name in the text, the rival answers that question better, and the page shows it.
- **A claim that is right here can still mislead.** The score looks at type, names and polarity, `strict` at doer,
  post and `former` too; dates, sources and certainty are counted apart, on claims that are right already.
- **Extras are not all wrong.** Annotators leave things out that a text says. An extra still costs precision, as it
  should: a reader of the record cannot know which kind it is.
- **The forms of others ask other questions.** The ISAF coder filled a form about operations, and re3d codes much that
  no claim of the codebook is. Those figures measure the mapping as much as the reader, and are no figures of the
  reader alone.
- **Not measured here**, for want of the data beside the project: Security Force Monitor's articles, MUC-4, pairs of
  names, any language but English, and text that was not typed (scans, speech)."""

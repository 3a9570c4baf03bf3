"""What the layers give, as short lines that a table can hold, and the tables that the tests are written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files

import pytest

from allegiance.model import TYPES, Certainty, Claim, Document, Phase
from allegiance.reading.clause import Clause
from allegiance.reading.phrases import Phrase
from allegiance.reading.reader import EnglishReader
from allegiance.reading.runs import Mention

ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
COMMON = frozenset("Fighters Nine Villagers Residents Unknown Gunmen Police Officials Two Delegates".split())


def rows(table: str) -> list[object]:
    """One test for each line `text => wanted ;; wanted`; `!layer: text => …` is a known defect of that layer."""
    out: list[object] = []
    for line in table.strip().splitlines():
        known = re.match(r"!([^:]+): ", line)
        text, _, wanted = line[known.end() if known else 0 :].partition(" => ")
        want = [cell.strip() for cell in wanted.split(" ;; ") if cell.strip()]
        marks = [pytest.mark.xfail(reason=f"a defect of {known.group(1)}", strict=True)] if known else []
        out.append(pytest.param(text.replace("\\n", "\n"), want, id=text[:70], marks=marks))
    return out


def blocks(table: str) -> list[object]:
    """One test for each block: `# name | published`, the text, lines `= claim`; `#! layer: name` is a known defect."""
    out: list[object] = []
    for block in re.split(r"\n(?=#)", table.strip()):
        head, *rest = block.splitlines()
        name, published = (cell.strip() for cell in head.lstrip("#! ").split("|"))
        text = "\n".join(line for line in rest if not line.startswith("= ")).strip()
        want = sorted(line[2:].strip() for line in rest if line.startswith("= "))
        layer = name.split(":")[0]
        known = [pytest.mark.xfail(reason=f"a defect of {layer}", strict=True)] if head.startswith("#!") else []
        out.append(pytest.param(text, published, want, id=name, marks=known))
    return out


def bare(name: str) -> str:
    """A name without the article and the capital that only its place in the sentence gave it."""
    plain = ARTICLE.sub("", name)
    return plain[0].lower() + plain[1:] if plain.split(" ")[0] in COMMON else plain


def line_of(claim: Claim) -> str:
    """A claim as `join: actor=A; to=B | when 2014 | where C | former | says D, E | reported`, defaults left out."""
    cells = [f"{claim.type}: {'; '.join(f'{f.role}={bare(f.name)}' for f in claim.roles)}"]
    cells += [f"when {claim.when}"] if claim.when else []
    cells += [f"where {claim.where}"] if claim.where else []
    cells += [claim.phase.value] if claim.phase not in (Phase.NONE, Phase.CURRENT) else []
    cells += [f"says {', '.join(bare(s) for s in claim.sources)}"] if claim.sources else []
    cells += [claim.certainty.value] if claim.certainty is not Certainty.STATED else []
    return " | ".join(cells)


def in_short(claim: Claim) -> str:
    """A claim as its type, its key roles and its words for a post: `post A, B: emir`."""
    names = {r.role: r.name for r in claim.roles}
    keys = [names.get(k, "") for k in TYPES[claim.type].keys]
    words = names.get("role", names.get("founder", ""))
    return f"{claim.type} {', '.join(k for k in keys if k)}{': ' if words else ''}{words}"


def claims_of(reader: EnglishReader, text: str, published: str = "") -> list[Claim]:
    """The claims that a reader finds in a text."""
    found, _ = reader.read(Document(text, "en"), published)
    return [f.claim for f in found]


def lines(reader: EnglishReader, text: str, published: str = "") -> list[str]:
    """The claims of a text as lines, each once, in alphabetical order."""
    return sorted({line_of(c) for c in claims_of(reader, text, published)})


def words_of(phrase: Phrase, mentions: Sequence[Mention]) -> str:
    """A phrase as its name, or its head with the names that stand in it: `commander(of Northern Front)`."""
    if phrase.mention >= 0:
        return mentions[phrase.mention].name
    inside = [f"{m.function} {words_of(m.phrase, mentions)}" for m in phrase.mods if m.function != "noun"]
    head = phrase.pronoun or phrase.head
    return f"{head}({', '.join(inside)})" if inside else head


def clauses_of(reader: EnglishReader, text: str) -> tuple[list[Clause], Sequence[Mention]]:
    """Every clause of a text in order, and the text's mentions."""
    layers, steps, _ = reader.trace(text)
    return [c for step in steps for c in step.clauses], layers.mentions


def row_of(clause: Clause, mentions: Sequence[Mention]) -> dict[str, str]:
    """A clause by its parts: `lemma` (a form other than the verb stands before), each function's phrases, `neg`."""
    by: dict[str, list[str]] = {}
    for arg in clause.args:
        by.setdefault(arg.function, []).append(words_of(arg.phrase, mentions))
    row = {function: ", ".join(values) for function, values in by.items()}
    row["lemma"] = clause.lemma if clause.form == "verb" else f"{clause.form} {clause.lemma}"
    return row | ({"neg": "yes"} if clause.negated else {}) | ({"passive": "yes"} if clause.passive else {})


def fits(row: dict[str, str], wanted: str) -> bool:
    """Whether a clause is `leave | subj=Idris Baro | obj=Northern Front | neg`: what is said of it, to the word.

    `not neg` stands for its absence; functions that are not spoken of may be filled as they like.
    """
    lemma, *cells = wanted.split(" | ")
    if row["lemma"] != lemma:
        return False
    for cell in cells:
        name, _, value = cell.partition("=")
        if cell.startswith("not "):
            if cell[4:] in row:
                return False
        elif row.get(name) != (value or "yes"):
            return False
    return True


def reports() -> list[tuple[str, str]]:
    """The packaged reports by name, with their text as it lies in the file."""
    folder = files("allegiance").joinpath("examples", "reports")
    return sorted((f.name, f.read_text("utf-8")) for f in folder.iterdir() if f.name.endswith((".txt", ".md")))

"""What the taught network adds: `python -m bench.taught` reads every set with gold by the frames alone, and with it."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

from allegiance.actors import load_register
from allegiance.model import Claim
from allegiance.reading.reader import EnglishReader
from bench.measuring.scoring import load_scorer, read_all
from bench.measuring.sets import Report, gold_sets


def main() -> None:
    """Print a table: core precision, recall and F1, strict F1, and processor seconds, by either reader."""
    scorer = load_scorer()
    sets, absent = gold_sets()
    if scorer is None or not sets:
        print("nothing measured, for want of:", "; ".join(absent))
        return
    known = load_register().names()
    print("| set | reader | core P | R | F1 | strict | all F1 | processor, s |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for one in (s for s in sets if s.whole):
        for name, is_taught in (("frames", False), ("with the network", True)):
            reader = EnglishReader(known, is_taught=is_taught)

            def ours(report: Report, reader: EnglishReader = reader) -> Sequence[Claim]:
                return [f.claim for f in reader.read(report.document, report.published)[0]]

            began = process_time()
            said = read_all(one.reports, ours)
            scores, took = scorer.score(one, said), process_time() - began
            core = scores.core
            figures = (core.precision, core.recall, core.f1, scores.strict.f1, scores.every.f1)
            print(f"| {one.title} | {name} | {' | '.join(f'{f:.3f}' for f in figures)} | {took:.0f} |", flush=True)


if __name__ == "__main__":
    main()

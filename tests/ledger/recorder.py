"""A process that records, for the tests that kill it: `python recorder.py ADDRESS FIRST COUNT`.

It prints a line when it is about to record, how many reports it has recorded whenever it has committed some, and a line
when it has recorded everything.
"""

from __future__ import annotations

import signal
import sys

from allegiance.ledger import open_ledger
from ledger.made import Report, report

CLAIMS = 5


def numbered(number: int) -> Report:
    """The report with that number: always the same."""
    text = " ".join(f"Man {number}-{part} joined the Front of the {part}th hill." for part in range(CLAIMS))
    return report(text, f"report-{number}", published="2024-03-14", url=f"https://wire.example/{number}")


def main(address: str, first: int, count: int) -> None:
    # Started in the background, a process may find Ctrl-C ignored; on a terminal it never does.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with open_ledger(address, wait=30) as ledger, ledger.batch() as batch:
        print("ready", flush=True)
        for number in range(first, first + count):
            numbered(number).into(batch)
            if number % 7 == 0:
                batch.commit()
                print(number - first + 1, flush=True)
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

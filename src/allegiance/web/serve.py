"""Serving the pages: where, to whom, and what is said when it begins."""

from __future__ import annotations

import gc
import secrets
import socket
from collections.abc import Sequence
from contextlib import ExitStack
from ipaddress import ip_address

from allegiance.errors import AllegianceError
from allegiance.ledger import Ledger
from allegiance.web.site import Serving

_LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


class CannotServe(AllegianceError):
    """The pages cannot be served there: the address is taken, or is none."""


def serving_at(host: str, port: int, names: Sequence[str], token: str, by: str) -> Serving:
    """To whom the pages are served at an address: any but loopback asks for a token, made here where none is given.

    `names` are what else browsers call this machine. A name with no port has the port served on.
    """
    loopback = is_loopback(host)
    own = _LOOPBACK_NAMES if loopback else (*_LOOPBACK_NAMES, *([] if _is_any(host) else [_bracketed(host)]))
    known = {_with_port(name.lower(), port) for name in (*own, *names)}
    if port == 80:
        known |= {name.removesuffix(":80") for name in known}
    return Serving(frozenset(known), token or ("" if loopback else secrets.token_urlsafe(18)), by)


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at an address; port 0 is any that is free. Raises CannotServe."""
    try:
        family = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0][0]
        with ExitStack() as closing:
            made = closing.enter_context(socket.socket(family, socket.SOCK_STREAM))
            if hasattr(socket, "SO_REUSEADDR") and not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind((host.strip("[]"), port))
            made.listen(128)
            closing.pop_all()
            return made
    except OSError as error:
        raise CannotServe(
            f"nothing can be served at {host}, port {port}: {error.strerror or error}",
            hint="give another --port, or --port 0 for any that is free",
        ) from error


def run(ledger: Ledger, serving: Serving, bound: socket.socket) -> None:
    """Serve until Ctrl-C."""
    import uvicorn

    from allegiance.web.app import make_app

    config = uvicorn.Config(
        make_app(ledger, serving),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        limit_concurrency=200,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=2,
    )
    # Hardly anything here goes round in a circle: to look for that among all that stays took a tenth of each answer.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    uvicorn.Server(config).run(sockets=[bound])


def _is_any(host: str) -> bool:
    return host.strip("[]") in ("0.0.0.0", "::", "")


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _with_port(name: str, port: int) -> str:
    bare = name.rpartition("]")[2] if name.startswith("[") else name
    return name if ":" in bare else f"{name}:{port}"

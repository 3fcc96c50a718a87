"""Quickstart's server: on the loopback address, for one machine."""

import errno
import socket

from django.core.management.base import CommandError
from django.core.servers.basehttp import get_internal_wsgi_application
from waitress.server import create_server

HOST = "127.0.0.1"
NEXT = 50


def bound(port: int) -> socket.socket:
    """A socket that has the port, held until the server takes it over.

    Raises CommandError with a free port to try instead.
    """
    try:
        return bind(port)
    except PermissionError:
        raise CommandError(f"Port {port} may not be used: choose one above 1023.") from None
    except OverflowError:
        raise CommandError(f"{port} is no port: choose one from 1024 to 65535.") from None
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise CommandError(f"Port {port} is in use: try --port {free(port)}.") from None


def bind(port: int) -> socket.socket:
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        made.listen()
    except BaseException:
        made.close()
        raise
    return made


def free(port: int) -> int:
    """The next port that nobody uses."""
    for candidate in range(port + 1, min(port + NEXT, 65536)):
        try:
            bind(candidate).close()
        except OSError:
            continue
        return candidate
    with bind(0) as any_port:
        found: int = any_port.getsockname()[1]
    return found


def serve(held: socket.socket) -> None:
    """Answer requests until interrupted."""
    create_server(get_internal_wsgi_application(), sockets=[held]).run()

"""Running a server: over the standard streams, or for one client over TCP on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable

from pygls.io_ import run_async

from attribution_lint.lsp.server import Server

_SWITCH = 0.001  # seconds a lint may hold the interpreter while a keystroke waits to be taken in
_HOST = "127.0.0.1"
_INTERRUPTED = 130  # the exit status of the command line for it


def serve_streams() -> int:
    """Serve over standard input and output until the client leaves; return the exit status, 1 if it just died."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever is printed by mistake must not reach the client
    server = _prepared()
    if sys.stdin.isatty():
        _end_when_interrupted(server)
    with contextlib.suppress(BrokenPipeError):
        server.start_io(stdin, stdout)
    server.leave()
    return _status(server)


def serve_tcp(port: int, listening: Callable[[int], None]) -> int:
    """Serve the first client that connects to `port` of the loopback address (0: any free one), and only it.

    `listening` is called with the port. Returns the exit status. Raises OSError if the port is taken.
    """
    server = _prepared()

    async def serve() -> None:
        done = asyncio.Event()
        taken = False

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal taken
            if taken:
                writer.close()
                return
            taken = True
            server.protocol.set_writer(writer)
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                await run_async(threading.Event(), reader, server.protocol, error_handler=server.report_server_error)
            done.set()

        listener = await asyncio.start_server(connected, _HOST, port)
        listening(listener.sockets[0].getsockname()[1])
        await done.wait()
        listener.close()

    with contextlib.suppress(SystemExit):
        asyncio.run(serve())
    server.leave()
    return _status(server)


def _prepared() -> Server:
    sys.setswitchinterval(_SWITCH)
    if not os.environ.get("ATTRIBUTION_LINT_DEBUG"):
        logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
        logging.getLogger("asyncio").setLevel(logging.CRITICAL + 1)
    return Server()


def _end_when_interrupted(server: Server) -> None:
    """Have Ctrl-C end the server at once, whatever its threads wait for.

    The reader waits for a line, and a signal that comes just before the main thread begins to wait does not wake it:
    a thread of its own, which does nothing else, misses none.
    """
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, lambda *_: _interrupted(server))
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def wait() -> None:
        signal.sigwait({signal.SIGINT})
        _interrupted(server)

    threading.Thread(target=wait, daemon=True).start()


def _interrupted(server: Server) -> None:
    server.leave()
    os._exit(_INTERRUPTED)


def _status(server: Server) -> int:
    return 0 if server.protocol.is_shut_down else 1

"""A line to the tests' PostgreSQL that can be cut at a commit: before the server hears of it, or before it says so."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from pathlib import Path

NAME = ".s.PGSQL.5432"
COMMIT = b"COMMIT\x00"


class CutLine:
    """Stands between the program and a server's socket, in a folder of its own.

    Attributes: `folder`, the host to connect to; `cut`, "" or how the next commit is cut: "before" it reaches the
    server, or "after" the server did it; `at`, what is cut in the place of a commit; `goes_down`, whether nobody is let
    through from then on; `is_down`, whether nobody is now; `cuts`, how many there were.
    """

    def __init__(self, folder: Path, server: Path) -> None:
        self.folder, self._server = folder, server
        self.cut, self.at = "", COMMIT
        self.is_down = False
        self.goes_down = False
        self.cuts = 0
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(folder / NAME))
        self._listener.listen()
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Let nobody through any more."""
        self._listener.close()
        self.drop()

    def drop(self) -> None:
        """Cut every connection there is."""
        for one in self._open:
            _shut(one)
        self._open.clear()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.is_down:
                client.close()
                continue
            server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            server.connect(str(self._server / NAME))
            self._open += [client, server]
            line = _Line(self, client, server)
            for work in (line.to_server, line.to_client):
                threading.Thread(target=work, daemon=True).start()


class _Line:
    def __init__(self, owner: CutLine, client: socket.socket, server: socket.socket) -> None:
        self._owner, self._client, self._server = owner, client, server
        self._is_deaf = False

    def to_server(self) -> None:
        while data := _received(self._client):
            if self._owner.at in data and self._owner.cut:
                self._owner.cuts += 1
                how, self._owner.cut = self._owner.cut, ""
                self._owner.is_down = self._owner.goes_down
                if how == "before":
                    break
                self._is_deaf = True  # what the server answers is the end of the line
            _send(self._server, data)
        if not self._is_deaf:
            self._end()

    def to_client(self) -> None:
        while data := _received(self._server):
            if self._is_deaf:
                break
            _send(self._client, data)
        self._end()

    def _end(self) -> None:
        for one in (self._client, self._server):
            _shut(one)


def _received(one: socket.socket) -> bytes:
    try:
        return one.recv(65536)
    except OSError:
        return b""


def _send(one: socket.socket, data: bytes) -> None:
    with suppress(OSError):  # the other end is gone; what is read next says so
        one.sendall(data)


def _shut(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()

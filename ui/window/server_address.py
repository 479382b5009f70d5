"""Where an office on a server is: its address without the password, and the URL that opens it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode

DEFAULT_HOST = "localhost"
CHECKED, REQUIRED, AS_OFFERED = "verify-full", "require", "prefer"
"""How the connection is encrypted, in the driver's words: with a certificate that is checked, always, if offered."""
SECRETS = frozenset({"password", "sslpassword", "passfile"})
"""Parts of a URL's query that are nobody's business but the driver's."""
_SERVER = re.compile(r"(?:[^\s/?#@:\[\]%,]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
# A password somebody wrote without encoding may hold any sign, so it goes to the last "@" there is.
_URL = re.compile(
    r"(?P<scheme>[^:/?#]+)://(?:(?P<user>[^:/]*)(?::(?P<password>.*))?@)?(?P<server>[^/?]*)"
    r"(?:/(?P<database>[^?]*))?(?:\?(?P<query>.*))?", re.DOTALL,
)  # fmt: skip


class ServerAddress(NamedTuple):
    """A server ("host", "host:port" or the folder of its socket), a database there, and who opens it.

    `encryption` is one of the three above, or what else of the driver's words an address bore; `certificate` the file
    of the authority that vouches for a server whose certificate is checked, "" for the one the driver looks for.
    """

    server: str = ""
    database: str = ""
    user: str = ""
    encryption: str = AS_OFFERED
    certificate: str = ""

    def is_whole(self) -> bool:
        """Tell whether the server can be one and the database has a name."""
        is_server = self.server.startswith("/") or _SERVER.fullmatch(self.server or DEFAULT_HOST) is not None
        return is_server and bool(self.database)

    def authority(self) -> Path | None:
        """Return the file that a server's certificate is checked with, None where none is; it may not exist."""
        if self.encryption != CHECKED:
            return None
        own = Path(os.environ.get("APPDATA", ""), "postgresql") if os.name == "nt" else Path.home() / ".postgresql"
        return Path(self.certificate) if self.certificate else own / "root.crt"  # as the driver has it

    def url(self, password: str = "") -> str:
        """Return the URL that opens the office; whatever its parts hold, each stays the part it is."""
        secret = f":{quote(password, safe='')}" if password else ""
        user = f"{quote(self.user, safe='')}{secret}@" if self.user or secret else ""
        server, query = self.server or DEFAULT_HOST, {}
        if server.startswith("/"):
            server, query["host"] = "", server
        if self.encryption != AS_OFFERED:
            query["sslmode"] = self.encryption
        if self.encryption == CHECKED and self.certificate:
            query["sslrootcert"] = self.certificate
        path = f"{server}/{quote(self.database, safe='')}"
        return f"postgresql://{user}{path}" + (f"?{urlencode(query, quote_via=quote)}" if query else "")


def is_on_server(office: str) -> bool:
    """Tell whether an office is an address rather than a file."""
    return "://" in office


def parsed(office: str) -> ServerAddress:
    """Return what the fields of the dialog show of a URL: all but the password."""
    found = _URL.fullmatch(office)
    if found is None:
        return ServerAddress()
    query = dict(parse_qsl(found["query"] or ""))
    server = found["server"] or query.get("host", "")
    encryption = query.get("sslmode") or AS_OFFERED
    return ServerAddress(
        server, unquote(found["database"] or ""), unquote(found["user"] or ""), encryption,
        query.get("sslrootcert", "") if encryption == CHECKED else "",
    )  # fmt: skip


def without_password(office: str) -> str:
    """Return a URL without what nobody may read in the settings, a title or a sentence; a path as it is."""
    if not is_on_server(office):
        return office
    found = _URL.fullmatch(office)
    if found is None:  # no address: what follows the scheme may be anything
        return office.partition("://")[0] + "://"
    user = f"{found['user']}@" if found["user"] else ""
    kept = [part for part in (found["query"] or "").split("&") if part and part.partition("=")[0] not in SECRETS]
    path = "" if found["database"] is None else f"/{found['database']}"
    return f"{found['scheme']}://{user}{found['server']}{path}" + (f"?{'&'.join(kept)}" if kept else "")

"""What tells an office of this program from other files and databases, and one version's tables from another's."""

from __future__ import annotations

APPLICATION_ID = 0x44504C4E
"""The letters DPLN, in the header of an SQLite office and in the office row of any."""
SCHEMA = 3
"""The number of the newest migration."""

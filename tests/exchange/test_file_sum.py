"""The sum of a file: of all its bytes, by its name alone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from planner.errors import FileProblem
from planner.exchange.file_sum import PIECE, file_sum


@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1, 2 * PIECE + 7])
def test_sum_is_of_every_byte(tmp_path: Path, size: int) -> None:
    content = bytes(n % 251 for n in range(1000)) * (size // 1000 + 1)
    path = tmp_path / "memorandum.docx"
    path.write_bytes(content[:size])
    assert file_sum(path) == ("memorandum.docx", hashlib.sha256(content[:size]).hexdigest())


def test_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        file_sum(tmp_path)

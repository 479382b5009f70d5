"""The tests' own ground: offices on both engines, and the guards that keep a skip or a warning from passing unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.app import new_office, open_planner

pytest_plugins = ["pytester"]
ROOT = Path(__file__).resolve().parent.parent
MARKERS = "[pytest]\nmarkers =\n  postgres: x\n  shared_data: x\n  expects_log: x\n"


def test_address_of_a_new_office_is_free(office_url: str) -> None:
    new_office(office_url)
    planner = open_planner(office_url, author="Aida")
    assert planner.change_number() == 0
    planner.close()


def test_empty_office_can_be_opened(empty_office_url: str) -> None:
    planner = open_planner(empty_office_url, author="Aida")
    assert planner.change_number() == 0
    planner.close()


@pytest.fixture
def guarded(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder of tests under the project's own conftest."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makefile(".ini", pytest=MARKERS)
    return pytester


@pytest.mark.parametrize(("ci", "outcome"), [("", {"skipped": 2}), ("true", {"skipped": 1, "failed": 1})])
def test_skip_for_want_of_postgres_fails_in_ci_only(
    guarded: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, outcome: dict[str, int]
) -> None:
    monkeypatch.setenv("CI", ci)
    guarded.makepyfile(
        """
        import pytest

        @pytest.mark.postgres
        def test_storage():
            pytest.skip("no server")

        def test_other():
            pytest.skip("not here")
        """
    )
    result = guarded.runpytest_subprocess("-p", "no:randomly")
    result.assert_outcomes(**outcome)


def test_warning_in_the_log_fails_the_test_that_left_it(guarded: pytest.Pytester) -> None:
    guarded.makepyfile(
        """
        import logging
        import pytest

        def test_quiet():
            logging.getLogger("x").info("nothing")

        def test_loud():
            logging.getLogger("x").warning("something")

        @pytest.mark.expects_log
        def test_expected():
            logging.getLogger("x").warning("something")
        """
    )
    guarded.runpytest_subprocess("-p", "no:randomly").assert_outcomes(passed=3, errors=1)



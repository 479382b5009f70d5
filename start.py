#!/usr/bin/env python3
"""Make the environment, then open the program, or run what guards the project.

Standard library only. A second start compares fingerprints, looks whether Qt's libraries are there, and hands
over to the program: no module that is slow to import belongs here.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "prepared"
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PAPERS = ROOT / "sample-papers"
CATALOGS = ROOT / "resources" / "catalogs"

PROGRAM_LOCK = "requirements.lock"
SPREAD = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")  # a process a core; a file's tests stay together
TEST_LOCK = "requirements-test.lock"  # holds everything of the program's, in the same versions

USAGE = """\
python3 start.py                 open the program on the sample office; without a display, print its papers
python3 start.py prepare         only make the environment
python3 start.py test [ARGS]     run everything that guards the project; ARGS go to pytest
python3 start.py bench [ARGS]    print the benchmark table (--quick, --only NAME)
"""

# Debian's package for each library that Qt opens; the first ones even without a window.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
}

# Debian's package for each program that tests call.
TEST_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "pdftotext": "poppler-utils", "qpdf": "qpdf"}


class CannotGoOn(Exception):
    """What is missing, and what the person can do about it."""


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for and return the exit status."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("open", [])
    commands = {"open": open_program, "prepare": prepare_only, "test": guard, "bench": bench}
    if command in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0
    if command not in commands or (rest and command in ("open", "prepare")):
        print(f"start.py does not know '{' '.join(arguments)}'. It knows:\n{USAGE}", end="", file=sys.stderr)
        return 2
    try:
        require_python()
        return commands[command](rest)
    except CannotGoOn as problem:
        print(problem, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
    return 1


def open_program(_arguments: list[str]) -> int:
    """Open the window on the sample office, or print its papers where there is no display."""
    prepare(PROGRAM_LOCK)
    missing = missing_packages(QT_LIBRARIES, has_library)
    if not has_display():
        return print_sample_papers()
    if missing:
        raise CannotGoOn("The window cannot open without these libraries. Install them and start again.")
    return hand_over("-m", "ui", "--sample")


def print_sample_papers() -> int:
    """Make the sample office and print its papers into a folder of the checkout."""
    say("There is no display, so no window opens. The papers of the sample office are printed instead.")
    status = run(PYTHON, "-P", "-m", "planner", "sample-papers", PAPERS)
    if status:
        raise CannotGoOn("The papers could not be printed; the lines above say why.")
    say(f"The papers are in {PAPERS}")
    return 0


def prepare_only(_arguments: list[str]) -> int:
    """Make the environment and say that it is there."""
    prepare(PROGRAM_LOCK)
    say("Everything is prepared. Open the program with: python3 start.py")
    return 0


def guard(arguments: list[str]) -> int:
    """Run everything that guards the project; go on after a failure, so that one run shows all."""
    prepare(TEST_LOCK)
    install_missing(TEST_PROGRAMS, has_program, "The tests call these programs")
    if os.environ.get("CI"):
        install_missing({"initdb": "postgresql"}, has_postgresql, "The storage is tested on PostgreSQL too")
    failed = []
    for title, *command in (
        ("Style (ruff)", "ruff", "check", "--output-format=concise", "."),
        ("Types (mypy)", "mypy"),
        ("Tests (pytest: architecture, sinks, language, papers, storage, window)", "pytest", *SPREAD, *arguments),
    ):
        say(f"\n== {title}")
        if run(PYTHON, "-P", "-m", *command, cwd=ROOT):
            failed.append(title)
    say("\nNot in order: " + "; ".join(failed) if failed else "\nEverything is in order.")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Print the benchmark table; peers and floors come with the tests' libraries."""
    prepare(TEST_LOCK)
    return run(PYTHON, "-P", "-m", "tests.benchmarks", *arguments, cwd=ROOT)


def require_python() -> None:
    """Refuse a Python that the program cannot run on."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file must still speak on an older one
        raise CannotGoOn(
            f"This needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}. "
            "Start it with a newer one, as in: python3.11 start.py"
        )


def prepare(lock: str) -> None:
    """Bring the environment to this lock, Qt's libraries to this system and the catalogs to their sources."""
    if not is_current(lock):
        make_environment()
        install(lock)
    install_missing(QT_LIBRARIES, has_library, "Qt needs these system libraries")
    if catalogs_are_behind():
        say("Compiling the catalogs of texts ...")
        if run(PYTHON, "-P", "-c", "from planner.language.catalog import compile_catalogs; compile_catalogs()"):
            raise CannotGoOn("The catalogs could not be compiled; the lines above say why.")


# --- The environment


def fingerprint(lock: str) -> str:
    """Return what the environment's stamp says of a lock: its name, its SHA-256, and the Python it is for."""
    return f"{lock} {sha256((ROOT / lock).read_bytes()).hexdigest()} {VERSION}"


def is_current(lock: str) -> bool:
    """Tell whether the environment was made from exactly this lock."""
    try:
        stamp = STAMP.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return False
    return fingerprint(lock) in stamp and PYTHON.exists()


def make_environment() -> None:
    """Make .venv anew, unless a working one for this Python is there."""
    if environment_works():
        return
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        install_venv_module()
    say("Making the environment in .venv ...")
    # The interpreter behind, where this one is itself of the environment that is about to be cleared.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if run(python, "-m", "venv", "--clear", VENV):
        raise CannotGoOn("The environment could not be made; the lines above say why.")


def environment_works() -> bool:
    """Tell whether .venv answers, holds pip, and is of the Python that runs this."""
    ask = "import sys, pip; print(*sys.version_info[:2], sep='.')"
    try:
        answer = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == VERSION


def install_venv_module() -> None:
    """Install the part of Python that Debian ships apart, or name it."""
    package = f"python{VERSION}-venv"
    what = f"This Python ({sys.executable}) lacks the module 'venv'"
    if not on_debian():
        raise CannotGoOn(f"{what}. Install the package of your system that holds it, or a Python that is whole.")
    if os.geteuid() != 0:
        raise CannotGoOn(f"{what}. Install it and start again:\n  {apt_command([package])}")
    say(f"{what}: installing {package} ...")
    if not apt_install([package]):
        raise CannotGoOn(f"Without {package} the environment cannot be made.")


def install(lock: str) -> None:
    """Install what the lock names, and nothing whose hash differs; then write the stamp."""
    say(f"Installing the libraries of {lock}; the first time this takes a minute or two ...")
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
    if run(PYTHON, *pip, "--require-hashes", "-r", ROOT / lock):
        raise CannotGoOn("The libraries could not be installed; the lines above say why. Nothing else was changed.")
    locks = [PROGRAM_LOCK, TEST_LOCK] if lock == TEST_LOCK else [lock]
    STAMP.write_text("".join(fingerprint(name) + "\n" for name in locks), encoding="utf-8")


def catalogs_are_behind() -> bool:
    """Tell whether a catalog's source is younger than what was compiled from it."""
    return any(modified(source) > modified(source.with_suffix(".mo")) for source in CATALOGS.rglob("*.po"))


def modified(path: Path) -> float:
    """Return when a file was last written; one that is not there is older than all."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


# --- The system


def has_display() -> bool:
    """Tell whether a window could be seen."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and x_answers()


def x_answers() -> bool:
    """Ask the X server that DISPLAY names; Qt would die of one that does not answer."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # named among the missing libraries
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    if not answers:
        say(f"The display {os.environ['DISPLAY']} does not answer.")
    return answers


def has_library(name: str) -> bool:
    """Tell whether the system can open this library."""
    if not sys.platform.startswith("linux"):
        return True  # Qt's wheels for the other systems hold all they need
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_program(name: str) -> bool:
    """Tell whether this program can be called."""
    return shutil.which(name) is not None


def has_postgresql(program: str) -> bool:
    """Tell whether PostgreSQL's server programs are there; Debian keeps them off the path."""
    return has_program(program) or any(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))


def missing_packages(packages: Mapping[str, str], is_there: Callable[[str], bool]) -> list[str]:
    """Return the packages of those things that are not there."""
    return [package for thing, package in packages.items() if not is_there(thing)]


def install_missing(packages: Mapping[str, str], is_there: Callable[[str], bool], why: str) -> None:
    """Install what is missing where that is allowed, otherwise name it with the one command."""
    missing = missing_packages(packages, is_there)
    if not missing:
        return
    if on_debian() and os.geteuid() == 0:
        say(f"{why}; installing: {' '.join(missing)} ...")
        apt_install(missing)
    elif on_debian():
        say(f"{why}: {' '.join(missing)}\nInstall them with:\n  {apt_command(missing)}")
    else:
        things = [thing for thing, package in packages.items() if package in missing]
        say(f"{why}: {' '.join(things)}\nInstall the packages of your system that hold them.")


def on_debian() -> bool:
    """Tell whether this is Debian or a system made from it, as Ubuntu is."""
    return Path("/etc/debian_version").exists() and has_program("apt-get")


def apt_command(packages: list[str]) -> str:
    """Return the command that a person may run to install packages."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def apt_install(packages: list[str]) -> bool:
    """Install packages without a question and tell whether that went well; apt's own words are shown if it did not."""
    # At this run level Debian starts no service it installs: the tests run a PostgreSQL of their own.
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        line = ["apt-get", "-q", *command]
        done = subprocess.run(line, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        say(f"{done.stdout}{done.stderr}apt-get could not install {' '.join(packages)}; the lines above say why.")
    return done.returncode == 0


# --- Other programs


def say(sentence: str) -> None:
    """Print a sentence at once, before the program that is called next prints its own."""
    print(sentence, flush=True)


def run(*command: str | Path, cwd: Path | None = None) -> int:
    """Run a program to its end, with the checkout as the place of our modules, and return its status."""
    return subprocess.run(command, cwd=cwd, env=environment(), check=False).returncode


def hand_over(*arguments: str) -> int:
    """Become the program, where the system can; -P keeps a folder named ui in the person's own out of the way."""
    command = [str(PYTHON), "-P", *arguments]
    if os.name != "nt":
        os.execve(PYTHON, command, environment())
    return run(*command)


def environment() -> dict[str, str]:
    """Return the variables for a program of ours."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

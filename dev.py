# SPDX-License-Identifier: MIT
"""Set up, run and prove Persona Studio; needs nothing but Python.

python3 dev.py setup                  make .venv with everything in it
python3 dev.py run [PROJECT]          open the studio (without PROJECT: the sample workshop)
python3 dev.py test [--long] [...]    run the tests; what follows goes to pytest
python3 dev.py check                  style, types, layers, forms, sizes
python3 dev.py bench [NAME...]        the benchmarks, each against its budget
python3 dev.py package                build the wheel into dist/

It is written for any Python 3 that can start it, so that an old one gets a clear sentence.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "persona-studio.stamp"
NEWEST, OLDEST = 14, 11

OFFSCREEN_LIBRARIES = [
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "libxkbcommon0",
]
SCREEN_LIBRARIES = [
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
]
WINDOW_TESTS = ("tests/gui", "tests/journeys")
SCREEN_TESTS = ["xvfb", "xdotool", "dbus", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0"]


def say(text):
    """Tell the user what happens, before the output of what is started next."""
    print(text, flush=True)


def python_is_new_enough():
    """Return whether this very Python can run the studio."""
    return sys.version_info >= (3, OLDEST)


def start_with_newer_python():
    """Go on under a newer Python of this machine, or say plainly that there is none."""
    for minor in range(NEWEST, OLDEST - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            return subprocess.call([newer, str(ROOT / "dev.py"), *sys.argv[1:]])
    here = "{}.{}".format(*sys.version_info)
    say(
        f"Persona Studio needs Python 3.{OLDEST} or newer; this is {here} and no newer one is here."
    )
    return 2


def call(command, **options):
    """Run a command in the project's folder and return its exit code."""
    return subprocess.call([str(part) for part in command], cwd=str(ROOT), **options)


def keep_what_is_compiled():
    """Keep compiled Python inside .venv where it may not lie beside the sources.

    Without it every process, and there are many, would compile all its libraries for itself.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(VENV / "compiled"))


def works(command, **environment):
    """Return whether a command is there and ends well; its output is dropped."""
    if not shutil.which(str(command[0])):
        return False
    done = subprocess.run(
        [str(part) for part in command],
        cwd=str(ROOT),
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0


# --- what the system has to bring -----------------------------------------------------------------


def install_packages(packages, purpose):
    """Install Debian packages when we may, else print the one line that does; tell if it worked."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        say(f"{purpose} needs what Debian calls {names}; please install these.")
        return False
    if os.geteuid() != 0:
        say(f"{purpose} needs system packages. Please run:\n  sudo {' '.join(line)}")
        return False
    say(f"{purpose} needs system packages; installing {names}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update", "-qq"], env=quiet, stdout=subprocess.DEVNULL)
    return call([*line, "-qq"], env=quiet, stdout=subprocess.DEVNULL) == 0


def qt_starts(**environment):
    """Return whether Qt finds its system libraries and, unless it is offscreen, a screen."""
    probe = "import sys; from PySide6.QtGui import QGuiApplication as A; A(sys.argv)"
    return works([PYTHON, "-c", probe], **environment)


def ensure_qt():
    """Make Qt start without a screen; only Linux leaves its libraries to the system."""
    if not sys.platform.startswith("linux") or qt_starts(QT_QPA_PLATFORM="offscreen"):
        return
    installed = install_packages(OFFSCREEN_LIBRARIES, "Qt")
    if not installed or not qt_starts(QT_QPA_PLATFORM="offscreen"):
        sys.exit("Qt does not start; its system libraries are missing.")


def has_screen():
    """Return whether a window can be shown, after installing what a screen needs."""
    if not sys.platform.startswith("linux"):
        return True
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return False
    return qt_starts() or (install_packages(SCREEN_LIBRARIES, "The window") and qt_starts())


# --- the environment ------------------------------------------------------------------------------


def fingerprint():
    """Return what the environment was made from: the lock, the project's own facts, the Python."""
    made_from = hashlib.sha256(repr((sys.version_info[:3], str(ROOT))).encode())
    for file in (LOCK, ROOT / "pyproject.toml"):
        made_from.update(file.read_bytes())
    return made_from.hexdigest()


def make_venv():
    """Create .venv; Debian keeps the module for it in a package of its own."""
    if works([PYTHON, "-c", "import pip"]):
        return
    if importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info)
        if not install_packages([package], "A virtual environment"):
            sys.exit(2)
    say(f"Making {VENV}")
    if call([sys.executable, "-m", "venv", "--clear", VENV]):
        sys.exit("The virtual environment could not be made.")


def locked(name):
    """Return the lines of one package in the lock, hashes and all."""
    entry = rf"^{re.escape(name)}==.*?(?=^\S|\Z)"
    found = re.search(entry, LOCK.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return found.group(0) if found else ""


def fetch_uv():
    """Install the locked uv, ten times as fast as pip; return whether it is there."""
    if works([PYTHON, "-m", "uv", "--version"]):
        return True
    with tempfile.TemporaryDirectory() as folder:
        only_uv = Path(folder) / "uv.lock"
        only_uv.write_text(locked("uv"), encoding="utf-8")
        return works([PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "-r", only_uv])


def install():
    """Bring the environment to the lock and put the project itself into it."""
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    lock = ["--require-hashes", "-r", LOCK]
    project = ["--no-deps", "--no-build-isolation", "-e", ROOT]
    say("Installing the locked packages (about 300 MB the first time)")
    uv = [PYTHON, "-m", "uv", "--system-certs", "pip", "install", "-q", "--python", PYTHON]
    if not fetch_uv() or call([*uv, *lock], stderr=subprocess.DEVNULL):
        say("Going on with pip, which takes longer")
        if call([*pip, *lock]):
            sys.exit("The packages could not be installed; is there a connection?")
    if call([*pip, *project]):
        sys.exit("The project could not be installed into .venv.")


def setup():
    """Make the environment unless it is already made from this very lock."""
    wanted = fingerprint()
    if PYTHON.is_file() and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    began = time.monotonic()
    make_venv()
    install()
    ensure_qt()
    STAMP.write_text(wanted, encoding="utf-8")
    say(f"Set up in {time.monotonic() - began:.0f} s")


# --- the commands ---------------------------------------------------------------------------------


def command_setup(arguments):
    """Make the environment."""
    setup()
    return 0


def command_run(arguments):
    """Open the window; without a screen make the sample workshop's project and posters."""
    setup()
    studio = [PYTHON, "-m", "persona_studio"]
    if has_screen():
        return call([*studio, *(arguments or ["--sample"])])
    if arguments:
        say(f"There is no screen to open {' '.join(arguments)} on.")
        return 2
    say("There is no screen: making the sample workshop without the window.")
    demo = ROOT / "demo"
    code = call([*studio, "demo", demo], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    for title, pattern in (("project", "*.persona"), ("posters", "*.pdf")):
        found = sorted(str(path.relative_to(ROOT)) for path in demo.rglob(pattern))
        say(f"{title}: {', '.join(found) or 'none'}")
    return code


def command_test(arguments):
    """Run the tests without a screen."""
    setup()
    there = works(["/usr/bin/python3", "-c", "import gi.repository.Atspi"])
    if not (there and shutil.which("Xvfb") and shutil.which("xdotool")) and os.environ.get("CI"):
        install_packages([*SCREEN_TESTS, *SCREEN_LIBRARIES], "A test with a real pointer")
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"})
    if set(arguments) - {"--long"}:
        return call([PYTHON, "-m", "pytest", *arguments])
    return both_halves(arguments)


def both_halves(arguments):
    """Run the tests of the window beside all others; show theirs when both are done."""
    # without a cache: two runs at once would write the same one
    pytest = [PYTHON, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    others = [*pytest, "tests", *("--ignore=" + part for part in WINDOW_TESTS)]
    with ThreadPoolExecutor(1) as pool:
        beside = pool.submit(checked, ("window", [*pytest, *WINDOW_TESTS]))
        code = call(others)
        _, code_beside, _, output = beside.result()
    say(output)
    return code or code_beside


def checks():
    """Return each check's name and command."""
    module = [PYTHON, "-m"]
    tree = ["test_forms.py", "test_sizes.py", "test_tree.py", "test_fences.py"]
    return {
        "style": [*module, "ruff", "check", "."],
        "format": [*module, "ruff", "format", "--check", "."],
        "types": [*module, "mypy"],
        "layers": [PYTHON.with_name("lint-imports" + PYTHON.suffix)],
        "forms, sizes, tree": [
            *module, "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider",
            *("tests/architecture/" + name for name in tree),
        ],
    }  # fmt: skip


def checked(check):
    """Run one named check and return its name, exit code, seconds and output."""
    name, command = check
    began = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command],
        cwd=str(ROOT),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return name, done.returncode, time.monotonic() - began, done.stdout


def command_check(arguments):
    """Run every check, two at a time, and show the output of those that fail."""
    setup()
    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for name, code, seconds, output in pool.map(checked, checks().items()):
            say(f"{name:20} {'FAILED' if code else 'ok':7} {seconds:6.1f} s")
            failed += bool(code)
            if code:
                say(output)
    return 1 if failed else 0


def command_bench(arguments):
    """Run the benchmarks."""
    setup()
    return call([PYTHON, "benchmarks/run.py", *arguments])


def command_package(arguments):
    """Build the wheel with the tools of the lock, so nothing is fetched."""
    setup()
    return call([PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"])


COMMANDS = {
    "setup": command_setup,
    "run": command_run,
    "test": command_test,
    "check": command_check,
    "bench": command_bench,
    "package": command_package,
}


def main():
    """Run the command named first on the line."""
    if not python_is_new_enough():
        return start_with_newer_python()
    name, arguments = (sys.argv[1:2] or ["help"])[0], sys.argv[2:]
    if name not in COMMANDS:
        say(__doc__)
        return 0 if name in ("help", "-h", "--help") else 2
    return COMMANDS[name](arguments)


if __name__ == "__main__":
    keep_what_is_compiled()
    sys.exit(main())

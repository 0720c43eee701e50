"""No code comes with data: nothing runs what stands in a file, nothing beside it is loaded."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from samples import SAMPLES

ROOT = Path(__file__).parents[2]
PACKAGES = ("model", "exporters", "designer", "samples")

MODULES = {"pickle", "cPickle", "marshal", "shelve", "dill", "jsonpickle", "imp", "code", "runpy"}
CALLS = {"eval", "exec", "compile", "__import__"}
ATTRIBUTES = {
    "unsafe_load", "full_load", "load_all", "import_module", "spec_from_file_location", "system",
    "popen", "addLibraryPath", "setLibraryPaths", "QPluginLoader", "QLibrary", "QUiLoader",
    "setHtml", "insertHtml", "appendHtml", "fromfile", "CDLL", "LoadLibrary",
}  # fmt: skip


def faults(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names if name.name.split(".")[0] in MODULES)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in MODULES:
                yield module
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                yield name
            case ast.Attribute(attr=name) if name in ATTRIBUTES:
                yield name
            case ast.Call(func=ast.Attribute(value=ast.Name(id="yaml"), attr="load")):
                yield "yaml.load"
            case ast.keyword(arg="shell", value=value) if not is_false(value):
                yield "shell"
            case _:
                pass


def is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


def sources() -> list[Path]:
    return sorted(path for each in PACKAGES for path in (ROOT / each).rglob("*.py"))


def test_nothing_runs_what_stands_in_a_file() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {fault}"
        for path in sources()
        for fault in faults(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "import pickle", "from marshal import loads", "eval('1')", "yaml.load(x, Loader=L)",
        "yaml.unsafe_load(x)", "subprocess.run('x', shell=True)", "os.system('x')",
        "__import__('x')", "app.addLibraryPath('.')",
    ],
)  # fmt: skip
def test_such_code_would_be_found(source: str) -> None:
    assert list(faults(source))


TRAP = "import pathlib; pathlib.Path({mark!r}).write_text('loaded')\n"
OPEN_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from designer.ui import app
timer = QTimer()
def close():
    from PySide6.QtWidgets import QApplication
    QApplication.instance().quit()
from designer.ui.main_window import MainWindow
shown = MainWindow.showEvent
def show(window, event):
    shown(window, event)
    QTimer.singleShot(300, close)
MainWindow.showEvent = show
sys.exit(app.run(Path(sys.argv[1])))
"""


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """Return a folder with a pathway and all that a program might load from beside it."""
    folder = tmp_path / "shared"
    folder.mkdir()
    shutil.copy(SAMPLES[-1].path, folder / "uni.ketju")
    mark = tmp_path / "LOADED"
    for name in ("sitecustomize", "usercustomize", "msgspec", "yaml", "json", "networkx", "typer"):
        (folder / f"{name}.py").write_text(TRAP.format(mark=str(mark)))
    (folder / "model").mkdir()
    (folder / "model" / "__init__.py").write_text(TRAP.format(mark=str(mark)))
    (folder / "qt.conf").write_text(f"[Paths]\nPlugins={folder}\nTranslations={folder}\n")
    for place in ("platforms", "styles", "imageformats", "iconengines", "platformthemes"):
        (folder / place).mkdir()
        (folder / place / "libqoffscreen.so").write_bytes(b"\x7fELF trap")
    for name in ("qtbase_fi.qm", "qt_fi.qm", "ketjupaja.mo", "libQt6Core.so.6", "opengl32.dll"):
        (folder / name).write_bytes(b"trap")
    return folder


@pytest.mark.every
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here to watch")
@pytest.mark.parametrize("kind", ["window", "command"])
def test_nothing_beside_a_file_is_loaded(trapped: Path, kind: str, tmp_path: Path) -> None:
    installed = ["-P"] if kind == "window" else []
    what = (
        [sys.executable, *installed, "-c", OPEN_WINDOW, "uni.ketju"]
        if kind == "window"
        else [str(Path(sys.executable).parent / "ketjupaja"), "info", "uni.ketju"]
    )
    log = tmp_path / "strace"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    done = subprocess.run(  # noqa: S603 - our own program
        ["strace", "-f", "-qq", "-e", "trace=open,openat,execve", "-o", str(log), *what],  # noqa: S607
        cwd=trapped,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert not (tmp_path / "LOADED").exists()
    opened = {
        Path(name).name
        for line in log.read_text("utf-8", "replace").splitlines()
        if "ENOENT" not in line and '"' in line
        for name in [line.split('"')[1]]
        if trapped / name != trapped  # conflict copies are looked for in the folder
        if (name if name.startswith("/") else f"{trapped}/{name}").startswith(f"{trapped}/")
    }
    assert opened <= {"uni.ketju"}, opened

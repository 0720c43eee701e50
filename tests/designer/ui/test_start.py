"""What the window imports before it can be used, and that nothing else is broken unseen."""

import builtins
import os
import pkgutil
import subprocess
import sys
from importlib import import_module, reload
from pathlib import Path
from typing import Any

import pytest

import designer.ui

ROOT = Path(__file__).parents[3]

STARTED = """
import builtins, sys
from designer.cli import main
from PySide6.QtWidgets import QApplication

def until_usable(application):
    application.processEvents()
    print(getattr(builtins.__import__, "__name__", ""), *sorted(sys.modules))
    return 0

QApplication.exec = until_usable
main(sys.argv[1:])
"""

LATER = (
    *("designer.commands.tree", "designer.importing", "designer.merging", "designer.publishing"),
    *(
        "designer.ui.completeness.panel",
        "designer.ui.copy_picture",
        "designer.ui.customer_walk.panel",
    ),
    *("designer.ui.damaged", "designer.ui.export", "designer.ui.findings.saving"),
    *("designer.ui.guidance", "designer.ui.importing", "designer.ui.merging.panel"),
    *("designer.ui.notes.panel", "designer.ui.palette.palette", "designer.ui.paste_preview"),
    *("designer.ui.portfolio", "designer.ui.presentation", "designer.ui.printing"),
    *(
        "designer.ui.publishing.window",
        "designer.ui.removing",
        "designer.ui.saving.versions_dialog",
    ),
    *("designer.ui.times", "designer.ui.updating.window"),
    *("exporters.excel", "exporters.findings", "exporters.formats", "exporters.poster"),
    *("exporters.ptv", "exporters.word"),
    *("model.clip", "model.entry", "model.merge", "model.repair", "model.tidy"),
    *(
        "docx",
        "email",
        "fontTools",
        "jinja2",
        "lxml",
        "networkx",
        "openpyxl",
        "pydantic",
        "pygraphviz",
        "pypdf",
        "rich",
    ),
    *("segno", "tomllib", "typer", "typst", "yaml", "zoneinfo"),
)
"""What is imported when somebody asks for it."""

NOT_TO_IMPORT = {"designer.__main__"}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return who imports (the name of the function), then all modules there are."""
    place = str(tmp_path_factory.mktemp("home"))
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", STARTED, str(ROOT / "samples" / "t2d.ketju")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": place, "XDG_STATE_HOME": place, "HOME": place},
        check=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize("name", LATER)
def test_the_window_opens_without(imported: list[str], name: str) -> None:
    assert "designer.ui.workspace" in imported
    assert not [each for each in imported if each == name or each.startswith(name + ".")]


def test_nothing_reads_the_sources_of_what_is_imported(imported: list[str]) -> None:
    assert imported[0] != "__feature_import__"


@pytest.mark.parametrize("name", ["__feature_import__", "a_tool_of_others"])
def test_an_import_not_known_to_be_of_pyside_stays(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = builtins.__import__

    def watching(*of: Any, **named: Any) -> object:
        return plain(*of, **named)

    watching.__name__ = name
    monkeypatch.setattr(builtins, "__import__", watching)
    if name == "__feature_import__":
        monkeypatch.delattr(builtins, "__orig_import__")
    reload(designer.ui)
    assert builtins.__import__ is watching


def test_every_module_can_be_imported() -> None:
    """What is imported only when used would else hide its faults until then."""
    for package in ("model", "exporters", "designer", "samples"):
        for module in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            if module.name not in NOT_TO_IMPORT:
                import_module(module.name)

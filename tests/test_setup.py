"""The project is installed as its files say."""

import importlib
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
REASONS = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return found.group()


REQUIRED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]


@pytest.mark.parametrize("package", ["model", "exporters", "designer", "samples"])
def test_packages_are_imported_from_this_checkout(package: str) -> None:
    imported = importlib.import_module(package)
    assert {Path(folder) for folder in imported.__path__} == {ROOT / package}


def test_each_dependency_is_locked() -> None:
    locked = [_name(required).lower().replace(".", "-") for required in REQUIRED]
    assert [name for name in locked if f"\n{name}==" not in LOCK] == []


def test_each_dependency_has_its_reason_told() -> None:
    assert [n for n in REQUIRED if f"\n| {_name(n)} |" not in REASONS] == []


def test_each_npm_package_has_its_reason_told() -> None:
    manifest = json.loads((ROOT / "tests/outside/package.json").read_text(encoding="utf-8"))
    assert [name for name in manifest["dependencies"] if f"\n| {name} |" not in REASONS] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "tests/outside/package-lock.json"])
def test_locks_name_no_address_of_the_machine_that_made_them(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    text = re.sub(
        r'"funding": (\{[^}]*\}|\[[^]]*\])', "", text
    )  # where to thank whoever wrote a package
    assert re.findall(r"\w+://|--index|--find-links|--extra-index|\"resolved\"", text) == []


def test_qt_calls_that_return_nothing_keep_the_count_of_none() -> None:
    """PySide6 6.12.0 lost a reference to None at each such call and aborted within minutes.

    From Python 3.12 on None is immortal, and there is nothing to watch.
    """
    assert importlib.metadata.version("PySide6-Essentials").startswith("6.11.")
    thing = QObject()
    thing.setObjectName("x")
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100


@pytest.fixture
def bare_debian(tmp_path: Path) -> dict[str, str]:
    """Give the environment of an ordinary user on a Debian where no package is installed."""
    for name, script in {"dpkg-query": "exit 1", "id": "echo 1000"}.items():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
    return {"PATH": f"{tmp_path}:/usr/bin:/bin", "LANG": os.environ.get("LANG", "C.UTF-8")}


@pytest.mark.skipif(sys.platform == "win32", reason="for Debian and Ubuntu")
@pytest.mark.parametrize("group", [["qt"], ["window"], ["outside"], ["venv", "3.12"]])
def test_an_ordinary_user_is_told_one_command(
    group: list[str], bare_debian: dict[str, str]
) -> None:
    shell = shutil.which("sh")
    assert shell
    ran = subprocess.run(  # noqa: S603
        [shell, "setup/system_packages.sh", *group],
        cwd=ROOT,
        env=bare_debian,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    commands = [line.strip() for line in ran.stderr.splitlines() if "sudo" in line]
    assert len(commands) == 1
    assert re.fullmatch(
        r"sudo apt-get install --no-install-recommends( [a-z0-9.+-]+)+", commands[0]
    )

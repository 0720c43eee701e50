"""The processes in which parts, peers and whole programs are measured."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Final

PEERS: Final = Path(__file__).parent / "peers"
"""Where `make bench-peers` installs what others have written."""
_PATIENCE: Final = 400.0
_NOTHING_KEPT: Final = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, every process would compile all modules anew."""


def environment() -> dict[str, str]:
    """Return what a child is given: no screen, and compiled modules are kept as everywhere."""
    given = {name: value for name, value in os.environ.items() if name != _NOTHING_KEPT}
    return given | {"QT_QPA_PLATFORM": "offscreen", "QT_API": "PySide6"}


def by_peer(*command: object) -> Any:
    """Run a peer; return the JSON that it prints last.

    Raises SystemExit, which tells why the part could not be measured.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own scripts
            list(map(str, command)),
            check=True,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            env=environment(),
        )
    except subprocess.CalledProcessError as error:
        raise SystemExit(error.stderr or f"ended with {error.returncode}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SystemExit(str(error)) from error
    return json.loads(done.stdout.splitlines()[-1])

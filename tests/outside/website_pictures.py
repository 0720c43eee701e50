"""Pictures of the website for the guide, from the samples: `make pictures-website`."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import designer  # noqa: F401 - the pages speak Finnish once it is there
from exporters.exporter import Options
from exporters.website import library
from model.file import read
from tests.outside.browsing import program, ran, served

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "samples"

# By the picture's name: the page with its anchor, width and height of the window, scheme.
PICTURES = {
    "website-pathway": ("fi/tyypin-2-diabetes.html", 1440, 1000, "light"),
    "website-stage": ("fi/monta-palvelua.html#part-4", 1440, 1100, "light"),
    "website-stage-dark": ("fi/tyypin-2-diabetes.html#stage-s08", 1440, 1000, "dark"),
    "website-phone": ("fi/tyypin-2-diabetes.html", 390, 844, "light"),
    "website-phone-stage": ("fi/tyypin-2-diabetes.html#stage-s05", 390, 844, "light"),
    "website-professionals": (
        "fi/ammattilaisille/tyypin-2-diabetes.html#stage-s08",
        1440,
        1000,
        "light",
    ),
}


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made:
        _write_site(Path(made))
        with served(Path(made)) as address:
            wanted = [
                f"{folder.absolute() / name}.png|{address}/{page}|{width}|{height}|{scheme}"
                for name, (page, width, height, scheme) in PICTURES.items()
            ]
            taken = ran("node", HERE / "pictures.mjs", program("chromium"), *wanted)
    if taken.returncode:
        sys.exit(taken.stderr)


def _write_site(folder: Path) -> None:
    options = Options(languages=("fi", "sv"), made_at=datetime(2026, 11, 22, tzinfo=UTC))
    pathways = [read(path) for path in sorted(SAMPLES.glob("*.ketju"))]
    files = library.build(pathways, options, library.SiteOptions(), lambda _share: None)
    for name, content in files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

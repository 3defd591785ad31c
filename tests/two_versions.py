"""A home with two versions of the real graph: `older`, which lacks a norm and words another with malice, and `test`."""

import shutil
from pathlib import Path

from kg.build import changes
from kg.core.settings import Settings
from kg.store import oxigraph, versions
from tests import real

OLDER, NEWER = "older", "test"
ADDED, REWORDED = "municipality-to-smp", "psychologist-to-outpatient-care"
HOSTILE = "<script>alert(1)</script> & ]]> \u202e\x07\ufffe"

_NORM = "https://w3id.org/rettvei/id/norm/"
_LABEL = f"<{_NORM}{REWORDED}> <http://www.w3.org/2004/02/skos/core#prefLabel> "


def make(home: Path) -> Settings:
    """Both versions, the newer one current and compared with the older one."""
    newer, older = versions.at(home, NEWER), versions.at(home, OLDER)
    shutil.copytree(versions.at(real.home(), NEWER).directory, newer.directory)
    older.directory.mkdir()
    plain = home / "older.nq"
    kept = (line for line in real.release().decode().splitlines() if f"{_NORM}{ADDED}>" not in line)
    plain.write_text("\n".join(_reworded(line) for line in kept) + "\n", "utf-8")
    oxigraph.write(older.store, plain)
    (older.directory / "stamp.json").write_text('{"builtAt": "2025-01-01T00:00:00+00:00"}')
    versions.point_to(home, newer)
    settings = Settings(home=home)
    changes.keep(settings, newer)
    return settings


def _reworded(line: str) -> str:
    if not line.startswith(_LABEL):
        return line
    _, _, rest = line.rpartition('"')
    return f'{_LABEL}"{HOSTILE}"{rest}'.replace("\x07", "\\u0007").replace("\ufffe", "\\uFFFE")

"""The source archive holds what a build needs and says under which licences it stands."""

import subprocess
import sys
import tarfile
from pathlib import Path

from tests.architecture.tree import ROOT

NEEDED = {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", "ontology/LICENSE", "ontology/manifest.toml"}
CODE = {"kg/__init__.py", "kg/wording/words/nb.toml", "api/app.py", "api/ui/static/style.css"}


def test_sdist(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {"/".join(name.split("/")[1:]) for name in tar.getnames()}
    assert names >= NEEDED | CODE
    assert {n for n in names if n.startswith("queries/") and n.endswith(".rq")}
    assert not {n for n in names if n.startswith(("tests/", "bench/", ".rettvei/"))}

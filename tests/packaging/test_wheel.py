"""The wheel, installed far from any checkout: it builds, answers and serves as the checkout does."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.architecture.tree import ROOT

QUESTION = ("check", "--referrer", "municipality", "--receiver", "smp", "--on", "2020-05-01", "--json")
START = "from kg.cli.main import main; main()"
PATIENCE = 60


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    """What a command prints; what it complains of when it fails."""
    done = subprocess.run(command, cwd=cwd, env=os.environ | env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel in it, its dependencies being those of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    offline = ("--no-deps", "--no-index", "--no-cache-dir")
    run(*pip, "wheel", "--no-build-isolation", *offline, "--wheel-dir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    run(*pip, "install", *offline, "--target", folder / "site", wheel, cwd=folder)
    return folder / "site"


@pytest.fixture(scope="module")
def elsewhere(site: Path) -> dict[str, str]:
    """The environment of somebody who has the wheel and no checkout; the graph is built there."""
    env = {"PYTHONPATH": str(site), "RETTVEI_HOME": str(site.parent / "home")}
    where = run(sys.executable, "-c", "import kg; print(kg.__file__)", cwd=site.parent, **env)
    assert Path(where.strip()).is_relative_to(site)
    run(sys.executable, "-c", START, "build", cwd=site.parent, **env)
    return env


def answer(cwd: Path, env: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(sys.executable, "-c", START, *QUESTION, cwd=cwd, **env))
    return found


def test_the_wheel_brings_two_packages_and_nothing_else(site: Path) -> None:
    assert {p.name for p in site.iterdir() if p.suffix != ".dist-info"} == {"api", "bin", "kg"}


def test_the_wheel_answers(site: Path, elsewhere: dict[str, str]) -> None:
    found = answer(site.parent, elsewhere)
    assert (found["outcome"], found["headline"]) == ("permitted", "Ja")


def test_wheel_and_checkout_agree(site: Path, elsewhere: dict[str, str]) -> None:
    """The checkout takes the wheel's graph for its own: both were made from the same files by the same code."""
    env = elsewhere | {"PYTHONPATH": str(ROOT)}
    report = json.loads(run(sys.executable, "-c", START, "build", "--json", cwd=ROOT, **env))
    assert report["reused"] is True
    assert answer(ROOT, env) == answer(site.parent, elsewhere)


def test_the_wheel_has_its_queries(site: Path, elsewhere: dict[str, str]) -> None:
    listed = run(sys.executable, "-c", START, "query", "--json", cwd=site.parent, **elsewhere)
    shipped = {p.relative_to(ROOT / "queries").with_suffix("").as_posix() for p in (ROOT / "queries").rglob("*.rq")}
    assert {q["name"] for q in json.loads(listed)} <= shipped
    assert json.loads(listed)


@pytest.fixture
def served(site: Path, elsewhere: dict[str, str]) -> Iterator[str]:
    """The address of the wheel's server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", START, "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=site.parent, env=os.environ | elsewhere, stdout=subprocess.DEVNULL) as server:
        yield f"http://127.0.0.1:{port}"
        server.terminate()


def get(address: str) -> str:
    """A page, once the server is up."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=10) as response:
                return str(response.read().decode())
        except URLError as error:
            if "refused" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.05)


def test_the_wheel_serves(served: str) -> None:
    assert json.loads(get(f"{served}/health/ready"))
    assert "<form" in get(f"{served}/")
    assert json.loads(get(f"{served}/v1/referrals/check?referrer=municipality&receiver=smp"))["outcome"] == "permitted"

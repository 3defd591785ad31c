"""What stands beside the program for those who run it: it names settings and metrics that exist, and parses."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from kg.core.settings import PREFIX, Settings
from tests.api.client import application

DEPLOY = Path(__file__).parents[2] / "deploy"
FILES = ("Containerfile", "rettvei.service")
ROW = re.compile(r"^\| `(rettvei_\w+)` \| ([\w, ]*)\| (.+) \|$", re.MULTILINE)


def text(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_only_settings_that_exist_are_set(name: str) -> None:
    named = {found.lower() for found in re.findall(rf"\b{PREFIX}([A-Z_]+)=", text(name))}
    assert named
    assert named <= set(Settings.model_fields)


def test_settings_that_the_readme_names_exist() -> None:
    assert {"trusted_proxies", "public_url", "notice_seconds"} <= set(Settings.model_fields)
    named = {
        found.lower() for name in (*FILES, "README.md") for found in re.findall(rf"\b{PREFIX}([A-Z_]+)", text(name))
    }
    assert named <= set(Settings.model_fields)


def test_it_is_given_the_time_to_stop() -> None:
    given = int(re.search(r"^TimeoutStopSec=(\d+)$", text("rettvei.service"), re.MULTILINE)[1])  # type: ignore[index]
    assert given > Settings().notice_seconds + Settings().stop_seconds


def test_every_metric_stands_in_the_table() -> None:
    with TestClient(application(), base_url="http://localhost") as client:
        client.get("/v1/referrals/check", params={"referrer": "gp", "receiver": "dps"})
        client.get("/nowhere")
        found = list(text_string_to_metric_families(client.get("/metrics").text))
    given = {
        f.name + ("_total" if f.type == "counter" else ""): (
            ", ".join(sorted({label for sample in f.samples for label in sample.labels} - {"le"})),
            f.documentation,
        )
        for f in found
        if f.name.startswith("rettvei_")
    }
    assert {name: (labels.strip(), what) for name, labels, what in ROW.findall(text("README.md"))} == given


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze here")
def test_the_unit_is_one() -> None:
    command = ["systemd-analyze", "verify", str(DEPLOY / "rettvei.service")]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    wrong = [line for line in said.stderr.splitlines() if "rettvei" in line and "is not executable" not in line]
    assert not wrong


@pytest.mark.parametrize("source", re.findall(r"^COPY (?!--from)(.+) \S+$", text("Containerfile"), re.MULTILINE))
def test_what_the_image_is_made_of_is_there(source: str) -> None:
    assert all((DEPLOY.parent / name).exists() for name in source.split())

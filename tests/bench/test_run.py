"""The harness: which measures run, what is written, and how it ends."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from bench.result import Result
from bench.run import MEASURES, main
from tests.architecture.tree import ROOT


def fast() -> Mapping[str, Result]:
    return {"fast": Result(ours=1, peer=2, unit="ms", peer_name="a")}


def slow() -> Mapping[str, Result]:
    return {"slow": Result(ours=2, peer=1, unit="ms", peer_name="b"), "slow-memory": fast()["fast"]}


def test_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], {"fast": fast, "slow": slow}, tmp_path / "out" / "results.json") == 1
    assert list(json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))) == ["fast", "slow", "slow-memory"]
    assert "MISSED" in capsys.readouterr().out


def test_only(tmp_path: Path) -> None:
    assert main(["fast"], {"fast": fast, "slow": slow}, tmp_path / "results.json") == 0
    assert list(json.loads((tmp_path / "results.json").read_text("utf-8"))) == ["fast"]


def test_unknown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fats"], {"fast": fast}, tmp_path / "results.json") == 2
    assert "There is no measure fats. There are: fast." in capsys.readouterr().err
    assert not (tmp_path / "results.json").exists()


def test_each_measure_has_its_file() -> None:
    assert [n for n in MEASURES if not (ROOT / "bench" / f"{n.replace('-', '_')}.py").is_file()] == []

import csv
import io
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.cli.shell import Ran, run


def files(folder: Path, places: str = "Askøy\nBergen\n", dates: str = "2018-10-01\n2026-11-24\n") -> list[str]:
    (folder / "places").write_text(places, "utf-8")
    (folder / "dates").write_text(dates, "utf-8")
    (folder / "referrers.csv").write_text("referrer;note\nfastlege;one\nmunicipality;two\n", "utf-8")
    (folder / "receivers").write_text("\ufeffSMP\n\ndps\n", "utf-8")
    named = ("--referrers", str(folder / "referrers.csv"), "--receivers", str(folder / "receivers"))
    return ["panel", "--places", str(folder / "places"), "--dates", str(folder / "dates"), *named, "--lang", "en"]


def asked(capsys: pytest.CaptureFixture[str], folder: Path, out: str = "out.csv", **texts: str) -> Ran:
    return run(capsys, *files(folder, **texts), "--out", str(folder / out))


def test_has_a_row_for_each_place_day_receiver_and_referrer(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ran = asked(capsys, tmp_path)
    assert (ran.code, ran.out) == (0, f"16 rows are written to {tmp_path / 'out.csv'}, from version test.\n")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"))))
    assert [(r["date"], r["receiver"], r["referrer"]) for r in rows[:8]] == [
        (day, receiver, referrer)
        for day in ("2018-10-01", "2026-11-24")
        for receiver in ("dps", "smp")
        for referrer in ("gp", "municipality")
    ]
    places = [(r["place"], r["placeId"]) for r in rows]
    assert (
        places
        == [("Askøy", "no-1247")] * 4
        + [("Askøy", "no-4627")] * 4
        + [("Bergen", "no-1201")] * 4
        + [("Bergen", "no-4601")] * 4
    )
    [gp] = [r for r in rows[:8] if (r["date"], r["receiver"], r["referrer"]) == ("2026-11-24", "dps", "gp")]
    assert (gp["outcome"], gp["authority"], gp["kgVersion"]) == ("permitted", "act", "test")
    assert gp["norm"] == gp["norms"].split()[0]
    assert gp["grade"]
    assert "law" in gp["coverage"].split()


def test_the_answer_is_that_of_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    asked(capsys, tmp_path)
    for row in csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"))):
        facets = [w for f in ("referrer", "receiver", "place") for w in (f"--{f}", row[f])]
        found = run(capsys, "check", *facets, "--on", row["date"], "--json").json
        deciding = [r["norm"] for r in found["reasons"]] + [c["norm"] for c in found["conditions"]]
        assert (row["outcome"], row["norms"].split()) == (found["outcome"], list(dict.fromkeys(deciding)))


def test_parquet_holds_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    asked(capsys, tmp_path)
    assert asked(capsys, tmp_path, "out.parquet").code == 0
    found = parquet.read_table(tmp_path / "out.parquet")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"))))
    assert found.to_pylist() == rows
    assert found.schema.metadata == {b"kgVersion": b"test", b"basis": b"all"}


def test_parquet_without_its_library_names_the_extra(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with patch.dict(sys.modules, {"pyarrow": None}):
        ran = asked(capsys, tmp_path, "out.parquet")
    assert ran.code == 2
    assert "Install “rettvei[panel]”" in ran.err
    assert not (tmp_path / "out.parquet").exists()


@pytest.mark.parametrize("out", ["out.txt", "nowhere/out.csv"])
def test_a_file_that_cannot_be_written_is_told_first(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, out: str
) -> None:
    ran = asked(capsys, tmp_path, out, places="Atlantis\n")
    assert ran.code == 2
    assert out in ran.err
    assert "Atlantis" not in ran.err

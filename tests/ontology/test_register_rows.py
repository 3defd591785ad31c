"""A slip in one of the real registers is found, and named with its row."""

import shutil
from pathlib import Path

import pytest

from kg.core.errors import SourceError
from kg.sources import tables
from tests.ontology.country import FOLDER


@pytest.mark.parametrize(
    ("table", "right", "wrong", "message"),
    [
        (
            "municipalities",
            "4627,Askøy,Vestland,haukeland,",
            "4627,Askøy,Vestland,haukland,",
            "'hospital_area' is 'haukland', which is not in hospital_areas.csv:id",
        ),
        (
            "hospital_areas",
            "haukeland,Haukeland,helse-bergen",
            "haukeland,Haukeland,bergen",
            "'trust' is 'bergen', which is not in health_trusts.csv:id",
        ),
        (
            "municipality_changes",
            "0106,Fredrikstad,Østfold,2019-12-31,3004,",
            "0106,Fredrikstad,Østfold,2019-12-31,3044x,",
            "'new_number' is '3044x': it must look like [0-9]{4}",
        ),
        (
            "catchment_moves",
            "030112,oslo-universitetssykehus,2026-01-01,",
            "030199,oslo-universitetssykehus,2026-01-01,",
            "'place' is '030199', which is not in municipalities.csv:number,districts.csv:number",
        ),
        ("districts", "030112,Alna,0301", "030111,Alna,0301", "row 12 already has number '030111'"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, table: str, right: str, wrong: str, message: str) -> None:
    (tmp_path / "manifest.toml").touch()
    folder = Path(shutil.copytree(FOLDER / "tables", tmp_path / "tables"))
    path = folder / f"{table}.csv"
    lines = path.read_text("utf-8").splitlines()
    row = next(n for n, line in enumerate(lines, start=1) if line.startswith(right))
    path.write_text("\n".join(lines).replace(right, wrong), "utf-8")
    with pytest.raises(SourceError) as raised:
        tables.read(path, path.with_suffix(".rq"))
    assert raised.value.message == f"tables/{table}.csv, row {row}: {message}"

import pytest

from tests.cli.shell import run


def test_has_a_cell_for_every_pair(capsys: pytest.CaptureFixture[str]) -> None:
    found = run(capsys, "matrix", "--json", "--on", "2026-11-24").json
    rows, columns = [r["id"] for r in found["referrers"]], [r["id"] for r in found["receivers"]]
    assert len(found["cells"]) == len(rows)
    assert found["cells"][rows.index("gp")][columns.index("smp")] == "permitted"
    assert found["cells"][rows.index("municipality")][columns.index("dps")] == "prohibited"

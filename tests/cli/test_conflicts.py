import pytest

from tests.cli.shell import run


def test_every_entry_has_a_witness(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "conflicts", "--on", "2026-11-24", "--json").json["items"]
    assert items
    assert all(i["witness"]["referrer"]["id"] for i in items)
    assert {i["kind"] for i in items} <= {"contested", "settled", "dead", "unreachable"}

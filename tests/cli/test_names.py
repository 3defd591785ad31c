from pathlib import Path

import pytest

from tests.cli.shell import run
from tests.cli.test_panel import asked, files


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"places": "Askøy\nAtlantis\n"}, "places:2: We know of no “Atlantis” (place)."),
        ({"places": "name,place\nx,Askøy\ny,Atlantis\n"}, "places:3: We know of no “Atlantis” (place)."),
        ({"places": "Fredrikstad\n3107\n"}, "places:2: this is the same as line 1."),
        ({"dates": "2018-10-01\n1.10.2018\n"}, "dates:2: “1.10.2018” is not a date."),
        ({"dates": "\n"}, "holds no names."),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, texts: dict[str, str], said: str
) -> None:
    (tmp_path / "out.csv").write_text("mine")
    ran = asked(capsys, tmp_path, **texts)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert (tmp_path / "out.csv").read_text() == "mine"
    assert not list(tmp_path.glob(".*"))


def test_bytes_that_are_no_text_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = files(tmp_path)
    (tmp_path / "places").write_bytes("Askøy".encode("latin-1"))
    ran = run(capsys, *words, "--out", str(tmp_path / "out.csv"))
    assert ran.code == 2
    assert "is not UTF-8" in ran.err

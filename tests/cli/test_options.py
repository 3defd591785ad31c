import pytest

from kg.cli.options import show


def test_json_keeps_letters_and_text_ends_with_one_newline(capsys: pytest.CaptureFixture[str]) -> None:
    show({"a": "å"}, as_json=True, text="")
    show(None, as_json=False, text="å")
    show(None, as_json=False, text="å\n")
    assert capsys.readouterr().out == '{\n  "a": "å"\n}\nå\nå\n'

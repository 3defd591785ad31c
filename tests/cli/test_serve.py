import socket
from unittest.mock import patch

import pytest

from tests.cli.shell import run


def test_a_port_in_use_is_said_before_anything_is_built(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = run(capsys, "serve", "--port", port)
    assert ran.code == 2
    assert ran.err.startswith(f"Adressen er opptatt: 127.0.0.1:{port} kan ikke brukes")


@pytest.mark.parametrize(("contact", "told"), [("", ["RETTVEI_CONTACT"]), ("a@b.example", [])])
def test_who_serves_without_a_contact_is_told(
    contact: str,
    told: list[str],
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RETTVEI_CONTACT", contact)
    with (
        caplog.at_level("WARNING", logger="rettvei"),
        patch("kg.cli.serve.server.run") as served,
        patch("kg.cli.serve.release.build"),
        patch("kg.cli.serve.logs.configure"),
    ):
        run(capsys, "serve", "--port", "0")
    assert served.call_count == 1
    assert [vars(record)["fields"]["setting"] for record in caplog.records] == told

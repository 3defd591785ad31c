import socket

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

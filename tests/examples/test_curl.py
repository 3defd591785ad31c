"""The curl script against a server."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.examples.conftest import EXAMPLES

missing = [tool for tool in ("sh", "curl", "jq") if not shutil.which(tool)]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} is not installed")


def ask(api: str, *words: str, language: str = "en") -> tuple[int, str]:
    given = {"PATH": os.environ["PATH"], "API": api, "LANGUAGE": language}
    done = subprocess.run([EXAMPLES / "check.sh", *words], env=given, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_shows_headline_summary_and_basis(api: str) -> None:
    code, said = ask(api, "kommune", "DPS")
    assert code == 0
    assert said.startswith("Don't count on it\nDon't count on it that a referral from municipality")
    assert "  Study 000" in said


def test_takes_a_place_and_a_language(api: str) -> None:
    code, said = ask(api, "fastlege", "DPS", "Askøy", language="nb")
    assert (code, said.splitlines()[0]) == (0, "Ja")
    assert len(set(said.splitlines())) == len(said.splitlines()), "each source once"


def test_says_conditions(api: str) -> None:
    assert "  if: " in ask(api, "NAV", "SMP")[1]


def test_says_that_unknown_is_not_no(api: str) -> None:
    code, said = ask(api, "barnekoordinator", "BUP")
    assert code == 0
    assert "No rule is known. That is not a no." in said


def test_says_what_was_not_understood(api: str) -> None:
    code, said = ask(api, "fastlge", "DPS")
    assert code == 2
    assert said.startswith("Unknown name: We know of no “fastlge” (referrer).")


def test_says_how_it_is_used(api: str) -> None:
    assert ask(api, "fastlege") == (2, "")


def test_nobody_answers() -> None:
    assert ask("http://127.0.0.1:9", "fastlege", "DPS") == (3, "")


@pytest.fixture
def hostile() -> Iterator[str]:
    """A server whose names steer a terminal."""

    class Hostile(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(400)
            self.end_headers()
            self.wfile.write(json.dumps({"title": "\x1b[2Jno", "detail": "\x07"}).encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    found = HTTPServer(("127.0.0.1", 0), Hostile)
    thread = threading.Thread(target=found.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{found.server_port}"
    found.shutdown()
    found.server_close()
    thread.join()


def test_names_do_not_steer_the_terminal(hostile: str) -> None:
    assert ask(hostile, "a", "b") == (2, "[2Jno: \n")

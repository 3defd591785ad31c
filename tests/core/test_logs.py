import json
import subprocess
import sys

from kg.core import logs

PROGRAM = """
from kg.core import logs
logs.configure("info")
logs.event("info", "request", route="/v1/norms", status=200)
logs.event("debug", "not told")
"""
LIBRARY = """
import logging
from kg.core import logs
logs.configure("debug")
other = logging.getLogger("other.package")
other.warning("not told")
try:
    raise ValueError("Kari Nordmann")
except ValueError:
    other.exception("it failed for %s", "Kari Nordmann")
"""


def test_an_event_is_one_line_of_json_on_standard_error() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    (line,) = ran.stderr.splitlines()
    told = json.loads(line)
    assert told.pop("at").endswith("+00:00")
    assert told == {"level": "info", "event": "request", "route": "/v1/norms", "status": 200}
    assert ran.stdout == ""


def test_of_a_library_only_the_place_is_told() -> None:
    ran = subprocess.run([sys.executable, "-c", LIBRARY], capture_output=True, text=True, check=True)
    (line,) = ran.stderr.splitlines()
    told = json.loads(line)
    assert (told["event"], told["library"], told["where"]) == ("library", "other.package", "<string>:10 <module>")
    assert (told["error"], told["trail"]) == ("ValueError", ["<string>:8 <module>"])
    assert "Kari" not in line


def test_a_trail_holds_no_message() -> None:
    try:
        raise ValueError("Kari Nordmann, 010203 12345")
    except ValueError as error:
        trail = logs.trail(error)
    assert trail[-1].startswith("test_logs.py:")
    assert "Kari" not in "".join(trail)

"""The command line as a person runs it, on the real graph."""

import json
import sys
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import pytest

from kg.cli.main import main
from tests import real


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    """Exit code and what was printed."""
    with (
        patch.object(sys, "argv", ["rettvei", *words]),
        patch.dict("os.environ", {"RETTVEI_HOME": str(real.home())}),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    printed = capsys.readouterr()
    code = ended.value.code
    return Ran(code if isinstance(code, int) else 0, printed.out, printed.err)

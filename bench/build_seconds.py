"""How long a whole build with reasoning takes, in a process of its own."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import timing
from bench.program import RETTVEI
from bench.result import Result


def measure() -> Mapping[str, Result]:
    """From the files of the ontology to a stamped version, best of five."""
    return {"build-seconds": Result(ours=timing.seconds(build), peer=60, unit="s", peer_name="the limit")}


def build() -> None:
    """One build into an empty home; the reasoner is required."""
    with TemporaryDirectory() as home:
        env = os.environ | {"RETTVEI_HOME": str(Path(home)), "RETTVEI_REQUIRE_REASONER": "true"}
        subprocess.run([RETTVEI, "build"], env=env, check=True, capture_output=True)

"""The installed program that the slow measures run."""

import sys
from pathlib import Path

RETTVEI = str(Path(sys.executable).parent / "rettvei")

"""Which tests of the suite fail, why, and whose fault it is: `failing.toml`, kept true by the tests that read it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WHOSE = ("engine", "suite", "ours")


@dataclass(frozen=True)
class Reason:
    """Why a test fails: by a fault of the engine or of the suite, or since we leave something out on purpose."""

    whose: str
    why: str


def listed() -> Mapping[str, Reason]:
    """The failing tests of the suite by their id."""
    groups = tomllib.loads(Path(__file__).with_name("failing.toml").read_text("utf-8"))["failing"]
    found = {
        f"{folder}#{name}": Reason(group["whose"], group["why"])
        for group in groups
        for folder, names in group["tests"].items()
        for name in names
    }
    assert len(found) == sum(len(names) for group in groups for names in group["tests"].values()), "listed twice"
    assert {reason.whose for reason in found.values()} <= {*WHOSE}
    return found

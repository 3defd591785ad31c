"""The rows of the fact collection that the graph was made from, and which of them it has to account for.

Rows of law.md without a number get one here: "3.2:Helse Bergen TSB" from the receiver's cell "TSB, Helse Bergen",
"6:2012-01-01" from the date of an event (" (2)" for a second row of that date), "10:3" from the numbered list.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts"
NUMBERED = re.compile(r"\| ([A-Z]-\d{3}(?:-\d+)?) \|")
KINDS = "permission|prohibition|duty-to-refer|duty-to-assess|ensure-onward|funding-rule"
RULING = re.compile(rf"\| ([RS]-\d{{3}}) \| [^|]*`(?:{KINDS})`[^|]*\|")


def law() -> str:
    """The rows of law as written."""
    return (FACTS / "law.md").read_text("utf-8")


def papers() -> dict[str, str]:
    """The facts of the papers: id → kind."""
    return {f["id"]: f["kind"] for f in yaml.safe_load((FACTS / "facts.yaml").read_text("utf-8"))}


def section(text: str, number: str) -> str:
    """A section or subsection of the rows of law, from its heading to the next of its level or above."""
    level = "##" if number.isdecimal() else "###"
    found = re.search(rf"^{level} {re.escape(number)}\.? .*?(?=^#{{2,{len(level)}}} |\Z)", text, re.M | re.S)
    assert found, f"no section {number}"
    return found.group()


def ruling(text: str) -> Iterator[str]:
    """Numbered rows of section 3 whose kind says that they permit, forbid, require or pay for a referral."""
    yield from RULING.findall(section(text, "3"))


def lists(text: str) -> Iterator[str]:
    """Keys of the referrer lists (3.2), receiver by receiver."""
    for cell in _first_cells(section(text, "3.2"), head="Receiver"):
        receiver, _, where = cell.partition(", ")
        yield f"3.2:{where} {receiver}" if where else f"3.2:{receiver}"


def events(text: str) -> Iterator[str]:
    """Keys of the timeline (6)."""
    seen: Counter[str] = Counter()
    for day in _first_cells(section(text, "6"), head="Date"):
        seen[day] += 1
        yield f"6:{day}" if seen[day] == 1 else f"6:{day} ({seen[day]})"


def dependent(text: str) -> Iterator[str]:
    """Keys of what depends on time or place (10)."""
    yield from (f"10:{n}" for n in re.findall(r"^(\d+)\. ", section(text, "10"), re.M))


def roles(text: str) -> Iterator[str]:
    """Keys of the roles and units (7), by their Norwegian name."""
    yield from (f"7:{name}" for name in _first_cells(section(text, "7"), head="Bokmål"))


def rates(text: str) -> Iterator[str]:
    """Keys of the daily rates (4.1), by their year."""
    yield from (f"4.1:{year}" for year in re.findall(r"^\| (\d{4}) \|", section(text, "4.1"), re.M))


def known(text: str, facts: dict[str, str]) -> set[str]:
    """Every id that a term of the graph may cite."""
    keyed = (lists(text), events(text), dependent(text), roles(text), rates(text))
    return {*facts, *NUMBERED.findall(text), *(key for keys in keyed for key in keys)}


def owed(text: str, facts: dict[str, str]) -> set[str]:
    """What has to be modelled or left out: all of it."""
    return known(text, facts)


def _first_cells(text: str, head: str) -> list[str]:
    cells = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("|")]
    return [c for c in cells if c != head and not c.startswith("---")]

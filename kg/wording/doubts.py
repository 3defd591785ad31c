"""What may be doubted of a norm: its dates, where it was read, what was concluded, and who says otherwise."""

from collections.abc import Iterator

from kg.model.norm import Norm
from kg.wording import sources
from kg.wording.voice import Voice


def of(norm: Norm, voice: Voice) -> list[str]:
    """Each doubt as a sentence, none for a norm that has none."""
    derived, findings = voice.index.sources.derived_from.get(norm.id, ()), against(norm, voice)
    slots = {"norms": ", ".join(derived), "findings": ", ".join(findings)}
    return [voice.say(f"codebook-doubt.{code}", **slots) for code in codes(norm, voice)]


def codes(norm: Norm, voice: Voice) -> Iterator[str]:
    """The doubts by their codes."""
    known = sources.assurance(norm, voice)
    if not norm.valid_from:
        seen = norm.attested_on or norm.last_seen_on
        yield "not-before" if norm.not_before else "attested" if seen else "undated"
    if known["content"] == "b":
        yield "secondary"
    if norm.basis in voice.index.findings:
        yield "reported"
    elif known["date"] in {"b", "c"}:
        yield "date-unsure"
    if voice.index.sources.derived_from.get(norm.id):
        yield "derived"
    if norm.exclusive:
        yield "inferred"
    if norm.residual:
        yield "residual"
    if against(norm, voice):
        yield "contradicted"


def against(norm: Norm, voice: Voice) -> tuple[str, ...]:
    """The findings that contradict its basis, where that is a finding."""
    found = voice.index.findings.get(norm.basis)
    return found.contradicts if found else ()

"""A decision as a row of a table for statistics: codes, which are the same in every language."""

from kg.model.decision import Coverage, Decision
from kg.wording import sources
from kg.wording.voice import Voice

COLUMNS = (
    *("place", "placeId", "date", "referrer", "receiver", "outcome", "norm", "authority", "grade", "dateGrade"),
    *("norms", "coverage", "kgVersion"),
)
"""What a row holds, in this order; the codebook says what each means."""


def row(place: str, decision: Decision, read: str, voice: Voice) -> tuple[str, ...]:
    """The cells of `COLUMNS`; empty where there is nothing to tell. `place` is as it was written, which stays where its
    id turns with a reform; `read` is what `coverage` says of it.

    `norm` is the one of the highest authority that decides, for a condition the one that turns on it; `authority` and
    the grades are its own. `norms` are all that decide, with spaces between.
    """
    question = decision.question
    norms = list(dict.fromkeys([*(m.norm for m in decision.reasons), *(g.match.norm for g in decision.conditions)]))
    known = sources.assurance(norms[0], voice) if norms else {"content": None, "date": None}
    return (
        *(place, question.place, question.on.isoformat(), question.referrer, question.receiver, decision.outcome.value),
        *(norms[0].id if norms else "", norms[0].authority if norms else ""),
        *(known["content"] or "", known["date"] or "", " ".join(n.id for n in norms), read, voice.index.version),
    )


def coverage(read: Coverage) -> str:
    """What has been read for a place, with spaces between: `law`, and the ids of hospital lists and agreements."""
    law = ("law",) if read.law_checked_on else ()
    lists = [f"hospital-list:{i}" for i in read.hospital_lists]
    return " ".join([*law, *lists, *(f"agreement:{i}" for i in read.agreements)])

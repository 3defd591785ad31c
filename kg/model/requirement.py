"""How an action is to be done: shown with an answer, never deciding it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One requirement: `collection` and `id` name it (for its label), `kind` is form, channel, content or deadline."""

    collection: str
    id: str
    kind: str

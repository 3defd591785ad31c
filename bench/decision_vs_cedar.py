"""Our decision with all its reasons, against Cedar's bare yes or no over a rule set of the same size."""

from collections.abc import Mapping
from functools import partial

import cedarpy

from bench import cedar, shipped, timing
from bench.questions import municipalities, questions
from bench.result import Result
from kg.decisions.permission import check


def measure() -> Mapping[str, Result]:
    """The median of a thousand different questions, one by one."""
    index = shipped.index()
    asked = questions(index, municipalities(index))
    policies, entities = cedar.policies(index), cedar.entities(index)
    requests = [cedar.request(q) for q in asked]
    if not any(cedarpy.is_authorized(r, policies, entities).allowed for r in requests):
        raise ValueError("Cedar allows nothing: its rule set is not ours")
    ours = timing.median(partial(check, index), asked)
    peer = timing.median(lambda r: cedarpy.is_authorized(r, policies, entities), requests)
    name = f"cedarpy, {len(index.shelf.by_id)} policies parsed before, yes or no"
    return {"decision-vs-cedar": Result(ours=ours, peer=peer, unit="ms", peer_name=name, at_least=5)}

"""A whole answer: the decision with routes, nearest norms, units and what hangs on the referral."""

from collections.abc import Mapping

from bench import shipped, timing
from bench.questions import municipalities, questions
from bench.result import Result
from kg.decisions.beside import explain
from kg.decisions.permission import check


def measure() -> Mapping[str, Result]:
    """The 95th percentile over a thousand different questions, best of five."""
    index = shipped.index()
    asked = questions(index, municipalities(index))
    ours = timing.percentile_95(lambda q: explain(index, check(index, q)), asked)
    return {"explain-ms": Result(ours=ours, peer=10, unit="ms", peer_name="the limit, 95th percentile")}

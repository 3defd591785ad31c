"""The figures as people and programs read them."""

from bench.result import Result, as_json, as_table

KEPT = Result(ours=0.02, peer=0.2, unit="ms", peer_name="somebody", at_least=5)
MISSED = Result(ours=2.0, peer=1.5, unit="s", peer_name="the limit")


def test_the_ratio_says_how_many_times_better() -> None:
    assert [round(r.ratio, 2) for r in (KEPT, MISSED)] == [10.0, 0.75]
    assert [r.holds for r in (KEPT, MISSED)] == [True, False]


def test_json() -> None:
    assert as_json({"fast": KEPT}) == {
        "fast": {"ratio": 10.0, "ours": 0.02, "peer": 0.2, "unit": "ms", "peerName": "somebody"}
    }


def test_table() -> None:
    assert [line.split() for line in as_table({"fast": KEPT, "slow": MISSED}).splitlines()[1:]] == [
        ["fast", "0.02", "0.2", "ms", "10.00", "5.00", "ok", "somebody"],
        ["slow", "2", "1.5", "s", "0.75", "1.00", "MISSED", "the", "limit"],
    ]

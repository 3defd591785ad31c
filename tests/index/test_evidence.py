from tests import real


def test_what_contradicts_a_finding_is_told_of_both() -> None:
    findings = real.index().findings
    pairs = {(f.id, other) for f in findings.values() for other in f.contradicts}
    assert pairs
    assert pairs == {(b, a) for a, b in pairs}


def test_only_barriers_stand_as_obstacles() -> None:
    index = real.index()
    told = {f for found in index.sources.about.values() for f in found}
    assert told
    assert {f for f in told if "barrier" not in index.findings[f].sorts} == set()

"""Which doubts a norm has, on norms that are made for it."""

from dataclasses import replace
from datetime import date

from kg.model.norm import Norm
from kg.wording import doubts
from kg.wording.voice import voices
from tests import real


def test_doubts_follow_from_dates_and_sort() -> None:
    voice = voices(real.index())["en"]
    plain: Norm = real.index().norm("gp-refers-when-needed")
    assert list(doubts.codes(plain, voice)) == []
    undated = replace(plain, valid_from=None)
    assert list(doubts.codes(undated, voice)) == ["undated"]
    assert list(doubts.codes(replace(undated, attested_on=date(2020, 1, 1)), voice)) == ["attested"]
    assert list(doubts.codes(replace(undated, not_before=date(2020, 1, 1)), voice)) == ["not-before"]
    assert list(doubts.codes(replace(plain, exclusive=True, residual=True), voice)) == ["inferred", "residual"]


def test_what_studies_tell_is_told_as_such_and_who_contradicts_it_is_named() -> None:
    index = real.index()
    voice = voices(index)["en"]
    told = [n for n in index.shelf.by_id.values() if n.basis in index.findings]
    assert told
    assert all("reported" in doubts.codes(n, voice) for n in told)
    against = [n for n in told if index.findings[n.basis].contradicts]
    assert against
    for norm in against:
        assert index.findings[norm.basis].contradicts[0] in " ".join(doubts.of(norm, voice))


def test_a_derived_norm_names_its_duty() -> None:
    index = real.index()
    assert index.sources.derived_from
    for norm, duties in index.sources.derived_from.items():
        assert duties[0] in " ".join(doubts.of(index.norm(norm), voices(index)["nb"]))

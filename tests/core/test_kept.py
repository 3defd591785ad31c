"""What was made is not made again, and never grows without end."""

from kg.core.kept import Kept


def test_a_value_is_made_once_for_each_key() -> None:
    kept, made = Kept(2), []
    assert [kept.once(n, lambda n=n: made.append(n) or [n]) for n in (1, 2, 1)] == [[1], [2], [1]]
    assert made == [1, 2]


def test_when_there_are_too_many_all_are_forgotten() -> None:
    kept, made = Kept(2), []
    for n in (1, 2, 3, 1):
        kept.once(n, lambda n=n: made.append(n) or n)
    assert made == [1, 2, 3, 1]

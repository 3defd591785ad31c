"""What was slow is remembered by its digest, and not without end."""

from kg.workers.remembered import MOST, Remembered


def test_what_is_added_is_known_until_it_is_forgotten() -> None:
    known = Remembered()
    known.add(b"a")
    assert (b"a" in known, b"b" in known) == (True, False)
    known.forget(b"a")
    known.forget(b"b")
    assert b"a" not in known


def test_the_oldest_goes_when_there_are_too_many() -> None:
    known = Remembered()
    for number in range(MOST):
        known.add(b"%d" % number)
    known.add(b"0")
    known.add(b"new")
    assert (b"0" in known, b"1" in known, b"2" in known) == (True, False, True)

"""What was slow the last time: known by its digest, and only so much of it."""

from hashlib import blake2b

MOST = 1_000


class Remembered:
    """The texts that were added last, without the texts."""

    def __init__(self) -> None:
        self._digests: dict[bytes, None] = {}

    def __contains__(self, text: bytes) -> bool:
        return _digest(text) in self._digests

    def add(self, text: bytes) -> None:
        """Remember it, as the latest; the oldest goes when there are too many."""
        self.forget(text)
        self._digests[_digest(text)] = None
        if len(self._digests) > MOST:
            del self._digests[next(iter(self._digests))]

    def forget(self, text: bytes) -> None:
        """It was not slow this time."""
        self._digests.pop(_digest(text), None)


def _digest(text: bytes) -> bytes:
    return blake2b(text, digest_size=16).digest()

"""The id of a request: the client's X-Request-ID comes back to it (as AuthZEN 1.0, section 10.1.4 asks), else ours."""

import re
from hashlib import sha256
from uuid import uuid4

HEADER = b"x-request-id"
_SANE = re.compile(rb"[\x21-\x7e]{1,128}")
_UUID = re.compile(rb"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def of(given: bytes) -> bytes:
    """The id to answer with: the given one if it is one word of visible ASCII, not over 128 letters."""
    return given if _SANE.fullmatch(given) else str(uuid4()).encode()


def logged(ident: bytes) -> str:
    """How it stands in the log: a UUID as it is; any other may say something about somebody, so its digest."""
    return ident.decode() if _UUID.fullmatch(ident) else "sha256:" + sha256(ident).hexdigest()[:32]

"""What passes between the service and a worker: a small JSON head, then bytes, both with their lengths before them."""

import json
import struct
from typing import Any, NamedTuple

LENGTHS = struct.Struct("!II")


class Frame(NamedTuple):
    """One message either way."""

    head: dict[str, Any]
    body: bytes = b""


def packed(frame: Frame) -> bytes:
    """The bytes of a message."""
    head = json.dumps(frame.head).encode()
    return LENGTHS.pack(len(head), len(frame.body)) + head + frame.body


def unpacked(content: bytes, length: int) -> Frame:
    """The message in bytes whose first `length` are its head."""
    return Frame(json.loads(content[:length]), content[length:])

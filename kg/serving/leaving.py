"""A transport that closes so that what was written arrives.

A socket that is closed while the client still sends is reset, and the client loses the answer that lies ready for it.
So only our side is ended, what still comes is thrown away, and the client closes: or, if it does not, the watch does
(`kg.serving.connection`).
"""

import asyncio
from collections.abc import Callable
from typing import Any


class Leaving(asyncio.Transport):
    """Another transport, and how it is closed. `is_sending` tells whether the client may still be writing."""

    def __init__(self, inner: asyncio.Transport, is_sending: Callable[[], bool]) -> None:
        super().__init__()
        self._inner = inner
        self._is_sending = is_sending
        self.is_left = False

    def close(self) -> None:
        """End our side; all of it once the client is through."""
        if self.is_left:
            return
        self.is_left = True
        if self._inner.is_closing():
            return
        if self._is_sending():
            try:
                self._inner.resume_reading()
                self._inner.write_eof()
            except OSError:  # the client has reset it meanwhile
                self._inner.abort()
        else:
            self._inner.close()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Nothing more once it is left."""
        if not self.is_left:
            self._inner.write(data)

    def is_closing(self) -> bool:
        """Whether it has been left."""
        return self.is_left or self._inner.is_closing()

    def abort(self) -> None:
        """Close at once, and lose what was not sent."""
        self.is_left = True
        self._inner.abort()

    def pause_reading(self) -> None:
        """Read no more for now."""
        self._inner.pause_reading()

    def resume_reading(self) -> None:
        """Read on."""
        self._inner.resume_reading()

    def get_write_buffer_size(self) -> int:
        """Bytes that the client has not taken yet."""
        return self._inner.get_write_buffer_size()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """What is known of the socket."""
        return self._inner.get_extra_info(name, default)

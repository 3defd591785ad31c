"""Which names a Host header may hold: no page elsewhere may reach this server under a name of its own (rebinding)."""

from urllib.parse import urlsplit

from kg.core.settings import Settings

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def allowed(settings: Settings) -> frozenset[str]:
    """Loopback, where it listens, its public name, and those that are set; in lower case, without ports."""
    own = f"[{settings.host}]" if ":" in settings.host else settings.host
    public = urlsplit(settings.public_url).netloc
    return frozenset(map(_without_port, (*_LOOPBACK, own, *filter(None, (public, *settings.hosts)))))


def is_allowed(header: bytes, known: frozenset[str]) -> bool:
    """Whether a Host header holds one of these names, whatever the port."""
    return _without_port(header.decode("latin-1")) in known


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and (port.isdecimal() or not port) else host).rstrip(".").lower()

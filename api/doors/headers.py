"""What every answer says beside its content: how browsers are to treat it, and which graph it comes from."""

from starlette.types import Scope

from kg.core.settings import Settings

Header = tuple[bytes, bytes]

_POLICY = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'"
_UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
_VARY = b"Accept, Accept-Language"
_VERSIONED = ("/v1/", "/access/", "/sparql")


def always(settings: Settings) -> tuple[Header, ...]:
    """The headers that do not depend on the request. HSTS where clients are told to come by https."""
    said = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": _POLICY,
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if settings.public_url.startswith("https://"):
        said["Strict-Transport-Security"] = "max-age=31536000"
    return tuple((name.lower().encode(), value.encode()) for name, value in said.items())


def about(scope: Scope, version: bytes) -> list[Header]:
    """The graph that answered, where there is one and answers depend on it."""
    return [(b"kg-version", version)] if version and scope["path"].startswith(_VERSIONED) else []


def joined(headers: list[Header], more: list[Header], path: str) -> list[Header]:
    """The headers of an answer with more of them; those that a route has set itself stay."""
    own = {name for name, _ in headers}
    found = [*headers, *(h for h in more if h[0] not in own)]
    if path.startswith("/static/"):
        return found
    if b"vary" not in own:
        return [*found, (b"vary", _VARY)]
    return [(name, value + b", " + _VARY if name == b"vary" else value) for name, value in found]

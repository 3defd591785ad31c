"""Every error that Rettvei raises on purpose. The edges (kg.cli, api) turn them into exit codes and statuses."""

from collections.abc import Sequence


class RettveiError(Exception):
    """What was asked, of what, and what to do: the message is for people and names no path of the server."""

    code = "error"

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class BadInput(RettveiError):
    """A value that cannot be read: a date that is none, a parameter that is missing or given twice."""

    code = "bad-input"


class UnknownName(RettveiError):
    """No term answers to a name. `closest` holds the nearest known ones."""

    code = "unknown-name"

    def __init__(self, message: str, *, parameter: str, value: str, closest: Sequence[str]) -> None:
        super().__init__(message, parameter=parameter, value=value, closest=list(closest))


class AmbiguousName(RettveiError):
    """Several terms answer to a name. `choices` holds the ids to choose from."""

    code = "ambiguous-name"

    def __init__(self, message: str, *, parameter: str, value: str, choices: Sequence[str]) -> None:
        super().__init__(message, parameter=parameter, value=value, choices=list(choices))


class NotFound(RettveiError):
    """Nothing stands under this id or address."""

    code = "not-found"


class TooLarge(RettveiError):
    """The input is over a limit, which the message names."""

    code = "too-large"


class AddressTooLong(TooLarge):
    """The query string of an address is over its limit."""


class HeadTooLarge(TooLarge):
    """The header fields of a request are over their limit."""


class TooSlow(RettveiError):
    """A request was not sent in time: its `head` and its `body` within so many seconds."""

    code = "too-slow"


class WrongHost(RettveiError):
    """A request is meant for a host that is not this one."""

    code = "wrong-host"


class UnsupportedMedia(RettveiError):
    """The body is of a type that nobody here reads."""

    code = "unsupported-media-type"


class NotAcceptable(RettveiError):
    """The answer does not come in any of the media types that were asked for. `offered` holds those it comes in."""

    code = "not-acceptable"


class TooMany(RettveiError):
    """One client asks for more at once than its share."""

    code = "too-many"


class Busy(RettveiError):
    """All places are taken, by whomever: it is worth trying again in a moment."""

    code = "busy"


class OutOfTime(RettveiError):
    """The work was ended at its time limit, `seconds`."""

    code = "out-of-time"


class TooComplex(RettveiError):
    """What was asked needs more memory than it may have, `megabytes`, or nests deeper than can be read."""

    code = "too-complex"


class SourceError(RettveiError):
    """A file of the ontology cannot be used. Names the file and the line or row."""

    code = "source-error"

    def __init__(self, message: str, *, file: str, line: int | None = None, row: int | None = None) -> None:
        place = f"{file}:{line}" if line else f"{file}, row {row}" if row else file
        super().__init__(f"{place}: {message}", file=file, line=line, row=row)


class QueryFileError(SourceError):
    """A stored query is malformed."""

    code = "query-file-error"


class BuildError(RettveiError):
    """The ontology does not build. `problems` holds one line a problem."""

    code = "build-error"

    def __init__(self, message: str, problems: Sequence[str]) -> None:
        super().__init__(message, problems=list(problems))


class NotReady(RettveiError):
    """The server does not answer questions now. `checks` says of each thing it looks after how it is."""

    code = "not-ready"


class StoreMissing(RettveiError):
    """There is no built version where one was expected."""

    code = "store-missing"


class StoreUnavailable(RettveiError):
    """A remote store does not answer now, or not rightly: `reason` says which. It may mend by itself."""

    code = "store-unavailable"


class StoreLocked(RettveiError):
    """Another process holds the store open for writing."""

    code = "store-locked"


class PortInUse(RettveiError):
    """The address to serve on is taken."""

    code = "port-in-use"

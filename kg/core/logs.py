"""One JSON object a line, of what happened: never what was asked, so that nothing about a patient can end up here."""

import json
import logging
import traceback
from datetime import UTC, datetime

NAME = "rettvei"
_HIGHEST_FRAMES = 8


class JsonLines(logging.Formatter):
    """A record as `{"at", "level", "event", …}`.

    Of what another library tells only the place is kept, where its words can be looked up: they may repeat what
    somebody wrote, as asyncio does with the error of a task.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {"at": at, "level": record.levelname.lower()}
        return json.dumps(told | _told(record), ensure_ascii=False, default=str)


def configure(level: str) -> None:
    """Write events of this level and above (`debug`, `info`, `warning`, `error`) to standard error.

    Of other libraries, errors alone: what they warn of is what strangers send.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.ERROR)
    logging.getLogger(NAME).setLevel(level.upper())


def is_told(level: str) -> bool:
    """Whether events of this level are written: what costs work to tell can be left out."""
    return logging.getLogger(NAME).isEnabledFor(logging.getLevelName(level.upper()))


def event(level: str, name: str, **fields: object) -> None:
    """Tell that something happened. `fields` are names, counts and ids of ours, never text from outside."""
    logging.getLogger(NAME).log(logging.getLevelName(level.upper()), name, extra={"fields": fields})


def trail(error: BaseException) -> list[str]:
    """Where an error came from, innermost last. Its message is left out: it may repeat what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)[-_HIGHEST_FRAMES:]
    return [f"{f.filename.rpartition('/')[2]}:{f.lineno} {f.name}" for f in frames]


def _told(record: logging.LogRecord) -> dict[str, object]:
    fields: dict[str, object] | None = getattr(record, "fields", None)
    if record.name == NAME and fields is not None:
        return {"event": record.getMessage()} | fields
    told: dict[str, object] = {"event": "library", "library": record.name}
    told["where"] = f"{record.filename}:{record.lineno} {record.funcName}"
    error = record.exc_info[1] if record.exc_info else None
    return told | ({"error": type(error).__name__, "trail": trail(error)} if error else {})

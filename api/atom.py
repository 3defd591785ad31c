"""The changes since a version as an Atom feed (RFC 4287)."""

import hashlib
import html
import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

from kg.wording import news
from kg.wording.voice import Voice

MEDIA_TYPE = "application/atom+xml"
NS = "http://www.w3.org/2005/Atom"
ADDRESS = "/v1/changes"
ID = "https://w3id.org/rettvei/changes"

Json = dict[str, Any]

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What may not stand in XML 1.0, not even escaped."""


def feed(page: Json, voice: Voice, base: str) -> bytes:
    """The feed of one page of changes, as the JSON of the same address has it: an entry a norm.

    The id of an entry is that of what has become of the norm, so that it stays while nothing more does. `base` is the
    address of this service, with which links begin: not every reader of feeds resolves a relative one.
    """
    here = base + _address(page, voice, page["offset"])
    top = ElementTree.Element("feed", {"xmlns": NS, "xml:lang": voice.words.spoken})
    _text(top, "id", f"{ID}?{urlencode({'since': page['since']})}")
    _text(top, "title", voice.say("changes.title", since=page["since"]))
    _text(top, "subtitle", voice.say("changes.subtitle"))
    _text(top, "updated", page["builtAt"])
    _text(ElementTree.SubElement(top, "author"), "name", "Rettvei")
    _link(top, "self", here, MEDIA_TYPE)
    if page["offset"] + len(page["items"]) < page["total"] and page["items"]:
        _link(top, "next", base + _address(page, voice, page["offset"] + len(page["items"])), MEDIA_TYPE)
    for item in page["items"]:
        _entry(top, item, page, voice, base)
    written: bytes = ElementTree.tostring(top, encoding="utf-8", xml_declaration=True)
    return written


def _entry(top: ElementTree.Element, item: Json, page: Json, voice: Voice, base: str) -> None:
    entry = ElementTree.SubElement(top, "entry")
    _text(entry, "id", f"{ID}/{item['norm']['id']}#{_digest(item)}")
    _text(entry, "title", news.title(item, voice))
    _text(entry, "updated", page["builtAt"])
    ElementTree.SubElement(entry, "category", {"term": item["change"]})
    if item["change"] != "removed":
        query = urlencode({"lang": voice.language})
        _link(entry, "alternate", f"{base}/v1/norms/{item['norm']['id']}?{query}", "application/json")
    _html(entry, "content", [item["norm"]["label"], *news.lines(item, voice)])


def _digest(item: Json) -> str:
    """The same while the same has become of the norm, whatever the language and the answers."""
    said = [item["change"], [f for f in item["fields"] if f["field"] != "statement"]]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:12]


def _address(page: Json, voice: Voice, offset: int) -> str:
    given = {"since": page["since"], "lang": voice.language, "limit": page["limit"], "offset": offset}
    return f"{ADDRESS}?{urlencode(given)}"


def _link(parent: ElementTree.Element, rel: str, href: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": href, "type": media_type})


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = _NO_XML.sub("\ufffd", text)


def _html(parent: ElementTree.Element, name: str, lines: Iterable[str]) -> None:
    """Lines of text as HTML (RFC 4287, 3.1.1.2): in a text that is none, a reader may run them together."""
    _text(parent, name, "<br/>\n".join(map(html.escape, lines)))
    parent[-1].set("type", "html")

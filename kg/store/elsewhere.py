"""What the words of a query tell before an engine reads it: does it ask another machine, which graphs does it name?

For text of our own, and to say what is the matter with a stranger's: to what a stranger may not do, `kg.store.guard`
holds. Read as tokens, so that a variable, a name, a string or a comment may hold the word. Codepoint escapes are read
both ways (https://www.w3.org/TR/sparql11-query/#codepointEscape).
"""

import re
from collections.abc import Iterator

TOKEN = re.compile(
    r'''
    <[^<>"{}|^`\\\s]*>
    | \#[^\n\r]*
    | """(?:[^"\\]|\\.|"(?!""))*""" | \'\'\'(?:[^'\\]|\\.|'(?!\'\'))*\'\'\'
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | @[A-Za-z][A-Za-z0-9-]*
    | [?$][\w·\u0300-\u036F\u203F\u2040]+
    | [\w·\u0300-\u036F\u203F\u2040.-]*:(?:[\w·\u0300-\u036F\u203F\u2040.:%-]|\\.)*
    | (?P<service>\bSERVICE\b)
    | (?P<from>\bFROM\b)
    | (?P<prefix>\bPREFIX\b)
    ''',
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
WHOLE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")
PREFIX = re.compile(
    r"\bPREFIX\s+(?P<name>[A-Za-z][\w-]*)?:\s*<(?P<iri>[A-Za-z][\w+.-]*:[^<>\"{}|^`\\\s]*)>", re.IGNORECASE
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def asks_elsewhere(query: str) -> bool:
    """Whether the text has SERVICE as a keyword."""
    return any(token["service"] for text in (query, unescaped(query)) for token in TOKEN.finditer(text))


def graphs_asked(query: str) -> Iterator[str]:
    """The graphs of its FROM and FROM NAMED that are whole IRIs, written out or by a prefix for one."""
    names: dict[str, str] = {}
    before, last = "", ""
    for token in TOKEN.finditer(query):
        if token[0].startswith("#"):
            continue
        whole = _whole(token[0], names)
        if whole and before == "prefix":
            names[last] = whole
        if whole and last == "from":
            yield whole
        before, last = last, token.lastgroup or token[0]


def _whole(token: str, names: dict[str, str]) -> str | None:
    if token.startswith("<"):
        return token[1:-1] if WHOLE.match(token) else None
    name, colon, local = token.partition(":")
    return names[name + colon] + re.sub(r"\\(.)", r"\1", local) if name + colon in names else None


def prefixes(query: str) -> dict[str, str]:
    """Its prefixes with the whole IRIs that they stand for, as they are first declared."""
    found: dict[str, str] = {}
    for declared in PREFIX.finditer(query):
        found.setdefault(declared["name"] or "", declared["iri"])
    return found


def unescaped(query: str) -> str:
    """The text with its codepoint escapes read."""
    return ESCAPE.sub(_character, query)


def _character(found: re.Match[str]) -> str:
    number = int(found[1] or found[2], 16)
    return chr(number) if number < 0x110000 else found[0]

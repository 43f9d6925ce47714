"""Web addresses as identities: the same article has one, however its address was copied."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit

from extraction.articles.records import RefusedError
from extraction.cleaning import printable

MAX_URL = 2000
DEFAULT_PORTS = {"http": 80, "https": 443}
# Added by those who pass an address on, never part of what it names.
TRACKING = re.compile(r"(?:utm_[^=]*|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid)(?:=|$)", re.IGNORECASE)
# Browsers drop tabs and line ends inside an address and take a backslash for a slash (WHATWG URL, section 4.4).
FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff]"
    r"|[\\<>\"^`{|}]"
)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)
HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
ESCAPE = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE | re.ASCII)
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def normalise_url(url: str) -> str:
    """The one way to write an address (RFC 3986, section 6.2), so that copies of it are equal.

    Scheme and host in small letters; the default port, the fragment, tracking parameters and the slash at the end of
    a path go; characters are composed (NFC) and escaped alike. Raises RefusedError for all but http and https.

    >>> normalise_url("HTTPS://Example.org:443/a/?utm_source=x&id=2#top")
    'https://example.org/a?id=2'
    """
    text = url.strip(" \r\n\t")
    if len(text) > MAX_URL:
        raise _refused(text, f"is longer than {MAX_URL:,} characters")
    if FORBIDDEN.search(text):
        raise _refused(text, "holds a space or a character that no address may hold")
    scheme = SCHEME.match(text)
    if scheme is None or scheme[1].lower() not in DEFAULT_PORTS:
        raise _refused(text, "does not begin with http:// or https://")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refused(text, f"is not an address ({error})") from None
    if "@" in parts.netloc:
        raise _refused(text, "holds a user name")
    if port == 0:
        raise _refused(text, "has a port of 0")
    name = scheme[1].lower()
    where = _host(text, host) + (f":{port}" if port and port != DEFAULT_PORTS[name] else "")
    path = _escaped(_without_dots(parts.path), "/:@!$&'()*+,;=")
    query = "&".join(part for part in parts.query.split("&") if part and not TRACKING.match(part))
    query = _escaped(query, "/:@!$&'()*+,;=?")
    result = f"{name}://{where}{path.rstrip('/') or '/'}" + (f"?{query}" if query else "")
    if len(result) > MAX_URL:
        raise _refused(text, f"is longer than {MAX_URL:,} characters when escaped")
    return result


def _refused(url: str, reason: str) -> RefusedError:
    return RefusedError(f"'{printable(url, 80)}' {reason}", "url")


def _host(url: str, host: str) -> str:
    """A host in small letters, names of other scripts in their ASCII form (IDNA)."""
    if ":" in host:
        try:
            return f"[{ipaddress.IPv6Address(host)}]"
        except ValueError:
            raise _refused(url, "has no valid host") from None
    try:
        name = unicodedata.normalize("NFC", host).encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        name = ""
    if not HOST.fullmatch(name) or len(name) > 253:
        raise _refused(url, "has no valid host")
    return name


def _without_dots(path: str) -> str:
    """A path without `.` and `..` (RFC 3986, section 5.2.4)."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    return "/".join(kept)


def _escaped(part: str, safe: str) -> str:
    """Characters outside ASCII composed and escaped, escapes in capitals, and none where none is needed."""
    composed = unicodedata.normalize("NFC", part)
    quoted = quote(composed, safe=safe + "%[]")
    quoted = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quoted).replace("[", "%5B").replace("]", "%5D")
    return ESCAPE.sub(_escape, quoted)


def _escape(match: re.Match[str]) -> str:
    character = unquote(match.group(), encoding="latin-1")
    return character if character in UNRESERVED else match.group().upper()

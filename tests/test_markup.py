"""What articles say is text wherever it is shown as HTML: read as browsers read it, nothing of it becomes a node."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.timeline.records import NUMBERS, make_event, make_source, make_speaker, make_statement

pytestmark = pytest.mark.django_db
PLAIN = "The council alert(1) opened the bridge"
PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<script/x>alert(1)</script >",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    "`><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)>",
    "<svg><script href=data:,alert(1) /></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==></object>",
    "<a href='javascript:alert(1)'>alert(1)</a>",
    "<a href='java&#9;script:alert(1)'>alert(1)</a>",
    "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>alert(1)",
    "<base href=javascript:alert(1)//>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//evil.example/alert(1).css><style>@import '//evil.example/x'</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#60;img src=x onerror=alert(1)&#62;",
    "{{constructor.constructor('alert(1)')()}}${alert(1)}<%= alert(1) %>",
    "＜script＞alert(1)＜/script＞<\u0131mg src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) <https://evil.example/alert(1)> javascript:alert(1)",
]
#: Elements that run, load or lead somewhere; our own pages have some, always the same.
ACTIVE = set(
    "script iframe frame object embed applet base meta link style math img image video audio source track template "
    "marquee noscript foreignobject animate animatetransform set use mglyph portal form button".split()
)
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "background", "xlink:href", "srcset", "ping")


def parsed(content: str, *, fragment: bool = False) -> Any:
    read = html5lib.parseFragment if fragment else html5lib.parse
    return read(content, treebuilder="etree", namespaceHTMLElements=False)


def nodes(tree: Any) -> Iterator[tuple[str, dict[str, str]]]:
    for node in tree.iter():
        if isinstance(node.tag, str) and node.tag != "DOCUMENT_FRAGMENT":
            yield node.tag.rpartition("}")[2].lower(), {str(name).lower(): v for name, v in node.attrib.items()}


def active(tree: Any) -> Counter[str]:
    """What runs, loads or leads out of the web."""
    found: Counter[str] = Counter()
    for tag, attributes in nodes(tree):
        if tag in ACTIVE:
            found[tag] += 1
        for name, value in attributes.items():
            if name.startswith("on") or name in ("srcdoc", "style"):
                found[name] += 1
            if name in ADDRESSES and urlsplit("".join(value.split())).scheme not in ("", "http", "https"):
                found[value] += 1
    return found


def text(tree: Any) -> str:
    return " ".join("".join(tree.itertext()).split())


def make(payload: str, *, publish: bool) -> dict[str, int]:
    """A source, an event, a speaker and a statement whose every text is the payload."""
    source = make_source(
        title=payload, publisher=payload, text=f"{payload} said on Sunday. {payload}", dateline=payload,
        agency=payload[:100], url=f"https://news.example/{quote(payload[:9], safe='')}?{''.join(payload.split())}",
    )  # fmt: skip
    event = make_event(
        title=payload, summary=payload, tags=[payload], actors=[payload], sources=[source], publish=publish,
        places=[{"name": payload, "lat": 1.5, "lon": 2.0}], date_text=payload[:100],
    )  # fmt: skip
    speaker = make_speaker(f"{payload} {next(NUMBERS)}", organisation=payload, aliases=[f"{payload} too"])
    statement = make_statement(
        text=payload, speaker=speaker, speaker_text=payload, role=payload, organisation=payload, source=source,
        spans=[[0, len(payload)]], publish=publish,
    )  # fmt: skip
    return {"source": source.pk, "event": event.pk, "speaker": speaker.pk, "statement": statement.pk}


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) >= 30
    # Each is active where it is not escaped, or would be after one more round of reading.
    alive = [payload for payload in PAYLOADS if active(parsed(f"<p title='{payload}'>{payload}", fragment=True))]
    assert len(alive) >= 25


def test_on_the_public_pages_it_is_text(client: Client, settings: Any) -> None:
    settings.EXAMPLES = True
    plain = make(PLAIN, publish=True)
    lists = ["/?kind=event", "/?kind=statement&embed=1", "/?kind=statement&order=-start"]
    pages = {"event": "/events/{}/", "statement": "/statements/{}/"}
    # What a visitor asks for is shown, too: in each of these as often as there are payloads.
    asked = [("/", "publisher"), ("/", ""), ("/", "from"), ("/timelinejs/", "tag"), ("/examples/vis/", "place")]

    def reflected(path: str, name: str, texts: list[str]) -> Any:
        return client.get(
            f"{path}?" + "&".join(f"{quote(name or one, safe='')}={quote(one, safe='')}" for one in texts)
        )

    expected = {path: active(parsed(client.get(path).content.decode())) for path in lists}
    of_record = {
        kind: active(parsed(client.get(path.format(plain[kind])).content.decode())) for kind, path in pages.items()
    }
    for path, name in asked:
        harmless = [f"{PLAIN} {number}" for number in range(len(PAYLOADS))]
        shown, plainly = (reflected(path, name, texts) for texts in (PAYLOADS, harmless))
        assert shown.status_code == plainly.status_code
        assert active(parsed(shown.content.decode())) == active(parsed(plainly.content.decode())), (path, name)

    for payload in PAYLOADS:
        made = make(payload, publish=True)
        for kind, path in pages.items():
            tree = parsed(client.get(path.format(made[kind])).content.decode())
            assert active(tree) == of_record[kind], (kind, payload)
            assert " ".join(payload.split()) in text(tree)
    for path in lists:
        tree = parsed(client.get(path).content.decode())
        assert active(tree) == expected[path], path
        assert [payload for payload in PAYLOADS if " ".join(payload.split()) not in text(tree)] == [], path


def test_on_the_desk_it_is_text() -> None:
    User.objects.create_superuser("boss")
    desk = Client()
    desk.force_login(User.objects.get())
    kinds = ("source", "speaker", "event", "statement")
    pages = [(kind, f"/admin/timeline/{kind}/{{}}/{what}/") for kind in kinds for what in ("change", "history")]
    pages += [(kind, f"/admin/review/{kind}/{{}}/") for kind in ("event", "statement")]
    pages += [
        ("event", "/admin/merge/event/?id={}"),
        ("event", "/admin/split/event/{}/"),
        ("speaker", "/admin/merge/speaker/?id={}"),
    ]
    pages += [
        ("source", "/admin/date/source/{}/"),
        ("source", "/admin/date/{}/"),
        ("source", "/admin/erase/source/{}/"),
    ]
    lists = [f"/admin/timeline/{kind}/" for kind in kinds] + ["/admin/"]

    def look(path: str) -> Any:
        answer = desk.get(path)
        assert answer.status_code in (200, 404), path
        return parsed(answer.content.decode())

    plain = make(PLAIN, publish=False)
    of_record = {path: active(look(path.format(plain[kind]))) for kind, path in pages}
    expected = {path: active(look(path)) for path in lists}

    for number, payload in enumerate(PAYLOADS):
        made = make(payload, publish=False)
        # Each payload on some of the pages, each page with some of the payloads: all with all takes a minute.
        for kind, path in pages[number % 6 :: 6]:
            assert active(look(path.format(made[kind]))) == of_record[path], (path, payload)
    for path in lists:
        assert active(look(path)) == expected[path], path


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def test_what_libraries_and_readers_of_feeds_show_is_text(client: Client) -> None:
    for payload in PAYLOADS:
        make(payload, publish=True)

    def get(chosen: str) -> bytes:
        return client.get("/api/v1/timeline/", {"format": chosen, "q": "alert", "limit": "200"}).content

    highlights = [one for record in json.loads(get("json"))["results"] for one in record["highlights"]]
    # Libraries that set it as HTML, and the elements that are ours.
    for shown, elements in (
        (list(strings(json.loads(get("timelinejs")))), {"p"}),
        (list(strings(json.loads(get("vis")))), set()),
        (highlights, {"mark"}),
    ):
        assert len(shown) > len(PAYLOADS)
        for one in shown:
            tree = parsed(one, fragment=True)
            assert {tag for tag, _ in nodes(tree)} <= elements, one
            assert not active(tree)
    # Without a type it is plain text (RFC 4287, 3.1.1).
    atom = ElementTree.fromstring(get("atom"))
    kept = [node for node in atom.iter() if node.tag.rpartition("}")[2] in ("title", "summary", "content", "rights")]
    assert len(kept) > 2 * len(PAYLOADS)
    assert [node for node in kept if node.attrib or len(node)] == []
    assert not [item for item in json.loads(get("jsonfeed"))["items"] if "content_html" in item]

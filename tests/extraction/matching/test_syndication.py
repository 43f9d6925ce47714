"""Which articles are one source, and which agency they credit."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.matching import Text, agency_credit, find_copies, group_sources

STORY = (
    "A bridge over the Tamble collapsed on Friday while a school bus was crossing it, the council of Pellworth said."
    "\n\nAll 31 children were pulled from the water by workers of the nearby Orrin sawmill, led by foreman Ada Kest."
    "\n\nThe bridge, built in 1912, had been closed to lorries since March after an inspector found cracks in pillars."
)
REWRITE = (
    "Pellworth's council says that on Friday a bridge across the Tamble collapsed as a bus full of school children was "
    "crossing.\n\nWorkers from the Orrin sawmill close by, with foreman Ada Kest leading them, pulled all 31 children "
    "out of the water.\n\nBuilt in 1912, the bridge had been closed to lorries in March, when cracks were found in two "
    "of its pillars by an inspector."
)
OWN = (
    "Parents in Pellworth want to know who let buses on a bridge that was too weak for lorries.\n\nMarta Oyle, whose "
    "twins were on the bus that fell into the river on Friday, has engaged a lawyer. The mayor, Finn Harrow, would not "
    "answer our questions. An engineer told this newspaper that the state of the pillars had been known for years."
)
OTHER = (
    "A bridge over the Marl collapsed on Sunday while a milk lorry was crossing it, the council of Uptown said.\n\n"
    "The driver climbed out through a window. Nobody else was hurt. The road to Sarn is closed until further notice."
)


def text(key: str, words: str, day: int = 14, credit: str | None = None) -> Text:
    """A text published in May 2021."""
    return Text(key, words, dt.date(2021, 5, day), credit)


@pytest.mark.parametrize(
    ("other", "one_source"),
    [
        # the same
        (STORY, True),
        # with a line of copyright, cut short
        (STORY.rsplit("\n\n", 1)[0] + "\n\nCopyright Inland Press. All rights reserved.", True),
        # rewritten lightly
        (REWRITE, True),
        # its first two paragraphs, then the outlet's own
        ("\n\n".join([*STORY.split("\n\n")[:2], OWN]), True),
        # the same event told by somebody else
        (OWN, False),
        # another event of the same kind
        (OTHER, False),
        ("", False),
    ],
)
def test_it_finds_copies(other: str, one_source: bool) -> None:
    copies = find_copies([text("a", STORY), text("b", other), text("c", "Rain is expected in the hills tonight.")])

    assert [(copy.first, copy.second) for copy in copies] == ([("a", "b")] if one_source else [])


def test_standing_phrases_make_no_copy() -> None:
    phrases = (
        "Drive with care and keep your distance. Follow the advice of the authorities and check on your neighbours."
    )
    one = f"A warning of ice was issued for Pellworth. It is valid from Monday 18:00. {phrases}"
    other = f"A warning of wind was issued for the coast of Sarn. It is valid from Sunday 06:00. {phrases}"

    assert find_copies([text("a", one), text("b", other)]) == []


def test_articles_of_different_months_are_no_copies() -> None:
    assert find_copies([text("a", STORY), Text("b", STORY, dt.date(2021, 9, 1))]) == []


def test_two_fires_that_one_reporter_tells_alike_are_two() -> None:
    ended = (
        "Firefighters brought the blaze under control after {} hours. Smoke hung over the harbour until the evening."
    )
    first = f"A fire destroyed a warehouse in the port of Genoa on Monday. Two dockers were hurt. {ended.format('six')}"
    other = f"A fire destroyed four flats in Genoa on Thursday. Two dockers were hurt. {ended.format('two')}"
    rain = text("c", "Rain is expected in the hills tonight.")

    assert find_copies([text("a", first, 11), text("b", other, 13), rain]) == []
    assert find_copies([text("a", first, 11), text("b", other.replace("Thursday", "Monday"), 13), rain])


def test_it_says_why_and_names_the_agency() -> None:
    (copy,) = find_copies([text("a", "(Inland Press)\n\n" + STORY), text("b", STORY + "\n\n(Inland Press)")])

    assert "word for word" in copy.reason
    assert "both credit Inland Press" in copy.reason


def test_it_groups_sources() -> None:
    groups = group_sources([text("a", STORY), text("b", OWN), text("c", REWRITE), text("d", STORY)])

    assert groups == [["a", "c", "d"], ["b"]]


WIRES = [
    "PELLWORTH, May 14 (Sputnik) - A fire at the Orrin sawmill in Pellworth killed three workers and injured twelve on "
    "Friday, police chief Ada Kest said. The blaze began in a drying kiln shortly after 06:40 and spread to the "
    "timber yard. Forty firefighters from Sarn and Uptown fought it for nine hours.",
    "Three people died when flames swept through a sawmill in the town of Pellworth, Sputnik reported on Friday.\n\n"
    "Twelve others were hurt, according to Ada Kest, who heads the local police. Crews from Sarn and Uptown, about 40 "
    "in all, needed nine hours to put the Orrin fire out after a kiln for drying wood caught light.",
    "(Sputnik) Police in Pellworth put the toll of Friday's sawmill fire at three dead, with twelve in hospital.\n\n"
    "Kest, the chief, told the press that a kiln had overheated at the Orrin works, and that timber stacked in the "
    "yard burned until firefighters who had come from Sarn won the upper hand.",
    "Families wait outside the hospital of Pellworth, where twelve workers of the Orrin sawmill are treated for burns. "
    "Three of their colleagues did not survive the fire, which took firefighters from Uptown and Sarn nine hours to "
    "master. It started in a kiln, said the police.\n\nSputnik",
]


def test_rewrites_that_credit_one_agency_are_one_source() -> None:
    texts = [text(str(number), words, 14 + number % 2) for number, words in enumerate(WIRES)]

    assert group_sources(texts) == [["0", "1", "2", "3"]]
    assert all("both credit Sputnik" in copy.reason for copy in find_copies(texts))


def test_the_same_words_without_the_credit_are_reports_of_their_own() -> None:
    texts = [text(str(n), words, 14, credit="") for n, words in enumerate(WIRES)]

    assert len(group_sources(texts)) > 1


def test_two_stories_of_one_agency_are_two() -> None:
    other = (
        "PELLWORTH, May 14 (Sputnik) - The council of Pellworth voted on Friday to sell the harbour to investors of "
        "Uptown. Police chief Ada Kest said that twelve protesters were led out of the hall. The sale brings nine "
        "million crowns, the treasurer told reporters, and must be approved in Sarn by June."
    )

    next_day = (
        "PELLWORTH, May 15 (Sputnik) - Two workers were killed and twelve injured in another fire at the Orrin sawmill "
        "of Pellworth on Saturday, said Ada Kest. Resin had caught light in a shed. Firefighters from Sarn and Uptown "
        "were there within minutes, since they had never left the yard."
    )

    assert group_sources([text("a", WIRES[0]), text("b", other), text("c", next_day, 15)]) == [["a"], ["b"], ["c"]]


FOOT = (
    "\n\nThe Uptown Courier has been the newspaper of Uptown, Sarn and the Marl valley since 1884. Write to the "
    "Courier's editors at 12 Mill Lane, Uptown, or subscribe to the letter of Hanna Brook, who picks 10 stories."
)
HARBOUR = (
    "Fishermen blocked the harbour of Sarn for six hours to protest against the price of diesel.\n\nTheir boats lay "
    "across the entrance until the minister promised talks, and a ferry with holiday guests had to wait outside."
)


@pytest.mark.parametrize("publisher", ["Uptown Courier", ""])
def test_what_a_publisher_prints_below_each_article_joins_none(publisher: str) -> None:
    def printed(key: str, words: str) -> Text:
        return Text(key, words + FOOT, dt.date(2021, 5, 14), publisher=publisher)

    texts = [printed("a", STORY), printed("b", HARBOUR), printed("c", OTHER), text("wire", STORY)]

    assert group_sources(texts) == [["a", "wire"], ["b"], ["c"]]


def test_what_several_publishers_print_is_no_ones_furniture() -> None:
    passage = "\n\n" + STORY.split("\n\n", 1)[1]
    texts = [
        Text("a", HARBOUR + passage, dt.date(2021, 5, 14), publisher="Uptown Courier"),
        Text("b", OTHER + passage, dt.date(2021, 5, 14), publisher="Uptown Courier"),
        Text("wire", STORY, dt.date(2021, 5, 14), publisher="Inland Press"),
    ]

    assert group_sources(texts) == [["a", "b", "wire"]]


def test_reporters_who_quote_the_same_speech_are_two() -> None:
    speech = (
        '"We closed the bridge of Pellworth to lorries on 3 March 2021, Orrin was told of it in writing, and no '
        'inspector of the Tamble council ever asked us to close it to the buses of Sarn," said Ada Kest.'
    )
    one = f"The head of the road office defended herself before angry parents in a gymnasium.\n\n{speech}"
    other = f"Whose fault was it? An official who came to the school in the evening had her answer ready.\n\n{speech}"

    assert group_sources([text("a", one), text("b", other)]) == [["a"], ["b"]]
    assert group_sources([text("a", speech), text("b", speech)]) == [["a", "b"]]


def test_a_review_of_the_press_does_not_join_what_it_quotes() -> None:
    parts = "\n\n".join([STORY.split("\n\n", 2)[2], "Another paper has this.", OTHER])

    groups = group_sources([text("a", STORY), text("b", OTHER), text("review", parts, 15)])

    assert ["a"] in groups or ["b"] in groups
    assert len(groups) == 2


def test_a_wire_story_joins_those_who_print_different_parts_of_it() -> None:
    wire = f"{STORY}\n\n{OTHER}"
    groups = group_sources([text("wire", wire, 13), text("a", f"{STORY}\n\n{HARBOUR}"), text("b", f"{OWN}\n\n{OTHER}")])

    assert groups == [["wire", "a", "b"]]


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("LIMA (Andes Wire) - A bridge fell.", "Andes Wire"),
        ("LIMA, May 3 (Reuters) - A bridge fell.", "Reuters"),
        ("LIMA, May 3 (AP) — A bridge fell.", "AP"),
        ("A bridge fell.\n\n(Reuters)", "Reuters"),
        ("A bridge fell. It was old. (Andes Wire)", "Andes Wire"),
        ("A bridge fell. (With material from Andes Wire)", "Andes Wire"),
        ("A bridge fell.\n\nSource: Andes Wire", "Andes Wire"),
        ("MOSCOW, May 2 /TASS/. A bridge fell.", "TASS"),
        ("(Sputnik) A bridge fell.", "Sputnik"),
        ("REUTERS - A bridge fell.", "Reuters"),
        ("BERLIN (dpa) - A bridge fell.", "dpa"),
        ("By Jane Roe, Reuters\n\nA bridge fell.", "Reuters"),
        ("Reuters\n\nA bridge fell.", "Reuters"),
        ("A bridge fell.\n\nAgence France-Presse", "AFP"),
        ("A bridge fell.\nAFP", "AFP"),
        ("A bridge fell, Reuters reported.", "Reuters"),
        ("A bridge fell, according to the Associated Press.", "AP"),
        ("A bridge fell.\n\nWith reporting by AP and Reuters", "AP"),
        ("LIMA, May 3 (Andina) - A bridge fell.", "Andina"),
        ("KESTER (KNO) - A bridge fell.", "KNO"),
        # places, parties and reporters
        ("BAGHDAD (Iraq) - A bridge fell.", ""),
        ("LAGOS (Nigeria) – A bridge fell.", ""),
        ("DUBAI (UAE) - A bridge fell.", ""),
        ("Porto (Portugal)\nA bridge fell.", ""),
        ("SPRINGFIELD (Republican) - A bridge fell.", ""),
        ("A bridge fell. (Ramiro Zavalla)", ""),
        # credits of pictures, asides and plain ends
        ("AP Photo\n\nA bridge fell.", ""),
        ("A bridge fell.\n\nAP Photo / Ann Smith", ""),
        ("A bridge fell. (Photo: Reuters)", ""),
        ("The Harbour Board (HB) met on Monday to talk about the bridge.", ""),
        ("A bridge fell.", ""),
        ("", ""),
    ],
)
def test_it_reads_an_agencys_credit(words: str, agency: str) -> None:
    assert agency_credit(words) == agency


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=4))
def test_it_never_raises(words: list[str]) -> None:
    texts = [Text(number, word) for number, word in enumerate(words)]

    assert sorted(key for group in group_sources(texts) for key in group) == list(range(len(words)))  # type: ignore[type-var]

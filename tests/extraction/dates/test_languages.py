"""Explicit dates of other languages are found, and nothing is invented in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extraction.dates import find_dates, find_published
from extraction.dates.languages import language_of
from extraction.text import Document
from extraction.types import Article

ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "languages.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
MARKED = re.compile(r"\[([^\]=]+)=([^\]]+)\]")


@pytest.mark.parametrize(("language", "marked"), ROWS)
def test_it_finds_the_explicit_dates_of_a_language_and_no_others(language: str, marked: str) -> None:
    text = MARKED.sub(r"\1", marked)
    article = Article(text=text, language=language, published="2021-03-03")

    found = find_dates(Document(text), find_published(Document(text), article), article).timexes

    assert [(t.text, t.date.edtf) for t in found if t.date] == MARKED.findall(marked)


def test_there_are_twenty_sentences_of_each_language() -> None:
    languages = [language for language, _ in ROWS]

    assert {language: languages.count(language) >= 20 for language in languages} == dict.fromkeys(
        ("fr", "de", "es", "ar", "ru"), True
    )


@pytest.mark.parametrize("language", ["fr", "de", "es", "ar", "ru"])
def test_it_tells_the_language_of_an_article_by_its_words(language: str) -> None:
    text = " ".join(MARKED.sub(r"\1", marked) for code, marked in ROWS if code == language)

    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "edtf", "words"),
    [
        (
            "Titre de la une\n\nPublié le 3 mars 2020 à 10h12\n\nLe maire a dit qu'il est content de la ville.",
            "2020-03-03",
            "3 mars 2020",
        ),
        (
            "Die Brücke\n\n3. März 2020\n\nDer Bau der Brücke ist nicht zu Ende und das Geld ist weg.",
            "2020-03-03",
            "3. März 2020",
        ),
        (
            "El puente\n\n03/12/2020\n\nLa obra del puente no se acaba y el dinero de la villa se va.",
            "2020-12-03",
            "03/12/2020",
        ),
        ("الجسر\n\nتاريخ النشر: 3 آذار 2020\n\nلم ينته بناء الجسر في المدينة.", "2020-03-03", "3 آذار 2020"),
        ("Мост\n\nОпубликовано 3 марта 2020 года\n\nСтройка моста не окончена.", "2020-03-03", "3 марта 2020"),
        ("Le pont\n\nMardi 3 mars 2020\n\nLe maire a dit qu'il est content de la ville.", "2020-03-03", "3 mars 2020"),
        (
            "Lyon, le 3 mars 2020 – Le pont est ouvert, a dit le maire de la ville à la presse.",
            "2020-03-03",
            "3 mars 2020",
        ),
        (
            "Die Brücke\n\nDienstag, 3. März 2020\n\nDer Bau der Brücke ist nicht zu Ende und das Geld ist weg.",
            "2020-03-03",
            "3. März 2020",
        ),
        (
            "Die Brücke\n\nErstellt: 03.03.2020, 10:15 Uhr\n\nDer Bau der Brücke ist nicht zu Ende, das Geld ist weg.",
            "2020-03-03",
            "03.03.2020",
        ),
        (
            "Madrid, 3 de marzo de 2020 (EFE).- La obra del puente no se acaba y el dinero de la villa se va.",
            "2020-03-03",
            "3 de marzo de 2020",
        ),
        ("الجسر\n\nالثلاثاء 3 مارس 2020\n\nلم ينته بناء الجسر في المدينة.", "2020-03-03", "3 مارس 2020"),
        ("Мост\n\nвторник, 3 марта 2020\n\nСтройка моста не окончена.", "2020-03-03", "3 марта 2020"),
        ("PARIS, 3 mars 2020 (AFP) - Le maire a dit qu'il est content de la ville.", "2020-03-03", "3 mars 2020"),
    ],
)
def test_it_reads_the_publication_date_in_other_languages(text: str, edtf: str, words: str) -> None:
    found = find_published(Document(text), Article(text=text))

    assert found is not None
    assert (found.date.edtf, found.text) == (edtf, words)


@pytest.mark.parametrize(
    "text",
    [
        "Il sindaco ha detto che la strada è chiusa. Non sono mai stati nel centro della città per tre ore.",
        "O presidente disse que não vai sair da cidade. A decisão foi tomada por dois homens mais velhos em casa.",
        "De burgemeester zei dat het niet meer kan. Hij is door de stad gelopen met een man van de krant.",
        "Bu karar ile birlikte şehir daha da büyük oldu. Mart için bir plan ve son bir söz var.",
        "Burmistrz powiedział, że nie jest to możliwe. Most został zamknięty przez miasto na czas od zimy do lata.",
    ],
)
def test_it_invents_nothing_in_languages_that_it_does_not_read(text: str) -> None:
    article = Article(text=text, published="2021-03-03")

    assert find_dates(Document(text), find_published(Document(text), article), article).timexes == ()

"""What can be written: each field checked, none but these taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rest_framework import serializers as s

from extraction.articles.urls import normalise_url
from timeline.models import Source
from timeline.models.dates import check_edtf
from timeline.models.event import Occurrence
from timeline.models.statement import Speech

NON_FIELD = "non_field_errors"
#: Of ids in bodies: whole numbers have at most 18 digits there (`api.bodies`).
LARGEST = 10**18 - 1
#: A language tag as BCP 47 builds them: a language, then subtags.
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)

if TYPE_CHECKING:
    Shape = s.Serializer[Any]
else:
    Shape = s.Serializer


#: What is wrong, in our words: said after the name of the field, as of query parameters.
SENTENCES: dict[str, Any] = {
    "required": "is needed",
    "null": "must not be null",
    "blank": "must not be blank",
    "invalid": "must be a string",
    "max_length": "may be {max_length} characters long",
    "min_value": "must be at least {min_value}",
    "max_value": "must be at most {max_value}",
}


class Text(s.CharField):
    """A string; a number is not one."""

    default_error_messages = SENTENCES

    def to_internal_value(self, data: Any) -> Any:
        """The text, trimmed unless the field takes it to the letter. Raises ValidationError."""
        if not isinstance(data, str):
            raise s.ValidationError("must be a string")
        return super().to_internal_value(data)


class Whole(s.IntegerField):
    """A whole number; neither a string nor true."""

    default_error_messages = SENTENCES

    def to_internal_value(self, data: Any) -> Any:
        """The number. Raises ValidationError."""
        if type(data) is not int:
            raise s.ValidationError("must be a whole number")
        return super().to_internal_value(data)


class Degrees(s.FloatField):
    """A number; neither a string nor true."""

    default_error_messages = SENTENCES

    def to_internal_value(self, data: Any) -> Any:
        """The number. Raises ValidationError."""
        if type(data) not in (int, float):
            raise s.ValidationError("must be a number")
        return super().to_internal_value(data)


class Flag(s.BooleanField):
    """True or false, and nothing that looks like it."""

    default_error_messages = SENTENCES

    def to_internal_value(self, data: Any) -> Any:
        """The flag. Raises ValidationError."""
        if type(data) is not bool:
            raise s.ValidationError("must be true or false")
        return data


class Choice(s.ChoiceField):
    """One of some words."""

    def __init__(self, choices: Any, **more: Any) -> None:
        super().__init__(choices, **more)
        allowed = ", ".join(map(str, self.choices))
        self.error_messages |= {**SENTENCES, "invalid_choice": f"must be one of {allowed}"}

    def to_internal_value(self, data: Any) -> Any:
        """The word. Raises ValidationError."""
        if not isinstance(data, str) or data == "":
            self.fail("invalid_choice")
        return super().to_internal_value(data)


#: Of lists.
LIST: dict[str, Any] = {**SENTENCES, "not_a_list": "must be a list", "max_length": "may hold {max_length} items"}


class Input(Shape):
    """An object whose fields are all known; a misspelt one is named."""

    def to_internal_value(self, data: Any) -> Any:
        """The checked values. Raises ValidationError."""
        if not isinstance(data, dict):
            raise s.ValidationError({NON_FIELD: ["must be an object"]})
        unknown = sorted(set(data) - set(self.fields))
        if unknown:
            allowed = ", ".join(sorted(self.fields))
            detail = s.ErrorDetail(f"is not a field here; these are: {allowed}", "unknown")
            raise s.ValidationError({name[:100]: [detail] for name in unknown})
        return super().to_internal_value(data)


def date_field(what: str, *, allow_blank: bool = True) -> Text:
    """A date in EDTF, to the letter; empty where it is not known."""
    return Text(
        required=False,
        allow_blank=allow_blank,
        trim_whitespace=False,
        max_length=64,
        validators=[check_edtf],
        help_text=what,
    )


def check_language(value: str) -> None:
    """A language tag (BCP 47), or nothing. Raises ValidationError."""
    if value and not LANGUAGE.fullmatch(value):
        raise s.ValidationError("must be a language tag (BCP 47) such as en, pt-BR or zh-Hant")


def checked_url(value: str) -> str:
    """An http(s) address in its normal form, or nothing. Raises ValidationError."""
    try:
        return normalise_url(value) if value else ""
    except ValueError as error:
        raise s.ValidationError(str(error)) from None


def language_field() -> Text:
    """A language tag; empty where it is not known."""
    return Text(
        required=False, allow_blank=True, max_length=35, validators=[check_language], help_text="BCP 47, such as en."
    )


def line(most: int, what: str, **more: Any) -> Text:
    """A line of text, which may be left out."""
    return Text(required=False, allow_blank=True, max_length=most, help_text=what, **more)


class SourceInput(Input):
    """An article: its text is read for statements and events, which are proposed."""

    text = Text(max_length=200_000, help_text="The article's text, plain.")
    title = line(500, "Its headline.")
    url = Text(required=False, allow_blank=True, max_length=2000, help_text="Where it stands (http or https).")
    publisher = line(200, "Who printed it.")
    record_id = line(200, "Its number at the publisher.")
    language = language_field()
    published = date_field("When it was published (EDTF).")

    def validate_url(self, value: str) -> str:
        """In its normal form. Raises ValidationError."""
        return checked_url(value)


class StatementInput(Input):
    """Words that a source attributes to somebody."""

    source = Whole(  # type: ignore[assignment]
        min_value=1, max_value=LARGEST, help_text="The source's id."
    )
    text = Text(max_length=20_000, help_text="The words as the source has them; they are looked up in its text.")
    speaker = line(200, "Who said it: the full name.")
    role = line(300, "The role as the source gives it.")
    organisation = line(200, "The organisation as the source gives it.")
    speech = Choice(Speech.choices, default="direct", help_text="How the words are given.")
    date = date_field("When it was said (EDTF).")


class PlaceInput(Input):
    """A place (WGS 84)."""

    name = Text(max_length=200, help_text="Its name.")
    lat = Degrees(required=False, allow_null=True, min_value=-90, max_value=90, help_text="Degrees north.")
    lon = Degrees(required=False, allow_null=True, min_value=-180, max_value=180, help_text="Degrees east.")
    reason = Text(
        required=False,
        allow_null=True,
        allow_blank=True,
        max_length=300,
        help_text="Why it is this place of the name: what was read may be sent back.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Both coordinates or none. Raises ValidationError."""
        lat, lon = (attrs.get(name) for name in ("lat", "lon"))
        if (lat is None) != (lon is None):
            raise s.ValidationError({"lat" if lat is None else "lon": "is needed beside the other coordinate"})
        return attrs


def names(what: str) -> s.ListField:
    """A short list of names."""
    child = Text(max_length=200)
    return s.ListField(child=child, required=False, max_length=50, help_text=what, error_messages=LIST)


def places() -> PlaceInput:
    """A short list of places."""
    bounds: dict[str, Any] = {"max_length": 50, "error_messages": LIST}
    return PlaceInput(many=True, required=False, help_text="Where.", **bounds)


class EventInput(Input):
    """Something that happened, and the words of a source that report it."""

    source = Whole(  # type: ignore[assignment]
        min_value=1, max_value=LARGEST, help_text="The source's id."
    )
    text = Text(max_length=20_000, help_text="The source's words; they are looked up in its text.")
    title = Text(max_length=300, help_text="A short line.")
    summary = line(20_000, "What happened, in a sentence or two.")
    occurrence = Choice(Occurrence.choices, default="occurred", help_text="Whether it happened.")
    background = Flag(default=False, help_text="Told as background.")
    places = places()
    actors = names("Who took part.")
    tags = names("Words to file it under.")
    date = date_field("When it happened (EDTF).")


class SourceEdit(Input):
    """What is known of an article; its text is what all offsets count from, and stays."""

    title = line(500, "Its headline.")
    url = Text(required=False, allow_blank=True, max_length=2000, help_text="Where it stands (http or https).")
    publisher = line(200, "Who printed it.")
    language = language_field()
    dateline = line(200, "The place that its dateline names.")
    copy_of = Whole(
        required=False,
        allow_null=True,
        min_value=1,
        max_value=LARGEST,
        help_text="The id of the source whose text it carries; null for a report of its own. No import changes it.",
    )
    published = date_field(
        "When it was published (EDTF). The article is read anew with it: proposals follow, decisions stay.",
        allow_blank=False,
    )

    def validate_url(self, value: str) -> str:
        """In its normal form. Raises ValidationError."""
        return checked_url(value)

    def validate_copy_of(self, value: int | None) -> Source | None:
        """The source of the number. Raises ValidationError."""
        found = Source.objects.filter(pk=value, erased=None).first() if value is not None else None
        if value is not None and found is None:
            raise s.ValidationError("is no source's number")
        return found


class StatementEdit(Input):
    """The fields of a statement that can be set."""

    role = line(300, "The role as the source gives it.")
    organisation = line(200, "The organisation as the source gives it.")
    speech = Choice(Speech.choices, required=False, help_text="How the words are given.")
    date = date_field("When it was said (EDTF); empty for undated.")


class EventEdit(Input):
    """The fields of an event that can be set."""

    title = Text(required=False, max_length=300, help_text="A short line.")
    summary = line(20_000, "What happened.")
    occurrence = Choice(Occurrence.choices, required=False, help_text="Whether it happened.")
    background = Flag(required=False, help_text="Told as background.")
    places = places()
    actors = names("Who took part.")
    tags = names("Words to file it under.")
    date = date_field("When it happened (EDTF); empty for undated.")

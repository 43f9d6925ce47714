"""The shape of what the API answers, for its schema. Documents are rendered in `timeline.ledger.documents`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework import serializers as s

from timeline.models.dates import Precision
from timeline.models.event import Occurrence
from timeline.models.statement import Basis, Speech

if TYPE_CHECKING:
    Shape = s.Serializer[Any]
else:
    Shape = s.Serializer


class When(Shape):
    """A date that explains itself."""

    edtf = s.CharField(help_text="The date in EDTF (ISO 8601-2:2019).")
    text = s.CharField(help_text="The words of the source that give it; may be empty.")
    precision = s.ChoiceField(Precision.choices, help_text="How finely it is known.")
    start = s.DateField(allow_null=True, help_text="The first day that it may mean; null where open.")
    end = s.DateField(allow_null=True, help_text="The last day that it may mean, inclusive; null where open.")
    anchor = s.CharField(allow_null=True, help_text="What a relative date was counted from.")
    rule = s.CharField(allow_null=True, help_text="The name of the rule that found it.")
    basis = s.ChoiceField(Basis.choices, allow_null=True, help_text="How it is known.")


class OtherWhen(When):
    """A date that sources give and the record does not have."""

    sources = s.ListField(
        child=s.IntegerField(), required=False, help_text="The numbers of the sources that give it, as in `sources`."
    )


class Published(Shape):
    """When an article was published."""

    edtf = s.CharField(help_text="The date in EDTF.")
    start = s.DateField(allow_null=True, help_text="The first day that it may mean.")
    end = s.DateField(allow_null=True, help_text="The last day that it may mean, inclusive.")


HIGHLIGHTS = "With `q`: fragments with what was found in `<mark>`, escaped for HTML."


def highlights() -> s.ListField:
    """The fragments that a search found."""
    return s.ListField(child=s.CharField(), required=False, help_text=HIGHLIGHTS)


class Evidence(Shape):
    """The exact words of a source (W3C Web Annotation: TextQuoteSelector and TextPositionSelector)."""

    exact = s.CharField(help_text="The words.")
    prefix = s.CharField(allow_null=True, help_text="What stands before them.")
    suffix = s.CharField(allow_null=True, help_text="What stands after them.")
    start = s.IntegerField(allow_null=True, help_text="Where they begin in the source's text, in code points.")
    end = s.IntegerField(allow_null=True, help_text="Where they end.")
    date_text = s.CharField(allow_null=True, help_text="The words that give the date.")


class CitedSource(Shape):
    """A source, and what of it supports the record."""

    id = s.IntegerField(help_text="The source's id.")
    publisher = s.CharField(help_text="Who printed it.")
    title = s.CharField(help_text="Its headline.")
    url = s.CharField(allow_null=True, help_text="Where it stands.")
    published = Published(allow_null=True, help_text="When; null where unknown.")
    evidence = Evidence(many=True, help_text="The words that support the record.")


class Said(Shape):
    """Who spoke, as the source had it that day."""

    id = s.IntegerField(allow_null=True, help_text="The speaker's id; null where the source names nobody.")
    name = s.CharField(help_text="The name, or the source's own words.")
    role = s.CharField(help_text="The role that the source gives.")
    organisation = s.CharField(help_text="The organisation that the source gives.")


class History(Shape):
    """What every record says of its own history."""

    version = s.IntegerField(help_text="Counts the changes.")
    created = s.DateTimeField(help_text="When it was made (UTC).")
    updated = s.DateTimeField(help_text="When it came to be as it is (UTC).")


class Source(History):
    """An article."""

    id = s.IntegerField(help_text="The source's id.")
    kind = s.ChoiceField(["source"], help_text="source")
    publisher = s.CharField(help_text="Who printed it.")
    title = s.CharField(help_text="Its headline.")
    url = s.CharField(allow_null=True, help_text="Where it stands.")
    published = Published(allow_null=True, help_text="When; null where unknown.")
    language = s.CharField(help_text="BCP 47.")
    dateline = s.CharField(help_text="The place that its dateline names.")
    agency = s.CharField(help_text="The agency that it credits.")
    copy_of = s.IntegerField(allow_null=True, help_text="The source whose text it carries.")
    retrieved = s.DateTimeField(help_text="When it was first read (UTC).")
    highlights = highlights()


class Speaker(History):
    """A person or body."""

    id = s.IntegerField(help_text="The speaker's id.")
    kind = s.ChoiceField(["speaker"], help_text="speaker")
    url = s.CharField(help_text="Where this record stands.")
    name = s.CharField(help_text="The full name.")
    aliases = s.ListField(child=s.CharField(), help_text="Other names and spellings.")
    organisation = s.CharField(help_text="The body spoken for.")
    highlights = highlights()


class Included(Shape):
    """With `include`: the whole records that the answer names, once each."""

    speakers = Speaker(many=True, required=False, help_text="With `include=speakers`.")
    sources = Source(many=True, required=False, help_text="With `include=sources`.")


class Record(History):
    """What events and statements share."""

    id = s.CharField(help_text="event-12 or statement-7.")
    url = s.CharField(help_text="Where this record stands.")
    title = s.CharField(help_text="A line for lists.")
    status = s.ChoiceField(["proposed", "published", "rejected"], help_text="Only published records are public.")
    when = When(allow_null=True, help_text="Its date; null where undated.")
    when_alternatives = OtherWhen(many=True, help_text="What other sources say otherwise.")
    text = s.CharField(help_text="The words.")
    sources = CitedSource(many=True, help_text="The sources.")
    independent_sources = s.IntegerField(help_text="How many of them do not copy each other.")
    highlights = highlights()
    included = Included(required=False, help_text="On its own, with `include`.")


class Statement(Record):
    """What somebody said."""

    kind = s.ChoiceField(["statement"], help_text="statement")
    speaker = Said(help_text="Who said it.")
    speech = s.ChoiceField(Speech.choices, help_text="How the words are given.")
    cue = s.CharField(help_text="The words that attribute.")
    relayed_via = s.CharField(help_text="Through whom it was said.")


class Place(Shape):
    """A place (WGS 84)."""

    name = s.CharField(help_text="Its name as the source has it.")
    lat = s.FloatField(allow_null=True, help_text="Degrees north; null where unknown.")
    lon = s.FloatField(allow_null=True, help_text="Degrees east; null where unknown.")
    reason = s.CharField(
        allow_null=True, help_text="Why it was taken for this place of the name; null where a person gave it."
    )


class Event(Record):
    """Something that happened."""

    kind = s.ChoiceField(["event"], help_text="event")
    occurrence = s.ChoiceField(Occurrence.choices, help_text="Whether it happened, as the sources have it.")
    background = s.BooleanField(help_text="Told as background, not as the news of the day.")
    places = Place(many=True, help_text="Where.")
    actors = s.ListField(child=s.CharField(), help_text="Who took part.")
    tags = s.ListField(child=s.CharField(), help_text="What curators file it under.")


class Reading(Shape):
    """What became of an article."""

    outcome = s.ChoiceField(["created", "updated", "unchanged"], help_text="Whether it was known.")
    id = s.IntegerField(help_text="The source's id.")
    url = s.CharField(help_text="Where it stands once a published record cites it.")
    statements = s.ListField(child=s.CharField(), help_text="The statements that were found in it.")
    events = s.ListField(child=s.CharField(), help_text="The events that were found in it.")


class Group(Shape):
    """A group's share of a bucket."""

    value = s.CharField(help_text="The value: of speakers their id, else the name without case and marks.")
    label = s.CharField(help_text="As people write it.")  # type: ignore[assignment]
    possible = s.IntegerField(help_text="Records whose date may lie in the bucket.")
    certain = s.IntegerField(help_text="Records whose date lies in it wholly.")


class Bucket(Shape):
    """A stretch of time; the first and last of an answer are cut to its range."""

    start = s.DateField(help_text="Its first day.")
    end = s.DateField(help_text="Its last day, inclusive.")
    possible = s.IntegerField(help_text="Records whose date may lie in it: what the list finds with match=possible.")
    certain = s.IntegerField(help_text="Records whose date lies in it wholly: with match=certain.")
    groups = Group(many=True, required=False, help_text="With group_by: the most frequent groups.")


class Histogram(Shape):
    """Counts over time."""

    interval = s.CharField(help_text="How long a bucket is.")
    group_by = s.CharField(allow_null=True, help_text="By what the buckets are divided.")
    results = Bucket(many=True, help_text="The buckets in order.")


class RecordChange(Shape):
    """A change that readers can see."""

    seq = s.IntegerField(help_text="Its place in the feed: numbers follow the order of commits, with gaps.")
    at = s.DateTimeField(help_text="When it took its place (UTC).")
    change = s.ChoiceField(
        ["upsert", "merged", "unpublished", "deleted", "erased"],
        help_text="upsert: keep `record` in place of what you have. All others: drop what you have.",
    )
    kind = s.ChoiceField(["event", "statement", "source", "speaker"], help_text="The kind of record.")
    id = s.CharField(help_text="The record: event-12, statement-7, source-3, speaker-4.")
    url = s.CharField(help_text="Where it stands.")
    merged_into = s.CharField(allow_null=True, help_text="Of a merged record: what it became.")
    ground = s.CharField(
        allow_null=True,
        help_text="Where something was erased on demand, on what ground: drop every earlier version that you have.",
    )
    record = PolymorphicProxySerializer(
        component_name="PublicRecord",
        serializers={"event": Event, "statement": Statement, "source": Source, "speaker": Speaker},
        resource_type_field_name="kind",
        allow_null=True,
        help_text="The record as lists show it; null where it went.",
    )


class FieldProblem(Shape):
    """What is wrong with one parameter or field."""

    parameter = s.CharField(required=False, help_text="The parameter's (or header's) name.")
    pointer = s.CharField(required=False, help_text="Where it stands in the body (RFC 6901).")
    detail = s.CharField(help_text="What is wrong, and what is allowed.")
    code = s.ChoiceField(["unknown", "missing", "invalid", "contradiction"], help_text="For machines.")


class Tombstone(Shape):
    """What stays of a record that was erased on demand."""

    at = s.DateTimeField(help_text="When it was erased (UTC).")
    ground = s.CharField(help_text="On what ground.")


class Problem(Shape):
    """Problem details (RFC 9457)."""

    type = s.CharField(help_text="about:blank")
    title = s.CharField(help_text="The status in words.")
    status = s.IntegerField(help_text="The HTTP status.")
    detail = s.CharField(help_text="What went wrong.")
    errors = FieldProblem(  # type: ignore[assignment]
        many=True, required=False, help_text="Each parameter that is at fault."
    )
    erased = Tombstone(required=False, help_text="With 410: what stays of the record.")

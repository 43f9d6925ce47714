"""Stock DRF on the same rows: ModelSerializer, prefetch, pages by number."""

from __future__ import annotations

import os
from typing import Any

import django
import environ
from django.conf import settings

settings.configure(
    SECRET_KEY="benchmark", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, INSTALLED_APPS=["rest_framework"], USE_TZ=True,
    DATABASES={"default": {**environ.Env.db_url_config(os.environ["DATABASE_URL"]), "CONN_MAX_AGE": None}},
    REST_FRAMEWORK={
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"], "UNAUTHENTICATED_USER": None,
        "DEFAULT_AUTHENTICATION_CLASSES": [], "PAGE_SIZE": 100,
        "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    },
)  # fmt: skip
django.setup()

from django.contrib.postgres.fields import ArrayField  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework import generics, serializers  # noqa: E402


class Source(models.Model):  # noqa: DJ008
    publisher, title, url, edtf = models.TextField(), models.TextField(), models.TextField(), models.TextField()
    earliest, latest = models.DateField(), models.DateField()

    class Meta:
        managed, db_table, app_label = False, "bench_source", "bench"


class Event(models.Model):  # noqa: DJ008
    title, body, edtf, date_text = models.TextField(), models.TextField(), models.TextField(), models.TextField()
    precision, anchor, rule, basis = models.TextField(), models.TextField(), models.TextField(), models.TextField()
    occurrence, background = models.TextField(), models.BooleanField()
    actors, tags = ArrayField(models.TextField()), ArrayField(models.TextField())
    independent_sources, version = models.IntegerField(), models.IntegerField()
    earliest, latest = models.DateField(), models.DateField()
    place, lat, lon = models.TextField(), models.FloatField(), models.FloatField()
    created, updated = models.DateTimeField(), models.DateTimeField()

    class Meta:
        managed, db_table, app_label = False, "bench_event", "bench"


class Link(models.Model):  # noqa: DJ008
    event = models.ForeignKey(Event, models.CASCADE, related_name="links")
    source = models.ForeignKey(Source, models.CASCADE)
    pk = models.CompositePrimaryKey("event_id", "source_id")
    exact, prefix, suffix, date_text = models.TextField(), models.TextField(), models.TextField(), models.TextField()
    start, end = models.IntegerField(), models.IntegerField()

    class Meta:
        managed, db_table, app_label = False, "bench_link", "bench"


class SourceSerializer(serializers.ModelSerializer):  # type: ignore[type-arg]
    class Meta:
        model, fields = Source, ["id", "publisher", "title", "url", "edtf", "earliest", "latest"]


class LinkSerializer(serializers.ModelSerializer):  # type: ignore[type-arg]
    source = SourceSerializer()  # type: ignore[assignment]

    class Meta:
        model, fields = Link, ["source", "exact", "prefix", "suffix", "start", "end", "date_text"]


class EventSerializer(serializers.ModelSerializer):  # type: ignore[type-arg]
    links = LinkSerializer(many=True)

    class Meta:
        model = Event
        fields = [
            "id", "title", "body", "edtf", "date_text", "precision", "earliest", "latest", "anchor", "rule", "basis",
            "occurrence", "background", "place", "lat", "lon", "actors", "tags", "links", "independent_sources",
            "version", "created", "updated",
        ]  # fmt: skip


class Events(generics.ListAPIView):  # type: ignore[type-arg]
    serializer_class = EventSerializer

    def get_queryset(self) -> Any:
        asked = self.request.query_params
        return (
            Event._default_manager.filter(latest__gte=asked["from"], earliest__lte=asked["to"])
            .order_by("earliest", "id")
            .prefetch_related("links__source")
        )


urlpatterns = [path("events/", Events.as_view())]
application = get_wsgi_application()

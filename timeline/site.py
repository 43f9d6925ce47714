"""The curator's desk: Django's admin with Dateline's own front page and pages."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, register_converter, reverse
from django.urls.converters import StringConverter

from timeline.signin import LimitedSignIn


class Reviewable(StringConverter):
    """What is reviewed."""

    regex = "statement|event"


class Mergeable(StringConverter):
    """What is merged and split."""

    regex = "speaker|event"


class Kind(StringConverter):
    """What has a history."""

    regex = "source|speaker|statement|event"


class Erasable(StringConverter):
    """What is erased on demand."""

    regex = "source|speaker"


class Number(StringConverter):
    """The number of a record, within what databases count."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> Any:
        """The number."""
        return int(value)


register_converter(Reviewable, "reviewable")
register_converter(Mergeable, "mergeable")
register_converter(Kind, "kind")
register_converter(Erasable, "erasable")
register_converter(Number, "number")


class Desk(AdminSite):
    """The admin site. Its records are written through `timeline.ledger` alone."""

    site_title = "Dateline"
    site_header = "Dateline: the curator's desk"
    index_title = "The desk"
    login_form = LimitedSignIn
    index_template = "desk/index.html"
    enable_nav_sidebar = False
    empty_value_display = "–"

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """A view for those who may enter; what it refuses is said in words, with the way back."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            try:
                return inner(request, *args, **kwargs)
            except Http404:
                title, status = "Not here", 404
                sentence = "There is nothing at this address any more, or there never was."
            except PermissionDenied:
                title, status = "Not allowed", 403
                sentence = "Your role does not do this. An administrator gives roles."
            context = {**self.each_context(request), "title": title, "sentence": sentence}
            return TemplateResponse(request, "desk/refused.html", context, status=status)

        return answered

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """The desk's own pages before the admin's."""
        from timeline.admin import articles, joining, review

        pages: list[tuple[str, Any, str]] = [
            ("review/", review.start, "review"),
            ("review/<reviewable:kind>/<number:number>/", review.review, "review_record"),
            ("date/<number:number>/", articles.date_source, "date_source"),
            ("upload/", articles.upload, "upload"),
            ("erase/<erasable:kind>/<number:number>/", articles.erase, "erase"),
            ("merge/<mergeable:kind>/", joining.merge, "merge"),
            ("split/<mergeable:kind>/<number:number>/", joining.split, "split"),
            ("suggestions/<mergeable:kind>/", joining.suggestions, "suggestions"),
            ("undo/<uuid:batch>/", joining.undo, "undo"),
            ("restore/<kind:kind>/<number:number>/<int:version>/", joining.restore, "restore"),
        ]
        own = [path(route, self.admin_view(view), name=name) for route, view, name in pages]
        return [*own, *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The front page: what waits, then the records."""
        return super().index(request, {**(extra_context or {}), "worklists": worklists(request)})


def worklists(request: HttpRequest) -> list[dict[str, Any]]:
    """The lists that wait for somebody, each with its count and address."""
    from timeline.curation.queue import LISTS, Queue, waiting_sources
    from timeline.curation.suggestions import waiting

    if not (request.user.has_perm("timeline.view_statement") and request.user.has_perm("timeline.view_event")):
        return []
    found = []
    for name, (heading, meaning) in LISTS.items():
        count, more = Queue(name).counts()
        address = f"{reverse('admin:review')}?list={name}"
        found.append(
            {"heading": heading, "meaning": meaning, "url": address, "count": f"{count:,}+" if more else count}
        )
    undated = waiting_sources().values("pk")[:1000].count()
    found.append(
        {
            "heading": "Undated articles",
            "meaning": "No date, or one with two readings. Give one its date, and all that it says is dated.",
            "url": reverse("admin:timeline_source_changelist") + "?dated=no",
            "count": undated,
        }
    )
    for kind, heading in (("speaker", "Speakers who may be one"), ("event", "Events that may be one")):
        count = waiting(kind).values("pk")[:1000].count()
        meaning = "Pairs with reasons; you merge them or tell them apart."
        found.append(
            {"heading": heading, "meaning": meaning, "url": reverse("admin:suggestions", args=[kind]), "count": count}
        )
    return found

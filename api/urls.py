"""Addresses below /api/v1/."""

from django.urls import path

from api import views, writes
from api.addresses import nowhere
from api.docs import Docs, Schema

urlpatterns = [
    path("timeline/", views.Timeline.as_view(), name="timeline"),
    path("timeline/histogram/", views.Histogram.as_view(), name="histogram"),
    path("changes/", views.Changes.as_view(), name="changes"),
    path("events/", views.Events.as_view(), name="events"),
    path("events/<int:number>/", views.EventDetail.as_view(), name="event"),
    path("events/<int:number>/approve/", writes.ApproveEvent.as_view(), name="approve-event"),
    path("events/<int:number>/reject/", writes.RejectEvent.as_view(), name="reject-event"),
    path("statements/<int:number>/approve/", writes.ApproveStatement.as_view(), name="approve-statement"),
    path("statements/<int:number>/reject/", writes.RejectStatement.as_view(), name="reject-statement"),
    path("statements/", views.Statements.as_view(), name="statements"),
    path("statements/<int:number>/", views.StatementDetail.as_view(), name="statement"),
    path("speakers/", views.Speakers.as_view(), name="speakers"),
    path("speakers/<int:number>/", views.SpeakerDetail.as_view(), name="speaker"),
    path("sources/", views.Sources.as_view(), name="sources"),
    path("sources/<int:number>/", views.SourceDetail.as_view(), name="source"),
    path("schema/", Schema.as_view(), name="schema"),
    path("docs/", Docs.as_view(url_name="schema"), name="docs"),
    # Also while errors are shown to developers: what is below is read by programs.
    path("", nowhere),
    path("<path:rest>", nowhere),
]

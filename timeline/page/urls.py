"""Addresses of the public pages."""

from django.urls import path

from timeline.page import examples, views

urlpatterns = [
    path("", views.timeline, name="timeline-page"),
    path("favicon.ico", views.icon),
    path("timelinejs/", views.timelinejs, name="timelinejs-page"),
    path("examples/", examples.index, name="examples"),
    path("examples/<slug:name>/", examples.example, name="example"),
    path("events/<int:number>/", views.record, {"kind": "event"}, name="event-page"),
    path("statements/<int:number>/", views.record, {"kind": "statement"}, name="statement-page"),
]

"""Addresses of the public pages."""

from django.urls import path

from timeline.page import views

urlpatterns = [
    path("", views.timeline, name="timeline-page"),
    path("timelinejs/", views.timelinejs, name="timelinejs-page"),
    path("events/<int:number>/", views.record, {"kind": "event"}, name="event-page"),
    path("statements/<int:number>/", views.record, {"kind": "statement"}, name="statement-page"),
]

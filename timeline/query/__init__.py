"""One query of the published timeline for page, API and feeds."""

from timeline.query.details import Detail, detail
from timeline.query.parameters import BadQuery, Parameter, Problem
from timeline.query.profiles import ProfileQuery, profiles_page
from timeline.query.timeline import Page, Query, page

__all__ = [
    "BadQuery",
    "Detail",
    "Page",
    "Parameter",
    "Problem",
    "ProfileQuery",
    "Query",
    "detail",
    "page",
    "profiles_page",
]

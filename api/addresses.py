"""What is answered below /api/v1/ where nothing stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt

from timeline.problems import problem

SCHEMA = "/api/v1/schema/"


@csrf_exempt
def nowhere(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Where to go on from an address that lacks its last slash; of all others, that there is nothing.

    308 keeps method and body, so that a client that follows it also writes where it meant to. Who does not follow
    reads which address is meant.
    """
    if meant := _with_slash(request):
        query = request.META.get("QUERY_STRING", "")
        location = meant + (f"?{query}" if query else "")
        return problem(308, f"This address ends in a slash: {meant}", headers={"Location": location})
    return problem(404, f"There is nothing at this address; {SCHEMA} describes those that there are.")


def _with_slash(request: HttpRequest) -> str:
    """The address with a slash at its end, where something stands there."""
    if request.path_info.endswith("/"):
        return ""
    try:
        match = resolve(f"{request.path_info}/")
    except Resolver404:
        return ""
    # All our addresses have names; this view, which takes the rest, has none. What they consist of is plain ASCII.
    return f"{request.path}/" if match.url_name else ""

"""Who writes: the holder of a token, within its scope and its owner's role."""

from __future__ import annotations

import re
from typing import Any

from knox.auth import TokenAuthentication
from rest_framework.authentication import get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated, PermissionDenied

from api.models import Scope

TOKEN = re.compile(rb"[0-9a-f]{64}")


class Tokens(TokenAuthentication):  # type: ignore[misc]
    """`Authorization: Bearer <token>`; of any other form it is refused before anything is looked up."""

    def authenticate(self, request: Any) -> Any:
        """The user and the token; None where none is given. Raises AuthenticationFailed."""
        given = get_authorization_header(request).split()
        if not given:
            return None
        if len(given) != 2 or given[0].lower() != b"bearer" or not TOKEN.fullmatch(given[1]):
            raise AuthenticationFailed("The token is not one that was issued here.")
        try:
            return super().authenticate(request)
        except AuthenticationFailed:
            raise AuthenticationFailed("The token is wrong, was revoked or has run out.") from None


def may(request: Any, permission: str, scope: Scope) -> bool:
    """Whether the holder's token reaches so far, and the role allows it."""
    return scope in (Scope.PROPOSE, request.auth.scope) and request.user.has_perm(f"timeline.{permission}")


def demand(request: Any, permission: str, scope: Scope) -> None:
    """Refuse whoever may not. Raises NotAuthenticated, PermissionDenied."""
    if request.auth is None:
        raise NotAuthenticated("Writing needs a token: Authorization: Bearer <token>.")
    if scope == Scope.CURATE and request.auth.scope != Scope.CURATE:
        raise PermissionDenied("The token's scope is propose; this needs curate.")
    if not request.user.has_perm(f"timeline.{permission}"):
        raise PermissionDenied("The role of the token's owner does not allow this.")

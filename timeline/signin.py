"""Signing in to the desk: guessing is slowed down."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

#: From one address, for all names together, so many times the attempts for one name: an office shares an address.
NAMES = 10


class LimitedSignIn(AdminAuthenticationForm):
    """After LOGIN_ATTEMPTS wrong passwords nobody signs in under the name from that address for LOGIN_PAUSE_MINUTES.

    Counted for name and address together, so that a stranger elsewhere cannot lock a curator out; and for the
    address alone, so that one cannot go through the names. What is counted lives in the cache (CACHE_URL): with
    several processes only a shared one counts rightly.
    """

    def clean(self) -> dict[str, Any]:
        """Check the password, unless there were too many wrong ones. Raises ValidationError."""
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        name = str(self.cleaned_data.get("username", "")).casefold()
        counters = {_key(address, name): settings.LOGIN_ATTEMPTS, _key(address): settings.LOGIN_ATTEMPTS * NAMES}
        if any(cache.get(key, 0) >= most for key, most in counters.items()):
            minutes = settings.LOGIN_PAUSE_MINUTES
            raise ValidationError(f"Too many wrong passwords. Try again in {minutes} minutes.", code="paused")
        try:
            found = super().clean()
        except ValidationError:
            for key in counters:
                _count(key)
            raise
        cache.delete(_key(address, name))
        return found


def _key(*parts: str) -> str:
    """A key that holds no name and no address in plain sight."""
    return "sign-in:" + hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _count(key: str) -> None:
    cache.add(key, 0, settings.LOGIN_PAUSE_MINUTES * 60)
    try:
        cache.incr(key)
    except ValueError:
        # It ran out between the two.
        cache.add(key, 1, settings.LOGIN_PAUSE_MINUTES * 60)

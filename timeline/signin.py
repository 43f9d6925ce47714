"""Signing in to the desk: guessing is slowed down."""

from __future__ import annotations

import hashlib
import logging
from typing import Any

from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

from timeline.clients import client_address

logger = logging.getLogger(__name__)

#: From one address, for all names together, so many times the attempts for one name: an office shares an address.
NAMES = 10


class LimitedSignIn(AdminAuthenticationForm):
    """After LOGIN_ATTEMPTS wrong passwords nobody signs in under the name from that address for LOGIN_PAUSE_MINUTES.

    Counted for name and address together, so that a stranger elsewhere cannot lock a curator out; and for the
    address alone, so that one cannot go through the names. Behind proxies of one's own (TRUSTED_PROXIES) the address
    is what the outermost of them saw. What is counted lives in the cache (CACHE_URL): with several processes only a
    shared one counts rightly.
    """

    def clean(self) -> dict[str, Any]:
        """Check the password, unless there were too many wrong ones. Raises ValidationError."""
        address = client_address(self.request) if self.request else ""
        name = str(self.cleaned_data.get("username", "")).casefold()
        counters = {_key(address, name): settings.LOGIN_ATTEMPTS, _key(address): settings.LOGIN_ATTEMPTS * NAMES}
        try:
            # Counted before the password is looked at: many at the same moment are counted all.
            over = [key for key, most in counters.items() if _count(key) > most]
        except Exception as error:
            logger.exception("the cache is away; nobody signs in")
            raise ValidationError("Nobody can sign in at the moment. Try again later.", code="paused") from error
        if over:
            minutes = settings.LOGIN_PAUSE_MINUTES
            raise ValidationError(f"Too many wrong passwords. Try again in {minutes} minutes.", code="paused")
        found = super().clean()
        cache.delete(_key(address, name))
        _count(_key(address), -1)
        return found


def _key(*parts: str) -> str:
    """A key that holds no name and no address in plain sight."""
    return "sign-in:" + hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _count(key: str, by: int = 1) -> int:
    """Count up, and say how far: single steps of the cache, so that processes side by side lose nothing."""
    cache.add(key, 0, settings.LOGIN_PAUSE_MINUTES * 60)
    try:
        return int(cache.incr(key, by))
    except ValueError:
        # It ran out between the two.
        cache.add(key, max(by, 0), settings.LOGIN_PAUSE_MINUTES * 60)
        return max(by, 0)

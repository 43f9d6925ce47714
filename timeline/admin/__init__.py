"""The admin, one module a record. Every write goes through `timeline.ledger`."""

from timeline.admin import events, history, public, sources, speakers, statements, users

__all__ = ["events", "history", "public", "sources", "speakers", "statements", "users"]

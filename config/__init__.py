"""Dateline assembled: settings, addresses and the WSGI application."""

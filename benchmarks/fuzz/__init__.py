"""Requests of every kind against the description of the API."""

"""Measures the curator's desk."""

"""Scores who said what on the corpora, and its speed."""

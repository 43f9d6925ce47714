"""Django's backend for PostgreSQL, with a cheaper way to see that a kept connection still stands."""

"""The API beside hand-written SQL and stock DRF, on the same rows of one PostgreSQL database."""

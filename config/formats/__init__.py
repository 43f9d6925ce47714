"""How forms of the desk write and read dates."""

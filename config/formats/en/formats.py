"""Days as ISO 8601 alone: the desk exists because 07/08/2024 can be read in two ways."""

DATE_INPUT_FORMATS = ["%Y-%m-%d"]

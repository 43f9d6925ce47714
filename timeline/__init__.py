"""The records, the one door for writes, and the timeline query that every reader shares."""

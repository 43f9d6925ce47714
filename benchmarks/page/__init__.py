"""What the timeline page costs in a browser, on the demonstration corpus and on a million events."""

"""The public pages: the timeline to look at, and a page for each record. They show what the API shows, in HTML."""

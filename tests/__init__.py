"""Everything that proves Usher works: a folder a room, whole conversations, the page in a browser, and the bench."""

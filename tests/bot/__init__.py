"""The `usher` command, its settings, its set-up and its supervisor."""

"""The action server: one request of a person a file. Reads slots and entities, asks the index, utters responses."""

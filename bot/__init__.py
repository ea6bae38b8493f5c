"""Usher's face: the engine that understands, the gateway that people reach, the command for those who run it."""

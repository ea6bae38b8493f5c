"""Usher's face: the engine that understands, the gateway that people reach, the desk of the curators."""

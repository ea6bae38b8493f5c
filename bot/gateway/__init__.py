"""The public face: chat page, sessions, limits, and a durable inbox and outbox in front of the engine."""

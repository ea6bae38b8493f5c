"""The tables of inbox and outbox, as SQLite and PostgreSQL both understand them but for `WITHOUT ROWID`."""

from __future__ import annotations

SCHEMA = """
CREATE TABLE IF NOT EXISTS people (
    id TEXT PRIMARY KEY,
    conversation TEXT NOT NULL,
    language TEXT NOT NULL,
    last_sequence INTEGER NOT NULL DEFAULT 0,
    created DOUBLE PRECISION NOT NULL,
    seen DOUBLE PRECISION NOT NULL
) WITHOUT ROWID;

-- Every id under which the engine has a tracker of someone, so that it can be exported and erased.
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    used DOUBLE PRECISION NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS conversations_by_person ON conversations (person);

CREATE TABLE IF NOT EXISTS messages (
    person TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    author TEXT NOT NULL,
    id TEXT,
    reply_to TEXT,
    text TEXT NOT NULL,
    custom TEXT,
    created DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (person, sequence)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS messages_by_reply ON messages (person, reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX IF NOT EXISTS messages_by_age ON messages (created);

CREATE TABLE IF NOT EXISTS turns (
    person TEXT NOT NULL,
    id TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    text TEXT NOT NULL,
    engine_text TEXT NOT NULL,
    language TEXT NOT NULL,
    choice TEXT,
    state TEXT NOT NULL,
    apologised INTEGER NOT NULL DEFAULT 0,
    sequence INTEGER NOT NULL,
    accepted DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (person, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS turns_waiting ON turns (person, sequence) WHERE state = 'waiting';
CREATE INDEX IF NOT EXISTS turns_by_age ON turns (accepted);

-- What is still to be erased elsewhere; kept until engine and memory have confirmed it.
CREATE TABLE IF NOT EXISTS erasures (
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    asked DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (subject, kind)
) WITHOUT ROWID;
"""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    # What is erased is overwritten, not only unlinked.
    "PRAGMA secure_delete=ON",
)

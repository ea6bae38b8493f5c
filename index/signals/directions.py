"""Which of a film's tags make it funnier, sadder, darker … than another."""

from __future__ import annotations

from collections.abc import Mapping

from index.wish import Direction

# Which keys of the vocabulary pull a film towards a direction (+) or away from it (-).
PULLS: Mapping[Direction, Mapping[str, Mapping[str, float]]] = {
    "funnier": {
        "genres": {"comedy": 1.0, "horror": -0.4, "war": -0.4},
        "moods": {
            "funny": 1.0,
            "silly": 0.9,
            "witty": 0.9,
            "light-hearted": 0.6,
            "playful": 0.6,
            "absurd": 0.6,
            "quirky": 0.5,
            "charming": 0.3,
            "bleak": -0.8,
            "sad": -0.7,
            "tragic": -0.8,
            "disturbing": -0.8,
            "melancholic": -0.4,
        },
    },
    "sadder": {
        "genres": {"drama": 0.4, "comedy": -0.6, "action": -0.3},
        "moods": {
            "sad": 1.0,
            "tragic": 1.0,
            "melancholic": 0.8,
            "bittersweet": 0.6,
            "moving": 0.6,
            "bleak": 0.5,
            "yearning": 0.4,
            "funny": -0.8,
            "silly": -0.9,
            "light-hearted": -0.8,
            "uplifting": -0.5,
            "playful": -0.5,
        },
    },
    "darker": {
        "genres": {"horror": 0.6, "thriller": 0.4, "crime": 0.4, "film noir": 0.6, "comedy": -0.6, "family": -0.8},
        "moods": {
            "dark": 1.0,
            "bleak": 1.0,
            "disturbing": 0.9,
            "unsettling": 0.6,
            "eerie": 0.6,
            "claustrophobic": 0.5,
            "brutal": 0.6,
            "scary": 0.6,
            "light-hearted": -0.9,
            "heartwarming": -0.9,
            "funny": -0.5,
            "uplifting": -0.8,
            "cosy": -0.9,
        },
    },
    "lighter": {
        "genres": {"comedy": 0.6, "family": 0.5, "horror": -0.8, "war": -0.6, "crime": -0.3, "thriller": -0.3},
        "moods": {
            "light-hearted": 1.0,
            "heartwarming": 0.8,
            "uplifting": 0.8,
            "cosy": 0.8,
            "playful": 0.7,
            "funny": 0.7,
            "charming": 0.7,
            "hopeful": 0.6,
            "dark": -1.0,
            "bleak": -1.0,
            "disturbing": -1.0,
            "tragic": -0.8,
            "sad": -0.6,
        },
    },
    "slower": {
        "genres": {"drama": 0.3, "action": -0.8, "thriller": -0.3},
        "moods": {
            "meditative": 1.0,
            "calm": 0.9,
            "dreamlike": 0.6,
            "melancholic": 0.3,
            "exciting": -0.8,
            "suspenseful": -0.3,
        },
        "style": {"slow": 1.0, "long takes": 0.8, "minimalist": 0.6, "fast cutting": -1.0, "fast-paced": -1.0},
    },
    "faster": {
        "genres": {"action": 0.8, "thriller": 0.5, "adventure": 0.3},
        "moods": {"exciting": 1.0, "epic": 0.3, "suspenseful": 0.6, "meditative": -1.0, "calm": -0.9},
        "style": {
            "fast cutting": 1.0,
            "fast-paced": 1.0,
            "real time": 0.4,
            "slow": -1.0,
            "long takes": -0.4,
            "minimalist": -0.4,
        },
    },
    "more_romantic": {
        "genres": {"romance": 1.0, "horror": -0.5, "war": -0.3},
        "moods": {
            "romantic": 1.0,
            "passionate": 0.8,
            "tender": 0.6,
            "yearning": 0.5,
            "sensual": 0.4,
            "disturbing": -0.5,
        },
        "themes": {
            "falling in love": 0.8,
            "first love": 0.7,
            "forbidden love": 0.6,
            "unrequited love": 0.5,
            "love triangle": 0.5,
        },
    },
    "stranger": {
        "moods": {"absurd": 1.0, "quirky": 0.9, "dreamlike": 0.7, "disturbing": 0.4, "eerie": 0.4, "mysterious": 0.5},
        "style": {
            "surreal": 1.0,
            "psychedelic": 0.9,
            "magical realism": 0.7,
            "arthouse": 0.3,
            "expressionist": 0.6,
            "non-linear": 0.4,
            "realist": -0.6,
        },
    },
    "less_violent": {
        "genres": {
            "horror": -0.8,
            "war": -0.8,
            "action": -0.5,
            "crime": -0.4,
            "family": 0.4,
            "comedy": 0.3,
            "romance": 0.3,
        },
        "content_notes": {
            "violence": -1.0,
            "graphic violence": -1.2,
            "gun violence": -0.8,
            "war atrocities": -1.0,
            "torture": -1.2,
            "sexual violence": -1.0,
        },
        "moods": {"brutal": -1.0, "tender": 0.4, "cosy": 0.4, "heartwarming": 0.4},
    },
    "more_exciting": {
        "genres": {"action": 0.7, "thriller": 0.8, "adventure": 0.5},
        "moods": {"exciting": 1.0, "suspenseful": 1.0, "epic": 0.4, "paranoid": 0.4, "meditative": -0.7, "calm": -0.7},
        "style": {"slow": -0.7, "fast-paced": 0.7, "fast cutting": 0.6, "twist ending": 0.3},
    },
}

"""The dialogue engine: what runs inside Rasa, on Python 3.10, and imports none of the other rooms."""

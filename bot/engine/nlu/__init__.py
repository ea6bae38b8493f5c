"""What a message says: language, films, people, terms and pressed buttons, each found by one light component."""

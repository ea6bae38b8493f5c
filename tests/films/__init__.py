"""The catalogue's own tests: the check finds what it should, and the committed films are in order."""

"""`make bench`: Usher beside a stock Rasa project, on the same machine, in the same run."""

"""`python -m index.checking [file …]`: the check without the rest of the command line."""

import sys
from pathlib import Path

from index.checking import check_films, film_files

check = check_films([Path(argument) for argument in sys.argv[1:]] or film_files())
for finding in check.findings:
    print(finding)
print(f"{len(check.films)} films read, {len(check.findings)} findings. {check.facts_note}")
sys.exit(1 if check.findings else 0)

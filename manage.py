"""Django's own command line, for `makemigrations` and the like."""

from __future__ import annotations

import sys

from django.core.management import execute_from_command_line

from richting.config.opdracht import maak_klaar

if __name__ == "__main__":
    maak_klaar(als_eigenaar=True)
    execute_from_command_line(sys.argv)

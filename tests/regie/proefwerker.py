"""The worker as an operator runs it, with posts that a test wants.

    python -m tests.regie.proefwerker LOKET AANTAL

Every dossier has so many posts of one desk, to be done in two working days.
"""

from __future__ import annotations

import sys
from datetime import date

from richting.config.opdracht import maak_klaar

UITERLIJK = date(2026, 11, 25)
"""Two working days after the fixed day of the tests."""


def hoofd(loket: int, aantal: int) -> None:
    """Do what waits, with these posts and no others."""
    maak_klaar()
    from richting.akkoord.posten import Post
    from richting.akkoord.uitkomst import Bron
    from richting.config.werker import werk
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.regie import posten
    from richting.regie.acties import werkstand

    def maak(vraag: posten.Postvraag) -> posten.Posten:
        return {
            nummer: [
                Post(
                    "termijn",
                    f"termijn:{nr}",
                    loket,
                    UITERLIJK,
                    date(2026, 11, 1),
                    "Stel het plan vast.",
                    Bron("clausule", "5.1"),
                )
                for nr in range(aantal)
            ]
            for nummer in vraag.feiten
        }

    posten._bronnen.clear()
    posten.registreer(posten.Postenbron("proef", maak))
    for _deel in werkstand.herstel(systeem_zelf("test", klok.nu())):
        pass
    werk(eenmaal=True)


if __name__ == "__main__":
    hoofd(int(sys.argv[1]), int(sys.argv[2]))

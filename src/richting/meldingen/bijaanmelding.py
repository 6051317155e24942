"""Where the BIJ hangs on the rest of the house: changes, timeline, read log, menu, dossier page."""

from __future__ import annotations


def meld_aan() -> None:
    """Follow every change, and register words and screens; running it twice changes nothing."""
    from richting.kern.gebeurtenissen import bij_wijziging
    from richting.meldingen import bijverhaal
    from richting.meldingen.acties import bijronde

    bij_wijziging(bijronde.volg)
    bijverhaal.meld_aan()

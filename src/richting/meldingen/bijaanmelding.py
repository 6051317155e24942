"""Where the BIJ hangs on the rest of the house: changes, timeline, read log, menu, dossier page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _


def meld_aan() -> None:
    """Follow every change, and register words and screens; running it twice changes nothing."""
    from richting.kern.gebeurtenissen import bij_wijziging
    from richting.meldingen import bijverhaal
    from richting.meldingen.acties import bijronde
    from richting.meldingen.bijpaginas import paneel, van_de_burgemeester
    from richting.web.panelen import registreer_navigatie, registreer_paneel

    bij_wijziging(bijronde.volg)
    bijverhaal.meld_aan()
    registreer_navigatie(
        "bij", 12, _("Bestuurlijke informatie"), "meldingen:bij_lijst", van_de_burgemeester
    )
    registreer_paneel("bij", 2, _("Bestuurlijke informatie"), paneel, "meldingen/bij_paneel.html")

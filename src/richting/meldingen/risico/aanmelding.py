"""What the compartment `risico` hangs elsewhere: menu, panel, sentences, names in the read log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from richting.akkoord.risico import TAFELSOORTEN

HANDELINGEN = {
    "risicotafels": _("zag de naam in de lijst van tafels van artikel 18b"),
    "risicotafel": _("opende de tafel van artikel 18b"),
    "risico markeren": _("wilde markeren voor artikel 18b"),
    "api risicotafels": _("haalde de tafels van artikel 18b op met een ander systeem"),
    "api risicotafel": _("haalde de tafel van artikel 18b op met een ander systeem"),
}


def meld_aan() -> None:
    """Register everything; running it twice changes nothing."""
    from richting.delen.namen import registreer_handeling
    from richting.kern.gebeurtenissen import bij_wijziging
    from richting.meldingen.acties import risico
    from richting.meldingen.risico import paginas, verhaal
    from richting.web.panelen import registreer_navigatie, registreer_paneel

    bij_wijziging(risico.volg)
    verhaal.meld_aan()
    for code, naam in HANDELINGEN.items():
        registreer_handeling(code, naam)
    registreer_paneel(
        "risico",
        60,
        _("Risico bij terugkeer (artikel 18b)"),
        paginas.paneel,
        "meldingen/risico/paneel.html",
        "zij",
    )
    registreer_navigatie("risico", 40, _("Tafels 18b"), "meldingen:risicotafels", _kan_aan_tafel)


def _kan_aan_tafel(request: Any) -> bool:
    """By the kind of desk only: the menu tells nothing of any person."""
    wie = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort in TAFELSOORTEN

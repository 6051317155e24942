"""The room `regie` as a Django app."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from richting.akkoord.meldingen import PLANPARTIJEN


class RegieConfig(AppConfig):
    """The room `regie`: the work lists; later handover, decisions and terms."""

    name = "richting.regie"
    label = "regie"

    def ready(self) -> None:
        """Follow every change and put the work list first in the menu."""
        from richting.kern.gebeurtenissen import bij_wijziging
        from richting.meldingen.acties import bij_gelezen
        from richting.regie import (
            aanmelding_besluiten,
            bijposten,
            overdrachtposten,
            regieverhaal,
            risicoposten,
            routebronnen,
            termijnposten,
            terugmeldposten,
            toewijzers,
            verhaal,
            wenken,
        )
        from richting.regie.acties import besluitvolgers, regietijdvak, werkregels, werkstand, zicht
        from richting.regie.overzichten import werkvoorraad
        from richting.regie.paginas import termijnen
        from richting.web.panelen import registreer_navigatie, registreer_paneel

        werkvoorraad.meld_aan()
        wenken.meld_aan()
        posten = (bijposten, overdrachtposten, risicoposten, termijnposten, terugmeldposten)
        for onderwerp in (*posten, regieverhaal, routebronnen, verhaal, toewijzers):
            onderwerp.meld_aan()
        aanmelding_besluiten.meld_aan()
        bij_wijziging(zicht.volg)
        bij_wijziging(regietijdvak.volg)
        bij_wijziging(besluitvolgers.volg)
        bij_wijziging(werkregels.werk_bij, laatst=True)
        bij_wijziging(werkstand.werk_bij, laatst=True)
        bij_gelezen(werkstand.breng_bij)
        registreer_paneel(
            "termijnen", 6, _("Termijnen"), termijnen.paneel, "regie/termijnpaneel.html"
        )
        registreer_navigatie("werk", 10, _("Werkvoorraad"), "regie:werkvoorraad", _heeft_loket)
        _meld_regie_aan()
        _meld_ladder_aan()


def _meld_regie_aan() -> None:
    """Who directs: on top of the dossier, in a panel, and the page that divides the work."""
    from richting.regie.paginas import regiebeeld
    from richting.web.panelen import (
        registreer_kernvakken,
        registreer_navigatie,
        registreer_paneel,
    )

    registreer_kernvakken("regie", regiebeeld.kernvakken)
    registreer_paneel(
        "regie", 10, _("Wie regisseert"), regiebeeld.paneel, "regie/paneel.html", "zij"
    )
    registreer_navigatie("verdeling", 30, _("Verdeling"), "regie:verdeling", _aan_tafel)


def _meld_ladder_aan() -> None:
    """The pages of who leads a desk, and what the climb is called."""
    from richting.delen.namen import registreer_handeling
    from richting.dossiers.tijdlijn import registreer
    from richting.regie.ladderwoorden import opgeklommen
    from richting.regie.paginas import ladder
    from richting.web.panelen import registreer_navigatie

    registreer_navigatie(
        "te_laat", 15, _("Te laat bij ons"), "regie:te_laat", ladder.leidt_een_loket
    )
    registreer_navigatie(
        "belemmeringen", 70, _("Belemmeringen"), "regie:belemmeringen", ladder.ziet_belemmeringen
    )
    registreer_handeling(ladder.TE_LAAT, _("zag de naam in wat te laat is bij het loket"))
    registreer_handeling("api achterstanden", _("haalde op wat te laat is, met een ander systeem"))
    registreer("opgeklommen", lambda rij, namen: opgeklommen(rij.na, namen.loket(rij.na["loket"])))


def _heeft_loket(request: Any) -> bool:
    return getattr(request, "wie", None) is not None


def _aan_tafel(request: Any) -> bool:
    wie = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort in PLANPARTIJEN

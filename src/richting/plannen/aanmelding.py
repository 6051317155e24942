"""What this room hangs elsewhere: the parts of the plan, the panel, the sentences of the timeline.

Each subject of the room adds its own lines here, one block per subject.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _


def meld_aan() -> None:
    """Register everything; running it twice changes nothing."""
    from richting.plannen import besluitbron, routebronnen, verhaal
    from richting.plannen.onderdelen import Onderdeel, registreer
    from richting.plannen.overzichten import behandelplan, inhoud, slachtoffer, zorg
    from richting.plannen.paginas import planpaneel
    from richting.web.panelen import registreer_paneel

    verhaal.meld_aan()
    routebronnen.meld_aan()
    besluitbron.meld_aan()
    registreer_paneel("plan", 5, _("Het plan"), planpaneel.paneel, "plannen/planpaneel.html")
    registreer(Onderdeel("inhoud", 10, _("Vraag, aanbod en motivatie"), inhoud.blokken))
    registreer(Onderdeel("behandelplan", 60, _("Behandelplan"), behandelplan.blokken))
    registreer(Onderdeel("zorg", 40, _("Zorg"), zorg.blokken))
    registreer(
        Onderdeel("slachtoffer", 90, _("Slachtoffer"), slachtoffer.blokken, voor_persoon=False)
    )
    _acties()
    _screening()
    _werklijsten()
    _woonplaats()
    _advies()
    _voorzieningen()


def _acties() -> None:
    from richting.delen.namen import registreer_handeling
    from richting.plannen.onderdelen import Onderdeel, registreer
    from richting.plannen.overzichten import actieblokken
    from richting.plannen.paginas import actiepaneel
    from richting.web.panelen import registreer_paneel

    actieblokken.meld_aan()
    registreer_handeling("plan: acties", _("keek naar de acties van het plan"))
    registreer_handeling("plan: actie", _("opende een actie van het plan"))
    registreer_handeling("plan: kort verblijf", _("keek naar de lijst voor de dag van vertrek"))
    registreer(Onderdeel("acties", 30, _("Acties"), actieblokken.blokken))
    registreer_paneel(
        "acties", 20, _("Acties voor uw loket"), actiepaneel.paneel, "plannen/actiepaneel.html"
    )


def _screening() -> None:
    from richting.delen.namen import registreer_handeling
    from richting.plannen import screeningverhaal
    from richting.plannen.onderdelen import Onderdeel, registreer
    from richting.plannen.overzichten import standbeeld
    from richting.plannen.paginas import standen
    from richting.web.panelen import registreer_paneel

    screeningverhaal.meld_aan()
    registreer_handeling("screening", _("keek naar de screening"))
    registreer_handeling("screening: invullen", _("vulde de screening in"))
    registreer_handeling("plan: standen", _("keek hoe de leefgebieden staan"))
    registreer_handeling("plan: afwijken", _("week af van een stand, of keek daarnaar"))
    registreer(Onderdeel("standen", 20, _("Hoe het staat"), standbeeld.blokken))
    registreer_paneel(
        "standen",
        10,
        _("De vijf voorwaarden, netwerk en motivatie"),
        standen.paneel,
        "plannen/standenpaneel.html",
    )


def _werklijsten() -> None:
    from richting.kern.gebeurtenissen import bij_wijziging
    from richting.plannen import posten
    from richting.plannen.acties import sluiting, werkregels
    from richting.plannen.overzichten import werklijsten

    bij_wijziging(sluiting.wis)
    bij_wijziging(werkregels.werk_bij)
    werklijsten.meld_aan()
    posten.meld_aan()


def _woonplaats() -> None:
    from richting.delen.namen import registreer_handeling
    from richting.kern.gebeurtenissen import bij_wijziging
    from richting.plannen.acties import woonplaats as acties
    from richting.plannen.onderdelen import Onderdeel, registreer
    from richting.plannen.overzichten import woonplaats

    bij_wijziging(acties.meld)
    woonplaats.meld_aan()
    registreer_handeling("plan: gemeente", _("keek naar de gemeente van terugkeer"))
    registreer(Onderdeel("woonplaats", 35, _("Gemeente van terugkeer"), woonplaats.blokken))


def _advies() -> None:
    from richting.delen.namen import registreer_handeling
    from richting.plannen.onderdelen import Onderdeel, registreer
    from richting.plannen.overzichten import advies
    from richting.plannen.paginas import inbreng
    from richting.web.panelen import registreer_paneel

    registreer_handeling("plan: advies", _("keek naar het advies aan de rechter"))
    registreer_handeling("plan: inbreng", _("keek naar vragen aan de gemeente voor de rechter"))
    registreer(
        Onderdeel("advies", 95, _("Advies aan de rechter"), advies.blokken, voor_persoon=False)
    )
    registreer_paneel(
        "inbreng",
        22,
        _("Gevraagd voor de rechter"),
        inbreng.paneel,
        "plannen/inbrengpaneel.html",
    )


def _voorzieningen() -> None:
    from richting.akkoord.meldingen import PLANPARTIJEN
    from richting.delen.namen import registreer_handeling
    from richting.plannen.onderdelen import Onderdeel, registreer
    from richting.plannen.overzichten import plaatsen
    from richting.plannen.paginas import plek
    from richting.web.panelen import registreer_navigatie, registreer_paneel

    def doet_mee(request: Any) -> bool:
        return getattr(request, "wie", None) is not None and request.loket.soort in PLANPARTIJEN

    plaatsen.meld_aan()
    registreer_handeling("voorzieningen", _("keek wie een plek vraagt bij een voorziening"))
    registreer_handeling("plan: plek", _("keek naar een plek voor een actie"))
    registreer(Onderdeel("plekken", 31, _("Plekken"), plaatsen.blokken))
    registreer_paneel("plek", 21, _("Plek gevraagd bij uw loket"), plek.paneel, PLEKPANEEL)
    registreer_navigatie("voorzieningen", 30, _("Voorzieningen"), "plannen:voorzieningen", doet_mee)


PLEKPANEEL = "plannen/plekpaneel.html"

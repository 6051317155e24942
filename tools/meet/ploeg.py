"""Who reads in the measurements: a system with a key, and staff at the biggest and a small desk.

Run as a program it makes them on the database of the environment and prints them as JSON.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from typing import Any

VOL = 25
"""Lines of a full page: the small desk has at least that many, when there is one."""
DOSSIERS = 200
"""How many different dossiers are read in turn."""


@dataclass(frozen=True)
class Lezer:
    """Somebody at a desk: its name, the length of its list, and the cookie (`name=value`)."""

    kort: str
    loket: int
    naam: str
    regels: int
    koek: str


@dataclass(frozen=True)
class Ploeg:
    """The key of a system of the biggest municipality with its dossiers, and the readers: at two
    desks that make plans, and at a prison."""

    sleutel: str
    dossiers: list[str]
    grootste: Lezer
    kleine: Lezer
    gevangenis: Lezer

    @classmethod
    def uit(cls, tekst: str) -> Ploeg:
        """The same, read back from JSON."""
        delen = json.loads(tekst)
        lezers = {naam: Lezer(**delen.pop(naam)) for naam in ("grootste", "kleine", "gevangenis")}
        return cls(**delen, **lezers)


def maak() -> Ploeg:
    """Make the readers from the work lists as they stand. Django runs as the web role.

    Both sit at a desk that makes plans: those have all the lists.
    """
    from richting.akkoord.meldingen import PLANPARTIJEN
    from richting.partijen.models import Loket

    lijsten = _lengte_van_lijsten()
    soorten = dict(Loket.objects.values_list("pk", "soort"))
    gemeenten = [(pk, n) for pk, n in lijsten if soorten[pk] == "nazorg"]
    met_plannen = [(pk, n) for pk, n in lijsten if soorten[pk] in PLANPARTIJEN]
    met_vol = [paar for paar in gemeenten if paar[1] >= VOL] or gemeenten
    klein, groot = met_vol[0], gemeenten[-1]
    huizen = [paar for paar in lijsten if soorten[paar[0]] == "casemanagement"] or met_plannen
    return Ploeg(
        sleutel=_maak_sleutel(groot[0]),
        dossiers=_dossiers_van(groot[0]),
        grootste=_ga_zitten("grootste loket", *met_plannen[-1]),
        kleine=_ga_zitten("klein loket", *klein),
        gevangenis=_ga_zitten("gevangenis", *huizen[-1]),
    )


def lezer_met_plan() -> tuple[Lezer, str]:
    """Somebody at the biggest desk that may write in every part of a plan, and whose that is."""
    from richting.akkoord.plan.woorden import Leefgebied
    from richting.kern.werk import verwerking
    from richting.plannen.toegang import mijn_categorieen
    from richting.regie.models import Werkregel

    nodig = {"plan", "slachtoffer", *(gebied.categorie.value for gebied in Leefgebied)}
    for loket, regels in reversed(_lengte_van_lijsten()):
        with verwerking(programma()):
            rijen = Werkregel.objects.filter(
                loket=loket, vertrokken_op=None, dossier__planwerk__categorie="plan"
            )
            alle = rijen.order_by("dossier").values_list("dossier", flat=True)[:DOSSIERS]
            mag = [str(nr) for nr in alle if nodig <= mijn_categorieen(nr, loket)]
        if mag:
            return _ga_zitten("loket met plan", loket, regels), mag[0]
    raise RuntimeError("Geen loket mag in een plan alles schrijven.")


def programma() -> Any:
    from richting.kern import klok
    from richting.kern.context import systeem_zelf

    return systeem_zelf("meting", klok.nu())


def _lengte_van_lijsten() -> list[tuple[int, int]]:
    """Every desk with the number of its lines, the shortest list first."""
    from django.db.models import Count

    from richting.kern.werk import verwerking
    from richting.regie.models import Werkregel

    with verwerking(programma()):
        rijen = (
            Werkregel.objects.values_list("loket").annotate(n=Count("pk")).order_by("n", "loket")
        )
        return list(rijen)


def _dossiers_van(loket: int) -> list[str]:
    from richting.kern.werk import verwerking
    from richting.regie.models import Werkregel

    with verwerking(programma()) as werk:
        zichtbaar = Werkregel.objects.filter(
            loket=loket, zichtbaar_vanaf__lte=werk.wie.vandaag, zichtbaar_tot=None
        )
        return [str(nr) for nr in zichtbaar.values_list("dossier", flat=True)[:DOSSIERS]]


def _maak_sleutel(loket: int) -> str:
    from richting.partijen.models import Systeem
    from richting.partijen.systemen import afdruk, nieuwe_sleutel

    sleutel = nieuwe_sleutel()
    Systeem.objects.create(
        naam="Meting",
        loket_id=loket,
        kenmerk=f"sys-{afdruk(sleutel)[:12]}",
        sleutel_hash=afdruk(sleutel),
        scopes=["dossiers:lezen"],
        aangemaakt_op=programma().nu,
    )
    return sleutel


def _ga_zitten(kort: str, loket: int, regels: int) -> Lezer:
    from django.conf import settings
    from django.test import Client

    from richting.partijen import sessie
    from richting.partijen.models import Lidmaatschap, Loket, Medewerker

    plek, nu = Loket.objects.get(pk=loket), programma().nu
    wie = Medewerker.objects.create(
        gebruikersnaam=kort.replace(" ", "-"),
        naam="Meta Meter",
        organisatie_id=plek.organisatie_id,
        is_active=True,
        geactiveerd_op=nu,
        laatst_actief_op=nu,
    )
    Lidmaatschap.objects.create(medewerker=wie, loket=plek)
    client = Client()
    client.force_login(wie, backend="richting.partijen.aanmelden.Huissleutel")
    zitting = client.session
    zitting[sessie.LOKET] = plek.pk
    zitting.save()
    naam = settings.SESSION_COOKIE_NAME
    return Lezer(kort, loket, str(plek), regels, f"{naam}={client.cookies[naam].value}")


def hoofd() -> int:
    """Make them and print them."""
    from richting.config.opdracht import maak_klaar

    maak_klaar()
    print(json.dumps(asdict(maak())))
    return 0


if __name__ == "__main__":
    sys.exit(hoofd())

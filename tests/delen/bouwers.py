"""A dossier with a row in every table of personal data, from the facts of a stay.

stuk = maak_dossier(verblijf(...))           # the grounds are computed, as intake does
zichtbaar(wie)                               # {table: rows} as raw SQL shows them to a desk
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from richting.akkoord.feiten import Feiten
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Organisatiesoort
from richting.berichten.models import Aanlevering, Bericht
from richting.delen.acties import herbereken
from richting.dossiers.models import (
    Dossier,
    Gemeenteband,
    Gemeenteverzoek,
    Inbreng,
    Justitiabele,
    Ketenkenmerk,
    Koppelvoorstel,
    OpenVraag,
    Persoonsgegevens,
    Plaats,
    Risicomarkering,
    Toezicht,
    Verblijfsfeit,
    Veroordeling,
)
from richting.kern import klok
from richting.kern.context import Wie, databasecontext, systeem_zelf
from richting.kern.gebeurtenissen import Gebeurtenis
from richting.kern.werk import Werk, verwerking
from richting.meldingen.models import Melding
from richting.partijen.models import Loket
from richting.regie.acties import regietijdvak
from richting.regie.models import Werkregel
from tests.delen.bouwers_besluit import BESLUITTABELLEN, maak_besluitrijen
from tests.delen.bouwers_bewijs import BEWIJSTABELLEN, maak_bewijsrijen
from tests.delen.bouwers_bezorgen import BEZORGTABELLEN, maak_bezorgrijen
from tests.delen.bouwers_bij import bijtabellen, maak_bijrijen
from tests.delen.bouwers_ladder import maak_ladderrijen
from tests.delen.bouwers_overleg import OVERLEGTABELLEN, maak_overlegrijen
from tests.delen.bouwers_plan import PLANTABELLEN, maak_planrijen
from tests.delen.bouwers_posten import POSTTABELLEN, maak_postrijen
from tests.delen.bouwers_regie import AAN_TAFEL, maak_regierijen
from tests.delen.bouwers_risico import RISICOTABELLEN, maak_risicorijen
from tests.partijen.bouwers import maak_loket, maak_organisatie

CATEGORIEEN = tuple(c.value for c in Gegevenscategorie)
PARTIJEN = (
    *((code, Organisatiesoort.GEMEENTE, Loketsoort.NAZORG) for code in ("GM0344", "GM0202")),
    *((code, Organisatiesoort.GEMEENTE, Loketsoort.NAZORG) for code in ("GM0363", "GM0599")),
    *((code, Organisatiesoort.GEMEENTE, Loketsoort.OPENBARE_ORDE) for code in ("GM0344", "GM0202")),
    *((code, Organisatiesoort.GEMEENTE, Loketsoort.OPENBARE_ORDE) for code in ("GM0363", "GM0599")),
    ("PI-NIEUWEGEIN", Organisatiesoort.INRICHTING, Loketsoort.CASEMANAGEMENT),
    ("PI-VUGHT", Organisatiesoort.INRICHTING, Loketsoort.CASEMANAGEMENT),
    ("FPC-POMPE", Organisatiesoort.FORENSISCHE_INSTELLING, Loketsoort.FORENSISCH),
    ("FPC-VELDZICHT", Organisatiesoort.FORENSISCHE_INSTELLING, Loketsoort.FORENSISCH),
    ("RN", Organisatiesoort.RECLASSERING, Loketsoort.RECLASSERING),
    ("SVG", Organisatiesoort.RECLASSERING, Loketsoort.RECLASSERING),
    ("LDH", Organisatiesoort.RECLASSERING, Loketsoort.RECLASSERING),
    ("ZVH-UTRECHT", Organisatiesoort.VEILIGHEIDSHUIS, Loketsoort.PROCESREGIE),
    ("OM", Organisatiesoort.OM, Loketsoort.OM),
    ("POLITIE", Organisatiesoort.POLITIE, Loketsoort.POLITIE),
    ("BEHEER", Organisatiesoort.BEHEER, Loketsoort.BEHEER),
    ("GM0344", Organisatiesoort.GEMEENTE, Loketsoort.PRIVACY),
    ("DJI", Organisatiesoort.DJI, Loketsoort.VERWERKING),
)
"""A desk of every kind, for every organisation that the generated facts name."""


def maak_loketten() -> dict[tuple[str, str], Loket]:
    """All desks of PARTIJEN, by kind and organisation."""
    return {
        (str(soort), code): maak_loket(maak_organisatie(code, van), soort)
        for code, van, soort in PARTIJEN
    }


def maak_dossier(feiten: Feiten, *, nu: datetime | None = None, nummer: str = "R-1") -> UUID:
    """A dossier with these facts: a row in every table, and the grounds that follow.

    What desks heard of those grounds is taken away: each keeps the lines of `_bij_loketten`.
    """
    with verwerking(systeem_zelf("test", nu or klok.nu())) as werk:
        dossier = _dossier(feiten, nummer)
        _rijen(dossier, feiten, nu or klok.nu())
        for categorie in CATEGORIEEN:
            werk.noteer(dossier.pk, "proef", categorie)
        wijzig(werk, dossier.pk, feiten)
        regietijdvak.breng_bij(werk, {dossier.pk: feiten})
    with verwerking(systeem_zelf("test", nu or klok.nu())):
        Melding.objects.filter(dossier=dossier).exclude(soort="proef").delete()
    return dossier.pk


def wijzig(werk: Werk, dossier: UUID, feiten: Feiten) -> None:
    """The facts of the dossier are now these; the grounds follow."""
    werk.geheugen[("feiten", dossier)] = feiten
    herbereken(werk, {dossier: [Gebeurtenis("proef", dossier, "verblijf", {}, {})]})


def lezer(loket: Loket, op: date, medewerker: int | None = None) -> Wie:
    """Somebody at this desk, on this day."""
    return Wie(
        loket=loket.pk,
        loketsoort=loket.soort,
        vandaag=op,
        nu=klok.nu(),
        ingang="test",
        medewerker=medewerker,
    )


@contextmanager
def als(wie: Wie) -> Iterator[None]:
    """Ask the database as this person, without a read log."""
    with transaction.atomic(), databasecontext(wie, "lezen"):
        yield


def weg_ermee() -> None:
    """Undo everything of the open savepoint, for the next generated example."""
    transaction.set_rollback(True)


TABELLEN: dict[str, tuple[str, ...] | None] = {
    "dossiers_dossier": ("verblijf",),
    "dossiers_persoonsgegevens": ("verblijf",),
    "dossiers_plaats": ("verblijf",),
    "dossiers_gemeenteband": ("verblijf",),
    "dossiers_gemeenteverzoek": ("verblijf",),
    "dossiers_inbreng": ("verblijf",),
    "dossiers_openvraag": ("verblijf",),
    "dossiers_toezicht": ("toezicht",),
    "dossiers_ketenkenmerk": ("keten",),
    "dossiers_veroordeling": ("keten", "bij"),
    "dossiers_risicomarkering": ("risico",),
    "dossiers_justitiabele": (),
    "dossiers_verblijfsfeit": (),
    "dossiers_geweigerdverblijf": (),
    "delen_afscherming": (),
    "regie_werkregel": CATEGORIEEN,
    "regie_herinnering": ("plan",),
    **PLANTABELLEN,
    **POSTTABELLEN,
    **OVERLEGTABELLEN,
    **BESLUITTABELLEN,
    **RISICOTABELLEN,
}
"""Each table with one row per dossier, and the categories of which one opens it."""

APART: dict[str, Callable[[str, set[str]], int]] = {
    **AAN_TAFEL,
    **BEZORGTABELLEN,
    "meldingen_abonnement": lambda soort, mag: len(PARTIJEN) if soort == "beheer" else 1,
    "meldingen_melding": lambda soort, mag: 1 + int(bool(mag)),
    **bijtabellen(len(PARTIJEN)),
    "dossiers_koppelvoorstel": lambda soort, mag: int(soort == "beheer"),
    "berichten_bericht": lambda soort, mag: {"beheer": 2, "verwerking": 5}.get(soort, 0),
    "berichten_aanlevering": lambda soort, mag: int(soort == "verwerking"),
    "delen_inzage": lambda soort, mag: 0,
    "delen_verwerking": lambda soort, mag: 0,
    "plannen_voorziening": lambda soort, mag: 1,
    "regie_belemmering": lambda soort, mag: len(PARTIJEN) if soort == "beheer" else 1,
    "regie_mail": lambda soort, mag: 0,
    "regie_mailregel": lambda soort, mag: 0,
    "regie_berichtvoorkeur": lambda soort, mag: 0,
    "regie_meldplichtcontrole": lambda soort, mag: int(soort == "beheer"),
    **BEWIJSTABELLEN,
}
"""Tables with a rule of their own: how many rows a kind of desk sees, which may see the dossier or
not. A desk keeps the line that says that a dossier is not its own any more."""
ANDERS_GETOETST = ("kern_journaal", "delen_grond", "regie_regietijdvak")
"""Tables of which the test compares the content, not the number of rows."""


def tel(tabellen: Any = TABELLEN) -> dict[str, int]:
    """How many rows plain SQL shows in each table."""
    vraag = " UNION ALL ".join(f"SELECT '{naam}', count(*) FROM {naam}" for naam in tabellen)
    with connection.cursor() as cursor:
        cursor.execute(vraag)
        return dict(cursor.fetchall())


def _dossier(feiten: Feiten, nummer: str) -> Dossier:
    nu = klok.nu()
    persoon = Justitiabele.objects.create(aangemaakt_op=nu, naamsleutel="proef")
    einde = feiten.einde if feiten.einde and feiten.einde >= feiten.begin else None
    return Dossier.objects.create(
        nummer=nummer,
        justitiabele=persoon,
        bron="PROEF",
        kenmerk=nummer,
        titel=feiten.titel,
        begin=feiten.begin,
        einde=einde,
        terroristisch=feiten.terroristisch,
        doelgroep_code="binnen",
        doelgroep_zin="",
        bekend_sinds=feiten.bekend_sinds,
        aangemaakt_op=nu,
        gewijzigd_op=nu,
    )


def _rijen(dossier: Dossier, feiten: Feiten, nu: datetime) -> None:
    """One row in every table, whatever the facts say: the lock must decide, not the data."""
    Persoonsgegevens.objects.create(dossier=dossier, geslachtsnaam="Proef", naamsleutel="proef")
    Plaats.objects.create(dossier=dossier, soort="pi", van=feiten.begin)
    Gemeenteband.objects.create(dossier=dossier, gemeente="GM0344", rol="ingezetene")
    Gemeenteverzoek.objects.create(
        dossier=dossier,
        gemeente="GM0202",
        door="GM0344",
        gevraagd_op=feiten.begin,
        antwoord_uiterlijk=feiten.begin,
    )
    Inbreng.objects.create(dossier=dossier, veiligheidshuis="ZVH", vanaf=feiten.begin)
    OpenVraag.objects.create(dossier=dossier, code="x", tekst="?", gesteld_op=feiten.begin)
    Toezicht.objects.create(dossier=dossier, organisatie="RN")
    Ketenkenmerk.objects.create(dossier=dossier, soort="skn", waarde="1")
    Veroordeling.objects.create(dossier=dossier)
    Risicomarkering.objects.create(dossier=dossier, vanaf=feiten.begin)
    Verblijfsfeit.objects.create(
        dossier=dossier,
        bron="PROEF",
        bericht_id=dossier.nummer,
        soort="begin",
        bron_tijd=nu,
        ontvangen_op=nu,
        inhoud={},
    )
    ander = Justitiabele.objects.create(aangemaakt_op=nu)
    Koppelvoorstel.objects.create(
        dossier=dossier, nieuw_id=dossier.justitiabele_id, bestaand=ander, reden="", gedaan_op=nu
    )
    maak_planrijen(dossier)
    maak_postrijen(dossier)
    maak_regierijen(dossier)
    maak_overlegrijen(dossier)
    maak_besluitrijen(dossier)
    maak_bewijsrijen()
    maak_risicorijen(dossier)
    _berichten(dossier, nu)
    _bij_loketten(dossier, nu)


def _berichten(dossier: Dossier, nu: datetime) -> None:
    """A message in every state, of one delivery."""
    levering = Aanlevering.objects.create(
        bron="DJI",
        soort="api",
        begonnen_op=nu,
        loket=Loket.objects.filter(organisatie__code="DJI", soort="verwerking").first(),
    )
    Bericht.objects.bulk_create(
        Bericht(
            bron="DJI",
            bericht_id=f"{dossier.nummer}-{status}",
            soort="begin",
            bron_tijd=nu,
            verblijf=dossier.kenmerk,
            vingerafdruk="",
            status=status,
            dossier=dossier,
            aanlevering=levering,
            ontvangen_op=nu,
        )
        for status, _naam in Bericht.STATUSSEN
    )


def _bij_loketten(dossier: Dossier, nu: datetime) -> None:
    """Post and work for every desk of PARTIJEN, whether it may see them or not."""
    wie = {(code, str(soort)) for code, _organisatie, soort in PARTIJEN}
    loketten = [
        loket
        for loket in Loket.objects.filter(
            organisatie__code__in={code for code, _soort in wie}
        ).select_related("organisatie")
        if (loket.organisatie.code, loket.soort) in wie
    ]
    Melding.objects.bulk_create(
        Melding(
            dossier=dossier,
            loket=loket,
            soort="proef",
            zin="",
            feitdatum=dossier.begin,
            uiterlijk=dossier.begin,
            bron="",
            zonder_grond=zonder_grond,
            aangemaakt_op=nu,
        )
        for loket in loketten
        for zonder_grond in (False, True)
    )
    Werkregel.objects.bulk_create(
        Werkregel(dossier=dossier, loket=loket, zichtbaar_vanaf=dossier.begin) for loket in loketten
    )
    maak_ladderrijen(dossier, loketten, nu)
    maak_bijrijen(dossier, loketten, nu)
    maak_bezorgrijen(dossier, loketten, nu)


@dataclass(frozen=True)
class Model:
    """What the rule function allows, worked out without the database."""

    gronden: frozenset[Any]

    def categorieen(self, soort: str, code: str, op: date) -> set[str]:
        """The categories that this desk may see on this day."""
        return {
            c.value
            for grond in self.gronden
            if (str(grond.partij.loketsoort), grond.partij.organisatie) == (soort, code)
            and grond.geldig_vanaf <= op
            and (grond.geldig_tot is None or op < grond.geldig_tot)
            for c in grond.categorieen
        }

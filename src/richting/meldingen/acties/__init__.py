"""Everything that writes in this room: tell desks what they must know; keep that they saw it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q

from richting.akkoord.begin_einde import onvoorzien
from richting.akkoord.feiten import Feiten
from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.meldingen import Meldplicht, regel_voor, verliezers, verplicht
from richting.akkoord.partij import Partij
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Feitsoort, Zekerheid
from richting.delen.afsprakenboek import Afsprakenboek, boek_voor
from richting.delen.gronden import afgesproken, gronden_van, loketten_van, van_rij
from richting.delen.models import Grond
from richting.delen.overzichten import geldige_gronden
from richting.dossiers.feiten import feiten_in
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Gebeurtenis, Wijzigingen
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import lezing
from richting.kern.werk import Werk, verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import NietToegestaan
from richting.partijen.overzichten import loketten_voor

FEITEN: dict[str, Feitsoort] = {
    "overgeplaatst": Feitsoort.OVERGEPLAATST,
    "vertrokken": Feitsoort.VERTROKKEN,
    "verlof": Feitsoort.VERLOF,
    "buiten_geplaatst": Feitsoort.BUITEN_GEPLAATST,
    "overleden": Feitsoort.OVERLEDEN,
    "ontvlucht": Feitsoort.ONTVLUCHT,
    "ingetrokken": Feitsoort.INGETROKKEN,
    "buiten_doelgroep": Feitsoort.INGETROKKEN,
    "gecorrigeerd": Feitsoort.GECORRIGEERD,
    "persoon_gewijzigd": Feitsoort.GECORRIGEERD,
    "gemeente_gewijzigd": Feitsoort.GEMEENTE_GEWIJZIGD,
    "toezicht_gewijzigd": Feitsoort.TOEZICHT_GEWIJZIGD,
    "risico_gewijzigd": Feitsoort.NIET_MEER_VAN_U,
    "risico_gemarkeerd": Feitsoort.NIET_MEER_VAN_U,
    "risico_verlengd": Feitsoort.NIET_MEER_VAN_U,
    "risico_beeindigd": Feitsoort.NIET_MEER_VAN_U,
    "veroordeling_gewijzigd": Feitsoort.NIET_MEER_VAN_U,
    "inbreng_gewijzigd": Feitsoort.VEILIGHEIDSHUIS_GEWIJZIGD,
    "zaak_ingebracht": Feitsoort.VEILIGHEIDSHUIS_GEWIJZIGD,
    "inbreng_beeindigd": Feitsoort.VEILIGHEIDSHUIS_GEWIJZIGD,
    "verzoek_aanvaard": Feitsoort.GEMEENTE_GEWIJZIGD,
    "verzoek_geweigerd": Feitsoort.NIET_MEER_VAN_U,
    "verzoek_ingetrokken": Feitsoort.NIET_MEER_VAN_U,
    "plan_vastgesteld": Feitsoort.PLAN_VASTGESTELD,
    "faseringsstap": Feitsoort.STAP_VOORGENOMEN,
    "stap_gezet": Feitsoort.STAP_GEWIJZIGD,
    "stapreactie": Feitsoort.STAP_GEWIJZIGD,
}
"""What the journal tells, as the duty to tell calls it; the begin and the end are worked out.

NIET_MEER_VAN_U is told to nobody as such, but a desk may lose its ground by them.
"""

NIET_AAN_ZICHZELF = frozenset(
    {
        Feitsoort.PLAN_VASTGESTELD,
        Feitsoort.STAP_VOORGENOMEN,
        Feitsoort.STAP_GEWIJZIGD,
        Feitsoort.VEILIGHEIDSHUIS_GEWIJZIGD,
    }
)
"""What a desk did itself in the shared plan: told to the others only."""


def meld(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Tell every desk that must know what changed. Clausule 5.4, 6.1. One query, one insert."""
    vandaag = werk.wie.vandaag
    alle = ((dossier, _feiten_om_te_melden(g, vandaag)) for dossier, g in wijzigingen.items())
    te_melden = {dossier: wat for dossier, wat in alle if wat}
    standen = [stand for dossier in te_melden for stand in _standen(werk, dossier)]
    boek = boek_voor(loketten_van(standen, aannames_op(vandaag), vandaag))
    for dossier, wat in te_melden.items():
        _meld_van(werk, dossier, wat, boek)


def _standen(werk: Werk, dossier: UUID) -> list[Feiten]:
    """The facts as they are now, and as they were when this unit of work changed them."""
    voor: Feiten | None = werk.geheugen.get(("feiten_voor", dossier))
    return [feiten_in(werk, dossier), *([voor] if voor else [])]


def _meld_van(werk: Werk, dossier: UUID, wat: dict[Feitsoort, date], boek: Afsprakenboek) -> None:
    feiten, *eerste = _standen(werk, dossier)
    aannames, vandaag = aannames_op(werk.wie.vandaag), werk.wie.vandaag
    wat = _zelfde_dag(wat, eerste[0] if eerste else None, vandaag)
    wet = [gronden_van(stand, aannames) for stand in (feiten, *eerste)]
    nu_gronden, *eerder = afgesproken(wet, vandaag, boek)
    had = eerder[0] if eerder else frozenset()
    verloren = verliezers(had, nu_gronden, vandaag)
    plichten = {
        plicht
        for feit, dag in wat.items()
        for plicht in verplicht(
            feit, feiten, dag, vandaag, nu_gronden, verloren=verloren, aannames=aannames
        )
    }
    _schrijf(werk, dossier, plichten, wat)


def _zelfde_dag(
    wat: dict[Feitsoort, date], voor: Feiten | None, vandaag: date
) -> dict[Feitsoort, date]:
    """A release that nobody could foresee is told as that. Clausule 3.3, 6.1."""
    dag = wat.get(Feitsoort.VERTROKKEN)
    if dag is None or voor is None or not onvoorzien(dag, vandaag, voor.verwacht_einde):
        return wat
    anders = dict(wat)
    del anders[Feitsoort.VERTROKKEN]
    anders[Feitsoort.ZELFDE_DAG_VRIJ] = dag
    return anders


def _feiten_om_te_melden(
    gebeurtenissen: Iterable[Gebeurtenis], vandaag: date
) -> dict[Feitsoort, date]:
    """Each kind of fact once, with the day it is about."""
    wat: dict[Feitsoort, date] = {}
    for gebeurtenis in gebeurtenissen:
        feit = _feitsoort(gebeurtenis, vandaag)
        if feit:
            wat[feit] = _feitdatum(gebeurtenis, vandaag)
    return wat


def _feitsoort(gebeurtenis: Gebeurtenis, vandaag: date) -> Feitsoort | None:
    if gebeurtenis.soort == "dossier_geopend":
        begonnen = gebeurtenis.na["begin"] <= vandaag.isoformat()
        return Feitsoort.VERBLIJF_BEGONNEN if begonnen else Feitsoort.VERBLIJF_AANGEKONDIGD
    if gebeurtenis.soort == "einde_gewijzigd":
        onbekend = gebeurtenis.na.get("zekerheid") == Zekerheid.ONBEKEND
        return Feitsoort.EINDE_ONBEKEND if onbekend else Feitsoort.EINDE_GEWIJZIGD
    return FEITEN.get(gebeurtenis.soort)


def _feitdatum(gebeurtenis: Gebeurtenis, vandaag: date) -> date:
    na = gebeurtenis.na
    tekst = na.get("einde") or na.get("van") or na.get("begin")
    return date.fromisoformat(tekst) if tekst else vandaag


def _schrijf(
    werk: Werk, dossier: UUID, plichten: set[Meldplicht], wat: dict[Feitsoort, date]
) -> None:
    loketten = loketten_voor({plicht.partij for plicht in plichten}, werk.wie.vandaag)
    plichten = {plicht for plicht in plichten if not _zelf_gedaan(werk, plicht, loketten)}
    gemeld: set[int] = werk.geheugen.setdefault(("gemeld", dossier), set())
    gemeld.update(loketten[p.partij] for p in plichten if _heeft_loket(p.partij, loketten))
    op_volgorde = sorted(plichten, key=lambda p: (p.partij, p.soort))
    werk.stapel.voeg_toe(
        Melding(
            dossier_id=dossier,
            loket_id=loketten[plicht.partij],
            soort=plicht.soort.value,
            zin=plicht.zin,
            feitdatum=wat.get(plicht.soort, werk.wie.vandaag),
            uiterlijk=plicht.uiterlijk,
            bron="; ".join(str(bron) for bron in plicht.bronnen),
            zonder_grond=plicht.soort is Feitsoort.NIET_MEER_VAN_U,
            aangemaakt_op=werk.wie.nu,
        )
        for plicht in op_volgorde
        if _heeft_loket(plicht.partij, loketten)
    )


def _zelf_gedaan(werk: Werk, plicht: Meldplicht, loketten: dict[Partij, int]) -> bool:
    return plicht.soort in NIET_AAN_ZICHZELF and loketten.get(plicht.partij) == werk.wie.loket


def meld_aan_loket(
    werk: Werk, dossier: UUID, loket: int, feit: Feitsoort, uiterlijk: date | None = None
) -> bool:
    """Tell exactly one desk of a fact, when it has a ground for that. Clausule 5.4, 6.4.

    `uiterlijk` is the day by which it must know; left out, that of an ordinary change. Returns
    whether it was told. Two queries.
    """
    regel, vandaag = regel_voor(feit), werk.wie.vandaag
    geldig = Q(geldig_tot=None) | Q(geldig_tot__gt=vandaag)
    mag = Grond.objects.filter(
        geldig,
        dossier=dossier,
        loket=loket,
        loket__soort__in=[soort.value for soort in regel.aan],
        vervallen_op=None,
        geldig_vanaf__lte=vandaag,
        categorieen__contains=[regel.categorie.value],
    )
    if not mag.exists():
        return False
    _melding(werk, dossier, loket, feit, uiterlijk or _uiterlijk(feit, vandaag)).save()
    return True


def meld_aan_loketten(werk: Werk, berichten: Iterable[tuple[UUID, int, Feitsoort]]) -> None:
    """Tell each of these desks of a fact of a dossier, when it has a ground for that. Two queries.

    As `meld_aan_loket`, for many at once. Clausule 5.4, 6.4.
    """
    alle = sorted(set(berichten), key=lambda b: (str(b[0]), b[1], b[2]))
    vandaag = werk.wie.vandaag
    gronden = Grond.objects.filter(
        Q(geldig_tot=None) | Q(geldig_tot__gt=vandaag),
        dossier__in={dossier for dossier, _loket, _feit in alle},
        loket__in={loket for _dossier, loket, _feit in alle},
        vervallen_op=None,
        geldig_vanaf__lte=vandaag,
    )
    ziet: dict[tuple[UUID, int], set[str]] = {}
    soorten: dict[int, str] = {}
    for dossier, loket, soort, categorieen in gronden.values_list(
        "dossier", "loket", "loket__soort", "categorieen"
    ):
        ziet.setdefault((dossier, loket), set()).update(categorieen)
        soorten[loket] = soort
    werk.stapel.voeg_toe(
        _melding(werk, dossier, loket, feit, _uiterlijk(feit, vandaag))
        for dossier, loket, feit in alle
        if regel_voor(feit).categorie in ziet.get((dossier, loket), ())
        and soorten[loket] in regel_voor(feit).aan
    )


def meld_zonder_grond(werk: Werk, dossier: UUID, loket: int, feit: Feitsoort) -> None:
    """Tell a desk that lost its ground that something does not hold any more. No query.

    Only a sentence without data: the desk reads it without a ground. Clausule 5.4, 6.4.
    """
    rij = _melding(werk, dossier, loket, feit, _uiterlijk(feit, werk.wie.vandaag))
    rij.zonder_grond = True
    werk.stapel.voeg_toe([rij])


def _uiterlijk(feit: Feitsoort, vandaag: date) -> date:
    """By which day a desk must know of this: what is urgent, the same day."""
    aannames = aannames_op(vandaag)
    spoed = regel_voor(feit).spoed
    return plus_werkdagen(vandaag, aannames.spoed_werkdagen if spoed else aannames.melden_werkdagen)


def _melding(werk: Werk, dossier: UUID, loket: int, feit: Feitsoort, uiterlijk: date) -> Melding:
    return Melding(
        dossier_id=dossier,
        loket_id=loket,
        soort=feit.value,
        zin=regel_voor(feit).zin,
        feitdatum=werk.wie.vandaag,
        uiterlijk=uiterlijk,
        bron=str(Bron("clausule", "5.4")),
        aangemaakt_op=werk.wie.nu,
    )


def _heeft_loket(partij: Partij, loketten: dict[Partij, int]) -> bool:
    return partij in loketten


def bevestig(wie: Wie, dossier: UUID) -> None:
    """This desk has seen it: "Wij hebben dit gezien". Clausule 5.4.

    Raises NietToegestaan when the desk may not see the dossier. Again changes nothing.
    """
    with lezing(wie, "bevestigen") as lees:
        ziet = Dossier.objects.filter(pk=dossier).exists()
        compartiment = _compartiment(dossier, wie.loket)
        lees.gezien([dossier] if ziet else [], {"verblijf"})
    if not ziet:
        raise NietToegestaan("bevestigen")
    with verwerking(wie) as werk:
        open_ = Melding.objects.filter(dossier=dossier, loket=wie.loket, bevestigd_op=None)
        open_.update(bevestigd_op=wie.nu, bevestigd_door=wie.medewerker)
        _lees(wie, dossier=dossier)
        werk.noteer(dossier, "bevestigd", compartiment, na={"loket": wie.loket})


def _compartiment(dossier: UUID, loket: int | None) -> str:
    """Who may read that this desk confirmed: a desk that is here on a closed ground (18b, BIJ)
    alone is known only to who shares that ground."""
    van_gronden = {van_rij(grond).compartiment for grond in geldige_gronden(dossier, loket)}
    return "verblijf" if "verblijf" in van_gronden else min(van_gronden, default="verblijf")


def markeer_gelezen(wie: Wie, meldingen: Iterable[UUID]) -> None:
    """These lines of the mailbox were shown to somebody of the desk. One query."""
    nummers = list(meldingen)
    if not nummers:
        return
    with verwerking(wie):
        _lees(wie, nummers)


def bij_gelezen(functie: Callable[[list[UUID], date], object]) -> None:
    """Run this, in the same unit of work, when a desk read what could not wait: it gets the
    dossiers and the day. Until then that stood on the work list of the desk."""
    if functie not in _na_lezen:
        _na_lezen.append(functie)


_na_lezen: list[Callable[[list[UUID], date], object]] = []
SPOED = frozenset(feit.value for feit in Feitsoort if regel_voor(feit).spoed)


LEES = """
UPDATE meldingen_melding SET gelezen_op = %(nu)s, gelezen_door = %(wie)s
WHERE loket_id = %(loket)s AND gelezen_op IS NULL
    AND (id = ANY(%(nummers)s::uuid[]) OR dossier_id = %(dossier)s::uuid)
RETURNING dossier_id, soort
"""


def _lees(wie: Wie, nummers: Iterable[UUID] = (), dossier: UUID | None = None) -> None:
    """Mark these lines of the own mailbox, or all of a dossier, as read. One query, and what
    follows from it."""
    waarden = {"nu": wie.nu, "wie": wie.medewerker, "loket": wie.loket}
    with connection.cursor() as cursor:
        cursor.execute(LEES, waarden | {"nummers": list(nummers), "dossier": dossier})
        gelezen = cursor.fetchall()
    spoed = sorted({dossier for dossier, soort in gelezen if soort in SPOED})
    for functie in _na_lezen if spoed else ():
        functie(spoed, wie.vandaag)

"""Everything that reads in the compartment `risico`, always within a reading. Clausule 6.3, 6.4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection

from richting.akkoord.aannames import Aannames
from richting.akkoord.risico import (
    Bijdragesoort,
    Markering,
    Risicoafspraakstaat,
    Risicobron,
    Risiconiveau,
    Tafelstaat,
    geldig_hoogstens,
    mag_markeren,
    tafelstaat,
    waarom_niet_markeren,
)
from richting.delen.models import Grond
from richting.dossiers import tijdlijn
from richting.dossiers.feiten import markering_uit_rijen
from richting.dossiers.models import Dossier, Handmarkering
from richting.kern.context import Wie
from richting.kern.models import Journaal
from richting.meldingen.acties.risico import mag_afronden, van_tafel
from richting.meldingen.models import Risicoafspraak, Risicobijdrage, Risicotafel
from richting.meldingen.risico.namen import (
    AFSPRAAKKLEUR,
    AFSPRAKEN,
    BIJDRAGEN,
    BRONNEN,
    NIVEAUS,
    STAATKLEUR,
    STATEN,
)
from richting.partijen.overzichten import loketnamen, namen_van

PER_PAGINA = 25
MEESTE_REGELS = 100
OPEN = Risicoafspraakstaat.OPEN.value


@dataclass(frozen=True)
class Deelnemer:
    """A desk at the table: why, under which regime, since when, and what it shared, oldest first.

    One that left the table has neither reason nor regime; what it shared stays.
    """

    loket: int
    naam: str
    zin: str
    regime: str
    sinds: date
    tot: date | None
    bijdragen: list[Risicobijdrage]

    @property
    def deelde(self) -> bool:
        """It shared something, or said that it has nothing."""
        return bool(self.bijdragen)


@dataclass(frozen=True)
class Afspraakbeeld:
    """An agreement: whose, and whether this desk can finish it now."""

    rij: Risicoafspraak
    eigenaar: str
    gemaakt_door: str
    mag_af: bool

    @property
    def staat(self) -> str:
        """How it stands, in words."""
        return str(AFSPRAKEN[Risicoafspraakstaat(self.rij.staat)])

    @property
    def kleur(self) -> str:
        """The kind of badge for how it stands."""
        return AFSPRAAKKLEUR[Risicoafspraakstaat(self.rij.staat)]


@dataclass(frozen=True)
class Tafelbeeld:
    """One table as the reader sees it; `hand` is what a party decided here, when that counts."""

    tafel: Risicotafel
    markering: Markering
    staat: Tafelstaat
    hand: Handmarkering | None
    door: str
    deelnemers: list[Deelnemer]
    vertrokken: list[Deelnemer]
    afspraken: list[Afspraakbeeld]
    tijdlijn: list[tijdlijn.Regel]
    mag_schrijven: bool
    mag_markeren: bool

    @property
    def niveau(self) -> str:
        """How high the risk is, in words; "" when a message told and nobody assessed here."""
        return niveaunaam(self.hand)

    @property
    def bron(self) -> str:
        """Where the mark comes from, in words."""
        return str(BRONNEN[self.markering.bron])

    @property
    def staatnaam(self) -> str:
        """How the table stands, in words."""
        return str(STATEN[self.staat])

    @property
    def kleur(self) -> str:
        """The kind of badge for how it stands."""
        return STAATKLEUR[self.staat]


@dataclass(frozen=True)
class Tafelregel:
    """A table in the list of a desk: how it stands, and what this desk still has to do there."""

    tafel: Risicotafel
    dossier: Dossier
    staat: Tafelstaat
    niveau: str
    mijn_open: int
    eerste_dag: date | None
    deelde: bool

    @property
    def staatnaam(self) -> str:
        """How the table stands, in words."""
        return str(STATEN[self.staat])

    @property
    def kleur(self) -> str:
        """The kind of badge for how it stands."""
        return STAATKLEUR[self.staat]

    @property
    def is_open(self) -> bool:
        """One can still write there."""
        return self.staat is Tafelstaat.OPEN


@dataclass(frozen=True)
class Bladzijde:
    """One page of the list, and after which dossier the next begins."""

    regels: list[Tafelregel]
    volgende: UUID | None


@dataclass(frozen=True)
class Markeerbeeld:
    """What a desk that marks must know: whether it can now, and until when an assessment holds."""

    dossier: Dossier
    waarom_niet: str
    hoogstens: date


@dataclass
class _Mijn:
    """What one desk has open at one table."""

    dagen: list[date] = field(default_factory=list)
    deelde: bool = False


def tafels(wie: Wie, na: UUID | None = None) -> Bladzijde:
    """The tables where this desk sits, newest dossier first. Five queries, whatever the size."""
    mijn = Grond.objects.filter(
        loket=wie.loket, vervallen_op=None, categorieen__contains=["risico"]
    ).values("dossier")
    rijen = Risicotafel.objects.filter(dossier__in=mijn, vervallen_op=None)
    if na is not None:
        rijen = rijen.filter(dossier__lt=na)
    gevonden = list(rijen.order_by("-dossier")[: PER_PAGINA + 1])
    blad = gevonden[:PER_PAGINA]
    dossiers = Dossier.objects.filter(pk__in=[rij.dossier_id for rij in blad])
    per_dossier = {rij.pk: rij for rij in dossiers.select_related("persoon", "handmarkering")}
    eigen = _mijn(wie, blad)
    regels = [
        _regel(wie, rij, per_dossier[rij.dossier_id], eigen[rij.pk])
        for rij in blad
        if rij.dossier_id in per_dossier
    ]
    meer = len(gevonden) > PER_PAGINA
    return Bladzijde(regels, blad[-1].dossier_id if meer else None)


def _mijn(wie: Wie, blad: Iterable[Risicotafel]) -> dict[UUID, _Mijn]:
    uit = {rij.pk: _Mijn() for rij in blad}
    afspraken = Risicoafspraak.objects.filter(tafel__in=list(uit), eigenaar=wie.loket, staat=OPEN)
    for tafel, dag in afspraken.values_list("tafel", "uiterlijk"):
        uit[tafel].dagen.append(dag)
    bijdragen = Risicobijdrage.objects.filter(tafel__in=list(uit), loket=wie.loket)
    for tafel in bijdragen.values_list("tafel", flat=True).distinct():
        uit[tafel].deelde = True
    return uit


def _regel(wie: Wie, rij: Risicotafel, dossier: Dossier, mijn: _Mijn) -> Tafelregel:
    zelf = _hand(dossier, markering_van(dossier, rij))
    return Tafelregel(
        tafel=rij,
        dossier=dossier,
        staat=_staat(van_tafel(rij), wie),
        niveau=niveaunaam(zelf),
        mijn_open=len(mijn.dagen),
        eerste_dag=min(mijn.dagen, default=None),
        deelde=mijn.deelde,
    )


def markering_van(dossier: Dossier, rij: Risicotafel) -> Markering:
    """The mark of a table with its source; as the table says when the mark itself is hidden."""
    return markering_uit_rijen(dossier) or van_tafel(rij)


def _hand(dossier: Dossier, markering: Markering) -> Handmarkering | None:
    zelf: Handmarkering | None = getattr(dossier, "handmarkering", None)
    return zelf if zelf and markering.bron is Risicobron.HAND else None


def niveaunaam(zelf: Handmarkering | None) -> str:
    """How high the risk is, in words; "" when nobody assessed it here."""
    return str(NIVEAUS[Risiconiveau(zelf.niveau)]) if zelf and zelf.niveau else ""


def bijdragenaam(rij: Risicobijdrage) -> str:
    """What kind of contribution it is, in words."""
    return str(BIJDRAGEN[Bijdragesoort(rij.soort)])


def _staat(markering: Markering, wie: Wie) -> Tafelstaat:
    """For who reads, somebody sits there: the reader."""
    return tafelstaat(markering, wie.vandaag, bezet=True)


def tafelbeeld(wie: Wie, dossier: Dossier, aannames: Aannames) -> Tafelbeeld | None:
    """The table of a dossier; None when there is none for this reader. Five queries."""
    rij = Risicotafel.objects.filter(dossier=dossier.pk, vervallen_op=None).first()
    if rij is None:
        return None
    markering = markering_van(dossier, rij)
    zelf, staat = _hand(dossier, markering), _staat(markering, wie)
    grondrijen = _grondrijen(dossier.pk)
    aan_de_tafel = {loket for loket, *_rest in grondrijen}
    bijdragen = list(rij.bijdragen.order_by("pk"))
    afspraken = list(rij.afspraken.all())
    journaal = _journaal(dossier.pk)
    namen = _namen(zelf, aan_de_tafel, bijdragen, afspraken, journaal)
    open_ = staat is Tafelstaat.OPEN
    return Tafelbeeld(
        tafel=rij,
        markering=markering,
        staat=staat,
        hand=zelf,
        door=namen.get(zelf.door_loket or 0, "") if zelf else "",
        deelnemers=[_deelnemer(grond, namen, bijdragen) for grond in grondrijen],
        vertrokken=_vertrokken(bijdragen, aan_de_tafel, namen),
        afspraken=[
            Afspraakbeeld(
                een,
                namen.get(een.eigenaar_id, ""),
                namen.get(een.gemaakt_door_id, ""),
                open_ and een.staat == OPEN and mag_afronden(wie, een, aan_de_tafel),
            )
            for een in afspraken
        ],
        tijdlijn=tijdlijn.regels(
            journaal, set(), tijdlijn.Namen(namen_van(tijdlijn.codes(journaal)), namen)
        ),
        mag_schrijven=open_,
        mag_markeren=open_ and mag_markeren(wie.loketsoort, aannames),
    )


def _journaal(dossier: UUID) -> list[Journaal]:
    """The newest changes within the compartment. One query."""
    rijen = Journaal.objects.filter(dossier_id=dossier, categorie="risico")
    return list(rijen.order_by("-volgnummer")[:MEESTE_REGELS])


def _namen(
    zelf: Handmarkering | None,
    aan_de_tafel: set[int],
    bijdragen: list[Risicobijdrage],
    afspraken: list[Risicoafspraak],
    journaal: list[Journaal],
) -> dict[int, str]:
    """What every desk on the page is called; no query in the usual case."""
    loketten = aan_de_tafel | {een.loket_id for een in bijdragen} | tijdlijn.loketten(journaal)
    loketten |= {lok for een in afspraken for lok in (een.eigenaar_id, een.gemaakt_door_id)}
    return loketnamen(loketten | ({zelf.door_loket} if zelf and zelf.door_loket else set()))


Grondrij = tuple[int, str, str, str, date, date | None]


def _grondrijen(dossier: UUID) -> list[Grondrij]:
    """The grounds of the desks at the table, for who sits there too; one per desk. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM meldingen_tafelloketten(%s)", [dossier])
        per_loket: dict[int, Grondrij] = {}
        for grond in cursor.fetchall():
            per_loket.setdefault(grond[0], grond)
    return list(per_loket.values())


def _deelnemer(
    grond: Grondrij, namen: dict[int, str], bijdragen: list[Risicobijdrage]
) -> Deelnemer:
    loket, regime, _rol, zin, sinds, tot = grond
    eigen = [een for een in bijdragen if een.loket_id == loket]
    return Deelnemer(loket, namen.get(loket, ""), zin, regime, sinds, tot, eigen)


def _vertrokken(
    bijdragen: list[Risicobijdrage], aan_de_tafel: set[int], namen: dict[int, str]
) -> list[Deelnemer]:
    """Who shared something and does not sit here any more; what was shared stays."""
    weg = sorted({een.loket_id for een in bijdragen} - aan_de_tafel)
    return [
        Deelnemer(
            loket,
            namen.get(loket, ""),
            "",
            "",
            min(een.gedeeld_op for een in bijdragen if een.loket_id == loket).date(),
            None,
            [een for een in bijdragen if een.loket_id == loket],
        )
        for loket in weg
    ]


def markeerbeeld(wie: Wie, dossier: Dossier, aannames: Aannames) -> Markeerbeeld:
    """Whether a new mark can be set. No query: from the rows of the dossier."""
    waarom = waarom_niet_markeren(markering_uit_rijen(dossier), wie.vandaag)
    return Markeerbeeld(dossier, waarom, geldig_hoogstens(wie.vandaag, aannames))


def op_naam(dossier: UUID) -> bool:
    """The reader is let in to this compartment: named, of a terrorist offence. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT meldingen_op_naam(%s)", [dossier])
        (mag,) = cursor.fetchone() or (False,)
    return bool(mag)

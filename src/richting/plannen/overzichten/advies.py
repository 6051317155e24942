"""Advice to the judge, and what municipalities bring in for it. Always within a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.delen.overzichten import loketten
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.partijen.models import Loket
from richting.plannen import namen
from richting.plannen.models import Adviesinbreng, Adviesverzoek
from richting.plannen.onderdelen import Blok, Regel
from richting.plannen.overzichten.rijen import planrijen
from richting.plannen.woorden import Adviesbeslissing, Inbrengantwoord
from richting.regie.posten import als_programma
from richting.web.datums import dag_in_woorden


@dataclass(frozen=True)
class Inbrengbeeld:
    """A question to a municipality and its answer. `van_ons`: the reader's desk was asked."""

    rij: Adviesinbreng
    gebied: str
    antwoord: str
    van_ons: bool
    te_laat: bool

    @property
    def vervallen(self) -> bool:
        """The advice was fixed before it was answered."""
        return self.rij.beantwoord_op is not None and not self.rij.antwoord

    @property
    def anker(self) -> str:
        """The id of its heading on a page."""
        return f"inbreng-{self.rij.pk}"


@dataclass(frozen=True)
class Adviesbeeld:
    """One advice with what was brought in for it."""

    rij: Adviesverzoek
    inbreng: list[Inbrengbeeld]


def adviezen(dossier: UUID, loket: int | None, op: date) -> list[Adviesbeeld]:
    """The advices of a dossier, newest first. Clausule 8.3."""
    per_verzoek: dict[UUID, list[Inbrengbeeld]] = defaultdict(list)
    for een in inbreng_van(dossier, loket, op):
        per_verzoek[een.rij.verzoek_id].append(een)
    return [Adviesbeeld(rij, per_verzoek[rij.pk]) for rij in _verzoeken(dossier)]


def _verzoeken(dossier: UUID) -> list[Adviesverzoek]:
    alle = planrijen(dossier).van(Adviesverzoek)
    return sorted(alle, key=lambda rij: (rij.gevraagd_op, rij.pk), reverse=True)


def _inbreng(dossier: UUID) -> list[Adviesinbreng]:
    alle = planrijen(dossier).van(Adviesinbreng)
    return sorted(alle, key=lambda rij: (rij.gevraagd_op, rij.pk))


def inbreng_van(dossier: UUID, loket: int | None, op: date) -> list[Inbrengbeeld]:
    """What municipalities were asked, as far as the reader sees the area."""
    return [_beeld(rij, loket, op) for rij in _inbreng(dossier)]


def vastgestelde(dossier: UUID, wie: Wie) -> set[UUID]:
    """Of which advices of this stay the text is fixed: their numbers and nothing else, so that who
    was asked knows that an answer comes too late. One query. Clausule 8.3."""
    with als_programma(wie):
        rijen = Adviesverzoek.objects.filter(dossier=dossier, vastgesteld_op__isnull=False)
        return set(rijen.values_list("pk", flat=True))


def open_vragen(dossier: UUID, loket: int) -> list[Adviesinbreng]:
    """What this desk was asked and has not answered. Clausule 8.3."""
    alle = _inbreng(dossier)
    return [rij for rij in alle if rij.aan_id == loket and rij.beantwoord_op is None]


def te_vragen_loketten(dossier: UUID) -> list[Loket]:
    """The municipalities with a ground today, that can be asked. Two queries. Clausule 6.4."""
    rijen = Loket.objects.filter(
        pk__in=loketten(dossier), soort=Loketsoort.NAZORG.value, actief=True
    )
    return list(rijen.order_by("naam"))


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """The advice in its own compartment; what was brought in, in that of the life area."""
    regels = tuple(r for rij in _verzoeken(dossier.pk) for r in _vast(rij))
    if regels:
        titel = _("Advies aan de rechter")
        yield Blok("advies", titel, Gegevenscategorie.JUSTITIEEL_ADVIES.value, regels)
    per_gebied: dict[str, list[Regel]] = defaultdict(list)
    for rij in _inbreng(dossier.pk):
        per_gebied[rij.categorie].append(Regel(str(rij.pk), str(rij.aan.naam), antwoordtekst(rij)))
    for categorie, eigen in sorted(per_gebied.items()):
        titel = _("Inbreng voor de rechter: {gebied}").format(
            gebied=namen.LEEFGEBIEDEN[Leefgebied(categorie)]
        )
        yield Blok(f"inbreng-{categorie}", titel, categorie, tuple(eigen))


def antwoordtekst(rij: Adviesinbreng) -> str:
    """What a municipality answered, in one line."""
    if not rij.antwoord and rij.beantwoord_op:
        return _("Niet meer nodig: het advies is al vastgesteld")
    if not rij.antwoord:
        return _("Nog geen antwoord, uiterlijk op {dag}").format(
            dag=dag_in_woorden(rij.antwoord_uiterlijk)
        )
    naam = str(namen.INBRENGANTWOORDEN[Inbrengantwoord(rij.antwoord)])
    if rij.vanaf:
        naam = _("{antwoord} vanaf {dag}").format(antwoord=naam, dag=dag_in_woorden(rij.vanaf))
    return ". ".join(deel for deel in (naam, rij.toelichting) if deel)


def _beeld(rij: Adviesinbreng, loket: int | None, op: date) -> Inbrengbeeld:
    return Inbrengbeeld(
        rij=rij,
        gebied=str(namen.LEEFGEBIEDEN[Leefgebied(rij.categorie)]),
        antwoord=antwoordtekst(rij) if rij.beantwoord_op else "",
        van_ons=rij.aan_id == loket,
        te_laat=rij.beantwoord_op is None and rij.antwoord_uiterlijk < op,
    )


def _vast(rij: Adviesverzoek) -> Iterator[Regel]:
    beslissing = str(namen.ADVIESBESLISSINGEN[Adviesbeslissing(rij.beslissing)])
    if rij.vastgesteld_op is None:
        yield Regel(str(rij.pk), beslissing, _("In voorbereiding"))
        return
    dag = dag_in_woorden(rij.vastgesteld_op)
    yield Regel(
        str(rij.pk),
        beslissing,
        _("{tekst} (vastgesteld op {dag})").format(tekst=rij.tekst, dag=dag),
    )
    if rij.uitkomst_op:
        op = dag_in_woorden(rij.uitkomst_op)
        yield Regel(f"{rij.pk}-uitkomst", _("Beslissing van {dag}").format(dag=op), rij.uitkomst)

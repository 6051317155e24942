"""What a line of the work list says: who, where, until when, whose, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from richting.akkoord.feiten import Feiten
from richting.akkoord.gemeenten import gemeente_aan_zet
from richting.akkoord.levensloop import BUITENZINNEN, bekende_plaats, laatste_instelling, spoor
from richting.akkoord.partij import Partij
from richting.akkoord.posten import Hoofdlijst
from richting.akkoord.woorden import Loketsoort
from richting.dossiers.feiten import feiten_uit_lijst
from richting.dossiers.namen import PLAATSEN
from richting.meldingen.models import Melding
from richting.meldingen.overzichten import bevestigingen, onbevestigd_van
from richting.partijen.overzichten import loketten_voor, namen_van
from richting.regie.lijsten import Toelichting
from richting.regie.models import Werkregel
from richting.regie.overzichten import werkvoorraad as overzichten

Tekst = str | Promise
BINNEN = (Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH)
"""Who wants to know which municipality answers, and which stays silent."""
HOOFD = {lijst.value for lijst in Hoofdlijst}
"""Lists that say what must be done, and leave out what the municipality said."""


@dataclass(frozen=True)
class Reactie:
    """Whether the municipality said that it has seen the dossier; `gezien_op` None: not yet."""

    gezien_op: datetime | None


@dataclass(frozen=True)
class Regel:
    """A line as the list shows it. `hoort_bij` is the institution of who is outside, `waarom` says
    why it stands on this list, where the list does not say so itself."""

    werkregel: Werkregel
    plaats: Tekst
    hoort_bij: str
    gemeente: str
    spoor: str
    meldingen: list[Melding]
    reactie: Reactie | None
    waarom: str = ""

    @property
    def laatste(self) -> Melding | None:
        """The newest thing the desk was told and has not confirmed."""
        return self.meldingen[-1] if self.meldingen else None

    @property
    def eerdere(self) -> int:
        """How many things it was told before that, and has not confirmed either."""
        return max(len(self.meldingen) - 1, 0)


def regels(
    werkregels: list[Werkregel], vraag: overzichten.Vraag, waarom: dict[UUID, Toelichting]
) -> list[Regel]:
    """The lines of one page, in order. Two or three queries, whatever the page holds."""
    feiten = {regel.dossier_id: feiten_uit_lijst(regel.dossier) for regel in werkregels}
    aan_zet = {
        nummer: gemeente_aan_zet(een, vraag.vandaag, vraag.aannames).waarde or ""
        for nummer, een in feiten.items()
    }
    codes = {plaats.inrichting for een in feiten.values() for plaats in een.plaatsen}
    namen = namen_van(code for code in codes | set(aan_zet.values()) if code)
    nieuws = onbevestigd_van(feiten, vraag.loket) if vraag.lijst == overzichten.NIEUW else {}
    met_reactie = vraag.loketsoort in BINNEN and vraag.lijst not in HOOFD
    reacties = _reacties(aan_zet, vraag.vandaag) if met_reactie else {}
    uit = []
    for werkregel in werkregels:
        nummer = werkregel.dossier_id
        plaats, hoort_bij = _plek(feiten[nummer], vraag.vandaag, namen)
        uit.append(
            Regel(
                werkregel,
                plaats,
                hoort_bij,
                gemeente=namen.get(aan_zet[nummer], aan_zet[nummer]),
                spoor=spoor(feiten[nummer], vraag.vandaag, vraag.aannames).waarde.value,
                meldingen=nieuws.get(nummer, []),
                reactie=reacties.get(nummer),
                waarom=waarom[nummer].zin if nummer in waarom else "",
            )
        )
    return uit


def _reacties(aan_zet: dict[UUID, str], vandaag: date) -> dict[UUID, Reactie]:
    """Per dossier with a municipality: what that municipality said. One query."""
    partijen = {nummer: Partij(Loketsoort.NAZORG, code) for nummer, code in aan_zet.items() if code}
    loketten = loketten_voor(partijen.values(), vandaag)
    gezien = bevestigingen(partijen)
    return {
        nummer: Reactie(gezien.get(nummer, {}).get(loketten[partij]))
        for nummer, partij in partijen.items()
        if partij in loketten
    }


def _plek(feiten: Feiten, op: date, namen: dict[str, str]) -> tuple[Tekst, str]:
    """Where somebody is or was last; for who is outside, also to which institution they belong."""
    plek = bekende_plaats(feiten, op)
    if plek is None:
        return "", ""
    if plek.soort in BUITENZINNEN:
        huis = laatste_instelling(feiten, op)
        code = (huis.inrichting or "") if huis else ""
        return PLAATSEN[plek.soort], namen.get(code, code)
    code = plek.inrichting or ""
    return namen.get(code, code) or PLAATSEN[plek.soort], ""


def groepen(lijst: list[Regel], vraag: overzichten.Vraag) -> Iterator[tuple[str, list[Regel]]]:
    """The lines under a heading per week for who comes home; else all under one."""
    if vraag.lijst != overzichten.THUISKOMST:
        if lijst:
            yield "", lijst
        return
    for week, groep in groupby(lijst, key=lambda r: _week(r.werkregel.thuiskomst, vraag.vandaag)):
        yield week, list(groep)


def _week(dag: date | None, vandaag: date) -> str:
    if dag is None or dag < vandaag:
        return _("Verwachte dag is voorbij, vertrek nog niet gemeld")
    maandag = dag - timedelta(days=dag.weekday())
    if maandag <= vandaag:
        return _("Deze week")
    if maandag <= vandaag + timedelta(days=7):
        return _("Volgende week")
    return _("Week van {dag}").format(dag=date_format(maandag, "j F Y"))

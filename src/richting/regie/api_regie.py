"""Who directs over the API: read it, take over, assign, and hand over, as the pages do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from ninja import Router, Schema
from pydantic import ConfigDict, Field, Strict, StringConstraints

from richting.akkoord.overdracht import Overdrachtdaad, Overdrachtsoort, Overdrachtstaat
from richting.akkoord.regieverloop import Regieherkomst, Regietaak
from richting.delen.toegang import lees_dossier
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.kern.probleem import Deelfout, Probleem, niet_gevonden
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.machine import Machineverzoek
from richting.regie.acties import overdracht as acties
from richting.regie.acties.overname import neem_regie_over
from richting.regie.acties.personeel import wijs_toe
from richting.regie.afspraken import dag_van
from richting.regie.models import Overdracht, Regietijdvak
from richting.regie.overzichten.overdracht import overdrachten_van
from richting.regie.overzichten.regie import regie_van

router = Router(tags=["regie"])
GEEN = "Dit is er niet."
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=r"^[^\x00]*$")]
Leeg = Annotated[str, StringConstraints(max_length=4000, pattern=r"^[^\x00]*$")]
Nummer = Annotated[int, Strict(), Field(ge=1, le=2_000_000_000)]
Dag = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]


class In(Schema):
    """What comes in: only the fields that are described."""

    model_config = ConfigDict(extra="forbid")


class HouderUit(Schema):
    """Who holds a task from a moment on; `organisatie` is null when that is visibly nobody."""

    nummer: int
    taak: Regietaak
    vanafOp: datetime
    loket: int | None
    organisatie: str | None
    code: str
    zin: str
    herkomst: Regieherkomst
    nu: bool


class RegieUit(Schema):
    """Every task that the desk may see, in order of time, with what is known to come."""

    houders: list[HouderUit]


class OvernameIn(In):
    """Take a task over; `gezien` is the holder that was read, `loket` another desk that asked."""

    taak: Regietaak
    gezien: Nummer
    reden: Tekst
    loket: Nummer | None = None


class ToewijzingIn(In):
    """Who at the own desk has the dossier; null for nobody."""

    medewerker: Nummer | None


class OverdrachtUit(Schema):
    """One handover as it stands."""

    id: UUID
    taak: Regietaak
    vanLoket: int
    aanLoket: int
    soort: Overdrachtsoort
    staat: Overdrachtstaat
    datum: date
    opVertrek: bool
    antwoordUiterlijk: date | None
    versie: int


class OverdrachtenUit(Schema):
    """The handovers of a dossier, newest first."""

    overdrachten: list[OverdrachtUit]


class OverdrachtIn(In):
    """Prepare the handover of a task that the own desk holds."""

    taak: Regietaak
    aanLoket: Nummer
    datum: Dag
    opVertrek: bool = False


class OverdrachtstapIn(In):
    """One act on a handover; `reden` and `toelichting` with a refusal."""

    daad: Overdrachtdaad
    versie: Nummer
    reden: Leeg = ""
    toelichting: Leeg = ""


class RegieGedaanUit(Schema):
    """What was written: the handover with its new version; null where the act made none."""

    id: UUID | None
    versie: int | None


def lees(verzoek: Machineverzoek, dossier: UUID, doe: Callable[[Dossier], Any]) -> Any:
    """What `doe` gives of a dossier; a problem 404 without a ground."""

    def functie(lees: Lezing, rij: Dossier, _mijn: set[str]) -> Any:
        lees.gezien([rij.pk], {"verblijf"})
        return doe(rij)

    try:
        return lees_dossier(verzoek.wie, dossier, "api regie", functie)
    except Http404 as fout:
        raise niet_gevonden(GEEN) from fout


def schrijf(doe: Callable[[], Any]) -> dict[str, Any]:
    """Carry an act out: a problem 404 for what is hidden, 409 for what cannot be done now."""
    try:
        rij = doe()
    except NietToegestaan as fout:
        raise niet_gevonden(GEEN) from fout
    except KanNiet as fout:
        raise Probleem(
            409, "Kan nu niet", fout.zin, [Deelfout("body", "", fout.code, fout.zin)]
        ) from fout
    is_overdracht = isinstance(rij, Overdracht)
    return {"id": rij.pk, "versie": rij.versie} if is_overdracht else {"id": None, "versie": None}


def voorbeeld(**velden: Any) -> dict[str, Any]:
    """The example of a body in the description."""
    return {"requestBody": {"content": {"application/json": {"example": velden}}}}


def _houder(rij: Regietijdvak, nu: Regietijdvak | None) -> dict[str, Any]:
    return {
        "nummer": rij.pk,
        "taak": rij.taak,
        "vanafOp": rij.vanaf,
        "loket": rij.loket_id,
        "organisatie": rij.organisatie or None,
        "code": rij.code,
        "zin": _(rij.zin_nu) if rij.zin else "",
        "herkomst": rij.herkomst,
        "nu": rij == nu,
    }


@router.get(
    "/dossiers/{uuid:dossier}/regiehouders",
    operation_id="leesRegie",
    summary="Vraag wie de regie heeft, had en krijgt",
    description="Per taak elke houder, met de reden. Wat vooruit staat volgt uit de feiten.",
    response=RegieUit,
)
def lees_regie(request: Machineverzoek, dossier: UUID) -> Any:
    """Who directs, in time. Clausule 1.5, 1.6, 1.7."""

    def beeld(rij: Dossier) -> dict[str, Any]:
        uit = []
        for een in regie_van(rij.pk, request.wie.nu).values():
            alle = [*reversed(een.eerder), een.nu, een.straks]
            uit += [_houder(deze, een.nu) for deze in alle if deze]
        return {"houders": uit}

    return lees(request, dossier, beeld)


@router.post(
    "/dossiers/{uuid:dossier}/overnames",
    operation_id="neemRegieOver",
    summary="Neem een taak over, met een reden",
    description="Geldt tot de regel iets anders zegt. 409 als een ander net eerder was.",
    response=RegieGedaanUit,
    openapi_extra=voorbeeld(taak="casusregie", gezien=1, reden="De inrichting vraagt hierom"),
)
def neem_over(request: Machineverzoek, dossier: UUID, inhoud: OvernameIn) -> Any:
    """Take a task over. Clausule 1.5, 1.7, 8.7."""
    return schrijf(
        lambda: neem_regie_over(
            request.wie, dossier, inhoud.taak, inhoud.gezien, inhoud.reden, inhoud.loket
        )
    )


@router.post(
    "/dossiers/{uuid:dossier}/toewijzingen",
    operation_id="wijsToe",
    summary="Zet het dossier bij een medewerker van uw loket op naam",
    description="Zonder medewerker staat het dossier zichtbaar bij niemand.",
    response=RegieGedaanUit,
    openapi_extra=voorbeeld(medewerker=1),
)
def wijs_dossier_toe(request: Machineverzoek, dossier: UUID, inhoud: ToewijzingIn) -> Any:
    """Who at the desk has it. Clausule 1.6."""
    return schrijf(lambda: wijs_toe(request.wie, [dossier], inhoud.medewerker))


@router.get(
    "/dossiers/{uuid:dossier}/overdrachten",
    operation_id="leesOverdrachten",
    summary="Vraag de overdrachten van een dossier",
    description="De nieuwste eerst, met de versie die u bij een stap terugstuurt.",
    response=OverdrachtenUit,
)
def lees_overdrachten(request: Machineverzoek, dossier: UUID) -> Any:
    """The handovers. Clausule 1.7."""

    def beeld(rij: Dossier) -> dict[str, Any]:
        feiten = feiten_uit_rijen(rij)
        return {
            "overdrachten": [
                {
                    "id": een.pk,
                    "taak": een.taak,
                    "vanLoket": een.van_loket_id,
                    "aanLoket": een.aan_loket_id,
                    "soort": een.soort,
                    "staat": een.staat,
                    "datum": dag_van(een, feiten),
                    "opVertrek": een.op_vertrek,
                    "antwoordUiterlijk": een.antwoord_uiterlijk,
                    "versie": een.versie,
                }
                for een in overdrachten_van(rij.pk)
            ]
        }

    return lees(request, dossier, beeld)


@router.post(
    "/dossiers/{uuid:dossier}/overdrachten",
    operation_id="bereidOverdrachtVoor",
    summary="Bereid een overdracht voor",
    description="Alleen het loket dat de taak heeft. Bied haar daarna aan met een stap.",
    response=RegieGedaanUit,
    openapi_extra=voorbeeld(taak="casusregie", aanLoket=1, datum="2027-03-01", opVertrek=True),
)
def bereid_voor(request: Machineverzoek, dossier: UUID, inhoud: OverdrachtIn) -> Any:
    """Prepare a handover. Clausule 1.7, 1.8."""
    wat = acties.Voorbereiding(inhoud.aanLoket, inhoud.datum, inhoud.opVertrek)
    return schrijf(lambda: acties.bereid_voor(request.wie, dossier, inhoud.taak, wat))


@router.post(
    "/dossiers/{uuid:dossier}/overdrachten/{uuid:nummer}/stappen",
    operation_id="zetOverdrachtstap",
    summary="Bied aan, aanvaard, weiger, trek in of bevestig",
    description="409 als het nu niet kan of een ander net eerder was.",
    response=RegieGedaanUit,
    openapi_extra=voorbeeld(daad="aanvaarden", versie=2),
)
def zet_stap(request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: OverdrachtstapIn) -> Any:
    """One line of the table of transitions. Clausule 1.7."""
    woorden = (inhoud.reden, inhoud.toelichting)
    return schrijf(
        lambda: acties.doe(request.wie, dossier, nummer, inhoud.daad, inhoud.versie, *woorden)
    )

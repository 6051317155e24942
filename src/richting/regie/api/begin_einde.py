"""The endpoints of begin and end: what municipalities were told, with proof. Clausule 6.1."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router, Schema

from richting.akkoord.begin_einde import Datumgeval
from richting.akkoord.bewijs import Bewijsstand
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import lees_deel
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing, lezing
from richting.kern.probleem import niet_gevonden
from richting.partijen.machine import Machineverzoek
from richting.regie.api.basis import GEEN_DOSSIER
from richting.regie.overzichten import begin_einde as overzichten
from richting.regie.overzichten.begin_einde import LEZERS, Datumregel
from richting.regie.woorden_bewijs import bewijszin, datumzin

router = Router(tags=["meldingen"])
VERBLIJF = Gegevenscategorie.VERBLIJF.value
HANDELING = "api begin en einde"
Limiet = Annotated[int, Query(ge=1, le=200, description="Hoeveel veranderingen u hoogstens wilt.")]
Na = Annotated[
    int | None, Query(ge=1, le=2**62, description="De waarde `volgende` van de vorige bladzijde.")
]
Vanaf = Annotated[date | None, Query(description="Alleen wat vanaf deze dag is gehoord.")]


class KanaalstapUit(Schema):
    """How far a melding came through one channel next to the mailbox."""

    kanaal: str
    verzondenOp: datetime | None
    aangenomenOp: datetime | None
    waaromNiet: str
    opgegeven: bool


class DatumberichtUit(Schema):
    """One date of begin or end and one municipality: what it was told, and the proof of it.

    `loket` and `stand` are null when no municipality was in play at that moment. `dag` is null
    when the end is unknown.
    """

    dossier: UUID
    nummer: int
    geval: Datumgeval
    zin: str
    dag: date | None
    laatst: date | None
    gehoordOp: date
    bronUiterlijk: date | None
    bronTeLaat: bool
    loket: str | None
    stand: Bewijsstand | None
    bewijs: str
    verteldOp: datetime | None
    uiterlijk: date | None
    gelezenOp: datetime | None
    bevestigdOp: datetime | None
    kanalen: list[KanaalstapUit]


class DatumberichtenUit(Schema):
    """What was told of begin and end of one stay, newest first."""

    berichten: list[DatumberichtUit]


class DatumberichtlijstUit(Schema):
    """One page, newest first; `volgende` is null on the last page."""

    berichten: list[DatumberichtUit]
    volgende: int | None


@router.get(
    "/begin-eindberichten",
    operation_id="leesBeginEindberichten",
    summary="Vraag wat gemeenten hoorden van begin en einde (artikel 51c Wjsg)",
    description="Een gemeente ziet wat zij zelf hoorde, een inrichting wat elke gemeente van haar "
    "dossiers hoorde; voor andere loketten is de lijst leeg.",
    response=DatumberichtlijstUit,
)
def lijst(
    request: Machineverzoek, vanaf: Vanaf = None, limiet: Limiet = 50, na: Na = None
) -> dict[str, Any]:
    """What was told of begin and end, of all dossiers of the desk. Clausule 6.1."""
    with lezing(request.wie, HANDELING) as lees:
        regels = overzichten.van_loket(request.wie, vanaf, na, limiet + 1)
        nummers = sorted({regel.nummer for regel in regels}, reverse=True)
        getoond = [regel for regel in regels if regel.nummer in nummers[:limiet]]
        lees.gezien({regel.dossier for regel in getoond}, {VERBLIJF})
    volgende = nummers[limiet - 1] if len(nummers) > limiet else None
    return {"berichten": [_uit(regel) for regel in getoond], "volgende": volgende}


@router.get(
    "/dossiers/{uuid:dossier}/begin-eindberichten",
    operation_id="leesBeginEindberichtenVanDossier",
    summary="Lees wat gemeenten hoorden van begin en einde van dit verblijf",
    description="Elk bericht met het bewijs: verteld, gelezen, bevestigd, of wat ontbreekt.",
    response=DatumberichtenUit,
)
def van_dossier(request: Machineverzoek, dossier: UUID) -> dict[str, Any]:
    """What was told of begin and end of one stay. Clausule 6.1."""

    def regels(lees: Lezing, rij: Dossier, _mijn: set[str]) -> list[dict[str, Any]]:
        gevonden = overzichten.van_dossier(request.wie, rij.pk)
        lees.gezien([rij.pk], {VERBLIJF})
        return [_uit(regel) for regel in gevonden]

    if request.wie.loketsoort not in LEZERS:
        raise niet_gevonden(GEEN_DOSSIER)
    with lezing(request.wie, HANDELING) as lees:
        gelezen = lees_deel(lees, dossier, regels, VERBLIJF)
    if not gelezen:
        raise niet_gevonden(GEEN_DOSSIER)
    return {"berichten": gelezen[0]}


def _uit(regel: Datumregel) -> dict[str, Any]:
    feit = regel.feit
    return {
        "dossier": regel.dossier,
        "nummer": regel.nummer,
        "geval": feit.geval,
        "zin": datumzin(feit),
        "dag": feit.dag,
        "laatst": feit.laatst,
        "gehoordOp": feit.gehoord,
        "bronUiterlijk": feit.bron_uiterlijk,
        "bronTeLaat": feit.bron_te_laat,
        "loket": regel.loket or None,
        "stand": regel.stand,
        "bewijs": bewijszin(regel.stand),
        "verteldOp": regel.verteld_op,
        "uiterlijk": regel.uiterlijk,
        "gelezenOp": regel.gelezen_op,
        "bevestigdOp": regel.bevestigd_op,
        "kanalen": [
            {
                "kanaal": stap.kanaal,
                "verzondenOp": stap.verzonden_op,
                "aangenomenOp": stap.aangenomen_op,
                "waaromNiet": stap.waarom_niet,
                "opgegeven": stap.opgegeven,
            }
            for stap in regel.kanalen
        ],
    }

"""The rule passed a task on: is there an accepted handover, and who must know? Clausule 1.7, 5.4.

Without one the passing is by force of law: it stands as a handover that nobody accepted, both
parties are told, and the receiver confirms. A municipality that said yes to the request to receive
somebody accepted it with that; one that takes its
request back confirms nothing either. Works for all dossiers of a unit of work at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F

from richting.akkoord.feiten import Feiten
from richting.akkoord.overdracht import (
    LOPEND,
    TAKEN,
    VERZOEK_AANVAARD,
    VERZOEK_INGETROKKEN,
    Overdrachtstaat,
    aanvaard_met_verzoek,
    soort_van,
    terug_na_intrekken,
)
from richting.akkoord.partij import Partij
from richting.akkoord.regieverloop import Regieherkomst
from richting.akkoord.woorden import Feitsoort, Loketsoort
from richting.dossiers.feiten import feiten_van_alle
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.klok import AMSTERDAM
from richting.kern.werk import Werk, verwerking
from richting.meldingen.acties import meld_aan_loketten
from richting.regie.acties.basis import een_tegelijk
from richting.regie.models import Overdracht, Overdrachtstap, Regietijdvak
from richting.regie.tijdvakken import middernacht

Paar = tuple[Regietijdvak, Regietijdvak]
STIL = frozenset({"voor_verblijf", "overleden", "ingetrokken"})
"""Before the stay begins nothing is handed over; after a death or withdrawal nothing is left."""
BEURT = 7407
"""Two daily rounds take turns, so that nothing passes twice."""
TERUG = timedelta(days=14)
"""How far back the daily round looks, so that a round that was missed is caught up."""


def verwerk(werk: Werk, feiten: Mapping[UUID, Feiten], paren: Sequence[Paar]) -> None:
    """What follows when tasks passed to another party by rule. Four queries at most."""
    vertel = [
        (nu.dossier_id, loket, Feitsoort.REGIE_OVERGENOMEN)
        for was, nu in paren
        if was.herkomst == Regieherkomst.OVERNAME and was.organisatie != nu.organisatie
        for loket in (was.loket_id, nu.loket_id)
    ]
    overgegaan = [paar for paar in paren if _is_overgang(*paar)]
    if overgegaan:
        vertel += _van_rechtswege(werk, feiten, overgegaan)
    if vertel:
        meld_aan_loketten(werk, [(d, loket, feit) for d, loket, feit in vertel if loket])


def _is_overgang(was: Regietijdvak, nu: Regietijdvak) -> bool:
    lokets = was.loket_id and nu.loket_id and was.loket_id != nu.loket_id
    return bool(
        lokets
        and nu.taak in TAKEN
        and nu.herkomst == Regieherkomst.REGEL
        and not STIL & {was.code, nu.code}
    )


def _van_rechtswege(
    werk: Werk, feiten: Mapping[UUID, Feiten], paren: Sequence[Paar]
) -> list[tuple[UUID, int | None, Feitsoort]]:
    """Settle the handovers of these; returns whom to tell."""
    eerder = _eerder({nu.dossier_id for _was, nu in paren})
    vertel: list[tuple[UUID, int | None, Feitsoort]] = []
    stappen: list[Overdrachtstap] = []
    for was, nu in paren:
        eigen = eerder.get((nu.dossier_id, nu.taak), [])
        if any(_aanvaard(rij, was, nu) for rij in eigen):
            continue
        for rij in eigen:
            if rij.staat in LOPEND and rij.aan_loket_id != nu.loket_id:
                stappen.append(_naar(werk, rij, Overdrachtstaat.INGETROKKEN))
        passend = [r for r in eigen if r.staat in LOPEND and r.aan_loket_id == nu.loket_id]
        rij = passend[0] if passend else _nieuw(werk, feiten[nu.dossier_id], was, nu)
        rij.datum, rij.op_vertrek = _dag(nu), False
        if met := _met_verzoek(feiten[nu.dossier_id], was, nu):
            rij.ontvangen_op = rij.datum
            stappen.append(_naar(werk, rij, Overdrachtstaat.AANVAARD, met[0]))
            vertel.append((nu.dossier_id, was.loket_id, met[1]))
            continue
        stappen.append(_naar(werk, rij, Overdrachtstaat.VAN_RECHTSWEGE))
        vertel += [
            (nu.dossier_id, loket, Feitsoort.REGIE_VAN_RECHTSWEGE)
            for loket in (was.loket_id, nu.loket_id)
        ]
    werk.stapel.voeg_toe(stappen)
    return vertel


def _met_verzoek(
    feiten: Feiten, was: Regietijdvak, nu: Regietijdvak
) -> tuple[str, Feitsoort] | None:
    """With what step of a request the task passed, and what the other party hears of it.

    Who said yes, or took its own request back, did this itself: it is asked nothing. 5.4, 5.7.
    """
    van, aan, dag = _partij(was), _partij(nu), _dag(nu)
    if aanvaard_met_verzoek(feiten, van, aan, dag):
        return VERZOEK_AANVAARD, Feitsoort.OVERDRACHT_BEANTWOORD
    if terug_na_intrekken(feiten, van, aan, dag):
        return VERZOEK_INGETROKKEN, Feitsoort.REGIE_VAN_RECHTSWEGE
    return None


def _aanvaard(rij: Overdracht, was: Regietijdvak, nu: Regietijdvak) -> bool:
    """Somebody accepted this very passing, on whatever day it came."""
    return (
        rij.staat == Overdrachtstaat.AANVAARD
        and (rij.van_loket_id, rij.aan_loket_id) == (was.loket_id, nu.loket_id)
        and rij.gewijzigd_op >= was.vanaf
    )


def _eerder(dossiers: Iterable[UUID]) -> dict[tuple[UUID, str], list[Overdracht]]:
    uit: dict[tuple[UUID, str], list[Overdracht]] = {}
    for rij in Overdracht.objects.filter(dossier__in=list(dossiers)):
        uit.setdefault((rij.dossier_id, rij.taak), []).append(rij)
    return uit


def _nieuw(werk: Werk, feiten: Feiten, was: Regietijdvak, nu: Regietijdvak) -> Overdracht:
    dag = _dag(nu)
    soort = soort_van(feiten, _partij(was), _partij(nu), dag, aannames_op(werk.wie.vandaag))
    return Overdracht(
        id=werk.stapel.sleutel(),
        dossier_id=nu.dossier_id,
        taak=nu.taak,
        van_loket_id=was.loket_id or 0,
        aan_loket_id=nu.loket_id or 0,
        soort=soort.value,
        datum=dag,
        gemaakt_op=werk.wie.nu,
    )


def _dag(rij: Regietijdvak) -> date:
    return rij.vanaf.astimezone(AMSTERDAM).date()


def _partij(rij: Regietijdvak) -> Partij:
    return Partij(Loketsoort(rij.soort), rij.organisatie)


def _naar(werk: Werk, rij: Overdracht, staat: Overdrachtstaat, reden: str = "") -> Overdrachtstap:
    """Save a handover in its new state, a new one on the pile; the step that tells of it."""
    rij.staat, rij.gewijzigd_op = staat.value, werk.wie.nu
    if rij._state.adding:
        werk.stapel.voeg_toe([rij])
    else:
        rij.versie += 1
        rij.save()
    werk.noteer(
        rij.dossier_id,
        "overdracht_gewijzigd",
        rij.categorie,
        na={"taak": rij.taak, "staat": staat.value, "loket": rij.aan_loket_id}
        | ({"reden": reden} if reden else {}),
    )
    return Overdrachtstap(
        dossier_id=rij.dossier_id,
        overdracht=rij,
        naar=staat.value,
        reden=reden,
        op=werk.wie.nu,
        loket=werk.wie.loket,
        door=werk.wie.naam,
    )


def werk_bij(wie: Wie) -> int:
    """The daily round: what passed at midnight by what was written ahead. Clausule 1.7, 5.4.

    Running it again changes nothing; a day that was missed is caught up. Returns how many passed.
    """
    with verwerking(wie) as werk:
        een_tegelijk(BEURT)
        paren = list(_om_middernacht(wie.vandaag))
        if paren:
            verwerk(werk, feiten_van_alle({nu.dossier_id for _was, nu in paren}), paren)
        return len(paren)


def _om_middernacht(vandaag: date) -> Iterable[Paar]:
    """Rows that were written ahead and took effect without a handover on record. Two queries."""
    raak = Regietijdvak.objects.filter(
        vanaf__gt=F("vastgesteld_op"),
        vanaf__gte=middernacht(vandaag - TERUG),
        vanaf__lte=middernacht(vandaag),
        taak__in=[taak.value for taak in TAKEN],
        herkomst=Regieherkomst.REGEL.value,
    )
    gevonden = {(rij.dossier_id, rij.taak): rij for rij in raak.order_by("vanaf")}
    dossiers = {dossier for dossier, _taak in gevonden}
    gedaan = {
        (rij.dossier_id, rij.taak, rij.aan_loket_id, rij.datum)
        for rij in Overdracht.objects.filter(
            dossier__in=list(dossiers), staat=Overdrachtstaat.VAN_RECHTSWEGE.value
        )
    }
    alle: dict[tuple[UUID, str], list[Regietijdvak]] = {}
    for rij in Regietijdvak.objects.filter(dossier__in=list(dossiers)).order_by("vanaf"):
        alle.setdefault((rij.dossier_id, rij.taak), []).append(rij)
    for sleutel, nu in gevonden.items():
        ervoor = [rij for rij in alle[sleutel] if rij.vanaf < nu.vanaf]
        if ervoor and (*sleutel, nu.loket_id, _dag(nu)) not in gedaan:
            yield ervoor[-1], nu

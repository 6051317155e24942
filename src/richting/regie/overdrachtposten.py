"""What handing over asks of desks by a day: prepare, answer, confirm. Clausule 1.7, 1.8, 5.1."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.akkoord.kalender import min_werkdagen, plus_werkdagen
from richting.akkoord.levensloop import rekendatum
from richting.akkoord.overdracht import Overdrachtstaat, voorbereiden_vanaf
from richting.akkoord.posten import Post
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.kern.klok import AMSTERDAM
from richting.regie.afspraken import dag_van
from richting.regie.models import Overdracht, Regietijdvak
from richting.regie.posten import OVERDRACHT, Posten, Postenbron, Postvraag, registreer
from richting.regie.tijdvakken import geldend
from richting.regie.vervulling import met_rij

CASUS = Regietaak.CASUSREGIE.value
AANNAME = Bron("aanname", "overdracht_voorbereiden_weken")
ONDERWEG = (Overdrachtstaat.AANGEBODEN.value, Overdrachtstaat.AANVAARD.value)


def maak(vraag: Postvraag) -> Posten:
    """The posts of handovers of these dossiers. Two queries. Clausule 1.7, 1.8."""
    lopend: dict[UUID, list[Overdracht]] = {}
    overgedragen = met_rij(list(vraag.feiten), (OVERDRACHT,), vraag.gevuld)
    for rij in Overdracht.objects.filter(dossier__in=overgedragen) if overgedragen else ():
        lopend.setdefault(rij.dossier_id, []).append(rij)
    vooraf = [d for d, een in vraag.feiten.items() if _is_nabij(een, vraag)]
    houders: dict[UUID, list[Regietijdvak]] = {}
    tijdvakken = Regietijdvak.objects.filter(dossier__in=vooraf, taak=CASUS)
    for tijdvak in tijdvakken if vooraf else ():
        houders.setdefault(tijdvak.dossier_id, []).append(tijdvak)
    return {
        dossier: [
            *_voorbereiden(vraag, dossier, houders.get(dossier, []), lopend.get(dossier, [])),
            *(post for rij in lopend.get(dossier, []) for post in _antwoorden(vraag, rij)),
        ]
        for dossier in vraag.feiten
    }


def _is_nabij(feiten: Feiten, vraag: Postvraag) -> bool:
    """The handover of the case must be in preparation."""
    vanaf = voorbereiden_vanaf(feiten, vraag.aannames)
    return vanaf is not None and vanaf <= vraag.op


def _voorbereiden(
    vraag: Postvraag, dossier: UUID, houders: list[Regietijdvak], lopend: list[Overdracht]
) -> Iterator[Post]:
    """Who holds the case prepares its handover, some weeks before the release."""
    if not houders:
        return
    feiten, einde = vraag.feiten[dossier], rekendatum(vraag.feiten[dossier])
    vanaf = voorbereiden_vanaf(feiten, vraag.aannames)
    nu = geldend(houders, datetime.combine(vraag.op, time.max, AMSTERDAM))
    if vanaf is None or einde is None or vanaf > vraag.op or nu is None or nu.loket_id is None:
        return
    gedaan = [r.gewijzigd_op for r in lopend if r.taak == CASUS and r.staat in ONDERWEG]
    yield Post(
        soort="overdracht_voorbereiden",
        sleutel="overdracht_voorbereiden",
        loket=nu.loket_id,
        uiterlijk=min_werkdagen(einde, vraag.aannames.overdracht_vooraf_werkdagen),
        sinds=vanaf,
        zin=_("Bereid de overdracht van de casusregie voor en bied haar aan."),
        bron=AANNAME,
        pagina="regie:regie",
        gedaan_op=max(gedaan).astimezone(AMSTERDAM).date() if gedaan else None,
    )


def _antwoorden(vraag: Postvraag, rij: Overdracht) -> Iterator[Post]:
    """What was offered waits for an answer, what passed by force of law for a confirmation."""
    sinds = rij.gewijzigd_op.astimezone(AMSTERDAM).date()
    if rij.staat == Overdrachtstaat.AANGEBODEN:
        dag = dag_van(rij, vraag.feiten[rij.dossier_id])
        uiterlijk = min(rij.antwoord_uiterlijk or dag, dag)
        zin = _("Aanvaard of weiger de overdracht van de regie.")
        bron = Bron("aanname", "antwoord_werkdagen")
    elif rij.staat == Overdrachtstaat.VAN_RECHTSWEGE:
        uiterlijk = plus_werkdagen(rij.datum, vraag.aannames.melden_werkdagen)
        zin = _("Bevestig dat u de regie heeft. Zij ging over zonder aanvaarde overdracht.")
        bron = Bron("aanname", "melden_werkdagen")
    else:
        return
    yield Post(
        soort=f"overdracht_{rij.staat}",
        sleutel=f"overdracht:{rij.pk}",
        loket=rij.aan_loket_id,
        uiterlijk=uiterlijk,
        sinds=sinds,
        zin=zin,
        bron=bron,
        wachter=rij.van_loket_id,
        pagina="regie:overdracht",
        delen=(str(rij.pk),),
    )


def meld_aan() -> None:
    """Register this source; running it twice changes nothing."""
    registreer(Postenbron("overdracht", maak))

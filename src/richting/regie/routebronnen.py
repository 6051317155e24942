"""What the regie shows on the route: who holds each task and when, handovers, decisions.

Only for who works on the plan; row security leaves out compartments. Clausule 1.5, 1.6, 1.7, 5.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.besluiten import Besluitstaat
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.levensloop import rekendatum
from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overdracht import Overdrachtstaat
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.termijnen import Termijnfeit, lopende_termijnen
from richting.delen.toegang import mijn_categorieen
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.klok import AMSTERDAM
from richting.kern.lezen import Lezing
from richting.partijen.overzichten import namen_van
from richting.regie.acties.overgang import STIL
from richting.regie.afspraken import dag_van
from richting.regie.models import Besluit, Overdracht, Regietijdvak
from richting.regie.namen import STATEN, TAKEN, partijnaam
from richting.regie.overzichten.regie import casusregie_na
from richting.regie.woorden_besluit import SOORTEN
from richting.regie.woorden_besluit import STATEN as BESLUITSTATEN
from richting.web.bronnen import in_woorden
from richting.web.route import Band, Punt, Routebron, registreer
from richting.web.route.bron import Item, Kleur, Maker

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

TITELS: dict[Regietaak, _StrOrPromise] = {
    Regietaak.PROCESREGIE: TAKEN[Regietaak.PROCESREGIE],
    Regietaak.CASUSREGIE: TAKEN[Regietaak.CASUSREGIE],
    Regietaak.TOEZICHT: gettext_lazy("Wie toezicht houdt"),
}
NIET_DOOR = (Overdrachtstaat.INGETROKKEN.value, Overdrachtstaat.GEWEIGERD.value)
OVER = frozenset({Overdrachtstaat.AANVAARD, Overdrachtstaat.VAN_RECHTSWEGE})


def _houders(taak: Regietaak) -> Maker:
    """One lane: who holds this task from when until when. Three queries at most."""

    def maak(lees: Lezing, dossier: Dossier) -> Iterable[Item]:
        if lees.wie.loketsoort not in PLANPARTIJEN:
            return ()
        rijen = Regietijdvak.objects.filter(dossier=dossier.pk, taak=taak.value)
        banden = list(_banden(list(rijen.order_by("vanaf")), lees.wie.vandaag))
        return _tot_vertrek(banden, lees, dossier) if taak is Regietaak.CASUSREGIE else banden

    return maak


def _tot_vertrek(banden: list[Band], lees: Lezing, dossier: Dossier) -> list[Band]:
    """Of the case: who has it now goes on until the expected end, then whom the rule names.

    Only when nothing is stored yet of what comes after. Clausule 1.7.
    """
    feiten, op = feiten_uit_rijen(dossier), lees.wie.vandaag
    vertrek = rekendatum(feiten)
    if not banden or banden[-1].van > op or banden[-1].tot:
        return banden
    if feiten.einde or vertrek is None or vertrek <= op:
        return banden
    houder = casusregie_na(dossier.pk, feiten, op, aannames_op(op))
    naam = _("nog niemand")
    kleur: Kleur = "aandacht"
    if houder.partij:
        code, kleur = houder.partij.organisatie, "verwacht"
        naam = partijnaam(namen_van([code]).get(code, code), houder.partij.loketsoort)
    zin = _(houder.zin) if houder.zin else ""
    erna = Band(naam, vertrek, None, banden[-1].categorie, kleur, zin)
    return [*banden[:-1], replace(banden[-1], straks=vertrek), erna]


def _banden(rijen: list[Regietijdvak], vandaag: date) -> Iterator[Band]:
    """Rows one after another with the same holder are one stretch; within a day nothing shows."""
    anders = [r for r, ervoor in zip_longest(rijen, [None, *rijen[:-1]]) if _wisselt(r, ervoor)]
    namen = namen_van({rij.organisatie for rij in anders if rij.organisatie})
    for rij, erna in zip_longest(anders, anders[1:]):
        van, tot = _dag(rij), _dag(erna) if erna else None
        if rij.code in STIL or van == tot or _zonder_taak(rij):
            continue
        naam = partijnaam(namen.get(rij.organisatie, rij.organisatie), rij.soort)
        naam = naam or _("nog niemand")
        leeg = not rij.organisatie
        kleur: Kleur = "aandacht" if leeg else "verwacht" if van > vandaag else "vol"
        yield Band(naam, van, tot, rij.categorie, kleur, _(rij.zin_nu) if rij.zin else "")


def _wisselt(rij: Regietijdvak, ervoor: Regietijdvak | None) -> bool:
    if ervoor is None:
        return True
    stil = (rij.code in STIL, ervoor.code in STIL)
    return stil[0] != stil[1] or rij.organisatie != ervoor.organisatie or rij.soort != ervoor.soort


def _zonder_taak(rij: Regietijdvak) -> bool:
    """Without supervision there is nobody who must hold it."""
    return rij.taak == Regietaak.TOEZICHT and not rij.organisatie


def _dag(rij: Regietijdvak) -> date:
    return rij.vanaf.astimezone(AMSTERDAM).date()


def overdrachten(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """The day of each handover that goes on, and how it stands. One query. Clausule 1.7."""
    if lees.wie.loketsoort not in PLANPARTIJEN:
        return
    rijen = Overdracht.objects.filter(dossier=dossier.pk).exclude(staat__in=NIET_DOOR)
    feiten = feiten_uit_rijen(dossier)
    for rij in rijen.select_related("aan_loket").order_by("datum", "pk"):
        staat = Overdrachtstaat(rij.staat)
        naam = _("{taak} naar {loket}").format(
            taak=TAKEN[Regietaak(rij.taak)], loket=rij.aan_loket.naam
        )
        yield Punt(
            naam,
            dag_van(rij, feiten),
            rij.categorie,
            "vast" if staat in OVER else "verwacht",
            STATEN[staat],
            "vol" if staat is Overdrachtstaat.AANVAARD else "aandacht",
        )


def besluiten(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """The day on which each decision takes effect. One query. Clausule 5.3."""
    if lees.wie.loketsoort not in PLANPARTIJEN:
        return
    rijen = Besluit.objects.filter(dossier=dossier.pk)
    for rij in rijen.exclude(staat=Besluitstaat.INGETROKKEN.value).order_by("ingang", "pk"):
        vast = rij.staat == Besluitstaat.DEFINITIEF
        yield Punt(
            SOORTEN[Besluitsoort(rij.soort)],
            rij.ingang,
            rij.categorie,
            "vast" if vast else "verwacht",
            BESLUITSTATEN[Besluitstaat(rij.staat)],
            "vol" if vast else "aandacht",
        )


def voor_vertrek(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """The last days of what must be ready before the release. One query. Clausule 5.1, 5.5.

    They move with the day of release; who may not see a compartment is not shown its terms.
    """
    if lees.wie.loketsoort not in PLANPARTIJEN:
        return
    feiten, op = feiten_uit_rijen(dossier), lees.wie.vandaag
    mijn = mijn_categorieen(dossier.pk, lees.wie.loket)
    for termijn in lopende_termijnen(feiten, op, {}, aannames_op(op)):
        if termijn.regel.feit is not Termijnfeit.ONTSLAG or termijn.regel.categorie not in mijn:
            continue
        kleur: Kleur = "licht" if termijn.uiterlijk < op else "aandacht"
        yield Punt(
            _(termijn.zin),
            termijn.uiterlijk,
            termijn.regel.categorie.value,
            toelichting=in_woorden(termijn.bron),
            kleur=kleur,
        )


def meld_aan() -> None:
    """Register the lanes of the regie."""
    registreer(Routebron("voor_vertrek", 61, gettext_lazy("Voor het vertrek"), voor_vertrek))
    for plek, (taak, titel) in enumerate(TITELS.items(), start=70):
        registreer(Routebron(taak.value, plek, titel, _houders(taak)))
    registreer(Routebron("overdrachten", 75, gettext_lazy("Overdracht"), overdrachten))
    registreer(Routebron("besluiten", 57, gettext_lazy("Besluiten"), besluiten))

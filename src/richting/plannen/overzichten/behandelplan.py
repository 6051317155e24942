"""Treatment plan, steps outside and hearings, as row security shows them. Within a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.aannames import Aannames
from richting.akkoord.plan.fasering import VERDER, Stapsoort, Stapstaat
from richting.akkoord.plan.standen import stand
from richting.akkoord.plan.woorden import Leefgebied, Standwaarde
from richting.akkoord.regie import driehoek
from richting.akkoord.woorden import BINNEN, Gegevenscategorie
from richting.delen.overzichten import wie_mag
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.rijen import hang_lijst
from richting.partijen.overzichten import namen_van
from richting.plannen import namen
from richting.plannen.models import Actie, Behandeldoel, Faseringsstap, Stapreactie, Zitting
from richting.plannen.onderdelen import Blok, Regel
from richting.plannen.overzichten.rijen import planrijen
from richting.plannen.overzichten.screening import antwoorden
from richting.plannen.overzichten.standen import als_feit
from richting.plannen.woorden import Behandelstand, Raadpleging, Zittingsoort
from richting.web.datums import dag_in_woorden

PLAN, BEHANDELING = Gegevenscategorie.PLAN.value, Gegevenscategorie.BEHANDELING.value


@dataclass(frozen=True)
class Behandelbeeld:
    """Everything of this subject that the reader may see."""

    doelen: list[Behandeldoel]
    stappen: list[Faseringsstap]
    zittingen: list[Zitting]


@dataclass(frozen=True)
class Meedenker:
    """A chair of the triangle at the steps: who sits there, and whether it sees them.

    `neemt`: it is the institution, that takes the steps itself.
    """

    stoel: str
    naam: str
    ziet: bool
    code: str
    neemt: bool


def meedenkers(dossier: Dossier, op: date, aannames: Aannames) -> list[Meedenker]:
    """Who can react to the steps, and who cannot because no law opens the plan to it. Two queries.

    Clausule 1.10, 2.2, 6.4. Forensic care knows no ground for the municipality (Wfz).
    """
    stoelen = driehoek(feiten_uit_rijen(dossier), op, aannames)
    namen_ = namen_van(s.partij.organisatie for s in stoelen if s.partij)
    ziende = {
        (toegang.organisatie, toegang.loketsoort)
        for toegang in wie_mag(dossier.pk, op)
        if PLAN in toegang.categorieen
    }
    uit = []
    for stoel in stoelen:
        code = stoel.partij.organisatie if stoel.partij else ""
        naam = namen_.get(code, code)
        soort = stoel.partij.loketsoort.value if stoel.partij else ""
        neemt = soort in BINNEN
        uit.append(Meedenker(_(stoel.naam), naam, (naam, soort) in ziende, code, neemt))
    return uit


def wie_nog_niet(stap: Faseringsstap, denkers: list[Meedenker]) -> list[str]:
    """Who sees a step that is not over yet, and did not react; the institution plans it itself.

    Clausule 1.10, 5.3. No query.
    """
    if not VERDER[Stapstaat(stap.staat)]:
        return []
    al = {reactie.van_loket.organisatie.code for reactie in stap.reacties.all()}
    return [een.naam for een in denkers if een.ziet and not een.neemt and een.code not in al]


def behandelbeeld(dossier: UUID) -> Behandelbeeld:
    """Goals, steps with reactions, hearings. Clausule 1.10, 5.6, 5.12."""
    plan = planrijen(dossier)
    reacties: dict[UUID, list[Stapreactie]] = defaultdict(list)
    for reactie in plan.van(Stapreactie):
        reacties[reactie.stap_id].append(reactie)
    stappen = sorted(plan.van(Faseringsstap), key=lambda rij: (rij.van, rij.pk))
    for stap in stappen:
        hang_lijst(stap, "reacties", reacties[stap.pk])
    zittingen = sorted(plan.van(Zitting), key=lambda rij: (rij.op, rij.pk))
    return Behandelbeeld(plan.van(Behandeldoel), stappen, zittingen)


def identiteit_op(dossier: UUID, op: date) -> bool | None:
    """Whether there is a valid identity document on a day; None when not known.

    Clausule 5.10; feiten T25.
    """
    gebied = Leefgebied.IDENTITEIT
    rijen = [rij for rij in planrijen(dossier).van(Actie) if rij.leefgebied == gebied.value]
    gezegd = antwoorden(dossier)[gebied].antwoorden
    waarde = stand(gebied, gezegd, [als_feit(rij) for rij in rijen], op).waarde
    if waarde in (Standwaarde.IN_ORDE, Standwaarde.GEREGELD_VOOR_ONTSLAG):
        return True
    return False if waarde in (Standwaarde.NIET_GEREGELD, Standwaarde.LOOPT) else None


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """This subject as blocks: the treatment in its own compartment."""
    beeld = behandelbeeld(dossier.pk)
    doelen = tuple(
        Regel(str(d.pk), str(namen.BEHANDELSTANDEN[Behandelstand(d.stand)]), _met(d))
        for d in beeld.doelen
    )
    yield from _blok("behandeldoelen", _("Doelen van de behandeling"), BEHANDELING, doelen)
    stappen = tuple(_stap(rij) for rij in beeld.stappen)
    yield from _blok("fasering", _("Stappen naar buiten"), PLAN, stappen)
    zittingen = tuple(_zitting(rij) for rij in beeld.zittingen)
    yield from _blok("zittingen", _("Zittingen"), PLAN, zittingen)


def _blok(sleutel: str, titel: str, categorie: str, regels: tuple[Regel, ...]) -> Iterator[Blok]:
    if regels:
        yield Blok(sleutel, titel, categorie, regels)


def _met(doel: Behandeldoel) -> str:
    return f"{doel.tekst}. {doel.evaluatie}" if doel.evaluatie else doel.tekst


def _stap(rij: Faseringsstap) -> Regel:
    dagen = dag_in_woorden(rij.van)
    if rij.tot != rij.van:
        dagen = _("{van} tot en met {tot}").format(van=dagen, tot=dag_in_woorden(rij.tot))
    delen = [str(namen.STAPSTATEN[Stapstaat(rij.staat)]), dagen]
    if rij.doel:
        delen.append(_("Doel: {doel}").format(doel=rij.doel))
    if rij.voorwaarden:
        delen.append(_("Voorwaarden: {lijst}").format(lijst="; ".join(rij.voorwaarden)))
    if rij.ondanks_bezwaar:
        delen.append(
            _("Gaat door ondanks bezwaar, omdat: {reden}").format(reden=rij.ondanks_bezwaar)
        )
    if rij.afwijking:
        delen.append(_("Toch, omdat: {reden}").format(reden=rij.afwijking))
    if rij.reden:
        delen.append(_("Reden: {reden}").format(reden=rij.reden))
    delen += [_reactie(reactie) for reactie in rij.reacties.all()]
    return Regel(str(rij.pk), str(namen.STAPSOORTEN[Stapsoort(rij.soort)]), ". ".join(delen))


def _reactie(rij: Stapreactie) -> str:
    antwoord = str(namen.RAADPLEGINGEN[Raadpleging(rij.antwoord)])
    toelichting = f" ({rij.toelichting})" if rij.toelichting else ""
    return f"{rij.van_loket.naam}: {antwoord}{toelichting}"


def _zitting(rij: Zitting) -> Regel:
    tekst = dag_in_woorden(rij.op)
    if rij.uitspraak_op:
        tekst = _("{dag}. Uitspraak op {op}: {uitkomst}").format(
            dag=tekst, op=dag_in_woorden(rij.uitspraak_op), uitkomst=rij.uitkomst
        )
    return Regel(str(rij.pk), str(namen.ZITTINGEN[Zittingsoort(rij.soort)]), tekst)

"""Advice to the judge over the API: asked, brought in by municipalities, fixed, decided.

Clausule 8.3. The advice lies in a compartment of its own; what a municipality is asked lies in that
of the life area. Both are read as rows (`rijen.py`).
"""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from richting.akkoord.plan.woorden import Leefgebied
from richting.kern.context import Wie
from richting.plannen.acties import advies as acties
from richting.plannen.api.basis import Dag, In, Leeg, Nummer, RijenUit, Tekst, Versie, gedane
from richting.plannen.api.hang import Schrijfdeur
from richting.plannen.models import Adviesinbreng
from richting.plannen.woorden import Adviesaanvrager, Adviesbeslissing, Inbrengantwoord


class AdviesverzoekIn(In):
    """Somebody asks probation for advice."""

    aanvrager: Adviesaanvrager
    beslissing: Adviesbeslissing
    gevraagdOp: Dag
    zittingOp: Dag | None = None
    toelichting: Leeg = ""


class AdviestekstIn(In):
    """The text of an advice that is not fixed."""

    versie: Versie
    tekst: Leeg


class UitkomstIn(In):
    """What the judge decided, and on which day."""

    versie: Versie
    uitkomst: Tekst
    op: Dag


class InbrengvraagIn(In):
    """Ask a municipality what it can arrange, per life area."""

    loket: Nummer
    leefgebieden: Annotated[list[Leefgebied], Field(min_length=1, max_length=len(Leefgebied))]
    vraag: Tekst


class InbrengIn(In):
    """What a municipality can arrange; `vanaf` when it can."""

    versie: Versie
    antwoord: Inbrengantwoord
    vanaf: Dag | None = None
    toelichting: Leeg = ""


def _verzoek(wie: Wie, dossier: UUID, wat: AdviesverzoekIn, _nummer: Any) -> Any:
    dagen = (wat.gevraagdOp, wat.zittingOp)
    return acties.leg_adviesverzoek_vast(
        wie, dossier, wat.aanvrager, wat.beslissing, *dagen, wat.toelichting
    )


def _vraag(wie: Wie, dossier: UUID, wat: InbrengvraagIn, nummer: UUID) -> list[Adviesinbreng]:
    return acties.vraag_inbreng(wie, dossier, nummer, wat.loket, wat.leefgebieden, wat.vraag)


def _geef(wie: Wie, dossier: UUID, wat: InbrengIn, nummer: UUID) -> Adviesinbreng:
    waarden = wat.model_dump(exclude={"versie"})
    return acties.geef_inbreng(wie, dossier, nummer, wat.versie, waarden)


DADEN = (
    Schrijfdeur(
        "adviesverzoeken",
        "legAdviesverzoekVast",
        "Leg vast dat iemand om advies aan de rechter vraagt",
        "Alleen de reclassering geeft advies.",
        AdviesverzoekIn,
        {
            "aanvrager": "om",
            "beslissing": "schorsing",
            "gevraagdOp": "2026-11-20",
            "zittingOp": "2026-12-14",
        },
        _verzoek,
    ),
    Schrijfdeur(
        "adviesverzoeken/{uuid:nummer}/inbrengen",
        "vraagInbreng",
        "Vraag een gemeente wat zij kan regelen, en vanaf wanneer",
        "Per leefgebied (onderdak, inkomen, zorg) één vraag. De gemeente ziet de vraag, nooit het "
        "advies.",
        InbrengvraagIn,
        {"loket": 1, "leefgebieden": ["onderdak"], "vraag": "Is er een kamer?"},
        _vraag,
        RijenUit,
        gedane,
    ),
    Schrijfdeur(
        "adviesinbrengen/{uuid:nummer}/antwoorden",
        "geefInbreng",
        "Antwoord wat uw gemeente kan regelen",
        "Kan het, dan vanaf welke dag. Aanpassen kan tot het advies is vastgesteld.",
        InbrengIn,
        {"versie": 1, "antwoord": "kan", "vanaf": "2026-12-15", "toelichting": "Opvang Oost"},
        _geef,
    ),
    Schrijfdeur(
        "adviesverzoeken/{uuid:nummer}/teksten",
        "bewaarAdvies",
        "Bewaar het concept van een advies",
        "Zolang het niet is vastgesteld.",
        AdviestekstIn,
        {"versie": 1, "tekst": "Toezicht is haalbaar."},
        lambda wie, d, i, n: acties.bewaar_tekst(wie, d, n, i.versie, i.tekst),
    ),
    Schrijfdeur(
        "adviesverzoeken/{uuid:nummer}/vaststellingen",
        "stelAdviesVast",
        "Stel een advies vast",
        "De tekst verandert daarna nooit meer. Vragen aan gemeenten die nog open staan, vervallen.",
        AdviestekstIn,
        {"versie": 2, "tekst": "Toezicht is haalbaar, er is opvang."},
        lambda wie, d, i, n: acties.stel_advies_vast(wie, d, n, i.versie, i.tekst),
    ),
    Schrijfdeur(
        "adviesverzoeken/{uuid:nummer}/uitkomsten",
        "noteerUitkomst",
        "Leg vast wat de rechter besliste na het advies",
        "Alleen bij een vastgesteld advies.",
        UitkomstIn,
        {"versie": 3, "uitkomst": "Geschorst, met toezicht", "op": "2026-12-14"},
        lambda wie, d, i, n: acties.noteer_uitkomst(wie, d, n, i.versie, i.uitkomst, i.op),
    ),
)
"""From request to result."""

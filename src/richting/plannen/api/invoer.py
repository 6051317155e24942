"""What the acts of the plan take in, as JSON; unknown fields are refused."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from richting.akkoord.plan.fasering import Stapsoort, Stapstaat
from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.akkoord.plan.woorden import (
    Leefgebied,
    Standwaarde,
)
from richting.plannen.api.basis import Dag, GedaanUit, In, Ja, Leeg, Tekst, Versie
from richting.plannen.woorden import (
    Behandelstand,
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Lot,
    Meegeven,
    Motivatiestand,
    Planvraagsoort,
    Raadpleging,
    Slachtofferbelangsoort,
    Zittingsoort,
)

Namen = Annotated[list[Tekst], Field(max_length=50)]


class AfwijkingIn(In):
    """Departing from a standing; `vorige` is the departure that stood there."""

    leefgebied: Leefgebied
    stand: Standwaarde
    reden: Tekst
    opOntslag: Ja = False
    vorige: UUID | None = None


class PlanvraagIn(In):
    """The answer to a question of the plan; `versie` 0 when nothing stood there."""

    soort: Planvraagsoort
    tekst: Leeg
    versie: Versie = 0


class MotivatieIn(In):
    """How motivated the person is on a day."""

    op: Dag
    stand: Motivatiestand
    toelichting: Leeg = ""
    gedaan: Leeg = ""


class PogingIn(In):
    """An attempt to reach the person."""

    op: Dag
    hoe: Tekst
    uitkomst: Tekst


class FactorIn(In):
    """Something that protects or is a risk."""

    aard: Factoraard
    leefgebied: Leefgebied
    tekst: Tekst


class OndersteuningIn(In):
    """Support that already ran."""

    leefgebied: Leefgebied
    wat: Tekst
    aanbieder: Leeg = ""
    sinds: Dag | None = None


class LotIn(In):
    """What becomes of support, and who decided so."""

    versie: Versie
    lot: Lot
    door: Leeg = ""
    reden: Leeg = ""


class StartgesprekIn(In):
    """The joint start; `redenZonderPersoon` when the person was not there."""

    op: Dag
    vorm: Gespreksvorm
    deelnemers: Namen
    afwezigen: Namen = []
    redenZonderPersoon: Leeg = ""
    toelichting: Leeg = ""


class DoelIn(In):
    """A goal, in words."""

    tekst: Tekst


class DoeleindeIn(In):
    """A goal is reached, or let go."""

    versie: Versie
    bereikt: Ja


class InstemmingIn(In):
    """What the person says of the newest fixed version."""

    op: Dag
    antwoord: Instemmingsantwoord
    toelichting: Leeg = ""


class TegenwerkingIn(In):
    """On without cooperation, and what is done anyway per life area."""

    sinds: Dag
    reden: Tekst
    terugval: dict[Leefgebied, Leeg] = {}


class EindeIn(In):
    """Something ends: the version that was read, and why."""

    versie: Versie
    reden: Leeg = ""


class LeegAntwoordIn(In):
    """One of the five answers is empty on purpose, or no longer."""

    antwoord: Antwoordcel
    leeg: Ja = True


class PlanversieIn(In):
    """Fix the working version; `vorige` is the newest number that was read (0: none)."""

    vorige: Versie
    toelichting: Leeg = ""


class VastgesteldUit(GedaanUit):
    """The version that was fixed, with the number under which everybody reads it."""

    nummer: int


class ZorgIn(In):
    """What goes along in care; `versie` 0 when nothing stood there."""

    versie: Versie = 0
    afspraakBij: Leeg = ""
    afspraakOp: Dag | None = None
    vervolg: Leeg = ""
    overdrachtsbrief: Meegeven = Meegeven.ONBEKEND


class SlachtofferbelangIn(In):
    """A wish or condition of a victim."""

    soort: Slachtofferbelangsoort
    tekst: Tekst
    geldigTot: Dag | None = None


class SlachtoffertoetsIn(In):
    """Nothing touches the plan, what stands is still right and all there is (`ongewijzigd`), or the
    question is open again (`heropen`, with a reason)."""

    heropen: Ja = False
    ongewijzigd: Ja = False
    reden: Leeg = ""


class EvaluatieIn(In):
    """How a goal of the treatment goes."""

    versie: Versie
    stand: Behandelstand
    evaluatie: Tekst


class FaseringsstapIn(In):
    """A step outside; `afwijking` says why, when the rule has an objection."""

    soort: Stapsoort
    van: Dag
    tot: Dag
    doel: Leeg = ""
    voorwaarden: Namen = []
    afwijking: Leeg = ""


class StapstaatIn(In):
    """A step goes on to another state."""

    versie: Versie
    staat: Stapstaat
    reden: Leeg = ""


class StapreactieIn(In):
    """What this desk says of a step."""

    antwoord: Raadpleging
    toelichting: Leeg = ""


class ZittingIn(In):
    """A hearing on which the end hangs."""

    soort: Zittingsoort
    op: Dag


class UitspraakIn(In):
    """What the judge decided."""

    versie: Versie
    uitspraakOp: Dag
    uitkomst: Tekst

"""Acts on the plan itself: question, offer, motivation, factors, support, start, agreement.

Each takes who acts and the dossier first, and returns the row it made or changed. All raise
NietToegestaan without a ground, which a page answers with 404. What changes an existing row takes
the version that was on the screen and raises Botsing when somebody else was first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.context import Wie
from richting.partijen.fouten import KanNiet
from richting.plannen.acties.basis import leg_vast, pas_aan, planwerk, vergrendeld
from richting.plannen.models import (
    Doel,
    Factor,
    GeenAntwoord,
    Instemming,
    Motivatie,
    Ondersteuning,
    Planversie,
    Planvraag,
    Poging,
    Startgesprek,
    ZonderMedewerking,
)
from richting.plannen.woorden import (
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Lot,
    Motivatiestand,
    Planvraagsoort,
)

PLAN, MOTIVATIE = Gegevenscategorie.PLAN.value, Gegevenscategorie.MOTIVATIE.value


def bewaar_planvraag(
    wie: Wie, dossier: UUID, soort: Planvraagsoort, tekst: str, versie: int
) -> Planvraag:
    """Answer one question of the plan; `versie` 0 when nothing stood there. Clausule 4.2, 4.3.

    Raises Botsing, and KanNiet for an empty text where nothing stood.
    """
    rijen = bewaar_planvragen(wie, dossier, {soort: (tekst, versie)})
    if soort not in rijen:
        raise KanNiet("leeg", _("Vul een antwoord in."))
    return rijen[soort]


def bewaar_planvragen(
    wie: Wie, dossier: UUID, antwoorden: Mapping[Planvraagsoort, tuple[str, int]]
) -> dict[Planvraagsoort, Planvraag]:
    """Answer questions of the plan: text and the version on the screen. Clausule 4.2, 4.3.

    All or none: raises Botsing, and saves nothing, when somebody else was first with one of them.
    An empty text where nothing stood is no answer. Returns the answers that stand.
    """
    with planwerk(wie, dossier, PLAN) as werk:
        rijen = Planvraag.objects.select_for_update().filter(dossier=dossier).order_by("soort")
        staand = {Planvraagsoort(rij.soort): rij for rij in rijen}
        for soort, (tekst, versie) in antwoorden.items():
            rij = staand.get(soort)
            if rij is not None:
                pas_aan(werk, rij, versie, {"tekst": tekst}, "planvraag")
            elif tekst:
                velden = {"soort": soort.value, "tekst": tekst}
                staand[soort] = leg_vast(werk, Planvraag, dossier, PLAN, "planvraag", **velden)
        return staand


def noteer_motivatie(
    wie: Wie, dossier: UUID, op: date, stand: Motivatiestand, toelichting: str, gedaan: str
) -> Motivatie:
    """How motivated the person is on a day, and what was done to raise it. Clausule 4.4, 5.13."""
    with planwerk(wie, dossier, MOTIVATIE) as werk:
        return leg_vast(
            werk,
            Motivatie,
            dossier,
            MOTIVATIE,
            "motivatie",
            op=op,
            stand=stand.value,
            toelichting=toelichting,
            gedaan=gedaan,
        )


def voeg_factor_toe(
    wie: Wie, dossier: UUID, aard: Factoraard, leefgebied: Leefgebied, tekst: str
) -> Factor:
    """Something that protects or that is a risk, in one life area. Clausule 5.2."""
    categorie = leefgebied.categorie.value
    with planwerk(wie, dossier, categorie) as werk:
        return leg_vast(
            werk,
            Factor,
            dossier,
            categorie,
            "factor",
            aard=aard.value,
            leefgebied=leefgebied.value,
            tekst=tekst,
        )


def beeindig_factor(wie: Wie, dossier: UUID, nummer: UUID, versie: int) -> Factor:
    """A factor no longer holds; the row stays, with its end."""
    with planwerk(wie, dossier, PLAN) as werk:
        rij = vergrendeld(Factor, dossier, nummer)
        pas_aan(werk, rij, versie, {"beeindigd_op": wie.nu}, "factor_beeindigd")
        return rij


def leg_ondersteuning_vast(
    wie: Wie, dossier: UUID, leefgebied: Leefgebied, wat: str, aanbieder: str, sinds: date | None
) -> Ondersteuning:
    """Support that already ran before the stay. Clausule 4.1, 8.4."""
    categorie = leefgebied.categorie.value
    with planwerk(wie, dossier, categorie) as werk:
        return leg_vast(
            werk,
            Ondersteuning,
            dossier,
            categorie,
            "ondersteuning",
            leefgebied=leefgebied.value,
            wat=wat,
            aanbieder=aanbieder,
            sinds=sinds,
        )


def besluit_over_ondersteuning(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, lot: Lot, door: str, reden: str
) -> Ondersteuning:
    """Decide whether support goes on, waits or stops, by whom and why. Clausule 4.1, 5.3, 8.4.

    Raises KanNiet without a reason for pausing or ending, and without who decided.
    """
    if lot in (Lot.GEPAUZEERD, Lot.BEEINDIGD) and not reden:
        raise KanNiet("reden", _("Zeg waarom deze hulp stilstaat of stopt."))
    if lot is not Lot.ONBESLIST and not door:
        raise KanNiet("door", _("Zeg wie dit heeft besloten."))
    with planwerk(wie, dossier, PLAN) as werk:
        rij = vergrendeld(Ondersteuning, dossier, nummer)
        besluit = {
            "lot": lot.value,
            "besloten_door": door,
            "reden": reden,
            "besloten_op": wie.vandaag if lot is not Lot.ONBESLIST else None,
        }
        pas_aan(werk, rij, versie, besluit, "ondersteuning_besloten", reden)
        return rij


def noteer_start(
    wie: Wie,
    dossier: UUID,
    op: date,
    vorm: Gespreksvorm,
    deelnemers: Sequence[str],
    afwezigen: Sequence[str],
    *,
    reden_zonder_persoon: str = "",
    toelichting: str = "",
) -> Startgesprek:
    """The joint start: who took part, who did not come, and with the person. Clausule 5.2, 8.2.

    Without the person only with `reden_zonder_persoon`. Raises KanNiet without anybody.
    """
    if not deelnemers:
        raise KanNiet("deelnemers", _("Noem wie meedeed."))
    with planwerk(wie, dossier, PLAN) as werk:
        return leg_vast(
            werk,
            Startgesprek,
            dossier,
            PLAN,
            "startgesprek",
            op=op,
            vorm=vorm.value,
            deelnemers=list(deelnemers),
            afwezigen=list(afwezigen),
            met_persoon=not reden_zonder_persoon,
            reden_zonder_persoon=reden_zonder_persoon,
            toelichting=toelichting,
        )


def voeg_doel_toe(wie: Wie, dossier: UUID, tekst: str) -> Doel:
    """A goal of the person, in the own words. Clausule 1.9."""
    with planwerk(wie, dossier, PLAN) as werk:
        return leg_vast(werk, Doel, dossier, PLAN, "doel", tekst=tekst)


def beeindig_doel(wie: Wie, dossier: UUID, nummer: UUID, versie: int, *, bereikt: bool) -> Doel:
    """A goal is reached, or let go. Clausule 1.9."""
    with planwerk(wie, dossier, PLAN) as werk:
        rij = vergrendeld(Doel, dossier, nummer)
        pas_aan(werk, rij, versie, {"beeindigd_op": wie.nu, "bereikt": bereikt}, "doel_beeindigd")
        return rij


def noteer_instemming(
    wie: Wie, dossier: UUID, op: date, antwoord: Instemmingsantwoord, toelichting: str
) -> Instemming:
    """What the person says of the plan as it was last fixed, or of the working version.

    Clausule 1.9. The newest fixed version is the one that is meant.
    """
    with planwerk(wie, dossier, PLAN) as werk:
        laatste = Planversie.objects.filter(dossier=dossier).order_by("-nummer").first()
        return leg_vast(
            werk,
            Instemming,
            dossier,
            PLAN,
            "instemming",
            planversie=laatste.nummer if laatste else None,
            op=op,
            antwoord=antwoord.value,
            toelichting=toelichting,
        )


def ga_verder_zonder(
    wie: Wie, dossier: UUID, sinds: date, reden: str, terugval: dict[str, str]
) -> ZonderMedewerking:
    """The route without the person's cooperation, with what is done anyway. Clausule 1.4.

    `terugval` maps a life area to what parties do without the person. Raises KanNiet when this
    route is already taken.
    """
    with planwerk(wie, dossier, PLAN) as werk:
        if ZonderMedewerking.objects.filter(dossier=dossier, beeindigd_op=None).exists():
            raise KanNiet("loopt_al", _("Dit plan gaat al verder zonder medewerking."))
        return leg_vast(
            werk,
            ZonderMedewerking,
            dossier,
            PLAN,
            "zonder_medewerking",
            sinds=sinds,
            reden=reden,
            terugval={gebied: tekst for gebied, tekst in terugval.items() if tekst},
        )


def werkt_weer_mee(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int, reden: str
) -> ZonderMedewerking:
    """The person cooperates again: the route without cooperation ends. Clausule 1.4, 4.4."""
    with planwerk(wie, dossier, PLAN) as werk:
        rij = vergrendeld(ZonderMedewerking, dossier, nummer)
        einde = {"beeindigd_op": wie.nu, "eindreden": reden}
        pas_aan(werk, rij, versie, einde, "weer_medewerking", reden)
        return rij


def noteer_poging(wie: Wie, dossier: UUID, op: date, hoe: str, uitkomst: str) -> Poging:
    """An attempt to reach or win the person. Clausule 1.4, 5.13."""
    with planwerk(wie, dossier, MOTIVATIE) as werk:
        return leg_vast(
            werk, Poging, dossier, MOTIVATIE, "poging", op=op, hoe=hoe, uitkomst=uitkomst
        )


def zeg_geen(wie: Wie, dossier: UUID, antwoord: Antwoordcel) -> GeenAntwoord:
    """One of the five answers is empty on purpose. Clausule 5.5. Saying it again changes nothing.

    Raises KanNiet for the answers that can never be empty.
    """
    if antwoord in (Antwoordcel.WIE_DOET_WAT, Antwoordcel.WIE_REGISSEERT):
        raise KanNiet("nooit_leeg", _("Dit antwoord kan niet leeg zijn."))
    with planwerk(wie, dossier, PLAN) as werk:
        staat = _laatste_geen(dossier, antwoord)
        if staat is not None and staat.beeindigd_op is None:
            return staat
        return leg_vast(werk, GeenAntwoord, dossier, PLAN, "geen_antwoord", antwoord=antwoord.value)


def trek_geen_in(wie: Wie, dossier: UUID, antwoord: Antwoordcel) -> GeenAntwoord:
    """One of the five answers is no longer empty on purpose. Clausule 5.5.

    Taking it back again changes nothing. Raises KanNiet when nobody ever said it was empty.
    """
    with planwerk(wie, dossier, PLAN) as werk:
        rij = _laatste_geen(dossier, antwoord)
        if rij is None:
            raise KanNiet("niet_leeg", _("Niemand zei dat dit antwoord met opzet leeg is."))
        if rij.beeindigd_op is None:
            pas_aan(werk, rij, rij.versie, {"beeindigd_op": wie.nu}, "geen_antwoord_ingetrokken")
        return rij


def _laatste_geen(dossier: UUID, antwoord: Antwoordcel) -> GeenAntwoord | None:
    """What was said last of this answer: an open row first, else the newest that ended."""
    rijen = GeenAntwoord.objects.select_for_update().filter(dossier=dossier, antwoord=antwoord)
    return rijen.order_by(F("beeindigd_op").desc(nulls_first=True)).first()

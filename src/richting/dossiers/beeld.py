"""What the dossier page says, put together from the rows that its reader may see.

The rules decide (`akkoord`), `namen` and `tijdlijn` find the words, the template only shows. The
first lines answer the first questions: who, where, until when, and who directs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from richting.akkoord.aannames import Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import (
    BUITENZINNEN,
    bekende_plaats,
    fase,
    laatste_dag,
    laatste_instelling,
    rekendatum,
    route,
    sleuteldata,
    spoor,
)
from richting.akkoord.levensloop import Stuk as Routestuk
from richting.akkoord.meldingen import VEILIGHEIDSPARTIJEN
from richting.akkoord.regie import driehoek
from richting.akkoord.uitkomst import Uitkomst
from richting.akkoord.verzoeken import aanvaarde_banden
from richting.akkoord.woorden import Fase, Loketsoort, SoortPlaats
from richting.dossiers.models import Dossier
from richting.dossiers.namen import (
    AANVAARD,
    EINDEREDENEN,
    FASEN,
    KENMERKEN,
    PLAATSEN,
    ROLLEN,
    TITELS,
    WAT_TE_DOEN,
)
from richting.dossiers.tijdlijn import Namen
from richting.kern.instellingen import aannames_op
from richting.web.tijdbalk import Mijlpaal, Soort, Stuk

Tekst = str | Promise
BINNEN = frozenset({Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH})
"""Whose own system sends the messages: an answer goes there, not to a colleague."""
STRAFKETEN = frozenset({Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH, Loketsoort.RECLASSERING})
"""Who carries out the sentence reads why someone is held and why the stay ended; others have no
need of it for the return."""


@dataclass(frozen=True)
class Lezer:
    """For whom the page is: at which kind of desk, on which day."""

    loketsoort: str
    vandaag: date

    @property
    def in_strafketen(self) -> bool:
        """Whether the title and the reason of the end are for this reader."""
        return self.loketsoort in STRAFKETEN

    @property
    def in_driehoek(self) -> bool:
        """Whether the joint work is for this reader; not for the mayor, OM and police."""
        return self.loketsoort not in VEILIGHEIDSPARTIJEN


def codes(feiten: Feiten) -> set[str]:
    """The organisations that the page names."""
    gevonden = {p.inrichting for p in feiten.plaatsen} | {g.gemeente for g in feiten.gemeenten}
    gevonden |= {band.gemeente for band in aanvaarde_banden(feiten)}
    gevonden |= {t.organisatie for t in feiten.toezicht}
    gevonden |= {feiten.reclassering, feiten.veiligheidshuis}
    return {code for code in gevonden if code}


def inhoud(rij: Dossier, feiten: Feiten, namen: Namen, lezer: Lezer) -> dict[str, Any]:
    """All that stands on the page but the journal and the panels of other rooms.

    Clausule 2.2, 3.3, 3.4, 3.5, 3.9.
    """
    vandaag, aannames = lezer.vandaag, aannames_op(lezer.vandaag)
    nu = fase(feiten, vandaag)
    return {
        "fase": nu,
        "spoor": spoor(feiten, vandaag, aannames),
        "waar": waar(feiten, nu, namen, vandaag),
        "rekendatum": rekendatum(feiten),
        "stappen": stappen(nu),
        "stukken": stukken(feiten, namen, vandaag),
        "mijlpalen": mijlpalen(feiten),
        "stoelen": stoelen(feiten, namen, vandaag, aannames) if lezer.in_driehoek else [],
        "gemeenten": [
            *((namen.organisatie(g.gemeente), ROLLEN.get(g.rol, "")) for g in feiten.gemeenten),
            *(
                (namen.organisatie(g.gemeente), AANVAARD)
                for g in aanvaarde_banden(feiten)
                if g.tot is None
            ),
        ],
        "kenmerken": [
            (KENMERKEN.get(k.soort, k.soort), k.waarde) for k in rij.ketenkenmerken.all()
        ],
        "titel": TITELS[feiten.titel] if lezer.in_strafketen else "",
        "eindereden": eindereden(feiten) if lezer.in_strafketen else "",
        "toezicht": [(namen.organisatie(t.organisatie), t) for t in rij.toezicht.all()],
        "vragen": vragen(rij),
        "zelf_binnen": lezer.loketsoort in BINNEN,
    }


@dataclass(frozen=True)
class Waar:
    """Where somebody is now (or was last): under which heading, the place, since when."""

    kop: Tekst
    plaats: Tekst
    sinds: date | None
    onder: Tekst = ""


def waar(feiten: Feiten, nu: Uitkomst[Fase], namen: Namen, op: date) -> Waar:
    """The answer to "where?" in a few words. Clausule 3.5, 4.1."""
    plek = bekende_plaats(feiten, op)
    naam = _plaatsnaam(plek, namen) if plek else _("nog niet bekend")
    if nu.waarde == Fase.NA:
        kop = _("Overleden") if nu.code == "overleden" else _("Vertrokken")
        return Waar(kop, _("uit {plaats}").format(plaats=naam), laatste_dag(feiten))
    if nu.waarde == Fase.BUITEN_ONDER_TITEL and plek:
        instelling = laatste_instelling(feiten, op)
        huis = _plaatsnaam(instelling, namen) if instelling else ""
        onder = _("hoort bij {plaats}").format(plaats=huis) if huis else ""
        return Waar(_("Nu"), PLAATSEN[plek.soort], plek.van, onder)
    if nu.waarde == Fase.VOOR and op < feiten.begin:
        return Waar(_("Wordt verwacht in"), naam, feiten.begin)
    return Waar(_("Nu"), naam, plek.van if plek else None)


def _plaatsnaam(plek: Any, namen: Namen) -> Tekst:
    return namen.organisatie(plek.inrichting) if plek.inrichting else PLAATSEN[plek.soort]


def stappen(nu: Uitkomst[Fase]) -> list[dict[str, Any]]:
    """The phases in order; outside under title only for who is there. Clausule 4.1."""
    op_volgorde = [Fase.VOOR, Fase.BINNEN, Fase.BUITEN_ONDER_TITEL, Fase.NA]
    if nu.waarde != Fase.BUITEN_ONDER_TITEL:
        op_volgorde.remove(Fase.BUITEN_ONDER_TITEL)
    hier = op_volgorde.index(nu.waarde)
    return [
        {
            "naam": FASEN[een],
            "stand": "klaar" if nummer < hier else "nu" if nummer == hier else "straks",
        }
        for nummer, een in enumerate(op_volgorde)
    ]


def stukken(feiten: Feiten, namen: Namen, vandaag: date) -> list[Stuk]:
    """The route as the line in time draws it; what is still to come has its own look."""
    uit = []
    for stuk in route(feiten):
        naam = PLAATSEN[stuk.soort] if stuk.soort else _("onbekend")
        if stuk.inrichting:
            naam = namen.organisatie(stuk.inrichting)
        verwacht = feiten.verwacht_einde.laatst or feiten.verwacht_einde.vroegst
        straks = verwacht if stuk.tot is None and verwacht and verwacht > vandaag else None
        uit.append(Stuk(naam, stuk.van, stuk.tot, _kleur(stuk), straks=straks))
    return uit


def _kleur(stuk: Routestuk) -> Soort:
    if stuk.soort == SoortPlaats.VERLOF:
        return "verlof"
    return "buiten" if stuk.soort in BUITENZINNEN or not stuk.binnen else "binnen"


def mijlpalen(feiten: Feiten) -> list[Mijlpaal]:
    """The days that matter, as far as they are known; the begin is the begin of the line."""
    return [
        Mijlpaal(_(d.naam), d.datum, d.zekerheid.value)
        for d in sleuteldata(feiten)
        if d.datum is not None and d.code != "begin"
    ]


def stoelen(feiten: Feiten, namen: Namen, op: date, aannames: Aannames) -> list[dict[str, Any]]:
    """The three chairs, each with the name of who sits there; "" for an empty one.

    Clausule 2.1, 2.2, 8.1.
    """
    return [
        {
            "kop": _(stoel.naam),
            "naam": namen.organisatie(stoel.partij.organisatie) if stoel.partij else "",
            "zin": _(stoel.zin),
        }
        for stoel in driehoek(feiten, op, aannames)
    ]


def eindereden(feiten: Feiten) -> Tekst:
    """Why the stay ended; "" while it lasts."""
    return EINDEREDENEN[feiten.eindereden] if feiten.eindereden else ""


def vragen(rij: Dossier) -> list[dict[str, Any]]:
    """The open questions, each with what may answer it. Clausule 3.1."""
    return [
        {"tekst": _(vraag.tekst), "doe": WAT_TE_DOEN.get(vraag.code, "")}
        for vraag in rij.vragen.all()
        if vraag.vervallen_op is None
    ]

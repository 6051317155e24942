"""The plan on paper: what stands in it for this reader, as an accessible (tagged) PDF.

Typst makes PDF/UA-1: headings, tables and lists carry their meaning, so that a screen reader can
read it. Content goes in as data, never as markup. See docs/keuzes/015-papier.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import typst
from django.utils import translation
from django.utils.translation import gettext as _

from richting.akkoord.plan.overgangen import OPEN
from richting.akkoord.plan.woorden import Actiekader, Actiestaat
from richting.dossiers.models import Dossier
from richting.plannen import actienamen
from richting.plannen.models import Actie, Doel, Plaatsing
from richting.plannen.onderdelen import Blok, Regel
from richting.plannen.overzichten.plaatsen import waar
from richting.web.datums import dag_in_woorden

DRUK = Path(__file__).parent / "druk"
LETTERTYPEN = DRUK / "lettertypen"
AFGEHANDELD = (Actiestaat.GEDAAN, Actiestaat.NIET_NODIG)
"""What the person reads under what is arranged: also what needs nothing, to say that it is so."""
NORM: Final = "ua-1"
"""PDF/UA-1, the standard of accessible PDF."""


@dataclass(frozen=True)
class Afdruk:
    """About one print: of whose plan, of which version ("" is the working one), for which desk."""

    dossier: Dossier
    versie: str
    loket: str
    vandaag: date


def plan_pdf(afdruk: Afdruk, blokken: Iterable[Blok]) -> bytes:
    """The plan for a professional, in the language of the screen. Clausule 7.1."""
    kop = (
        Regel("dossier", _("Dossier"), afdruk.dossier.nummer),
        Regel("versie", _("Versie"), afdruk.versie or _("zoals het nu is, nog niet vastgesteld")),
        Regel("voor", _("Afgedrukt voor"), afdruk.loket),
        Regel("op", _("Afgedrukt op"), dag_in_woorden(afdruk.vandaag)),
    )
    naam = afdruk.dossier.persoon.volledige_naam
    return _maak(
        "plan",
        {
            "titel": _("Plan van {naam}").format(naam=naam),
            "kop": [asdict(regel) for regel in kop],
            "waarschuwing": _(
                "Dit plan kan veranderd zijn sinds deze afdruk. Het bevat alleen wat het genoemde "
                "loket mag zien. Bewaar het veilig en gooi het niet bij het gewone papier."
            ),
            "voettekst": _voet(afdruk),
            "blokken": [blok.als_json() for blok in blokken],
        },
    )


def persoon_pdf(
    afdruk: Afdruk,
    acties: Iterable[Actie],
    doelen: Iterable[Doel],
    einde: str,
    taal: str,
    plaatsen: Iterable[Plaatsing] = (),
) -> bytes:
    """The plan for the person: what, who, when, in plain words. Clausule 1.9, 7.1.

    `einde` says in words when the stay is expected to end; `taal` is nl or en.
    """
    with translation.override(taal):
        rijen, plekken = list(acties), waar(plaatsen, afdruk.vandaag)
        return _maak(
            "persoon",
            {
                "titel": _("Mijn plan"),
                "naam": afdruk.dossier.persoon.volledige_naam,
                "inleiding": [*_inleiding(afdruk, einde), *_in_een_andere_taal(rijen, taal)],
                "waarschuwing": _(
                    "Dit plan kan veranderen. Vraag aan uw casemanager of dit nog klopt."
                ),
                "voettekst": _voet(afdruk),
                "delen": [_te_doen(rijen, plekken), _gedaan(rijen, plekken)],
                "lijsten": _lijsten(doelen),
            },
        )


def _inleiding(afdruk: Afdruk, einde: str) -> list[str]:
    return [
        _("Dit zijn de afspraken voor als u vrijkomt."),
        _("Verwacht einde van uw verblijf: {einde}.").format(einde=einde),
        _("Gemaakt op {dag}.").format(dag=dag_in_woorden(afdruk.vandaag)),
    ]


def _in_een_andere_taal(rijen: list[Actie], taal: str) -> list[str]:
    """What staff wrote themselves is not translated: who does not read Dutch must know that."""
    getoond = (rij for rij in rijen if rij.staat in OPEN or rij.staat in AFGEHANDELD)
    if taal == "nl" or not any(actienamen.voor_persoon(rij) == rij.wat for rij in getoond):
        return []
    return [
        _("Wat medewerkers zelf opschreven, is in het Nederlands. Vraag wat het betekent."),
    ]


def _te_doen(rijen: list[Actie], plekken: dict[UUID, str]) -> dict[str, Any]:
    return {
        "titel": _("Wat gaat er gebeuren?"),
        "koppen": [_("Wat"), _("Wie"), _("Wanneer")],
        "rijen": [
            [_wat(rij, plekken), _wie(rij), _wanneer(rij)] for rij in rijen if rij.staat in OPEN
        ],
        "leeg": _("Er zijn nog geen afspraken."),
    }


def _gedaan(rijen: list[Actie], plekken: dict[UUID, str]) -> dict[str, Any]:
    return {
        "titel": _("Wat is al geregeld?"),
        "koppen": [_("Wat"), _("Wie"), _("Klaar op")],
        "rijen": [
            [_wat(rij, plekken), _wie(rij), _klaar(rij)]
            for rij in rijen
            if rij.staat in AFGEHANDELD
        ],
        "leeg": _("Er is nog niets helemaal geregeld."),
    }


def _klaar(rij: Actie) -> str:
    if rij.staat == Actiestaat.NIET_NODIG:
        return _("niet nodig")
    return dag_in_woorden(rij.klaar_op) if rij.klaar_op else ""


def _wat(rij: Actie, plekken: dict[UUID, str]) -> str:
    """What happens, and where somebody can go for it. Clausule 1.9, 4.3."""
    wat, plek = actienamen.voor_persoon(rij), plekken.get(rij.pk)
    return f"{wat.rstrip('.')}. {plek}" if plek else wat


def _wie(rij: Actie) -> str:
    """Who does it; who was only asked did not say yes yet."""
    wie = rij.verantwoordelijk.naam
    if rij.staat == Actiestaat.GEVRAAGD:
        return _("{wie} (is gevraagd, nog geen antwoord)").format(wie=wie)
    return wie


def _wanneer(rij: Actie) -> str:
    """Until when it must be done; a special condition holds from a day on. Clausule 5.5."""
    if rij.begin and rij.kader == Actiekader.BIJZONDERE_VOORWAARDE:
        vanaf = dag_in_woorden(rij.begin)
        if rij.uiterlijk is None:
            return _("vanaf {vanaf}").format(vanaf=vanaf)
        tot = dag_in_woorden(rij.uiterlijk)
        return _("van {vanaf} tot en met {tot}").format(vanaf=vanaf, tot=tot)
    if rij.uiterlijk is None:
        return _("nog niet bekend")
    return _("vóór of op {dag}").format(dag=dag_in_woorden(rij.uiterlijk))


def _lijsten(doelen: Iterable[Doel]) -> list[dict[str, Any]]:
    eigen = [doel.tekst for doel in doelen if doel.beeindigd_op is None]
    vragen = [
        _("Klopt er iets niet? Zeg het tegen uw casemanager of uw gemeente."),
        _("U mag zeggen dat u het niet eens bent met het plan. Dat wordt opgeschreven."),
        _("U mag vragen wie uw gegevens heeft bekeken, en waarom."),
    ]
    lijsten = [{"titel": _("Vragen?"), "regels": vragen}]
    if eigen:
        lijsten.insert(0, {"titel": _("Mijn doelen"), "regels": eigen})
    return lijsten


def _voet(afdruk: Afdruk) -> str:
    return f"{afdruk.dossier.nummer} · {dag_in_woorden(afdruk.vandaag)}"


def _maak(sjabloon: str, gegevens: dict[str, Any]) -> bytes:
    taal = (translation.get_language() or "nl")[:2]
    gemaakt = typst.compile(
        DRUK / f"{sjabloon}.typ",
        font_paths=[LETTERTYPEN],
        ignore_system_fonts=True,
        pdf_standards=[NORM],
        sys_inputs={"data": json.dumps({**gegevens, "taal": taal}, ensure_ascii=False)},
    )
    return bytes(gemaakt)

"""What the screens of the screening show: the four moments, one moment to fill in, the history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from richting.akkoord.plan.antwoorden import uit_json, zelfde
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.vragenlijst import Vraag
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Meetmoment
from richting.akkoord.woorden import GemeenteRol
from richting.dossiers.models import Dossier
from richting.partijen.overzichten import namen_van
from richting.plannen.antwoordtekst import antwoordtekst, in_taal
from richting.plannen.models import Afname, Brongegeven
from richting.plannen.namen import ANTWOORDBRONNEN, LEEFGEBIEDEN
from richting.plannen.overzichten.brongegevens import als_antwoord, brongegevens
from richting.plannen.overzichten.screening import (
    Gebiedsantwoorden,
    antwoorden,
    concepten,
    gevraagd,
    laatste_van_moment,
)
from richting.plannen.vragenlijsten import met_code, nieuwste


@dataclass(frozen=True)
class Gebiedscherm:
    """One life area to fill in: its questions, what stands, and what is known already.

    `concept` is the draft; without one, `eerder` is the measurement that is corrected, if any.
    """

    leefgebied: Leefgebied
    vragen: tuple[Vraag, ...]
    staat: dict[str, Antwoord]
    bekend: dict[str, list[str]]
    concept: Afname | None
    eerder: Afname | None
    bekend_antwoord: bool = False
    """An earlier measurement answers a question that is still open here."""


@dataclass(frozen=True)
class Antwoordregel:
    """A question with its answer in words, who said it and of which day."""

    vraag: str
    antwoord: str
    bron: str
    op: date | None


@dataclass(frozen=True)
class Metingbeeld:
    """What was fixed in one go: when, at which moment, by whom, and the answers per area."""

    moment: Meetmoment
    op: datetime
    door: str
    vragenlijst: str
    gebieden: list[tuple[str, list[Antwoordregel]]]


@dataclass(frozen=True)
class Registers:
    """What registers know: sentences from messages about the stay, and what parties passed on."""

    berichten: dict[str, list[str]]
    gegevens: dict[str, list[Brongegeven]]

    def zinnen(self, vraag: Vraag, staat: dict[str, Antwoord]) -> Iterable[str]:
        """What they say about a question, unless the screen says the same already."""
        yield from self.berichten.get(vraag.code, ())
        zin = _("{register}, {dag}: {antwoord}. Neem dit over of verbeter het.")
        for rij in self.gegevens.get(vraag.code, ()):
            antwoord = als_antwoord(rij)
            if not zelfde(antwoord, staat.get(vraag.code)):
                yield zin.format(
                    register=rij.register,
                    dag=date_format(rij.peildatum, "j F Y"),
                    antwoord=antwoordtekst(vraag, antwoord),
                )


def invulscherm(
    dossier: Dossier, moment: Meetmoment, mijn: set[str], vandaag: date
) -> list[Gebiedscherm]:
    """The areas that this desk may fill in at one moment. Five queries. Clausule 5.1, 6.4."""
    staand, open_ = antwoorden(dossier.pk), concepten(dossier.pk, moment, vandaag)
    eerder = laatste_van_moment(dossier.pk, moment)
    registers = Registers(_uit_registratie(dossier), brongegevens(dossier.pk))
    return [
        _gebiedscherm(
            staand[gebied], moment, open_.get(gebied), eerder.get(gebied), registers, vandaag
        )
        for gebied in Leefgebied
        if gebied.categorie.value in mijn
    ]


def _gebiedscherm(
    staand: Gebiedsantwoorden,
    moment: Meetmoment,
    concept: Afname | None,
    eerder: Afname | None,
    registers: Registers,
    vandaag: date,
) -> Gebiedscherm:
    gebied, rij = staand.leefgebied, concept or eerder
    lijst = (concept and met_code(concept.vragenlijst)) or nieuwste(vandaag)
    staat = gevraagd(rij) if rij else {}
    vragen = lijst.voor(gebied, moment)
    bekend = {
        vraag.code: [*registers.zinnen(vraag, staat), *_eerder(vraag, staand, staat)]
        for vraag in vragen
    }
    te_nemen = {*staand.antwoorden, *registers.gegevens}
    over = any(v.code in te_nemen and v.code not in staat for v in vragen)
    return Gebiedscherm(gebied, vragen, staat, bekend, concept, eerder, over)


def _eerder(vraag: Vraag, staand: Gebiedsantwoorden, staat: dict[str, Antwoord]) -> Iterable[str]:
    """What an earlier measurement says, unless the screen says the same already."""
    antwoord = staand.antwoorden.get(vraag.code)
    if antwoord is None or zelfde(antwoord, staat.get(vraag.code)):
        return
    zin = _("Eerder: {antwoord}. {bron}, {dag}.")
    dag = date_format(antwoord.peildatum, "j F Y") if antwoord.peildatum else _("dag onbekend")
    yield zin.format(
        antwoord=antwoordtekst(vraag, antwoord), dag=dag, bron=ANTWOORDBRONNEN[antwoord.bron]
    )


def _uit_registratie(dossier: Dossier) -> dict[str, list[str]]:
    """What the messages about the stay say already, by question. One query."""
    banden = [b for b in dossier.gemeenten.all() if b.rol == GemeenteRol.INGEZETENE]
    if not banden:
        return {}
    namen = namen_van(band.gemeente for band in banden)
    zin = _("Bekend uit het bericht over het verblijf: ingeschreven in {gemeente} ({dag}).")
    zinnen = [
        zin.format(
            gemeente=namen.get(band.gemeente, band.gemeente),
            dag=date_format(band.van or dossier.bekend_sinds, "j F Y"),
        )
        for band in banden
    ]
    return {"brp_adres": zinnen}


def metingen(rijen: Iterable[Afname]) -> list[Metingbeeld]:
    """Fixed measurements, newest first, together what was fixed in one go. No query."""

    def samen(rij: Afname) -> tuple[datetime | None, str, str]:
        return rij.vastgesteld_op, rij.meetmoment, rij.door

    volgorde = {gebied.value: nr for nr, gebied in enumerate(Leefgebied)}
    uit = []
    for (op, moment, door), groep in groupby(rijen, key=samen):
        deel = sorted(groep, key=lambda rij: volgorde[rij.leefgebied])
        if op is not None:
            gebieden = [(str(LEEFGEBIEDEN[Leefgebied(r.leefgebied)]), regels_van(r)) for r in deel]
            uit.append(Metingbeeld(Meetmoment(moment), op, door, deel[0].vragenlijst, gebieden))
    return uit


def regels_van(rij: Afname) -> list[Antwoordregel]:
    """The answers of one measurement in words, in the order in which they were asked. No query."""
    gegeven, lijst = uit_json(rij.antwoorden), met_code(rij.vragenlijst)
    vragen = lijst.voor(Leefgebied(rij.leefgebied), Meetmoment(rij.meetmoment)) if lijst else ()
    codes = [v.code for v in vragen if v.code in gegeven]
    codes += [code for code in gegeven if code not in codes]
    return [_regel(lijst.vraag(c) if lijst else None, gegeven[c]) for c in codes]


def _regel(vraag: Vraag | None, antwoord: Antwoord) -> Antwoordregel:
    gevraagd_ = antwoord.soort is not Antwoordsoort.NIET_GEVRAAGD
    return Antwoordregel(
        vraag=in_taal(vraag.tekst) if vraag else antwoord.vraag,
        antwoord=antwoordtekst(vraag, antwoord),
        bron=str(ANTWOORDBRONNEN[antwoord.bron]) if gevraagd_ else "",
        op=antwoord.peildatum if gevraagd_ else None,
    )

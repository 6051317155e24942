"""What the mayor's office does with a BIJ message: confirm, answer, close. Clausule 6.5.

An answer names categories, never a story about persons. Who has no such message gets
NietToegestaan: a page answers 404.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from richting.akkoord.bijberichten import MAG, Bijbesluit, Bijdaad, bezwaar_tegen, staat
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import check_mag
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import verwerking
from richting.meldingen.models import Bijbericht
from richting.partijen.fouten import KanNiet, NietToegestaan

CATEGORIE = Gegevenscategorie.BIJ.value
ZINNEN = {
    "gewijzigd": _("Er is intussen iets veranderd aan dit bericht. Kijk wat er nu staat."),
    "niet_nu": _("Dit kan nu niet met dit bericht. Kijk wat er nu staat."),
    "maatregel_ontbreekt": _("Kies welke soort maatregel het is."),
    "maatregel_zonder_besluit": _("Zonder maatregel kiest u ook geen soort maatregel."),
    "onbekende_maatregel": _("Kies een soort maatregel uit de lijst."),
}
"""Why something can't be done, by code."""


@dataclass(frozen=True)
class Bijantwoord:
    """What the mayor does with it, and whether it came in time, was right and of use.

    Clausule 6.5 asks for exactly these three.
    """

    besluit: Bijbesluit
    maatregelen: tuple[str, ...]
    tijdig: bool
    betrouwbaar: bool
    bruikbaar: bool


def bevestig_ontvangst(wie: Wie, dossier: UUID, bericht: UUID, stand: int) -> None:
    """This desk has the message as it stands now. Clausule 6.5. Four queries and the journal.

    Raises NietToegestaan, or KanNiet when it changed meanwhile.
    """

    def doe(rij: Bijbericht) -> None:
        rij.ontvangen, rij.ontvangen_op, rij.ontvangen_door = rij.versie, wie.nu, wie.naam

    _wijzig(wie, dossier, bericht, stand, Bijdaad.ONTVANGST_BEVESTIGEN, doe)


def beantwoord(wie: Wie, dossier: UUID, bericht: UUID, stand: int, antwoord: Bijantwoord) -> None:
    """What the mayor does with it, and how useful it was. Clausule 6.5.

    May be done again as long as the message is there. Raises NietToegestaan, or KanNiet.
    """
    bezwaar = bezwaar_tegen(antwoord.besluit, antwoord.maatregelen, aannames_op(wie.vandaag))

    def doe(rij: Bijbericht) -> None:
        if bezwaar:
            raise KanNiet(bezwaar, ZINNEN[bezwaar])
        rij.beantwoord, rij.beantwoord_op, rij.beantwoord_door = rij.versie, wie.nu, wie.naam
        rij.afgehandeld, rij.afgehandeld_op = 0, None
        rij.besluit, rij.maatregelen = antwoord.besluit.value, sorted(set(antwoord.maatregelen))
        rij.tijdig, rij.betrouwbaar = antwoord.tijdig, antwoord.betrouwbaar
        rij.bruikbaar = antwoord.bruikbaar

    _wijzig(wie, dossier, bericht, stand, Bijdaad.BEANTWOORDEN, doe)


def handel_af(wie: Wie, dossier: UUID, bericht: UUID, stand: int) -> None:
    """The desk is done with it; it stays until its term is over. Clausule 6.5.

    Raises NietToegestaan, or KanNiet when it was not answered.
    """

    def doe(rij: Bijbericht) -> None:
        rij.afgehandeld, rij.afgehandeld_op = rij.versie, wie.nu

    _wijzig(wie, dossier, bericht, stand, Bijdaad.AFHANDELEN, doe)


SOORTEN: dict[Bijdaad, str] = {
    Bijdaad.ONTVANGST_BEVESTIGEN: "bij_ontvangen",
    Bijdaad.BEANTWOORDEN: "bij_beantwoord",
    Bijdaad.AFHANDELEN: "bij_afgehandeld",
}
"""What the journal calls each act; it never holds what was answered."""


def _wijzig(
    wie: Wie,
    dossier: UUID,
    bericht: UUID,
    stand: int,
    daad: Bijdaad,
    doe: Callable[[Bijbericht], None],
) -> None:
    with verwerking(wie) as werk:
        check_mag(dossier, CATEGORIE)
        eigen = Bijbericht.objects.filter(dossier=dossier, loket=wie.loket, verwijderd_op=None)
        rij = eigen.filter(pk=bericht).select_for_update().first()
        if rij is None:
            raise NietToegestaan(str(bericht))
        if rij.stand != stand:
            raise KanNiet("gewijzigd", ZINNEN["gewijzigd"])
        if daad not in MAG[staat(rij.stappen)]:
            raise KanNiet("niet_nu", ZINNEN["niet_nu"])
        doe(rij)
        rij.stand += 1
        rij.save()
        na = {"loket": wie.loket, "bericht": str(rij.pk), "versie": rij.versie}
        werk.noteer(dossier, SOORTEN[daad], CATEGORIE, na=na)

"""What the words of the table of art. 18b are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from richting.akkoord.risico import (
    Bijdragesoort,
    Risicoafspraakstaat,
    Risicobron,
    Risiconiveau,
    Tafelstaat,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

NIVEAUS: dict[Risiconiveau, _StrOrPromise] = {
    Risiconiveau.MIDDEN: _("midden"),
    Risiconiveau.HOOG: _("hoog"),
}
BRONNEN: dict[Risicobron, _StrOrPromise] = {
    Risicobron.BERICHT: _("een bericht van DJI"),
    Risicobron.HAND: _("een partij, hier vastgelegd"),
}
STATEN: dict[Tafelstaat, _StrOrPromise] = {
    Tafelstaat.NOG_NIET: _("Nog niet begonnen"),
    Tafelstaat.OPEN: _("Open"),
    Tafelstaat.GESLOTEN: _("Gesloten, nog te lezen"),
    Tafelstaat.VOORBIJ: _("Voorbij"),
}
STAATKLEUR = {
    Tafelstaat.NOG_NIET: "neutraal",
    Tafelstaat.OPEN: "info",
    Tafelstaat.GESLOTEN: "neutraal",
    Tafelstaat.VOORBIJ: "neutraal",
}
BIJDRAGEN: dict[Bijdragesoort, _StrOrPromise] = {
    Bijdragesoort.FEIT: _("Wat wij weten"),
    Bijdragesoort.ZORGPUNT: _("Wat ons zorgen geeft"),
    Bijdragesoort.BESCHERMEND: _("Wat beschermt"),
    Bijdragesoort.MAATREGEL: _("Wat wij doen"),
    Bijdragesoort.NIETS: _("Wij hebben niets te delen"),
}
AFSPRAKEN: dict[Risicoafspraakstaat, _StrOrPromise] = {
    Risicoafspraakstaat.OPEN: _("Nog te doen"),
    Risicoafspraakstaat.GEDAAN: _("Gedaan"),
    Risicoafspraakstaat.NIET_GEDAAN: _("Niet gedaan"),
}
AFSPRAAKKLEUR = {
    Risicoafspraakstaat.OPEN: "info",
    Risicoafspraakstaat.GEDAAN: "goed",
    Risicoafspraakstaat.NIET_GEDAAN: "aandacht",
}

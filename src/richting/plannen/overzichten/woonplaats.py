"""The municipality of return: who is in play, who was asked, what was answered. In a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.gemeenten import gemeente_aan_zet, herkomst, in_beeld
from richting.akkoord.plan.woonplaats import (
    REDENZINNEN,
    Verzoekdaad,
    Verzoekreden,
    Verzoekstaat,
    mogelijk,
    staat_van,
)
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.dossiers import tijdlijn
from richting.dossiers.feiten import als_verzoek, feiten_uit_rijen
from richting.dossiers.models import Dossier, Gemeenteverzoek
from richting.kern.instellingen import aannames_op
from richting.kern.models import Journaal
from richting.partijen.models import Loket
from richting.partijen.overzichten import namen_van
from richting.plannen import namen
from richting.plannen.models import Verzoekbericht
from richting.plannen.onderdelen import Blok, Regel
from richting.web.datums import dag_in_woorden

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class Stapbeeld:
    """One step of a request as it is shown: `staat` and `reden` in words, and their codes."""

    staat: str
    reden: str
    staatcode: Verzoekstaat
    redencode: str
    toelichting: str
    op: date
    door: str


@dataclass(frozen=True)
class Verzoekbeeld:
    """A request with its steps, and what the reader's municipality may do with it.

    `reden_apart`: the reason lies in a compartment that this reader does not see. `versie` is the
    number of its newest step. `gemeente` and `door` are names, `gemeentecode` and `doorcode` codes.
    """

    nummer: UUID
    versie: int
    gemeente: str
    gemeentecode: str
    door: str
    doorcode: str
    gevraagd_op: date
    staat: Verzoekstaat
    uiterlijk: date
    te_laat: bool
    aan_ons: bool
    stappen: list[Stapbeeld]
    reden_apart: bool
    daden: tuple[Verzoekdaad, ...]

    @property
    def anker(self) -> str:
        """The id of its heading on a page."""
        return f"verzoek-{self.nummer}"

    @property
    def naam(self) -> str:
        """How far it is, in words."""
        return str(namen.VERZOEKSTATEN[self.staat])


@dataclass(frozen=True)
class Gemeentebeeld:
    """A municipality in play: its code, its name, and why."""

    code: str
    naam: str
    zin: str


@dataclass(frozen=True)
class Woonplaatsbeeld:
    """Where somebody returns to and why, and what was asked. Clausule 5.7."""

    aan_zet: str
    aan_zet_code: str
    zin: str
    in_beeld: list[Gemeentebeeld]
    verzoeken: list[Verzoekbeeld]
    is_herkomst: bool
    kan_vragen: bool


def woonplaatsbeeld(dossier: Dossier, mijn_gemeente: str, op: date) -> Woonplaatsbeeld:
    """All of it, for a desk of this municipality ("" for another party). Three queries.

    `dossier` as `dossiers.overzichten.dossier` gives it.
    """
    feiten, aannames = feiten_uit_rijen(dossier), aannames_op(op)
    aan_zet = gemeente_aan_zet(feiten, op, aannames)
    gemeenten = in_beeld(feiten, op, aannames)
    rijen = list(dossier.verzoeken.all())
    codes = {g.gemeente for g in gemeenten} | {c for r in rijen for c in (r.gemeente, r.door)}
    heten = namen_van(codes | ({aan_zet.waarde} if aan_zet.waarde else set()))
    verzoeken = [
        _beeld(rij, berichten, mijn_gemeente, op, heten)
        for rij, berichten in _met_berichten(dossier.pk, rijen)
    ]
    is_herkomst = bool(mijn_gemeente) and mijn_gemeente == herkomst(feiten, op, aannames).waarde
    lopend = any(v.staat not in _VOORBIJ for v in verzoeken)
    return Woonplaatsbeeld(
        aan_zet=heten.get(aan_zet.waarde or "", aan_zet.waarde or ""),
        aan_zet_code=aan_zet.waarde or "",
        zin=aan_zet.zin,
        in_beeld=[
            Gemeentebeeld(g.gemeente, heten.get(g.gemeente, g.gemeente), g.zin) for g in gemeenten
        ],
        verzoeken=verzoeken[::-1],
        is_herkomst=is_herkomst,
        kan_vragen=is_herkomst and not lopend,
    )


def te_vragen_gemeenten(behalve: str) -> list[tuple[str, str]]:
    """Code and name of the municipalities with a desk that can be asked. One query."""
    rijen = (
        Loket.objects.filter(soort=Loketsoort.NAZORG.value, actief=True)
        .exclude(organisatie__code=behalve)
        .order_by("organisatie__naam")
    )
    return list(rijen.values_list("organisatie__code", "organisatie__naam"))


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """Where somebody returns to, as a block of the plan."""
    rijen = list(dossier.verzoeken.all())
    if not rijen:
        return
    heten = namen_van({rij.gemeente for rij in rijen})
    regels = []
    for rij in rijen:
        staat = str(namen.VERZOEKSTATEN[staat_van(als_verzoek(rij))])
        dag = dag_in_woorden(rij.gevraagd_op)
        tekst = _("Gevraagd op {dag}. {staat}.").format(dag=dag, staat=staat)
        regels.append(Regel(str(rij.pk), heten.get(rij.gemeente, rij.gemeente), tekst))
    titel = _("Gemeente van terugkeer")
    yield Blok("woonplaats", titel, Gegevenscategorie.PLAN.value, tuple(regels))


_VOORBIJ = frozenset({Verzoekstaat.GEWEIGERD, Verzoekstaat.INGETROKKEN})


def _met_berichten(
    dossier: UUID, rijen: list[Gemeenteverzoek]
) -> Iterator[tuple[Gemeenteverzoek, list[Verzoekbericht]]]:
    alle = list(Verzoekbericht.objects.filter(dossier=dossier)) if rijen else []
    for rij in rijen:
        yield rij, [bericht for bericht in alle if bericht.verzoek_id == rij.pk]


def _beeld(
    rij: Gemeenteverzoek,
    berichten: list[Verzoekbericht],
    mijn_gemeente: str,
    op: date,
    heten: dict[str, str],
) -> Verzoekbeeld:
    staat = staat_van(als_verzoek(rij))
    return Verzoekbeeld(
        nummer=rij.pk,
        versie=max((bericht.versie for bericht in berichten), default=1),
        gemeente=heten.get(rij.gemeente, rij.gemeente),
        gemeentecode=rij.gemeente,
        door=heten.get(rij.door, rij.door),
        doorcode=rij.door,
        gevraagd_op=rij.gevraagd_op,
        staat=staat,
        uiterlijk=rij.antwoord_uiterlijk,
        te_laat=staat is Verzoekstaat.GEVRAAGD and rij.antwoord_uiterlijk < op,
        aan_ons=mijn_gemeente == rij.gemeente,
        stappen=[_stap(bericht) for bericht in berichten],
        reden_apart=not any(bericht.reden for bericht in berichten),
        daden=mogelijk(
            staat, vrager=mijn_gemeente == rij.door, gevraagde=mijn_gemeente == rij.gemeente
        ),
    )


def _stap(bericht: Verzoekbericht) -> Stapbeeld:
    reden = _(REDENZINNEN[Verzoekreden(bericht.reden)]) if bericht.reden else ""
    return Stapbeeld(
        staat=str(namen.VERZOEKSTATEN[Verzoekstaat(bericht.staat)]),
        reden=reden,
        staatcode=Verzoekstaat(bericht.staat),
        redencode=bericht.reden,
        toelichting=bericht.toelichting,
        op=timezone.localtime(bericht.gemaakt_op).date(),
        door=bericht.door,
    )


ZINNEN: dict[str, _StrOrPromise] = {
    "verzoek_gedaan": gettext_lazy("{gemeente} is gevraagd of deze persoon daar mag gaan wonen."),
    "verzoek_aanvaard": gettext_lazy("{gemeente} vindt het goed dat deze persoon daar gaat wonen."),
    "verzoek_geweigerd": gettext_lazy(
        "{gemeente} vindt het niet goed dat deze persoon daar gaat wonen."
    ),
    "verzoek_meer_nodig": gettext_lazy("{gemeente} wil meer weten voordat zij antwoordt."),
    "verzoek_aangevuld": gettext_lazy("De vraag aan {gemeente} is aangevuld."),
    "verzoek_ingetrokken": gettext_lazy("De vraag aan {gemeente} is ingetrokken."),
    "verzoek_reden": gettext_lazy("Er is een reden over een slachtoffer vastgelegd."),
}


def meld_aan() -> None:
    """Tell on the timeline what happens to requests. Clausule 5.4."""
    for soort, zin in ZINNEN.items():
        tijdlijn.registreer(soort, _verteller(zin))


def _verteller(zin: _StrOrPromise) -> tijdlijn.Verteller:
    def vertel(rij: Journaal, namen_: tijdlijn.Namen) -> str:
        codes = [code for code, _rol in rij.na.get("gemeenten", ())]
        gemeente = namen_.organisatie(codes[0]) if codes else ""
        return str(zin).format(gemeente=gemeente)

    return vertel

"""A line of the register of processings in words, for screen and file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.verwerkingen import Steunregel, Verwerkingsregel
from richting.akkoord.woorden import Loketsoort, Regime
from richting.delen import namen
from richting.kern.instellingen import aannames_op

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

KOPPEN: tuple[_StrOrPromise, ...] = (
    gettext_lazy("Verwerking"),
    gettext_lazy("Wie"),
    gettext_lazy("Grondslag"),
    gettext_lazy("Doel"),
    gettext_lazy("Welke gegevens"),
    gettext_lazy("Van wie"),
    gettext_lazy("Wie nog meer"),
    gettext_lazy("Regime"),
    gettext_lazy("Bewaren tot"),
    gettext_lazy("In werking sinds"),
    gettext_lazy("Zekerheid van de bron"),
    gettext_lazy("Regionale afspraken"),
)
SOORTEN: dict[Loketsoort, _StrOrPromise] = {
    Loketsoort.NAZORG: gettext_lazy("gemeente (nazorg)"),
    Loketsoort.OPENBARE_ORDE: gettext_lazy("burgemeester (openbare orde)"),
    Loketsoort.CASEMANAGEMENT: gettext_lazy("inrichting"),
    Loketsoort.FORENSISCH: gettext_lazy("forensische instelling"),
    Loketsoort.RECLASSERING: gettext_lazy("reclassering"),
    Loketsoort.PROCESREGIE: gettext_lazy("Zorg- en Veiligheidshuis"),
    Loketsoort.OM: gettext_lazy("Openbaar Ministerie"),
    Loketsoort.POLITIE: gettext_lazy("politie"),
    Loketsoort.VERWERKING: gettext_lazy("minister (DJI, Justid)"),
    Loketsoort.BEHEER: gettext_lazy("functioneel beheer"),
    Loketsoort.PRIVACY: gettext_lazy("privacyfunctionaris"),
}
REGIMES: dict[Regime, _StrOrPromise] = {
    Regime.AVG: gettext_lazy("AVG"),
    Regime.RICHTLIJN: gettext_lazy("Richtlijn 2016/680"),
}


@dataclass(frozen=True)
class Regelbeeld:
    """One line of the register as people read it; `sinds` None: no source gives a day."""

    code: str
    wie: str
    artikel: str
    wet: str
    doel: str
    voorwaarde: str
    gegevens: str
    herkomst: str
    ontvangers: str
    regime: str
    einde: str
    sinds: date | None
    tag: str
    afspraken: tuple[str, ...] = ()

    @property
    def kolommen(self) -> list[str]:
        """The columns of the file, in the order of KOPPEN."""
        return [
            self.code,
            self.wie,
            self.artikel,
            self.doel,
            self.gegevens,
            self.herkomst,
            self.ontvangers,
            self.regime,
            self.einde,
            self.sinds.isoformat() if self.sinds else "",
            self.tag,
            " ".join(self.afspraken),
        ]


def beeld(regel: Verwerkingsregel, vandaag: date, afspraken: tuple[str, ...] = ()) -> Regelbeeld:
    """One line in words, in the language of the reader; `afspraken` are the regional agreements
    within its article, each in one sentence. No query in the usual case."""
    wet = regel.grondslag
    return Regelbeeld(
        code=regel.code,
        wie=str(SOORTEN[regel.wie]),
        artikel=wet.artikel,
        wet=_(wet.naam),
        doel=_(wet.doel),
        voorwaarde=_(wet.voorwaarde),
        gegevens=namen.opsomming(soort.value for soort in regel.categorieen),
        herkomst=_soorten(regel.herkomst),
        ontvangers=_soorten(regel.ontvangers),
        regime=str(REGIMES[regel.regime]),
        einde=_(wet.einde),
        sinds=wet.in_werking(aannames_op(vandaag)),
        tag=wet.tag,
        afspraken=afspraken,
    )


def steunkolommen(steun: Steunregel) -> list[str]:
    """The columns of a processing of the house itself. No query."""
    gevuld = {
        0: steun.code,
        2: steun.bron,
        3: _(steun.doel),
        4: _(steun.gegevens),
        5: _(steun.betrokkenen),
        7: regimes(steun.regimes),
        8: _(steun.termijn) if steun.termijn else "",
    }
    return [gevuld.get(plek, "") for plek in range(len(KOPPEN))]


def regimes(soorten: Iterable[Regime]) -> str:
    """The regimes under which something can fall, in words."""
    return ", ".join(str(REGIMES[regime]) for regime in soorten)


def _soorten(soorten: Iterable[Loketsoort]) -> str:
    return ", ".join(str(SOORTEN[soort]) for soort in soorten)

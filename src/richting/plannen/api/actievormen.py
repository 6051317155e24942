"""The shapes of actions, and of what the rules offer, in the API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from richting.akkoord.plan.kort import Kortstaat
from richting.akkoord.plan.overgangen import Daad
from richting.akkoord.plan.woorden import Actieherkomst, Actiekader, Actiestaat, Leefgebied
from richting.akkoord.woorden import Loketsoort
from richting.plannen.api.basis import Dag, GedaanUit, In, Ja, Leeg, Nummer, Tekst, Versie


class ActiestapUit(Schema):
    """One change of an action."""

    staatVan: str
    staatNaar: Actiestaat
    reden: str
    toelichting: str
    op: datetime
    door: str


class ActieUit(GedaanUit):
    """An action with its history, oldest change first."""

    leefgebied: Leefgebied
    wat: str
    toelichting: str
    staat: Actiestaat
    reden: str
    verantwoordelijkLoket: int
    verantwoordelijk: str
    uitvoerder: str | None
    gevraagdDoorLoket: int | None
    herkomst: Actieherkomst
    kader: Actiekader
    begin: date | None
    uiterlijk: date | None
    antwoordUiterlijk: date | None
    klaarOp: date | None
    resultaat: str
    stappen: list[ActiestapUit]


class ActiesUit(Schema):
    """The actions of a plan."""

    acties: list[ActieUit]


class LoketUit(Schema):
    """A desk of the plan that can be asked, and the life areas that it may see."""

    loket: int
    naam: str
    soort: Loketsoort
    leefgebieden: list[Leefgebied]


class LokettenUit(Schema):
    """The desks that can be asked, the municipality of origin first."""

    loketten: list[LoketUit]


class UitvoerderUit(Schema):
    """A colleague who can carry out an action of this desk."""

    medewerker: int
    naam: str


class UitvoerdersUit(Schema):
    """The staff of this desk."""

    uitvoerders: list[UitvoerderUit]


class VoorstelUit(Schema):
    """What the rules offer: what, for which area, and the days within which it must be done.

    `opTijd` false: there is no time left, then `dagZelf` says what must happen on the day itself.
    """

    code: str
    leefgebied: Leefgebied
    wat: str
    dagZelf: str
    begin: date | None
    uiterlijk: date | None
    opTijd: bool


class VoorstellenUit(Schema):
    """The proposals that fit this plan now."""

    actievoorstellen: list[VoorstelUit]


class KortpuntUit(Schema):
    """A point of the short stay: what to do, how it stands, and whether it can be `nietNodig`."""

    code: str
    leefgebied: Leefgebied
    vraag: str
    wat: str
    staat: Kortstaat
    kanNietNodig: bool


class KortpuntenUit(Schema):
    """The list of the short stay, reckoned for `dag`."""

    dag: date
    kortpunten: list[KortpuntUit]


class ActieIn(In):
    """An action for the own desk, or asked of `loket`."""

    leefgebied: Leefgebied
    wat: Tekst
    toelichting: Leeg = ""
    herkomst: Actieherkomst = Actieherkomst.GESTART
    kader: Actiekader = Actiekader.VRIJWILLIG
    begin: Dag | None = None
    uiterlijk: Dag | None = None
    draagt: Ja = True
    loket: Nummer | None = None


class ActiestapIn(In):
    """One act on an action; `tot` only for putting off."""

    daad: Daad
    versie: Versie
    reden: Leeg = ""
    toelichting: Leeg = ""
    tot: Dag | None = None


class ActiewijzigingIn(In):
    """Other words, another frame or other days: what is left out stays as it is."""

    versie: Versie
    wat: Tekst | None = None
    toelichting: Leeg | None = None
    herkomst: Actieherkomst | None = None
    kader: Actiekader | None = None
    begin: Dag | None = None
    uiterlijk: Dag | None = None


class UitvoerderIn(In):
    """Who of this desk does it."""

    versie: Versie
    medewerker: Nummer


class VoorstelkeuzeIn(In):
    """A proposal to take into the plan; without `loket` the own desk does it."""

    code: Tekst
    loket: Nummer | None = None


class VoorstelkeuzenIn(In):
    """Proposals to take into the plan, all at once."""

    voorstellen: Annotated[list[VoorstelkeuzeIn], Field(min_length=1, max_length=50)]


class KortkeuzeIn(VoorstelkeuzeIn):
    """A point of the short stay; `geregeld`: arranged already, `nietNodig`: nothing to arrange."""

    geregeld: Ja = False
    nietNodig: Ja = False


class KortkeuzenIn(In):
    """Points of the short stay to take into the plan, all at once."""

    punten: Annotated[list[KortkeuzeIn], Field(min_length=1, max_length=50)]

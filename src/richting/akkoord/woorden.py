"""The words of the field, as the law and the accord write them. See `docs/begrippen.md`."""

from __future__ import annotations

from enum import StrEnum


class Titel(StrEnum):
    """Why someone is held. Feiten B4."""

    VOORLOPIGE_HECHTENIS = "voorlopige_hechtenis"
    INVERZEKERINGSTELLING = "inverzekeringstelling"
    GEVANGENISSTRAF = "gevangenisstraf"
    HECHTENIS = "hechtenis"
    VERVANGENDE_HECHTENIS = "vervangende_hechtenis"
    GIJZELING = "gijzeling"
    ISD = "isd"
    TBS_VERPLEGING = "tbs_verpleging"
    TBS_VOORWAARDEN_OPNAME = "tbs_voorwaarden_opname"
    JEUGDDETENTIE = "jeugddetentie"
    PIJ = "pij"
    VREEMDELINGENBEWARING = "vreemdelingenbewaring"
    ONBEKEND = "onbekend"


class SoortPlaats(StrEnum):
    """Where someone is: behind a door, outside under title, or gone."""

    PI = "pi"
    PPC = "ppc"
    FPC = "fpc"
    ZORGINSTELLING = "zorginstelling"
    JJI = "jji"
    POLITIECEL = "politiecel"
    BUITEN_FASERING = "buiten_fasering"
    BUITEN_ONGESCHIKT = "buiten_ongeschikt"
    VERLOF = "verlof"
    VOORTVLUCHTIG = "voortvluchtig"


class Gegevenscategorie(StrEnum):
    """What kind of personal data; a ground names the categories it opens. Clausule 6.4."""

    VERBLIJF = "verblijf"
    KETEN = "keten"
    ONDERDAK = "onderdak"
    INKOMEN = "inkomen"
    SCHULDEN = "schulden"
    IDENTITEIT = "identiteit"
    ZORG = "zorg"
    NETWERK = "netwerk"
    MOTIVATIE = "motivatie"
    PLAN = "plan"
    TOEZICHT = "toezicht"
    RISICO = "risico"
    BIJ = "bij"
    SLACHTOFFER = "slachtoffer"
    BEHANDELING = "behandeling"
    JUSTITIEEL_ADVIES = "justitieel_advies"


class Regime(StrEnum):
    """Under which data protection law a processing falls."""

    AVG = "avg"
    RICHTLIJN = "richtlijn"


class GemeenteRol(StrEnum):
    """Why a municipality is in play. Clausule 3.1. Artikel Pm 1 c."""

    INGEZETENE = "ingezetene"
    FEITELIJK_VERBLIJF = "feitelijk_verblijf"
    VESTIGING = "vestiging"


class Verzoekantwoord(StrEnum):
    """What a municipality answers that was asked to receive somebody. Clausule 5.7.

    `meer_nodig` leaves the question open.
    """

    MEER_NODIG = "meer_nodig"
    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"


class Verblijfsstatus(StrEnum):
    """Whether someone may stay in the Netherlands."""

    GELDIG = "geldig"
    ONGELDIG = "ongeldig"
    ONBEKEND = "onbekend"


class Zekerheid(StrEnum):
    """How sure a date is; `rechterlijk` hangs on a ruling still to come."""

    VAST = "vast"
    VERWACHT = "verwacht"
    ONBEKEND = "onbekend"
    RECHTERLIJK = "rechterlijk"


class Fase(StrEnum):
    """Where a stay is in its course."""

    VOOR = "voor"
    BINNEN = "binnen"
    BUITEN_ONDER_TITEL = "buiten_onder_titel"
    NA = "na"


class Spoor(StrEnum):
    """The track of a stay: how much time there is, and which road."""

    KORT = "kort"
    REGULIER = "regulier"
    LANG = "lang"
    FORENSISCH = "forensisch"


class Loketsoort(StrEnum):
    """The one task a desk has."""

    NAZORG = "nazorg"
    OPENBARE_ORDE = "openbare_orde"
    CASEMANAGEMENT = "casemanagement"
    FORENSISCH = "forensisch"
    RECLASSERING = "reclassering"
    PROCESREGIE = "procesregie"
    OM = "om"
    POLITIE = "politie"
    BEHEER = "beheer"
    PRIVACY = "privacy"
    VERWERKING = "verwerking"


BINNEN = frozenset({Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH})
"""The desks of institutions: where somebody stays, in prison or in a forensic clinic."""


class Organisatiesoort(StrEnum):
    """The kinds of parties."""

    GEMEENTE = "gemeente"
    INRICHTING = "inrichting"
    FORENSISCHE_INSTELLING = "forensische_instelling"
    RECLASSERING = "reclassering"
    VEILIGHEIDSHUIS = "veiligheidshuis"
    OM = "om"
    POLITIE = "politie"
    DJI = "dji"
    JUSTID = "justid"
    BEHEER = "beheer"


class Eindereden(StrEnum):
    """Why a stay ended."""

    EINDE_STRAF = "einde_straf"
    SCHORSING = "schorsing"
    OPHEFFING = "opheffing"
    VOORWAARDELIJKE_INVRIJHEIDSTELLING = "voorwaardelijke_invrijheidstelling"
    EINDVERLOF = "eindverlof"
    OVERLIJDEN = "overlijden"
    ONTVLUCHTING_DEFINITIEF = "ontvluchting_definitief"
    OVERDRACHT_BUITENLAND = "overdracht_buitenland"
    VRIJSPRAAK = "vrijspraak"
    RECHTERLIJKE_BESLISSING = "rechterlijke_beslissing"
    ONBEKEND = "onbekend"


class Berichtsoort(StrEnum):
    """The kinds of messages about a stay."""

    BEGIN = "begin"
    OVERPLAATSING = "overplaatsing"
    EINDE_GEWIJZIGD = "einde_gewijzigd"
    VERLOF = "verlof"
    FASERING_BUITEN = "fasering_buiten"
    EINDE = "einde"
    OVERLIJDEN = "overlijden"
    ONTVLUCHTING = "ontvluchting"
    CORRECTIE = "correctie"
    INTREKKING = "intrekking"


class Feitsoort(StrEnum):
    """What changed, as far as somebody must be told of it."""

    VERBLIJF_BEGONNEN = "verblijf_begonnen"
    VERBLIJF_AANGEKONDIGD = "verblijf_aangekondigd"
    OVERGEPLAATST = "overgeplaatst"
    EINDE_GEWIJZIGD = "einde_gewijzigd"
    EINDE_ONBEKEND = "einde_onbekend"
    VERTROKKEN = "vertrokken"
    VERLOF = "verlof"
    BUITEN_GEPLAATST = "buiten_geplaatst"
    OVERLEDEN = "overleden"
    ONTVLUCHT = "ontvlucht"
    GEMEENTE_GEWIJZIGD = "gemeente_gewijzigd"
    INGETROKKEN = "ingetrokken"
    GECORRIGEERD = "gecorrigeerd"
    TOEZICHT_GEWIJZIGD = "toezicht_gewijzigd"
    NIET_MEER_VAN_U = "niet_meer_van_u"
    ACTIE_GEVRAAGD = "actie_gevraagd"
    ACTIE_BEANTWOORD = "actie_beantwoord"
    ACTIE_GEEINDIGD = "actie_geeindigd"
    VERZOEK_GEDAAN = "verzoek_gedaan"
    VERZOEK_BEANTWOORD = "verzoek_beantwoord"
    INBRENG_GEVRAAGD = "inbreng_gevraagd"
    INBRENG_GEGEVEN = "inbreng_gegeven"
    PLAATS_GEVRAAGD = "plaats_gevraagd"
    PLAATS_BEANTWOORD = "plaats_beantwoord"
    PLAATS_GEEINDIGD = "plaats_geeindigd"
    TERUGGEMELD = "teruggemeld"
    TERUGMELDING_BEANTWOORD = "terugmelding_beantwoord"
    HERINNERING = "herinnering"
    REGIE_OVERGENOMEN = "regie_overgenomen"
    OVERDRACHT_AANGEBODEN = "overdracht_aangeboden"
    OVERDRACHT_BEANTWOORD = "overdracht_beantwoord"
    REGIE_VAN_RECHTSWEGE = "regie_van_rechtswege"
    OVERLEG_UITNODIGING = "overleg_uitnodiging"
    OVERLEG_GEWIJZIGD = "overleg_gewijzigd"
    OVERLEG_AFSPRAAK = "overleg_afspraak"
    VEILIGHEIDSHUIS_GEWIJZIGD = "veiligheidshuis_gewijzigd"
    BESLUIT_VOORGENOMEN = "besluit_voorgenomen"
    BESLUIT_REACTIE = "besluit_reactie"
    BESLUIT_GEWIJZIGD = "besluit_gewijzigd"
    BESLUIT_DEFINITIEF = "besluit_definitief"
    BESLUIT_INGETROKKEN = "besluit_ingetrokken"
    SPOEDBESLUIT = "spoedbesluit"
    STAP_VOORGENOMEN = "stap_voorgenomen"
    STAP_GEWIJZIGD = "stap_gewijzigd"
    PLAN_VASTGESTELD = "plan_vastgesteld"
    BIJ_VERSTREKT = "bij_verstrekt"
    BIJ_GEWIJZIGD = "bij_gewijzigd"
    BIJ_INGETROKKEN = "bij_ingetrokken"
    ZELFDE_DAG_VRIJ = "zelfde_dag_vrij"
    ZICHT_BEGONNEN = "zicht_begonnen"
    ZICHT_GEEINDIGD = "zicht_geeindigd"
    RISICO_BEGONNEN = "risico_begonnen"
    RISICO_GEEINDIGD = "risico_geeindigd"
    BIJ_BEGONNEN = "bij_begonnen"
    BIJ_GEEINDIGD = "bij_geeindigd"

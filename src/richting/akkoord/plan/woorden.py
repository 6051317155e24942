"""The words of the plan. See `docs/begrippen.md`."""

from __future__ import annotations

from enum import StrEnum

from richting.akkoord.woorden import Gegevenscategorie


class Leefgebied(StrEnum):
    """A life area: the five basisvoorwaarden, the network, and behaviour and motivation.

    Each lies in the compartment of data with the same name. Clausule 5.7–5.11, 5.13, 5.14.
    """

    ONDERDAK = "onderdak"
    INKOMEN = "inkomen"
    SCHULDEN = "schulden"
    IDENTITEIT = "identiteit"
    ZORG = "zorg"
    NETWERK = "netwerk"
    MOTIVATIE = "motivatie"

    @property
    def categorie(self) -> Gegevenscategorie:
        """The compartment of data in which everything about this area lies."""
        return Gegevenscategorie(self.value)


BASISVOORWAARDEN = (
    Leefgebied.ONDERDAK,
    Leefgebied.INKOMEN,
    Leefgebied.SCHULDEN,
    Leefgebied.IDENTITEIT,
    Leefgebied.ZORG,
)
"""The five basisvoorwaarden, in the order of the accord. Clausule 5.7–5.11."""


class Meetmoment(StrEnum):
    """When the life areas are looked at. Clausule 5.1, 8.2."""

    BEGIN = "begin"
    VOOR_ONTSLAG = "voor_ontslag"
    ONTSLAG = "ontslag"
    ZES_MAANDEN = "zes_maanden"


class Antwoordsoort(StrEnum):
    """What kind of answer: not knowing, not wanting and not asking are different things."""

    GEGEVEN = "gegeven"
    ONBEKEND = "onbekend"
    WIL_NIET = "wil_niet"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    NIET_GEVRAAGD = "niet_gevraagd"


class Antwoordbron(StrEnum):
    """Where an answer comes from. Feiten 4.3."""

    ZELFRAPPORTAGE = "zelfrapportage"
    CASEMANAGER = "casemanager"
    REGISTRATIE = "registratie"


class Standwaarde(StrEnum):
    """How a life area stands, now or on the day of release."""

    IN_ORDE = "in_orde"
    GEREGELD_VOOR_ONTSLAG = "geregeld_voor_ontslag"
    LOOPT = "loopt"
    NIET_GEREGELD = "niet_geregeld"
    ONBEKEND = "onbekend"
    WIL_NIET = "wil_niet"
    NIET_NODIG = "niet_nodig"


class Actiestaat(StrEnum):
    """Where an action is; the negative endings are states of their own.

    `niet_nodig`: there was nothing to do. Neither done nor ended without result.
    """

    GEVRAAGD = "gevraagd"
    AFGESPROKEN = "afgesproken"
    BEZIG = "bezig"
    UITGESTELD = "uitgesteld"
    GEDAAN = "gedaan"
    NIET_NODIG = "niet_nodig"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"
    GESTOPT = "gestopt"
    ONMOGELIJK = "onmogelijk"


class Actieherkomst(StrEnum):
    """Whether an action goes on, starts, or follows after release. Clausule 5.5."""

    VOORTGEZET = "voortgezet"
    GESTART = "gestart"
    VERVOLG = "vervolg"


class Actiekader(StrEnum):
    """Voluntary, or a special condition of a sentence. Clausule 5.5, 3.9."""

    VRIJWILLIG = "vrijwillig"
    BIJZONDERE_VOORWAARDE = "bijzondere_voorwaarde"

"""The words that only this room uses. See `docs/begrippen.md`; labels stand in `namen.py`."""

from __future__ import annotations

from enum import StrEnum


class Planvraagsoort(StrEnum):
    """The questions of the plan as a whole. Clausule 4.2, 4.3."""

    BEHOEFTE = "behoefte"
    VEILIGHEID = "veiligheid"
    AANBOD = "aanbod"


class Motivatiestand(StrEnum):
    """How motivated the person is, in words that need no test. Clausule 4.4."""

    WIL_NIET = "wil_niet"
    TWIJFELT = "twijfelt"
    WIL = "wil"
    DOET = "doet"
    ONBEKEND = "onbekend"


class Factoraard(StrEnum):
    """Protective or a risk. Clausule 5.2."""

    BESCHERMEND = "beschermend"
    RISICO = "risico"


class Lot(StrEnum):
    """What becomes of support that already ran. Clausule 4.1."""

    ONBESLIST = "onbeslist"
    VOORTGEZET = "voortgezet"
    GEPAUZEERD = "gepauzeerd"
    BEEINDIGD = "beeindigd"


class Gespreksvorm(StrEnum):
    """In what form the parties met."""

    SAMEN = "samen"
    BEELDBELLEN = "beeldbellen"
    TELEFOON = "telefoon"
    SCHRIFTELIJK = "schriftelijk"


class Instemmingsantwoord(StrEnum):
    """What the person says of the plan. Clausule 1.9."""

    EENS = "eens"
    ONEENS = "oneens"
    KON_NIET = "kon_niet"
    WEIGERT = "weigert"


class Slachtofferbelangsoort(StrEnum):
    """What about a victim can touch the plan. Clausule 1.3."""

    CONTACTVERBOD = "contactverbod"
    GEBIEDSVERBOD = "gebiedsverbod"
    INFORMATIEPLICHT = "informatieplicht"
    WENS = "wens"


class Meegeven(StrEnum):
    """Whether something goes along on the day of release."""

    GEREGELD = "geregeld"
    NODIG = "nodig"
    NIET_NODIG = "niet_nodig"
    ONBEKEND = "onbekend"


class Behandelstand(StrEnum):
    """How a goal of the treatment stands. Clausule 5.6."""

    LOOPT = "loopt"
    BEREIKT = "bereikt"
    GESTOPT = "gestopt"


class Raadpleging(StrEnum):
    """What a party says of a step outside. Clausule 1.10, 5.3."""

    AKKOORD = "akkoord"
    BEZWAAR = "bezwaar"
    GEEN_MENING = "geen_mening"


class Zittingsoort(StrEnum):
    """What the judge decides on, as far as the end of the stay hangs on it. Clausule 5.12."""

    VERLENGING_TBS = "verlenging_tbs"
    VOORWAARDELIJKE_INVRIJHEIDSTELLING = "voorwaardelijke_invrijheidstelling"
    TOETS_ISD = "toets_isd"
    VOORLOPIGE_HECHTENIS = "voorlopige_hechtenis"
    ANDERS = "anders"


class Adviesbeslissing(StrEnum):
    """For which ruling or decision advice is asked. Clausule 8.3 (K)."""

    SCHORSING = "schorsing"
    STRAFZITTING = "strafzitting"
    VI = "vi"
    VERLENGING = "verlenging"
    ANDERS = "anders"


class Adviesaanvrager(StrEnum):
    """Who asks for advice. Clausule 8.3 (K)."""

    OM = "om"
    RECHTER = "rechter"
    INRICHTING = "inrichting"
    ANDERS = "anders"


class Inbrengantwoord(StrEnum):
    """What a municipality answers to the question what it can do. Clausule 8.3."""

    KAN = "kan"
    KAN_NIET = "kan_niet"
    NOG_NIET_BEKEND = "nog_niet_bekend"

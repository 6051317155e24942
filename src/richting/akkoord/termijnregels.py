"""The terms as their sources give them: from which fact, how long, whose duty, and what if late.

Deadlines of `feiten.md` § 2.1 and § 2.3; what is a condition there and no deadline is not in this
list. `termijnen.py` counts with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort


class Eenheid(StrEnum):
    """In what a term is counted."""

    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"


class Termijnfeit(StrEnum):
    """From which fact a term is counted."""

    BEGIN = "begin"
    ONTSLAG = "ontslag"
    MDO = "mdo"
    VRAAG = "vraag_aan_gemeente"
    SCHULDMELDING = "schuldmelding"
    SCHULD_BEDREIGEND = "schuldmelding_bedreigend"
    SCHULDGESPREK = "schuldgesprek"


class Termijndaad(StrEnum):
    """What ends a term; the room that knows the day of it registers it with `regie.vervulling`."""

    SCREENING = "screening"
    PLAN = "plan"
    MDO = "mdo"
    SCHULDMELDING = "schuldmelding"
    SCHULD_BEDREIGEND = "schuldmelding_bedreigend"
    SCHULDGESPREK = "schuldgesprek"
    SCHULDBESLUIT = "schuldbesluit"
    SCHULDOVERZICHT = "schuldoverzicht"
    IDENTITEIT = "identiteit"
    ONDERDAK = "onderdak"
    INKOMEN = "inkomen"
    ZORG = "zorg"
    MEDICIJNEN = "medicijnen"


@dataclass(frozen=True)
class Termijnregel:
    """A term as its source gives it. `tag` says how sure the source is: S seen, K not verified,
    V chosen by us.

    `aanname` names the setting that holds the number, when no source does. `wettelijk`: a term of
    law runs on to the next working day when it ends on a day off. `terug`: counted back from the
    fact. `daad` ends it; `te_laat` is what happens when it is late. `categorie` is the compartment
    it speaks of, `pagina` the name of the page where it is done.
    """

    code: str
    zin: str
    feit: Termijnfeit
    aantal: int
    eenheid: Eenheid
    plicht: Loketsoort
    bron: Bron
    tag: str
    aanname: str | None = None
    wettelijk: bool = False
    terug: bool = False
    daad: Termijndaad = Termijndaad.PLAN
    categorie: Gegevenscategorie = Gegevenscategorie.PLAN
    te_laat: str = _("Wie het moest doen krijgt een herinnering; daarna weet de leiding het.")
    pagina: str = "regie:termijnen"


_PI, _NAZORG = Loketsoort.CASEMANAGEMENT, Loketsoort.NAZORG
_C = Gegevenscategorie
_MDO = Bron("werkwijze", _("DJI, multidisciplinair overleg"))
_LANG = Bron("aanname", "lang_vooraf_weken")
_VRAGER = _("Wie het vroeg ziet dat het antwoord ontbreekt, en kan het hogerop brengen.")
_ZONDER = _("Deze persoon kan buiten staan zonder dit. Het staat bovenaan op de lijst Te laat.")
TERMIJNREGELS = (
    Termijnregel(
        "T1",
        _("De screening en de intake zijn klaar."),
        Termijnfeit.BEGIN,
        10,
        Eenheid.WERKDAGEN,
        _PI,
        Bron("werkwijze", _("DJI, screening en intake (ISS)")),
        "S",
        daad=Termijndaad.SCREENING,
        pagina="plannen:screening",
    ),
    Termijnregel(
        "T3",
        _("Het detentie- en re-integratieplan staat vast."),
        Termijnfeit.BEGIN,
        AANNAMES.plan_weken,
        Eenheid.WEKEN,
        _PI,
        Bron("aanname", "plan_weken"),
        "K",
        aanname="plan_weken",
        daad=Termijndaad.PLAN,
        pagina="plannen:versies",
    ),
    Termijnregel(
        "T4",
        _("Het eerste multidisciplinair overleg (MDO) is geweest."),
        Termijnfeit.BEGIN,
        6,
        Eenheid.WEKEN,
        _PI,
        _MDO,
        "S",
        daad=Termijndaad.MDO,
        pagina="overleg:dossier",
    ),
    Termijnregel(
        "T4-vervolg",
        _("Het volgende multidisciplinair overleg (MDO) is geweest."),
        Termijnfeit.MDO,
        6,
        Eenheid.WEKEN,
        _PI,
        _MDO,
        "S",
        daad=Termijndaad.MDO,
        pagina="overleg:dossier",
    ),
    Termijnregel(
        "T7",
        _("De gemeente heeft de vraag beantwoord."),
        Termijnfeit.VRAAG,
        AANNAMES.antwoord_werkdagen,
        Eenheid.WERKDAGEN,
        _NAZORG,
        Bron("aanname", "antwoord_werkdagen"),
        "V",
        aanname="antwoord_werkdagen",
        te_laat=_VRAGER,
    ),
    Termijnregel(
        "T9",
        _("Het eerste gesprek over de schulden is geweest."),
        Termijnfeit.SCHULDMELDING,
        4,
        Eenheid.WEKEN,
        _NAZORG,
        Bron("artikel", "Wgs 4"),
        "S",
        wettelijk=True,
        daad=Termijndaad.SCHULDGESPREK,
        categorie=_C.SCHULDEN,
    ),
    Termijnregel(
        "T9-bedreigend",
        _("Het eerste gesprek is geweest: huis, energie, water of zorgverzekering is in gevaar."),
        Termijnfeit.SCHULD_BEDREIGEND,
        3,
        Eenheid.WERKDAGEN,
        _NAZORG,
        Bron("artikel", "Wgs 4"),
        "S",
        wettelijk=True,
        daad=Termijndaad.SCHULDGESPREK,
        categorie=_C.SCHULDEN,
        te_laat=_ZONDER,
    ),
    Termijnregel(
        "T10",
        _("De gemeente heeft besloten over schuldhulp."),
        Termijnfeit.SCHULDGESPREK,
        AANNAMES.schuldbesluit_weken,
        Eenheid.WEKEN,
        _NAZORG,
        Bron("aanname", "schuldbesluit_weken"),
        "K",
        aanname="schuldbesluit_weken",
        wettelijk=True,
        daad=Termijndaad.SCHULDBESLUIT,
        categorie=_C.SCHULDEN,
    ),
    Termijnregel(
        "E4-schulden",
        _("Het overzicht van de schulden is er."),
        Termijnfeit.BEGIN,
        AANNAMES.schuldoverzicht_weken,
        Eenheid.WEKEN,
        _PI,
        Bron("aanname", "schuldoverzicht_weken"),
        "K",
        aanname="schuldoverzicht_weken",
        daad=Termijndaad.SCHULDOVERZICHT,
        categorie=_C.SCHULDEN,
        pagina="plannen:screening",
    ),
    Termijnregel(
        "R12-identiteit",
        _("Een geldig identiteitsbewijs is er of is aangevraagd."),
        Termijnfeit.ONTSLAG,
        AANNAMES.lang_vooraf_weken,
        Eenheid.WEKEN,
        _PI,
        _LANG,
        "K",
        aanname="lang_vooraf_weken",
        terug=True,
        daad=Termijndaad.IDENTITEIT,
        categorie=_C.IDENTITEIT,
        te_laat=_ZONDER,
        pagina="plannen:actielijst",
    ),
    Termijnregel(
        "R12-onderdak",
        _("Een woning of opvang is geregeld of aangevraagd."),
        Termijnfeit.ONTSLAG,
        AANNAMES.lang_vooraf_weken,
        Eenheid.WEKEN,
        _NAZORG,
        _LANG,
        "K",
        aanname="lang_vooraf_weken",
        terug=True,
        daad=Termijndaad.ONDERDAK,
        categorie=_C.ONDERDAK,
        te_laat=_ZONDER,
        pagina="plannen:actielijst",
    ),
    Termijnregel(
        "R12-zorg",
        _("Zorg of begeleiding voor na het vertrek is geregeld of aangevraagd."),
        Termijnfeit.ONTSLAG,
        AANNAMES.lang_vooraf_weken,
        Eenheid.WEKEN,
        _NAZORG,
        _LANG,
        "K",
        aanname="lang_vooraf_weken",
        terug=True,
        daad=Termijndaad.ZORG,
        categorie=_C.ZORG,
        te_laat=_ZONDER,
        pagina="plannen:actielijst",
    ),
    Termijnregel(
        "R4-inkomen",
        _("Het inkomen na het vertrek is geregeld, of deze persoon is gemeld voor bijstand."),
        Termijnfeit.ONTSLAG,
        AANNAMES.aanvraag_vooraf_weken,
        Eenheid.WEKEN,
        _NAZORG,
        Bron("aanname", "aanvraag_vooraf_weken"),
        "V",
        aanname="aanvraag_vooraf_weken",
        terug=True,
        daad=Termijndaad.INKOMEN,
        categorie=_C.INKOMEN,
        te_laat=_ZONDER,
        pagina="plannen:actielijst",
    ),
    Termijnregel(
        "R0-medicijnen",
        _("Medicijnen en een overdrachtsbrief gaan mee, of zijn niet nodig."),
        Termijnfeit.ONTSLAG,
        0,
        Eenheid.DAGEN,
        _PI,
        Bron("werkwijze", _("praktijk, de dag van vertrek")),
        "K",
        terug=True,
        daad=Termijndaad.MEDICIJNEN,
        categorie=_C.ZORG,
        te_laat=_ZONDER,
        pagina="plannen:kort",
    ),
)
"""Every term, each with its source."""

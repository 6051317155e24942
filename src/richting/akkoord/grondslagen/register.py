"""The register of legal bases: who may share what with whom, for what, from when, until when.

Read this as the law stands here; the rules that apply it to a stay are in the modules beside this
one, one per law. `opent=False`: named for the overview, opens no dossier by itself.
"""

from __future__ import annotations

from datetime import date

from richting.akkoord.grondslagen.soorten import Grondslag, Ontvanger
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Regime

C, L = Gegevenscategorie, Loketsoort

BASISVOORWAARDEN = frozenset({C.ONDERDAK, C.INKOMEN, C.SCHULDEN, C.IDENTITEIT, C.ZORG})
NETWERK_EN_MOTIVATIE = frozenset({C.NETWERK, C.MOTIVATIE})
DEELBAAR_PLAN = BASISVOORWAARDEN | NETWERK_EN_MOTIVATIE | {C.VERBLIJF, C.PLAN, C.TOEZICHT}
APART = frozenset({C.SLACHTOFFER, C.JUSTITIEEL_ADVIES})
"""Belongs to the plan and lies apart from it; `verlening.toegestaan` says which desk gets it."""
RISICODEEL = frozenset({C.VERBLIJF, C.RISICO})
BIJDEEL = frozenset({C.VERBLIJF, C.BIJ})
BEHANDELDEEL = DEELBAAR_PLAN | {C.BEHANDELING, C.SLACHTOFFER}

WJSG_51C = Grondslag(
    code="wjsg_51c_2",
    artikel="Wjsg art. 51c lid 2",
    naam=_("Wet justitiële en strafvorderlijke gegevens"),
    zin=_(
        "De minister (DJI) mag de gemeente vertellen wie er vastzit, en van wanneer tot wanneer."
    ),
    doel=_("de terugkeer samen kunnen beginnen"),
    voorwaarde=_(
        "Nodig voor een zwaarwegend algemeen belang, zoals de re-integratie. "
        "Het is een bevoegdheid, geen plicht."
    ),
    einde=_("Zes maanden na het vertrek (voorstel uit een ontwerpbesluit)."),
    regime=Regime.RICHTLIJN,
    tag="S",
    geldig_vanaf=date(2019, 1, 1),
    van=(L.VERWERKING,),
    ontvangers=(Ontvanger(L.NAZORG, frozenset({C.VERBLIJF}), Regime.AVG),),
)

PBW_18A = Grondslag(
    code="pbw_18a",
    artikel="Pbw art. 18a",
    naam=_("Penitentiaire beginselenwet, detentie- en re-integratieplan"),
    zin=_("De inrichting, de gemeente en de reclassering geven elkaar wat nodig is voor het plan."),
    doel=_("het plan voor detentie en re-integratie maken en uitvoeren"),
    voorwaarde=_(
        "Alleen wat nodig is voor het plan: de vijf basisvoorwaarden en het deelbare deel. "
        "Toestemming is niet nodig. Nooit met gegevens van artikel 18b of de BIJ. "
        "Gemeente is die van inschrijving, van verblijf of van vestiging (Pm art. 1 c)."
    ),
    einde=_("Zes maanden na het vertrek (aanname), of als het toezicht eindigt."),
    regime=Regime.RICHTLIJN,
    tag="S; opsomming van gegevens K",
    geldig_vanaf=date(2021, 7, 1),
    van=(L.CASEMANAGEMENT, L.NAZORG, L.RECLASSERING),
    ontvangers=(
        Ontvanger(L.NAZORG, DEELBAAR_PLAN | APART, Regime.AVG),
        Ontvanger(L.CASEMANAGEMENT, DEELBAAR_PLAN | APART | {C.KETEN}, Regime.RICHTLIJN),
        Ontvanger(L.RECLASSERING, DEELBAAR_PLAN | APART | {C.KETEN}, Regime.RICHTLIJN),
    ),
)

PBW_18B = Grondslag(
    code="pbw_18b",
    artikel="Pbw art. 18b",
    naam=_("Penitentiaire beginselenwet, risico bij terugkeer"),
    zin=_(
        "Bij risico op een ernstig gewelds- of zedenmisdrijf delen OM, politie, reclassering, "
        "DJI en burgemeester informatie daarover."
    ),
    doel=_("een ernstig gewelds- of zedenmisdrijf na terugkeer voorkomen"),
    voorwaarde=_(
        "Er is een midden of hoog risico bij terugkeer. Alleen voor aangewezen personen, "
        "apart van het plan van artikel 18a."
    ),
    einde=_("Als het risico niet meer geldt, en uiterlijk zes maanden na het vertrek (aanname)."),
    regime=Regime.RICHTLIJN,
    tag="S; inwerkingtreding K",
    geldig_vanaf=date(2021, 7, 1),
    aanname_vanaf="pbw_18b_vanaf",
    van=(L.OM, L.POLITIE, L.RECLASSERING, L.CASEMANAGEMENT, L.OPENBARE_ORDE),
    ontvangers=(
        Ontvanger(L.OM, RISICODEEL, Regime.RICHTLIJN),
        Ontvanger(L.POLITIE, RISICODEEL, Regime.RICHTLIJN),
        Ontvanger(L.RECLASSERING, RISICODEEL, Regime.RICHTLIJN),
        Ontvanger(L.CASEMANAGEMENT, RISICODEEL, Regime.RICHTLIJN),
        Ontvanger(L.OPENBARE_ORDE, RISICODEEL, Regime.AVG),
    ),
)

BIJ = Grondslag(
    code="bjsg_11a",
    artikel="Bjsg art. 11a",
    naam=_("Bestuurlijke Informatie Justitiabelen (BIJ)"),
    zin=_("De minister (Justid) meldt de burgemeester dat iemand met een zware straf terugkeert."),
    doel=_("de openbare orde handhaven"),
    voorwaarde=_(
        "Een onherroepelijke straf of maatregel uit een vaste lijst. "
        "Niet eerder dan drie maanden voor de terugkeer, ook bij verlof."
    ),
    einde=_(
        "Uiterlijk negen maanden na de verstrekking vernietigd. Met een maatregel nog vijf jaar "
        "bewaard, alleen om verantwoording af te leggen."
    ),
    regime=Regime.RICHTLIJN,
    tag="S (tekst 2017); inwerkingtreding K",
    geldig_vanaf=date(2011, 6, 21),
    aanname_vanaf="bij_vanaf",
    van=(L.VERWERKING,),
    ontvangers=(
        Ontvanger(L.OPENBARE_ORDE, BIJDEEL, Regime.AVG),
        Ontvanger(L.POLITIE, BIJDEEL, Regime.RICHTLIJN),
    ),
)

WFZ = Grondslag(
    code="wfz_bfz",
    artikel="Wfz, Bfz en Bvt",
    naam=_("Forensische zorg"),
    zin=_("De instelling, DJI en de reclassering geven elkaar wat nodig is voor forensische zorg."),
    doel=_("forensische zorg geven, plaatsen en laten doorlopen"),
    voorwaarde=_(
        "Medisch beroepsgeheim: de behandeling zelf blijft bij de instelling. "
        "De gemeente staat niet in deze regeling."
    ),
    einde=_("Als de plaatsing eindigt, met tijd voor de overdracht."),
    regime=Regime.AVG,
    tag="S deels; artikelnummers niet gevonden; inwerkingtreding K",
    geldig_vanaf=date(2019, 6, 6),
    aanname_vanaf="wfz_vanaf",
    van=(L.FORENSISCH, L.RECLASSERING),
    ontvangers=(
        Ontvanger(L.FORENSISCH, BEHANDELDEEL, Regime.AVG),
        Ontvanger(
            L.RECLASSERING,
            frozenset({C.VERBLIJF, C.KETEN, C.PLAN, C.TOEZICHT}),
            Regime.RICHTLIJN,
        ),
    ),
)

WGS = Grondslag(
    code="wgs_zvh",
    artikel="WGS",
    naam=_("Wet gegevensverwerking door samenwerkingsverbanden"),
    zin=_("In een Zorg- en Veiligheidshuis werken partners samen aan een ingewikkelde zaak."),
    doel=_("een ingewikkelde zaak over zorg en veiligheid samen aanpakken"),
    voorwaarde=_("De zaak is ingebracht bij het Zorg- en Veiligheidshuis."),
    einde=_("Vier weken nadat de inbreng eindigt, of zes maanden na het vertrek (aannames)."),
    regime=Regime.AVG,
    tag="S",
    geldig_vanaf=date(2025, 3, 1),
    van=(L.NAZORG, L.CASEMANAGEMENT, L.RECLASSERING),
    ontvangers=(Ontvanger(L.PROCESREGIE, DEELBAAR_PLAN, Regime.AVG),),
)

WPG = Grondslag(
    code="wpg_18_20",
    artikel="Wpg art. 18 en 20, Bpg art. 4:2",
    naam=_("Wet politiegegevens"),
    zin=_("De politie mag politiegegevens geven aan reclassering, burgemeester of een verband."),
    doel=_("taken die de wet noemt"),
    voorwaarde=_("De politie besluit per ontvanger. Richting opent hierop geen dossier."),
    einde=_("Volgt uit het besluit."),
    regime=Regime.RICHTLIJN,
    tag="S voor reclassering; rest K",
    van=(L.POLITIE,),
    opent=False,
)

AVG = Grondslag(
    code="avg_6",
    artikel="AVG art. 6, 9 en 10; UAVG",
    naam=_("Eigen wettelijke taak van de gemeente"),
    zin=_("Een gemeente mag gegevens gebruiken voor haar eigen taken, zoals bijstand en Wmo."),
    doel=_("eigen taken uitvoeren"),
    voorwaarde=_("Elke taak heeft een eigen doel. Richting opent hierop geen dossier."),
    einde=_("Volgt uit de taak."),
    regime=Regime.AVG,
    tag="K",
    van=(L.NAZORG,),
    opent=False,
)

WABB = Grondslag(
    code="wabb_10",
    artikel="Wabb art. 10 tot en met 12",
    naam=_("Burgerservicenummer"),
    zin=_("Overheden gebruiken het BSN voor hun taak en gaan na of het bij de persoon hoort."),
    doel=_("de goede persoon vinden"),
    voorwaarde=_("Alleen voor overheden, binnen een andere grondslag."),
    einde=_("Volgt uit die andere grondslag."),
    regime=Regime.AVG,
    tag="S",
    opent=False,
)

GRONDSLAGEN = (WJSG_51C, PBW_18A, PBW_18B, BIJ, WFZ, WGS, WPG, AVG, WABB)
"""All legal bases, those that open a dossier first."""

_OP_CODE = {grondslag.code: grondslag for grondslag in GRONDSLAGEN}


def grondslag(code: str) -> Grondslag:
    """The legal basis with this code. Raises KeyError for an unknown code. Clausule 6.4, 6.7."""
    return _OP_CODE[code]

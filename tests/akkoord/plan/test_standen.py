"""How a life area stands: a table per area, and what actions and the day of release do to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from richting.akkoord.plan.eisen import KEUZEVRAGEN
from richting.akkoord.plan.standen import ERNST, ROOD, ernst, is_rood, stand, stand_op_ontslag
from richting.akkoord.plan.woorden import Actiestaat, Leefgebied, Standwaarde
from tests.akkoord.plan.bouwers import GOED, LATER, ONTSLAG, OP, actie, antwoorden

G, S = Leefgebied, Standwaarde
EERDER = ONTSLAG - timedelta(days=1)
TABEL: list[tuple[Leefgebied, dict[str, Any], Standwaarde, str]] = [
    (G.ONDERDAK, {}, S.IN_ORDE, "plek"),
    (G.ONDERDAK, {"onderdak_na": "nvt"}, S.NIET_NODIG, "onderdak_na_niet_nodig"),
    (G.ONDERDAK, {"onderdak_duurzaam": False}, S.GEREGELD_VOOR_ONTSLAG, "tijdelijk"),
    (G.ONDERDAK, {"brp_adres": "inrichting"}, S.GEREGELD_VOOR_ONTSLAG, "briefadres_inrichting"),
    (G.ONDERDAK, {"onderdak_na": "geen"}, S.NIET_GEREGELD, "geen_plek"),
    (G.ONDERDAK, {"onderdak_na": "nachtopvang"}, S.NIET_GEREGELD, "nachtopvang"),
    (G.ONDERDAK, {"brp_adres": "nergens"}, S.NIET_GEREGELD, "geen_inschrijving"),
    (G.ONDERDAK, {"lasten_betaald": False}, S.NIET_GEREGELD, "lasten_niet_betaald"),
    (G.ONDERDAK, {"plek_tot": EERDER}, S.NIET_GEREGELD, "plek_eindigt"),
    (G.ONDERDAK, {"plek_tot": ONTSLAG}, S.IN_ORDE, "plek"),
    (G.ONDERDAK, {"onderdak_na": "?"}, S.ONBEKEND, "onderdak_na_onbekend"),
    (G.ONDERDAK, {"onderdak_na": "-"}, S.ONBEKEND, "onderdak_na_niet_gevraagd"),
    (G.ONDERDAK, {"onderdak_na": "tent"}, S.ONBEKEND, "onderdak_na_onbekend"),
    (G.ONDERDAK, {"onderdak_na": "wil niet"}, S.WIL_NIET, "onderdak_na_wil_niet"),
    (G.ONDERDAK, {"brp_adres": "?"}, S.ONBEKEND, "brp_adres_onbekend"),
    (G.INKOMEN, {}, S.IN_ORDE, "inkomen"),
    (G.INKOMEN, {"inkomen_na": "nvt"}, S.NIET_NODIG, "inkomen_na_niet_nodig"),
    (G.INKOMEN, {"dagbesteding": "geen"}, S.GEREGELD_VOOR_ONTSLAG, "geen_dagbesteding"),
    (G.INKOMEN, {"inkomen_geregeld": "aangevraagd"}, S.LOOPT, "inkomen_aangevraagd"),
    (G.INKOMEN, {"inkomen_geregeld": "nee"}, S.NIET_GEREGELD, "inkomen_niet_geregeld"),
    (G.INKOMEN, {"inkomen_na": "geen"}, S.NIET_GEREGELD, "geen_inkomen"),
    (G.INKOMEN, {"inkomen_tot": EERDER}, S.NIET_GEREGELD, "inkomen_eindigt"),
    (G.INKOMEN, {"inkomen_geregeld": "?"}, S.ONBEKEND, "inkomen_geregeld_onbekend"),
    (G.INKOMEN, {"inkomen_na": "wil niet"}, S.WIL_NIET, "inkomen_na_wil_niet"),
    (G.SCHULDEN, {}, S.IN_ORDE, "overzicht"),
    (G.SCHULDEN, {"schulden": False}, S.NIET_NODIG, "geen_schulden"),
    (G.SCHULDEN, {"schulden_aanpak": "aangevraagd"}, S.LOOPT, "hulp_aangevraagd"),
    (G.SCHULDEN, {"schulden_aanpak": "stilgelegd"}, S.NIET_GEREGELD, "hulp_stilgelegd"),
    (G.SCHULDEN, {"schulden_aanpak": "geen"}, S.NIET_GEREGELD, "geen_aanpak"),
    (G.SCHULDEN, {"schulden_overzicht": "deels"}, S.NIET_GEREGELD, "overzicht_deels"),
    (G.SCHULDEN, {"cjib": "open"}, S.NIET_GEREGELD, "boetes_open"),
    (G.SCHULDEN, {"schulden": False, "cjib": "open"}, S.NIET_GEREGELD, "boetes_open"),
    (G.SCHULDEN, {"dreiging": True}, S.NIET_GEREGELD, "dreiging"),
    (G.SCHULDEN, {"schulden": "?"}, S.ONBEKEND, "schulden_onbekend"),
    (G.SCHULDEN, {"schulden": "wil niet"}, S.WIL_NIET, "schulden_wil_niet"),
    (G.IDENTITEIT, {}, S.IN_ORDE, "document_geldig"),
    (G.IDENTITEIT, {"id_geldig_tot": ONTSLAG}, S.IN_ORDE, "document_geldig"),
    (G.IDENTITEIT, {"id_geldig_tot": EERDER}, S.NIET_GEREGELD, "document_verlopen"),
    (G.IDENTITEIT, {"id_document": "geen"}, S.NIET_GEREGELD, "geen_document"),
    (G.IDENTITEIT, {"id_waar": "kwijt"}, S.NIET_GEREGELD, "document_kwijt"),
    (G.IDENTITEIT, {"id_geldig_tot": "?"}, S.ONBEKEND, "geldigheid_onbekend"),
    (G.IDENTITEIT, {"id_document": "wil niet"}, S.WIL_NIET, "id_document_wil_niet"),
    (G.IDENTITEIT, {"id_document": "nvt"}, S.NIET_NODIG, "id_document_niet_nodig"),
    (G.ZORG, {}, S.IN_ORDE, "verzekerd"),
    (G.ZORG, {"zorg_nodig": False, "indicatie": "-"}, S.IN_ORDE, "verzekerd"),
    (
        G.ZORG,
        {"zorgverzekering": "nvt", "zorg_nodig": False, "medicijnen": "niet_nodig"},
        S.NIET_NODIG,
        "zorgverzekering_niet_nodig",
    ),
    (G.ZORG, {"indicatie": "aangevraagd"}, S.LOOPT, "indicatie_aangevraagd"),
    (G.ZORG, {"zorg_aansluiting": "bezig"}, S.LOOPT, "zorg_bezig"),
    (G.ZORG, {"zorgverzekering": "opgeschort"}, S.NIET_GEREGELD, "verzekering_opgeschort"),
    (G.ZORG, {"zorgverzekering": "geen"}, S.NIET_GEREGELD, "niet_verzekerd"),
    (G.ZORG, {"medicijnen": "niet_geregeld"}, S.NIET_GEREGELD, "medicijnen_niet_mee"),
    (G.ZORG, {"indicatie": "geen"}, S.NIET_GEREGELD, "geen_indicatie"),
    (G.ZORG, {"zorg_nodig": "?"}, S.ONBEKEND, "zorg_nodig_onbekend"),
    (G.ZORG, {"zorg_nodig": "wil niet"}, S.WIL_NIET, "zorg_nodig_wil_niet"),
    (G.NETWERK, {}, S.IN_ORDE, "steun"),
    (G.NETWERK, {"contact": False}, S.GEREGELD_VOOR_ONTSLAG, "geen_contact"),
    (G.NETWERK, {"steun": False}, S.NIET_GEREGELD, "geen_steun"),
    (G.NETWERK, {"kinderen": "niet_geregeld"}, S.NIET_GEREGELD, "kinderen_niet_geregeld"),
    (G.NETWERK, {"steun": "?"}, S.ONBEKEND, "steun_onbekend"),
    (G.NETWERK, {"steun": "wil niet"}, S.WIL_NIET, "steun_wil_niet"),
    (G.NETWERK, {"steun": "nvt"}, S.NIET_NODIG, "steun_niet_nodig"),
    (G.MOTIVATIE, {}, S.IN_ORDE, "gemotiveerd"),
    (G.MOTIVATIE, {"motivatie": "deels"}, S.LOOPT, "twijfelt"),
    (G.MOTIVATIE, {"meedoen": "aangeboden"}, S.LOOPT, "aangeboden"),
    (G.MOTIVATIE, {"meedoen": "nee"}, S.NIET_GEREGELD, "niets_aangeboden"),
    (G.MOTIVATIE, {"motivatie": "nee"}, S.WIL_NIET, "werkt_niet_mee"),
    (G.MOTIVATIE, {"motivatie": "?"}, S.ONBEKEND, "motivatie_onbekend"),
    (G.MOTIVATIE, {"motivatie": "nvt"}, S.NIET_NODIG, "motivatie_niet_nodig"),
]
"""Good answers with a few changed, and how that area stands on the day of release."""


@pytest.mark.clausule("5.7", "5.8", "5.9", "5.10", "5.11", "5.13", "5.14")
@pytest.mark.parametrize(("gebied", "anders", "waarde", "code"), TABEL)
def test_zo_staat_een_leefgebied_op_de_dag_van_ontslag(
    gebied: Leefgebied, anders: dict[str, Any], waarde: Standwaarde, code: str
) -> None:
    gegeven = antwoorden(**{**GOED[gebied], **anders})
    uitkomst = stand_op_ontslag(gebied, gegeven, [], OP, ONTSLAG)
    assert (uitkomst.waarde, uitkomst.code) == (waarde, code)
    assert uitkomst.zinnen[0] == uitkomst.zin
    assert [bron.soort for bron in uitkomst.bronnen] == ["clausule"]


@pytest.mark.parametrize("gebied", list(Leefgebied))
def test_elke_stand_komt_in_de_tabel_voor(gebied: Leefgebied) -> None:
    gezien = {waarde for g, _anders, waarde, _code in TABEL if g is gebied}
    altijd = {S.IN_ORDE, S.NIET_GEREGELD, S.ONBEKEND, S.WIL_NIET, S.NIET_NODIG}
    assert altijd <= gezien
    assert {waarde for _g, _a, waarde, _c in TABEL} == set(Standwaarde)


def test_elk_antwoord_dat_telt_staat_op_de_schaal() -> None:
    assert set(ERNST) == set(Standwaarde)
    assert all(eis.waarde in ERNST for vraag in KEUZEVRAGEN for eis in vraag.tabel.values())
    assert {w for w in Standwaarde if is_rood(w)} == ROOD
    assert ernst(S.IN_ORDE) < ernst(S.LOOPT) < ernst(S.NIET_GEREGELD)


@pytest.mark.parametrize("gebied", list(Leefgebied))
def test_zonder_meting_is_alles_onbekend(gebied: Leefgebied) -> None:
    assert stand(gebied, {}, [], OP).waarde is S.ONBEKEND
    assert stand_op_ontslag(gebied, {}, [], OP, ONTSLAG).waarde is S.ONBEKEND


GEEN_ID = antwoorden(**{**GOED[G.IDENTITEIT], "id_document": "geen"})
ID_ACTIES: list[tuple[str, list[Any], Standwaarde, Standwaarde]] = [
    ("loopt op tijd", [("bezig", EERDER)], S.LOOPT, S.GEREGELD_VOOR_ONTSLAG),
    ("klaar op de dag zelf", [("afgesproken", ONTSLAG)], S.LOOPT, S.GEREGELD_VOOR_ONTSLAG),
    ("klaar na ontslag", [("bezig", ONTSLAG + timedelta(days=1))], S.LOOPT, S.LOOPT),
    ("te laat", [("bezig", OP - timedelta(days=1))], S.LOOPT, S.LOOPT),
    ("zonder dag", [("bezig", None)], S.LOOPT, S.LOOPT),
    ("alleen gevraagd", [("gevraagd", EERDER)], S.NIET_GEREGELD, S.NIET_GEREGELD),
    ("uitgesteld", [("uitgesteld", EERDER)], S.NIET_GEREGELD, S.NIET_GEREGELD),
    ("een van twee te laat", [("bezig", EERDER), ("bezig", None)], S.LOOPT, S.LOOPT),
    (
        "een op tijd, een geweigerd",
        [("bezig", EERDER), ("geweigerd", None)],
        S.LOOPT,
        S.GEREGELD_VOOR_ONTSLAG,
    ),
]


@pytest.mark.clausule("5.10", "4.3")
@pytest.mark.parametrize(
    ("wat", "acties", "nu", "straks"), ID_ACTIES, ids=[g[0] for g in ID_ACTIES]
)
def test_wat_acties_doen_met_de_stand(
    wat: str, acties: list[Any], nu: Standwaarde, straks: Standwaarde
) -> None:
    lopend = [actie(G.IDENTITEIT, staat, dag) for staat, dag in acties]
    assert stand(G.IDENTITEIT, GEEN_ID, lopend, OP).waarde is nu
    assert stand_op_ontslag(G.IDENTITEIT, GEEN_ID, lopend, OP, ONTSLAG).waarde is straks


@pytest.mark.parametrize("staat", list(Actiestaat))
def test_elke_staat_van_een_actie_heeft_een_gevolg(staat: Actiestaat) -> None:
    gedaan = {"klaar_op": OP} if staat is Actiestaat.GEDAAN else {}
    uitkomst = stand(G.IDENTITEIT, GEEN_ID, [actie(G.IDENTITEIT, staat, EERDER, **gedaan)], OP)
    verwacht = {
        Actiestaat.AFGESPROKEN: S.LOOPT,
        Actiestaat.BEZIG: S.LOOPT,
        Actiestaat.GEDAAN: S.GEREGELD_VOOR_ONTSLAG,
    }
    assert uitkomst.waarde is verwacht.get(staat, S.NIET_GEREGELD)


@pytest.mark.clausule("5.10")
def test_een_gedane_actie_telt_tot_er_weer_gemeten_is() -> None:
    klaar = actie(G.IDENTITEIT, "gedaan", klaar_op=OP)
    uitkomst = stand(G.IDENTITEIT, GEEN_ID, [klaar], OP)
    assert (uitkomst.waarde, uitkomst.code) == (S.GEREGELD_VOOR_ONTSLAG, "actie_gedaan")
    oud = actie(G.IDENTITEIT, "gedaan", klaar_op=date(2026, 10, 1))
    assert stand(G.IDENTITEIT, GEEN_ID, [oud], OP).waarde is S.NIET_GEREGELD


def test_wie_een_deel_gedaan_heeft_en_op_een_ander_wacht_is_bezig() -> None:
    acties = [actie(G.IDENTITEIT, "gedaan", klaar_op=OP), actie(G.IDENTITEIT, "gevraagd", EERDER)]
    uitkomst = stand_op_ontslag(G.IDENTITEIT, GEEN_ID, acties, OP, ONTSLAG)
    assert (uitkomst.waarde, uitkomst.code) == (S.LOOPT, "deel_gedaan")


def test_een_actie_die_alleen_helpt_regelt_niets() -> None:
    helpt = actie(G.IDENTITEIT, "bezig", EERDER, draagt=False)
    assert stand_op_ontslag(G.IDENTITEIT, GEEN_ID, [helpt], OP, ONTSLAG).waarde is S.LOOPT


def test_een_actie_van_een_ander_leefgebied_doet_niets() -> None:
    ander = actie(G.ZORG, "bezig", EERDER)
    assert stand(G.IDENTITEIT, GEEN_ID, [ander], OP).waarde is S.NIET_GEREGELD


@pytest.mark.clausule("5.10")
def test_een_document_dat_nu_geldig_is_en_straks_niet() -> None:
    kort = antwoorden(**{**GOED[G.IDENTITEIT], "id_geldig_tot": EERDER})
    assert stand(G.IDENTITEIT, kort, [], OP).waarde is S.IN_ORDE
    assert stand_op_ontslag(G.IDENTITEIT, kort, [], OP, ONTSLAG).waarde is S.NIET_GEREGELD


def test_zonder_dag_van_ontslag_geldt_vandaag() -> None:
    kort = antwoorden(**{**GOED[G.IDENTITEIT], "id_geldig_tot": EERDER})
    assert stand_op_ontslag(G.IDENTITEIT, kort, [], OP, None).waarde is S.IN_ORDE
    lopend = [actie(G.IDENTITEIT, "bezig", EERDER)]
    assert stand_op_ontslag(G.IDENTITEIT, GEEN_ID, lopend, OP, None).waarde is S.LOOPT


def test_na_ontslag_geldt_vandaag() -> None:
    kort = antwoorden(**{**GOED[G.IDENTITEIT], "id_geldig_tot": ONTSLAG})
    daarna = ONTSLAG + timedelta(days=9)
    assert stand_op_ontslag(G.IDENTITEIT, kort, [], daarna, ONTSLAG).waarde is S.NIET_GEREGELD


def test_met_een_spanne_moet_het_op_elke_dag_kloppen() -> None:
    uiterlijk = ONTSLAG + timedelta(days=30)
    kort = antwoorden(**{**GOED[G.IDENTITEIT], "id_geldig_tot": ONTSLAG})
    assert stand_op_ontslag(G.IDENTITEIT, kort, [], OP, ONTSLAG).waarde is S.IN_ORDE
    breed = stand_op_ontslag(G.IDENTITEIT, kort, [], OP, ONTSLAG, uiterlijk)
    assert breed.waarde is S.NIET_GEREGELD
    ruim = antwoorden(**{**GOED[G.IDENTITEIT], "id_geldig_tot": LATER})
    assert stand_op_ontslag(G.IDENTITEIT, ruim, [], OP, ONTSLAG, uiterlijk).waarde is S.IN_ORDE

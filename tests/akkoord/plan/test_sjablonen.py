"""Which templates fit, by when each must start, and what is left for the day itself."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES, aangepast
from richting.akkoord.kalender import is_werkdag, min_werkdagen
from richting.akkoord.plan.eisen import KEUZEVRAGEN
from richting.akkoord.plan.feiten import Actiefeit, Antwoord
from richting.akkoord.plan.sjablonen import (
    KLAAR,
    OPNIEUW,
    Anker,
    Kenmerk,
    Maat,
    Moment,
    Situatie,
    Voorstel,
    dag_van,
    lees,
    sjablonen,
    sjabloon,
    voorstel,
    voorstellen,
)
from richting.akkoord.plan.woorden import (
    Actiestaat,
    Antwoordsoort,
    Leefgebied,
    Standwaarde,
)
from tests.akkoord.plan.hulp_actie import antwoorden

BEGIN, VANDAAG = date(2026, 6, 1), date(2026, 6, 8)
LANG = Situatie(BEGIN, date(2026, 12, 18), VANDAAG)
KORT = Situatie(BEGIN, date(2026, 6, 12), VANDAAG)
ONBEKEND = Situatie(BEGIN, None, VANDAAG)
pytestmark = pytest.mark.clausule("4.3", "5.1", "5.5")


def per_code(situatie: Situatie = LANG, gezegd=None, standen=None, acties=(), aannames=AANNAMES):
    """The proposals by code."""
    alle = voorstellen(standen or {}, gezegd or {}, acties, situatie, aannames)
    return {een.sjabloon.code: een for een in alle}


@pytest.mark.clausule("5.10")
def test_een_identiteitskaart_begint_twaalf_werkweken_voor_het_vertrek():
    kaart = per_code(gezegd=antwoorden(id_document="geen"))["id-aanvragen"]
    assert kaart.begint == min_werkdagen(date(2026, 12, 18), 60) == date(2026, 9, 25)
    assert kaart.uiterlijk == date(2026, 12, 18)
    assert kaart.op_tijd


@pytest.mark.clausule("3.3", "5.10")
def test_in_een_kort_verblijf_zegt_het_voorstel_wat_er_op_de_dag_zelf_moet():
    kaart = per_code(KORT, antwoorden(id_document="geen"))["id-aanvragen"]
    assert not kaart.op_tijd
    assert kaart.sjabloon.dag_zelf.nl.startswith("Maak vandaag een afspraak bij de gemeente")


@pytest.mark.clausule("8.7")
def test_een_beheerder_kan_de_aanlooptijd_veranderen():
    snel = aangepast({"lang_vooraf_weken": 0})
    kaart = per_code(KORT, antwoorden(id_document="geen"), aannames=snel)["id-aanvragen"]
    assert kaart.begint == date(2026, 6, 12)
    assert kaart.op_tijd


@pytest.mark.clausule("5.8")
def test_bijstand_gaat_vier_werkweken_voor_het_vertrek_de_deur_uit():
    uitkering = per_code(gezegd=antwoorden(inkomen_na="geen"))["uitkering-aanvragen"]
    assert uitkering.begint == min_werkdagen(date(2026, 12, 18), 20)
    assert "uitkering-aanvragen" not in per_code(gezegd=antwoorden(inkomen_na="werk"))


@pytest.mark.clausule("5.9")
def test_dreigende_uithuiszetting_vraagt_een_gesprek_binnen_drie_werkdagen():
    assert "schuld-spoed" not in per_code(gezegd=antwoorden(dreiging=False))
    spoed = per_code(gezegd=antwoorden(dreiging=True))["schuld-spoed"]
    assert spoed.uiterlijk == date(2026, 6, 11)


@pytest.mark.clausule("8.4")
def test_lopende_schuldhulp_gaat_in_de_pauze_ook_als_er_verder_niets_hoeft():
    standen = {Leefgebied.SCHULDEN: Standwaarde.IN_ORDE}
    gekozen = per_code(gezegd=antwoorden(schulden_aanpak="loopt"), standen=standen)
    assert "schuldhulp-pauze" in gekozen
    assert "schuldhulp-aanmelden" not in gekozen


def test_zonder_einddatum_hangt_alles_wat_terugtelt_nog_in_de_lucht_maar_mag_beginnen():
    kaart = per_code(ONBEKEND, antwoorden(id_document="geen"))["id-aanvragen"]
    assert (kaart.begint, kaart.uiterlijk, kaart.op_tijd) == (None, None, True)


def test_een_verlopen_termijn_na_binnenkomst_wordt_vandaag():
    laat = replace(LANG, op=date(2026, 9, 1))
    zoeken = per_code(laat)["id-zoeken"]
    assert zoeken.verlopen
    assert zoeken.uiterlijk == laat.op
    assert zoeken.op_tijd


def test_na_het_vertrek_is_niets_meer_op_tijd():
    na = replace(LANG, op=date(2026, 12, 21))
    assert not any(een.op_tijd for een in per_code(na).values())


@pytest.mark.parametrize("stand", sorted(KLAAR))
def test_wat_in_orde_is_vraagt_alleen_nog_wat_altijd_moet(stand):
    standen = dict.fromkeys(Leefgebied, stand)
    assert all(een.sjabloon.altijd for een in per_code(standen=standen).values())


@pytest.mark.clausule("3.9")
def test_voorwaarden_en_forensische_zorg_alleen_bij_toezicht():
    alleen = {"voorwaarden", "indicatie-forensisch"}
    gezegd = antwoorden(zorg_nodig=True)
    assert not alleen & set(per_code(gezegd=gezegd))
    toezicht = replace(LANG, kenmerken=frozenset({Kenmerk.TOEZICHT}))
    assert alleen <= set(per_code(toezicht, gezegd))


def test_niet_van_toepassing_is_iets_anders_dan_onbekend():
    code = "contactpersoon"
    assert code in per_code()
    for soort in (Antwoordsoort.ONBEKEND, Antwoordsoort.WIL_NIET):
        assert code in per_code(gezegd={"steun": Antwoord("steun", soort)})
    nvt = {"steun": Antwoord("steun", Antwoordsoort.NIET_VAN_TOEPASSING)}
    assert code not in per_code(gezegd=nvt)


@pytest.mark.parametrize("staat", Actiestaat)
def test_wat_al_in_het_plan_staat_wordt_niet_nog_eens_voorgesteld(staat):
    actie = Actiefeit(Leefgebied.ONDERDAK, staat, sjabloon="woning-zoeken")
    opnieuw = "woning-zoeken" in per_code(acties=[actie])
    assert opnieuw is (staat in (Actiestaat.GEWEIGERD, Actiestaat.INGETROKKEN))


def test_het_dringendste_staat_bovenaan():
    dagen = [e.begint or e.uiterlijk for e in voorstellen({}, {}, (), LANG)]
    assert dagen == sorted(dagen)


dagen = st.dates(date(2021, 1, 1), date(2035, 12, 31))
korte_of_lange = st.integers(0, 900)


@given(st.sampled_from(sjablonen()), dagen, korte_of_lange, korte_of_lange, korte_of_lange)
def test_een_begin_is_een_werkdag_en_ligt_niet_na_het_vertrek(een, begin, duur, op, extra):
    situatie = Situatie(begin, begin + timedelta(days=duur), begin + timedelta(days=op))
    gedaan: Voorstel = voorstel(een, situatie)
    if gedaan.begint:
        assert is_werkdag(gedaan.begint)
        assert gedaan.begint <= situatie.ontslag
    assert gedaan.uiterlijk is None or gedaan.uiterlijk >= situatie.op
    later = voorstel(een, replace(situatie, ontslag=situatie.ontslag + timedelta(days=extra)))
    assert later.op_tijd >= gedaan.op_tijd, "meer tijd maakt iets nooit te laat"


@given(
    st.dictionaries(st.sampled_from(Leefgebied), st.sampled_from(Standwaarde)),
    st.lists(st.tuples(st.sampled_from(sjablonen()), st.sampled_from(Actiestaat)), max_size=6),
    st.frozensets(st.sampled_from(Kenmerk)),
)
def test_een_voorstel_past_altijd_bij_de_stand_en_staat_er_een_keer(standen, bestaand, kenmerken):
    acties = [Actiefeit(s.leefgebied, staat, sjabloon=s.code) for s, staat in bestaand]
    situatie = replace(LANG, kenmerken=kenmerken)
    alle = voorstellen(standen, {}, acties, situatie)
    codes = [een.sjabloon.code for een in alle]
    assert len(codes) == len(set(codes))
    assert not set(codes) & {a.sjabloon for a in acties if a.staat not in OPNIEUW}
    for een in alle:
        stand = standen.get(een.sjabloon.leefgebied, Standwaarde.ONBEKEND)
        assert een.sjabloon.altijd or stand not in KLAAR
        assert een.sjabloon.kenmerken <= kenmerken


def test_elk_leefgebied_heeft_een_sjabloon():
    assert {een.leefgebied for een in sjablonen()} == set(Leefgebied)


def test_elke_voorwaarde_vraagt_naar_een_antwoord_dat_bestaat():
    kan = {vraag.vraag: set(vraag.tabel) for vraag in KEUZEVRAGEN} | {"digid": {True, False}}
    for een in sjablonen():
        for voorwaarde in een.als:
            assert set(voorwaarde.waarden) <= kan[voorwaarde.vraag], (een.code, voorwaarde.vraag)


def test_een_getal_zonder_bron_staat_niet_in_het_bestand():
    for een in sjablonen():
        for moment in (een.begint, een.klaar):
            if moment and moment.aantal:
                assert een.tag == "S", een.code
        assert een.bron, een.code
        assert een.doet, een.code


def test_een_sjabloon_is_terug_te_vinden_op_zijn_code():
    assert sjabloon("woning-zoeken").wat.in_taal("en-gb") == "Find a home for after release"
    assert sjabloon("woning-zoeken").wat.in_taal("nl").startswith("Zoek een woning")
    assert sjabloon("bestaat-niet") is None


def ruw() -> dict:
    bestand = files("richting.akkoord.plan").joinpath("sjablonen.json")
    gelezen = json.loads(bestand.read_text(encoding="utf-8"))
    return {"sjablonen": [gelezen["sjablonen"][1]]}


@pytest.mark.parametrize(
    ("wijzig", "zin"),
    [
        (lambda een: een.update(leefgebied="bestaat_niet"), "bestaat_niet"),
        (lambda een: een.update(doet=["bakker"]), "bakker"),
        (lambda een: een.update(tag="Z"), "tag"),
        (lambda een: een.pop("wat"), "wat"),
        (lambda een: een["begint"].update(aanname="bestaat_niet"), "aanname"),
        (lambda een: een["begint"].update(aantal=3), "aannames"),
        (lambda een: een["klaar"].update(aantal=3), "aannames"),
    ],
)
def test_een_bestand_dat_niet_klopt_wordt_geweigerd(wijzig, zin):
    een = ruw()
    wijzig(een["sjablonen"][0])
    with pytest.raises(ValueError, match=zin):
        lees(een)


def test_een_code_staat_een_keer_in_het_bestand():
    dubbel = ruw()
    dubbel["sjablonen"] *= 2
    with pytest.raises(ValueError, match="twee keer"):
        lees(dubbel)


def test_weken_na_binnenkomst_eindigen_op_een_werkdag_en_uiterlijk_bij_het_vertrek():
    weken = Moment(Anker.BEGIN, 2, Maat.WEKEN)
    zaterdag = Situatie(date(2026, 6, 6), date(2026, 12, 18), VANDAAG)
    assert dag_van(weken, zaterdag) == date(2026, 6, 19)
    assert dag_van(weken, replace(zaterdag, ontslag=date(2026, 6, 10))) == date(2026, 6, 10)


def test_op_papier_spreekt_elk_sjabloon_tot_de_persoon():
    for een in sjablonen():
        assert "deze persoon" not in een.persoon.nl.lower()
        assert "the person" not in een.persoon.en.lower()
        assert een.persoon.nl != een.wat.nl

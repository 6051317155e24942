"""Actions: who takes them on, who is asked, how they end, and who hears of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from richting.akkoord.plan.overgangen import Daad, GeenOvergang, Reden
from richting.akkoord.plan.woorden import Actiestaat, Leefgebied
from richting.delen.models import Grond
from richting.kern.klok import nu
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import actielijst as acties
from richting.plannen.botsing import Botsing
from richting.plannen.models import Actie
from richting.plannen.overzichten import actielijst
from tests.partijen.bouwers import Lid, Ploeg, journaalregels, journaalsoorten, maak_medewerker
from tests.plannen.bouwers_actie import als, eigen, gevraagd, inhoud, postbus, zie

VANDAAG, S = date(2026, 11, 23), Actiestaat
pytestmark = pytest.mark.clausule("4.3", "8.5")


def neem_grond_weg(lid: Lid, zaak: UUID) -> None:
    """This desk has no ground for the dossier any more."""
    with verwerking(lid.wie()):
        Grond.objects.filter(dossier=zaak, loket=lid.loket.pk).update(vervallen_op=nu())


@pytest.mark.clausule("5.5")
def test_bram_neemt_iets_op_zich_en_anna_ziet_wie_het_doet(ploeg: Ploeg, zaak: UUID) -> None:
    gemaakt = eigen(ploeg.bram, zaak, uiterlijk=date(2027, 2, 1))
    gezien = zie(ploeg.anna, zaak, gemaakt.pk)
    assert gezien is not None
    assert (gezien.verantwoordelijk, gezien.staat) == (ploeg.bram.loket, S.AFGESPROKEN)
    assert gezien.uitvoerder == ploeg.bram.medewerker
    assert [(stap.van, stap.naar) for stap in gezien.stappen.all()] == [("", "afgesproken")]
    regel = next(r for r in journaalregels() if r.soort == "actie_gemaakt")
    assert (regel.categorie, regel.na["wat"]) == ("onderdak", "Zoek een kamer")


@pytest.mark.clausule("5.4")
def test_anna_wordt_gevraagd_zegt_ja_en_rondt_af(ploeg: Ploeg, zaak: UUID) -> None:
    vraag = gevraagd(ploeg.bram, zaak, ploeg.anna)
    assert (vraag.staat, vraag.antwoord_uiterlijk) == (S.GEVRAAGD, date(2026, 12, 7))
    assert vraag.uitvoerder is None
    assert postbus(ploeg.anna, zaak) == ["actie_gevraagd"]
    acties.aanvaard(ploeg.anna.wie(), zaak, vraag.pk, 1)
    acties.begin(ploeg.anna.wie(), zaak, vraag.pk, 2)
    acties.rond_af(ploeg.anna.wie(), zaak, vraag.pk, 3, "Kamer aan de Verzonnenlaan.")
    gezien = zie(ploeg.bram, zaak, vraag.pk)
    assert gezien is not None
    assert (gezien.staat, gezien.klaar_op) == (S.GEDAAN, VANDAAG)
    assert gezien.resultaat == "Kamer aan de Verzonnenlaan."
    assert gezien.uitvoerder == ploeg.anna.medewerker
    gang = [stap.naar for stap in gezien.stappen.all()]
    assert gang == ["gevraagd", "afgesproken", "bezig", "gedaan"]
    assert postbus(ploeg.bram, zaak) == ["actie_beantwoord", "actie_geeindigd"]


@pytest.mark.clausule("5.4")
def test_anna_weigert_met_reden_en_bram_hoort_het(ploeg: Ploeg, zaak: UUID) -> None:
    vraag = gevraagd(ploeg.bram, zaak, ploeg.anna)
    with pytest.raises(GeenOvergang, match="Kies een reden"):
        acties.weiger(ploeg.anna.wie(), zaak, vraag.pk, 1, "")
    acties.weiger(ploeg.anna.wie(), zaak, vraag.pk, 1, Reden.GEEN_PLEK, "Wachtlijst vol.")
    gezien = zie(ploeg.bram, zaak, vraag.pk)
    assert gezien is not None
    assert (gezien.staat, gezien.reden) == (S.GEWEIGERD, "geen_plek")
    assert list(gezien.stappen.all())[-1].toelichting == "Wachtlijst vol."
    assert postbus(ploeg.bram, zaak) == ["actie_beantwoord"]


def test_bram_trekt_zijn_vraag_in_zolang_anna_niet_antwoordde(ploeg: Ploeg, zaak: UUID) -> None:
    vraag, tweede = (gevraagd(ploeg.bram, zaak, ploeg.anna) for _keer in range(2))
    acties.trek_in(ploeg.bram.wie(), zaak, vraag.pk, 1, Reden.EERDER_VRIJ)
    assert postbus(ploeg.anna, zaak)[-1] == "actie_geeindigd"
    acties.aanvaard(ploeg.anna.wie(), zaak, tweede.pk, 1)
    with pytest.raises(GeenOvergang, match="staat er nu anders voor"):
        acties.trek_in(ploeg.bram.wie(), zaak, tweede.pk, 2, Reden.EERDER_VRIJ)


def test_alleen_wie_het_gevraagd_is_zegt_ja(ploeg: Ploeg, zaak: UUID) -> None:
    vraag = gevraagd(ploeg.bram, zaak, ploeg.anna)
    for ander in (ploeg.bram, ploeg.cato):
        with pytest.raises(GeenOvergang, match="Alleen het loket dat de actie doet"):
            acties.aanvaard(ander.wie(), zaak, vraag.pk, 1)


@pytest.mark.parametrize("onmogelijk", [False, True])
def test_wat_niet_lukt_eindigt_met_een_eigen_reden(
    ploeg: Ploeg, zaak: UUID, onmogelijk: bool
) -> None:
    actie = eigen(ploeg.anna, zaak)
    reden = Reden.NIET_TOEGELATEN if onmogelijk else Reden.NIET_VERSCHENEN
    acties.stop(ploeg.anna.wie(), zaak, actie.pk, 1, reden, onmogelijk=onmogelijk)
    gezien = zie(ploeg.anna, zaak, actie.pk)
    assert gezien is not None
    assert gezien.staat == (S.ONMOGELIJK if onmogelijk else S.GESTOPT)
    assert gezien.reden == reden


def test_uitstel_krijgt_een_nieuwe_dag(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.anna, zaak, uiterlijk=VANDAAG)
    straks = VANDAAG + timedelta(days=30)
    acties.stel_uit(ploeg.anna.wie(), zaak, actie.pk, 1, straks, Reden.ZIEK)
    gezien = zie(ploeg.bram, zaak, actie.pk)
    assert gezien is not None
    assert (gezien.staat, gezien.uiterlijk) == (S.UITGESTELD, straks)


def test_een_vergissing_is_te_herstellen(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.anna, zaak)
    acties.rond_af(ploeg.anna.wie(), zaak, actie.pk, 1, "Klaar!")
    acties.doe(ploeg.anna.wie(), zaak, actie.pk, Daad.HEROPENEN, 2, Reden.VERGISSING)
    gezien = zie(ploeg.anna, zaak, actie.pk)
    assert gezien is not None
    assert (gezien.staat, gezien.klaar_op, gezien.resultaat) == (S.BEZIG, None, "")


@pytest.mark.clausule("6.4")
def test_eva_en_dirk_kunnen_niets_en_zien_niets(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.bram, zaak)
    for buiten in (ploeg.eva, ploeg.dirk):
        assert zie(buiten, zaak, actie.pk) is None
        with pytest.raises(NietToegestaan):
            eigen(buiten, zaak)
        with pytest.raises(NietToegestaan):
            acties.begin(buiten.wie(), zaak, actie.pk, 1)
        with pytest.raises(NietToegestaan):
            acties.wijzig(buiten.wie(), zaak, actie.pk, 1, {"wat": "Nee"})


def test_een_actie_die_er_niet_is_kan_niet(ploeg: Ploeg, zaak: UUID) -> None:
    with pytest.raises(NietToegestaan):
        acties.begin(ploeg.anna.wie(), zaak, uuid4(), 1)


@pytest.mark.clausule("6.4")
def test_alleen_een_loket_met_een_grond_kan_gevraagd_worden(ploeg: Ploeg, zaak: UUID) -> None:
    for buiten in (ploeg.eva, ploeg.dirk, ploeg.fatima):
        with pytest.raises(KanNiet, match="mag dit leefgebied"):
            gevraagd(ploeg.bram, zaak, buiten)
    neem_grond_weg(ploeg.cato, zaak)
    with pytest.raises(KanNiet, match="mag dit leefgebied"):
        gevraagd(ploeg.bram, zaak, ploeg.cato)
    assert journaalsoorten().count("actie_gemaakt") == 0


@pytest.mark.clausule("6.4")
def test_wie_geen_grond_meer_heeft_doet_niets_meer_en_een_ander_neemt_over(
    ploeg: Ploeg, zaak: UUID
) -> None:
    actie = gevraagd(ploeg.cato, zaak, ploeg.bram)
    acties.aanvaard(ploeg.bram.wie(), zaak, actie.pk, 1)
    with pytest.raises(GeenOvergang, match="niet meer ziet"):
        acties.doe(ploeg.anna.wie(), zaak, actie.pk, Daad.OVERNEMEN, 2)
    neem_grond_weg(ploeg.bram, zaak)
    alle = als(ploeg.anna, zaak, lambda: actielijst.acties_van(zaak))
    assert als(ploeg.anna, zaak, lambda: actielijst.zien_niet_meer(zaak, alle)) == {actie.pk}
    with pytest.raises(NietToegestaan):
        acties.begin(ploeg.bram.wie(), zaak, actie.pk, 2)
    acties.doe(ploeg.anna.wie(), zaak, actie.pk, Daad.OVERNEMEN, 2)
    gezien = zie(ploeg.anna, zaak, actie.pk)
    assert gezien is not None
    assert gezien.verantwoordelijk == ploeg.anna.loket
    assert postbus(ploeg.cato, zaak) == ["actie_beantwoord", "actie_beantwoord"]
    alle = als(ploeg.anna, zaak, lambda: actielijst.acties_van(zaak))
    assert als(ploeg.anna, zaak, lambda: actielijst.zien_niet_meer(zaak, alle)) == set()


@pytest.mark.clausule("6.4")
def test_wie_vroeg_en_zijn_grond_verloor_hoort_niets_meer(ploeg: Ploeg, zaak: UUID) -> None:
    vraag = gevraagd(ploeg.cato, zaak, ploeg.anna)
    neem_grond_weg(ploeg.cato, zaak)
    acties.aanvaard(ploeg.anna.wie(), zaak, vraag.pk, 1)
    assert postbus(ploeg.cato, zaak) == []


@pytest.mark.clausule("5.4")
def test_wie_een_oude_versie_voor_zich_heeft_verliest_niets(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.anna, zaak)
    acties.wijzig(ploeg.anna.wie(), zaak, actie.pk, 1, {"wat": "Zoek een studio"})
    with pytest.raises(Botsing) as fout:
        acties.wijzig(ploeg.anna.wie(), zaak, actie.pk, 1, {"wat": "Zoek een flat"})
    (verschil,) = fout.value.verschillen
    assert (verschil.nu, verschil.uw) == ("Zoek een studio", "Zoek een flat")
    acties.begin(ploeg.anna.wie(), zaak, actie.pk, 2)
    with pytest.raises(Botsing) as botsing:
        acties.rond_af(ploeg.anna.wie(), zaak, actie.pk, 2)
    assert botsing.value.verschillen[0].nu == "bezig"
    gezien = zie(ploeg.anna, zaak, actie.pk)
    assert gezien is not None
    assert (gezien.wat, gezien.staat) == ("Zoek een studio", S.BEZIG)


def test_twee_resultaten_van_een_actie_botsen(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.anna, zaak)
    acties.rond_af(ploeg.anna.wie(), zaak, actie.pk, 1, "Kamer in Zuilen")
    acties.rond_af(ploeg.anna.wie(), zaak, actie.pk, 1, "Kamer in Zuilen")
    with pytest.raises(Botsing) as fout:
        acties.rond_af(ploeg.anna.wie(), zaak, actie.pk, 1, "Kamer in Overvecht")
    (verschil,) = fout.value.verschillen
    assert (verschil.nu, verschil.uw) == ("Kamer in Zuilen", "Kamer in Overvecht")


def test_wie_iets_opschrijft_bij_een_oude_versie_krijgt_het_terug(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.anna, zaak)
    acties.stop(ploeg.anna.wie(), zaak, actie.pk, 1, Reden.WIL_NIET)
    with pytest.raises(Botsing) as fout:
        acties.stop(ploeg.anna.wie(), zaak, actie.pk, 1, Reden.WIL_NIET, "Hij lacht mij uit.")
    assert [v.uw for v in fout.value.verschillen] == ["Hij lacht mij uit."]
    with pytest.raises(Botsing):
        acties.wijzig(ploeg.anna.wie(), zaak, actie.pk, 1, {"wat": "Zoek een flat"})
    with pytest.raises(KanNiet, match="niet veranderen"):
        acties.wijzig(ploeg.anna.wie(), zaak, actie.pk, 2, {"wat": "Zoek een flat"})


@pytest.mark.clausule("6.4")
def test_van_twee_die_overnemen_krijgt_er_een_de_actie(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.bram, zaak)
    neem_grond_weg(ploeg.bram, zaak)
    acties.doe(ploeg.anna.wie(), zaak, actie.pk, Daad.OVERNEMEN, 1)
    with pytest.raises(Botsing):
        acties.doe(ploeg.cato.wie(), zaak, actie.pk, Daad.OVERNEMEN, 1)
    gezien = zie(ploeg.cato, zaak, actie.pk)
    assert gezien is not None
    assert gezien.verantwoordelijk == ploeg.anna.loket


def test_twee_keer_hetzelfde_klikken_is_een_keer(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.anna, zaak)
    for _keer in range(2):
        acties.begin(ploeg.anna.wie(), zaak, actie.pk, 1)
    gezien = zie(ploeg.anna, zaak, actie.pk)
    assert gezien is not None
    assert [stap.naar for stap in gezien.stappen.all()] == ["afgesproken", "bezig"]
    assert journaalsoorten().count("actie_stap") == 1


def test_wijzigen_mag_wie_het_doet_en_zolang_het_een_vraag_is_wie_vroeg(
    ploeg: Ploeg, zaak: UUID
) -> None:
    vraag = gevraagd(ploeg.bram, zaak, ploeg.anna)
    rij = acties.wijzig(ploeg.bram.wie(), zaak, vraag.pk, 1, {"uiterlijk": date(2027, 1, 4)})
    assert rij.versie == 2
    with pytest.raises(KanNiet, match="niet veranderen"):
        acties.wijzig(ploeg.anna.wie(), zaak, vraag.pk, 2, {"wat": "Iets anders"})
    acties.aanvaard(ploeg.anna.wie(), zaak, vraag.pk, 2)
    with pytest.raises(KanNiet, match="niet veranderen"):
        acties.wijzig(ploeg.bram.wie(), zaak, vraag.pk, 3, {"wat": "Iets anders"})
    zelfde = acties.wijzig(ploeg.anna.wie(), zaak, vraag.pk, 3, {"wat": "Zoek een kamer"})
    assert zelfde.versie == 3
    with pytest.raises(KanNiet, match="voor de eerste dag"):
        acties.wijzig(ploeg.anna.wie(), zaak, vraag.pk, 3, {"begin": date(2027, 2, 1)})


def test_een_actie_wisselt_niet_van_leefgebied(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.anna, zaak)
    with pytest.raises(ValueError, match="leefgebied"):
        acties.wijzig(ploeg.anna.wie(), zaak, actie.pk, 1, {"leefgebied": "zorg"})


def test_een_collega_krijgt_de_actie_een_vreemde_niet(ploeg: Ploeg, zaak: UUID) -> None:
    actie = eigen(ploeg.anna, zaak)
    collega = maak_medewerker("amir", ploeg.anna.loket, "Amir")
    assert acties.wijs_uitvoerder_aan(ploeg.anna.wie(), zaak, actie.pk, 1, collega.pk)
    with pytest.raises(KanNiet, match="werkt niet bij dit loket"):
        acties.wijs_uitvoerder_aan(ploeg.anna.wie(), zaak, actie.pk, 2, ploeg.bram.medewerker.pk)
    with pytest.raises(KanNiet, match="Alleen het loket"):
        acties.wijs_uitvoerder_aan(ploeg.bram.wie(), zaak, actie.pk, 2, collega.pk)
    acties.doe(ploeg.anna.wie(), zaak, actie.pk, Daad.AFRONDEN, 2, toelichting="Klaar")
    with pytest.raises(KanNiet, match="nu niet veranderen"):
        acties.wijs_uitvoerder_aan(ploeg.anna.wie(), zaak, actie.pk, 3, ploeg.anna.medewerker.pk)
    gezien = zie(ploeg.bram, zaak, actie.pk)
    assert gezien is not None
    assert gezien.uitvoerder == collega
    assert [stap.naar for stap in gezien.stappen.all()] == [*[S.AFGESPROKEN] * 2, S.GEDAAN]


def test_wat_al_liep_of_al_klaar_is_kan_zo_worden_opgeschreven(ploeg: Ploeg, zaak: UUID) -> None:
    klaar = acties.neem_op_je(ploeg.bram.wie(), zaak, inhoud(), staat=S.GEDAAN)
    assert (klaar.staat, klaar.klaar_op) == (S.GEDAAN, VANDAAG)
    with pytest.raises(ValueError, match="geweigerd"):
        acties.neem_op_je(ploeg.bram.wie(), zaak, inhoud(), staat=S.GEWEIGERD)


def test_alles_of_niets(ploeg: Ploeg, zaak: UUID) -> None:
    goed = acties.Opdracht(inhoud())
    fout = acties.Opdracht(inhoud(begin=VANDAAG, uiterlijk=VANDAAG - timedelta(days=1)))
    with pytest.raises(KanNiet, match="voor de eerste dag"):
        acties.maak_acties(ploeg.bram.wie(), zaak, [goed, fout])
    assert als(ploeg.bram, zaak, lambda: actielijst.acties_van(zaak)) == []
    assert acties.maak_acties(ploeg.bram.wie(), zaak, []) == []


@pytest.mark.clausule("6.4")
def test_wie_een_leefgebied_niet_mag_zien_maakt_daar_geen_actie(ploeg: Ploeg, zaak: UUID) -> None:
    eigen(ploeg.bram, zaak, leefgebied=Leefgebied.ZORG)
    with verwerking(ploeg.anna.wie()):
        gronden = Grond.objects.filter(dossier=zaak, loket=ploeg.anna.loket.pk, vervallen_op=None)
        for grond in gronden:
            grond.categorieen = [c for c in grond.categorieen if c != "zorg"]
            grond.save()
    with pytest.raises(NietToegestaan):
        eigen(ploeg.anna, zaak, leefgebied=Leefgebied.ZORG)
    with pytest.raises(KanNiet, match="mag dit leefgebied"):
        gevraagd(ploeg.bram, zaak, ploeg.anna, leefgebied=Leefgebied.ZORG)
    assert als(ploeg.anna, zaak, lambda: actielijst.acties_van(zaak)) == []
    gezien = als(ploeg.anna, zaak, lambda: list(Actie.objects.all()))
    assert gezien == []


# What is asked of the actions


def test_acties_staan_op_leefgebied_en_dan_op_dag_de_afgelopen_achteraan(
    ploeg: Ploeg, zaak: UUID
) -> None:
    zorg = eigen(ploeg.bram, zaak, leefgebied=Leefgebied.ZORG, uiterlijk=VANDAAG)
    laat = eigen(ploeg.bram, zaak, uiterlijk=date(2027, 1, 1))
    klaar = eigen(ploeg.bram, zaak, uiterlijk=VANDAAG)
    vroeg = eigen(ploeg.bram, zaak, uiterlijk=date(2026, 12, 1))
    acties.rond_af(ploeg.bram.wie(), zaak, klaar.pk, 1)
    vragen: list[str] = []

    def noteer(voer_uit: Any, sql: str, *rest: Any) -> Any:
        vragen.append(sql)
        return voer_uit(sql, *rest)

    with connection.execute_wrapper(noteer):
        alle = als(ploeg.anna, zaak, lambda: actielijst.acties_van(zaak, stappen=True))
    assert [rij.pk for rij in alle] == [vroeg.pk, laat.pk, klaar.pk, zorg.pk]
    assert sum("plannen_" in sql for sql in vragen) == 2


def test_open_bij_een_loket_het_eerste_eerst_bladzijde_voor_bladzijde(
    ploeg: Ploeg, zaak: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actielijst, "PER_PAGINA", 2)
    dagen = [date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 3), None, None]
    gemaakt = [eigen(ploeg.anna, zaak, uiterlijk=dag).pk for dag in dagen]
    eigen(ploeg.bram, zaak)
    gevraagd(ploeg.bram, zaak, ploeg.anna)
    gelezen, na = [], ""
    for _bladzijde in range(4):
        blad = als(
            ploeg.anna,
            zaak,
            lambda na=na: actielijst.open_bij_loket(ploeg.anna.loket.pk, VANDAAG, na),  # type: ignore[misc]
        )
        gelezen += [rij.pk for rij in blad.regels]
        na = blad.volgende
        if not na:
            break
    assert gelezen == gemaakt
    teller = als(ploeg.anna, zaak, lambda: actielijst.tel_open(ploeg.anna.loket.pk, VANDAAG))
    assert teller == "5"
    with pytest.raises(ValueError, match="isoformat"):
        als(ploeg.anna, zaak, lambda: actielijst.open_bij_loket(1, VANDAAG, "onzin"))

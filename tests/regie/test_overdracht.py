"""Handing over: prepared during the stay, offered, answered; or passed on by force of law."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from richting.akkoord.overdracht import (
    AfspraakOnderwerp,
    Overdrachtdaad,
    Overdrachtstaat,
    Puntstand,
    Weigerreden,
)
from richting.akkoord.regieverloop import Regieherkomst
from richting.kern import klok
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.acties import overdracht as acties
from richting.regie.acties.overdracht import Voorbereiding
from richting.regie.acties.overname import geef_regie_terug, neem_regie_over
from richting.regie.models import Overdracht, Overdrachtafspraak, Overdrachtpunt
from richting.regie.taken import dagronde
from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, programma, stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg, meld_aan
from tests.regie.bouwers_regie import (
    CASUS,
    houder,
    nummer_van,
    overdrachten,
    overplaatsing,
    rijen,
    vertrek,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.7", "1.8")]
EINDE = date(2027, 3, 1)
D = Overdrachtdaad
RN = [{"organisatie": "RN", "van": "2027-03-01"}]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def voorbereid(ploeg: Ploeg, aan: Lid | None = None, **anders: Any) -> Overdracht:
    """A handover of the case by the prison, on the day of release."""
    wat = {"datum": EINDE, "op_vertrek": True, **anders}
    doel = (aan or ploeg.anna).loket.pk
    return acties.bereid_voor(ploeg.bram.wie(), nummer_van(), CASUS, Voorbereiding(doel, **wat))


def doe(lid: Lid, rij: Overdracht, daad: Overdrachtdaad, *woorden: str) -> Overdracht:
    return acties.doe(lid.wie(), rij.dossier_id, rij.pk, daad, rij.versie, *woorden)


def verteld(lid: Lid) -> set[str]:
    with verwerking(programma()):
        return set(Melding.objects.filter(loket=lid.loket).values_list("soort", flat=True))


def test_aangeboden_en_aanvaard_geldt_vanaf_de_afgesproken_dag(ploeg: Ploeg) -> None:
    stuur(begin())
    rij = doe(ploeg.bram, voorbereid(ploeg), D.AANBIEDEN)
    assert "overdracht_aangeboden" in verteld(ploeg.anna)
    doe(ploeg.anna, rij, D.AANVAARDEN)
    assert houder(nummer_van()).loket_id == ploeg.bram.loket.pk
    with klok.op(EINDE):
        nu = houder(nummer_van())
    assert (nu.loket_id, nu.herkomst, nu.overdracht) == (
        ploeg.anna.loket.pk,
        Regieherkomst.OVERDRACHT,
        rij.pk,
    )


def test_een_verzette_vrijlating_verzet_de_aanvaarde_overdracht(ploeg: Ploeg) -> None:
    stuur(begin())
    doe(ploeg.anna, doe(ploeg.bram, voorbereid(ploeg), D.AANBIEDEN), D.AANVAARDEN)
    stuur(einde_gewijzigd(datum="2027-04-01"))
    assert [rij.vanaf.astimezone(klok.AMSTERDAM).date() for rij in rijen(nummer_van())][-1] == date(
        2027, 4, 1
    )
    with klok.op(EINDE):
        assert houder(nummer_van()).loket_id == ploeg.bram.loket.pk


def test_de_dag_van_vertrek_hoeft_niemand_te_kiezen_en_schuift_mee(ploeg: Ploeg) -> None:
    stuur(begin())
    rij = voorbereid(ploeg, datum=None)
    assert rij.datum == EINDE
    rij = doe(ploeg.bram, rij, D.AANBIEDEN)
    stuur(einde_gewijzigd(datum="2026-11-26"))
    assert posten(date(2026, 11, 24))["overdracht_aangeboden"].uiterlijk == date(2026, 11, 26)
    rij = doe(ploeg.bram, rij, D.TERUGHALEN)
    zonder_dag = Voorbereiding(ploeg.anna.loket.pk, None)
    with pytest.raises(KanNiet, match="Kies een dag"):
        acties.wijzig(ploeg.bram.wie(), rij.dossier_id, rij.pk, rij.versie, zonder_dag)


def test_wie_vandaag_aanvaardt_heeft_de_regie_vandaag(ploeg: Ploeg) -> None:
    stuur(begin())
    rij = voorbereid(ploeg, datum=klok.vandaag(), op_vertrek=False)
    doe(ploeg.anna, doe(ploeg.bram, rij, D.AANBIEDEN), D.AANVAARDEN)
    assert houder(nummer_van()).loket_id == ploeg.anna.loket.pk


def test_wat_vandaag_is_overgedragen_gebeurt_bij_een_volgend_feit_niet_nog_eens(
    ploeg: Ploeg,
) -> None:
    stuur(begin())
    nummer = nummer_van()
    rij = voorbereid(ploeg, datum=klok.vandaag(), op_vertrek=False)
    doe(ploeg.anna, doe(ploeg.bram, rij, D.AANBIEDEN), D.AANVAARDEN)
    stuur(einde_gewijzigd())
    assert len(rijen(nummer)) == 2
    neem_regie_over(ploeg.bram.wie(), nummer, CASUS, houder(nummer).pk, "Toch nog niet")
    stuur(einde_gewijzigd(datum="2027-05-01"))
    assert houder(nummer).loket_id == ploeg.bram.loket.pk


def test_na_een_teruggegeven_overname_geldt_de_aanvaarde_overdracht_weer(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    doe(ploeg.anna, doe(ploeg.bram, voorbereid(ploeg), D.AANBIEDEN), D.AANVAARDEN)
    neem_regie_over(ploeg.anna.wie(), nummer, CASUS, houder(nummer).pk, "Even zelf")
    geef_regie_terug(ploeg.anna.wie(), nummer, CASUS, houder(nummer).pk, "Weer terug")
    with klok.op(EINDE):
        assert houder(nummer).herkomst == Regieherkomst.OVERDRACHT


def test_weigeren_vraagt_een_reden_en_laat_de_regie_waar_zij_is(ploeg: Ploeg) -> None:
    stuur(begin())
    rij = doe(ploeg.bram, voorbereid(ploeg), D.AANBIEDEN)
    with pytest.raises(KanNiet):
        doe(ploeg.anna, rij, D.WEIGEREN, Weigerreden.ONVOLLEDIG, "")
    rij = doe(ploeg.anna, rij, D.WEIGEREN, Weigerreden.ONVOLLEDIG, "Het plan ontbreekt")
    assert rij.staat == Overdrachtstaat.GEWEIGERD
    assert houder(nummer_van()).loket_id == ploeg.bram.loket.pk
    assert "overdracht_beantwoord" in verteld(ploeg.bram)
    voorbereid(ploeg)


def test_ieder_doet_alleen_wat_bij_de_eigen_rol_hoort(ploeg: Ploeg) -> None:
    stuur(begin(reclassering="RN"))
    with pytest.raises(NietToegestaan):
        acties.bereid_voor(
            ploeg.anna.wie(), nummer_van(), CASUS, Voorbereiding(ploeg.cato.loket.pk, EINDE)
        )
    rij = voorbereid(ploeg)
    with pytest.raises(NietToegestaan):
        doe(ploeg.anna, rij, D.AANBIEDEN)
    rij = doe(ploeg.bram, rij, D.AANBIEDEN)
    for ander in (ploeg.bram, ploeg.cato, ploeg.eva):
        with pytest.raises(NietToegestaan):
            doe(ander, rij, D.AANVAARDEN)


def test_een_tweede_overdracht_van_dezelfde_taak_wacht(ploeg: Ploeg) -> None:
    stuur(begin())
    voorbereid(ploeg)
    with pytest.raises(KanNiet) as fout:
        voorbereid(ploeg)
    assert fout.value.code == "loopt_al"


def test_wie_een_oude_bladzijde_heeft_verandert_niets(ploeg: Ploeg) -> None:
    stuur(begin())
    rij = voorbereid(ploeg)
    doe(ploeg.bram, rij, D.AANBIEDEN)
    with pytest.raises(KanNiet) as fout:
        acties.doe(ploeg.bram.wie(), rij.dossier_id, rij.pk, D.INTREKKEN, 1)
    assert fout.value.code == "veranderd"


@pytest.mark.clausule("1.8", "3.9")
def test_onder_toezicht_is_eerst_afgesproken_wie_wat_doet(ploeg: Ploeg) -> None:
    stuur(begin(toezicht=RN))
    rij = voorbereid(ploeg, ploeg.cato)
    assert rij.soort == "toezicht"
    with pytest.raises(KanNiet) as fout:
        doe(ploeg.bram, rij, D.AANBIEDEN)
    assert fout.value.code == "afspraken_nodig"
    for onderwerp, lid in zip(AfspraakOnderwerp, (ploeg.cato, ploeg.anna), strict=True):
        acties.spreek_af(
            ploeg.bram.wie(), rij.dossier_id, rij.pk, onderwerp, lid.loket.pk, "Afgesproken"
        )
    doe(ploeg.bram, rij, D.AANBIEDEN)


@pytest.mark.clausule("6.4")
def test_wie_toezicht_niet_ziet_ziet_ook_de_afspraak_daarover_niet(ploeg: Ploeg) -> None:
    stuur(begin(toezicht=RN))
    rij = voorbereid(ploeg, ploeg.cato)
    bram, dirk = ploeg.bram.wie(), ploeg.dirk.wie()
    onderwerp = AfspraakOnderwerp.VOORWAARDEN_TOEZICHT
    acties.spreek_af(bram, rij.dossier_id, rij.pk, onderwerp, ploeg.cato.loket.pk, "Elke week")
    acties.zet_punten(bram, rij.dossier_id, rij.pk, {"warm_contact": (Puntstand.GEDAAN, "")})
    for wie, aantal in ((bram, 1), (dirk, 0), (ploeg.eva.wie(), 0)):
        with lezing(wie, "proef") as lees:
            lees.gezien([], {"verblijf"})
            gezien = (
                Overdracht.objects.count(),
                Overdrachtafspraak.objects.count(),
                Overdrachtpunt.objects.count(),
            )
        assert gezien == (aantal, aantal, aantal), wie.loketsoort


def test_een_vertrek_zonder_overdracht_gaat_van_rechtswege_en_beiden_horen_het(
    ploeg: Ploeg,
) -> None:
    stuur(begin())
    stuur(vertrek())
    (rij,) = overdrachten(nummer_van())
    assert (rij.staat, rij.aan_loket_id) == ("van_rechtswege", ploeg.anna.loket.pk)
    for lid in (ploeg.anna, ploeg.bram):
        assert "regie_van_rechtswege" in verteld(lid)
    doe(ploeg.anna, rij, D.BEVESTIGEN)
    assert overdrachten(nummer_van())[0].ontvangen_op == klok.vandaag()


def test_een_vertrek_maakt_een_overdracht_in_voorbereiding_van_rechtswege(ploeg: Ploeg) -> None:
    stuur(begin())
    voorbereid(ploeg)
    stuur(vertrek())
    (rij,) = overdrachten(nummer_van())
    assert rij.staat == "van_rechtswege"


def test_een_vertrek_na_een_aanvaarde_overdracht_vraagt_niets_meer(ploeg: Ploeg) -> None:
    stuur(begin())
    doe(ploeg.anna, doe(ploeg.bram, voorbereid(ploeg), D.AANBIEDEN), D.AANVAARDEN)
    stuur(vertrek())
    (rij,) = overdrachten(nummer_van())
    assert rij.staat == "aanvaard"
    assert houder(nummer_van()).loket_id == ploeg.anna.loket.pk
    assert "regie_van_rechtswege" not in verteld(ploeg.anna)


def test_wat_om_middernacht_overging_hoort_ieder_bij_de_dagronde_een_keer(ploeg: Ploeg) -> None:
    stuur(begin())
    stuur(vertrek("2026-12-01"))
    assert overdrachten(nummer_van()) == []
    with klok.op(date(2026, 12, 2)):
        assert (dagronde(0), dagronde(0)) == (1, 0)
    (rij,) = overdrachten(nummer_van())
    assert (rij.staat, rij.datum) == ("van_rechtswege", date(2026, 12, 1))


def test_wat_was_voorbereid_voor_een_andere_dag_gaat_een_keer_over(ploeg: Ploeg) -> None:
    stuur(begin())
    voorbereid(ploeg)
    stuur(vertrek("2026-12-01"))
    with klok.op(date(2026, 12, 2)):
        assert (dagronde(0), dagronde(0)) == (1, 0)
    (rij,) = overdrachten(nummer_van())
    assert (rij.staat, rij.datum) == ("van_rechtswege", date(2026, 12, 1))


def test_een_overplaatsing_maakt_zelf_een_overdracht_tussen_inrichtingen(ploeg: Ploeg) -> None:
    stuur(begin())
    stuur(overplaatsing())
    (rij,) = overdrachten(nummer_van())
    assert (rij.soort, rij.staat) == ("overplaatsing", "van_rechtswege")


def test_een_dossier_dat_begint_maakt_geen_overdracht(ploeg: Ploeg) -> None:
    stuur(begin())
    assert overdrachten(nummer_van()) == []


def posten(op: date) -> dict[str, Any]:
    """The open posts of the dossier on a day, by kind."""
    from richting.akkoord.aannames import AANNAMES
    from richting.akkoord.posten import vraagt_werk
    from richting.dossiers.feiten import feiten_van_alle
    from richting.regie.overdrachtposten import maak
    from richting.regie.posten import Postvraag

    with verwerking(programma()):
        nummer = nummer_van()
        alle = maak(Postvraag(feiten_van_alle([nummer]), op, AANNAMES))[nummer]
    return {post.soort: post for post in alle if vraagt_werk(post, op)}


@pytest.mark.clausule("5.1")
def test_weken_voor_het_vertrek_staat_de_overdracht_op_de_lijst_van_wie_de_regie_heeft(
    ploeg: Ploeg,
) -> None:
    stuur(begin())
    assert posten(date(2027, 1, 1)) == {}
    post = posten(date(2027, 2, 1))["overdracht_voorbereiden"]
    assert (post.loket, post.uiterlijk) == (ploeg.bram.loket.pk, date(2027, 2, 22))


def test_wat_is_aangeboden_wacht_op_een_antwoord_en_daarna_op_niets(ploeg: Ploeg) -> None:
    stuur(begin())
    rij = doe(ploeg.bram, voorbereid(ploeg), D.AANBIEDEN)
    post = posten(date(2027, 2, 1))["overdracht_aangeboden"]
    assert (post.loket, post.wachter) == (ploeg.anna.loket.pk, ploeg.bram.loket.pk)
    doe(ploeg.anna, rij, D.AANVAARDEN)
    assert posten(date(2027, 2, 1)) == {}


def test_wat_van_rechtswege_overging_wacht_op_bevestiging(ploeg: Ploeg) -> None:
    stuur(begin())
    stuur(vertrek())
    post = posten(klok.vandaag())["overdracht_van_rechtswege"]
    assert post.loket == ploeg.anna.loket.pk


def test_de_hele_lijst_in_een_keer_en_alleen_wat_iemand_veranderde(
    client: Client, ploeg: Ploeg
) -> None:
    stuur(begin())
    rij = voorbereid(ploeg)
    hier = f"/dossiers/{rij.dossier_id}/overdracht/{rij.pk}/"
    meld_aan(client, ploeg.bram)
    velden = {}
    for code in ("plan", "onderdak", "zorg"):
        velden |= {f"{code}-stand": "open", f"{code}-toelichting": "", f"{code}-stond": "open "}
    acties.zet_punten(
        ploeg.anna.wie(), rij.dossier_id, rij.pk, {"zorg": (Puntstand.GEDAAN, "Gebeld")}
    )
    velden |= {"plan-stand": "gedaan", "plan-toelichting": "Met de persoon", "onderdak-stand": "x"}
    pagina = client.post(f"{hier}punten/", velden).content.decode()
    assert "Dit klopt nog niet" in pagina
    assert "Met de persoon" in pagina
    velden["onderdak-stand"] = "niet_nodig"
    pagina = client.post(f"{hier}punten/", velden, follow=True).content.decode()
    assert "Wat gezien moet zijn: 3 van 8" in pagina
    with lezing(ploeg.anna.wie(), "proef") as lees:
        lees.gezien([], {"verblijf"})
        stand = dict(Overdrachtpunt.objects.values_list("code", "door"))
    assert stand == {
        "plan": ploeg.bram.wie().naam,
        "onderdak": ploeg.bram.wie().naam,
        "zorg": ploeg.anna.wie().naam,
    }
    meld_aan(client, ploeg.eva)
    assert client.post(f"{hier}punten/", velden).status_code == 404
    meld_aan(client, ploeg.cato)
    assert client.post(f"{hier}punten/", velden).status_code == 404


def test_na_een_weigering_begint_de_volgende_met_wat_al_gedaan_en_afgesproken_was(
    ploeg: Ploeg,
) -> None:
    stuur(begin())
    bram, rij = ploeg.bram.wie(), voorbereid(ploeg, warm_op=date(2026, 11, 25), warm_vorm="Bellen")
    acties.zet_punten(bram, rij.dossier_id, rij.pk, {"plan": (Puntstand.GEDAAN, "Besproken")})
    zorg = AfspraakOnderwerp.ZORG_VOORZIENINGEN
    acties.spreek_af(bram, rij.dossier_id, rij.pk, zorg, ploeg.anna.loket.pk, "Utrecht belt")
    rij = doe(ploeg.bram, rij, D.AANBIEDEN)
    doe(ploeg.anna, rij, D.WEIGEREN, Weigerreden.AFSPRAKEN.value, "Nog niet af")
    nieuw = voorbereid(ploeg)
    assert (nieuw.warm_op, nieuw.warm_vorm) == (date(2026, 11, 25), "Bellen")
    with verwerking(programma()):
        punten = Overdrachtpunt.objects.filter(overdracht=nieuw)
        afspraken = Overdrachtafspraak.objects.filter(overdracht=nieuw)
        assert list(punten.values_list("code", "stand")) == [("plan", "gedaan")]
        assert list(afspraken.values_list("tekst", flat=True)) == ["Utrecht belt"]
    doe(ploeg.bram, nieuw, D.INTREKKEN)
    ander = voorbereid(ploeg, ploeg.cato)
    with verwerking(programma()):
        assert not Overdrachtpunt.objects.filter(overdracht=ander).exists()

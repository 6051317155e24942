"""Art. 18b: who marks, who sits at the table, what is shared and agreed, and how it ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.risico import (
    Bijdragesoort,
    Markering,
    Risicoafspraakstaat,
    Risicobron,
    Risiconiveau,
)
from richting.delen.acties import scherm_af
from richting.dossiers.feiten import feiten_van, markering_uit_rijen
from richting.dossiers.models import Dossier, Handmarkering, Risicomarkering
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.acties import risico
from richting.meldingen.models import Risicobijdrage, Risicotafel
from richting.partijen.fouten import KanNiet, NietToegestaan
from tests.akkoord.bouwers import verblijf
from tests.berichten.bouwers import begin, correctie, programma, stuur
from tests.delen.bouwers import als, maak_dossier, weg_ermee
from tests.meldingen.bouwers_risico import (
    WAAROM,
    Tafelploeg,
    beoordeling,
    gemarkeerd,
    maak_tafelploeg,
    maak_zaak,
    stuur_op,
    tijdlijn_zoals_het_slot,
    zie,
)
from tests.partijen.bouwers import Lid, journaalregels, maak_beheerder

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("3.7", "6.3", "6.4")]
FEIT, NIETS = Bijdragesoort.FEIT, Bijdragesoort.NIETS
GEDAAN, NIET_GEDAAN = Risicoafspraakstaat.GEDAAN, Risicoafspraakstaat.NIET_GEDAAN


@pytest.fixture
def tafel() -> Tafelploeg:
    return maak_tafelploeg()


@pytest.fixture
def zaak(tafel: Tafelploeg) -> UUID:
    return maak_zaak()


def vandaag() -> date:
    return klok.vandaag()


def ziet(lid: Lid, zaak: UUID) -> bool:
    """The page of the table is there for this person."""
    return zie(lid, f"/dossiers/{zaak}/risico/")[0] == 200


def markering(zaak: UUID) -> Markering | None:
    with verwerking(programma()):
        return markering_uit_rijen(Dossier.objects.get(pk=zaak))


def test_wie_markeert_zet_de_tafel_neer_voor_precies_de_partijen_van_de_wet(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    assert not any(ziet(lid, zaak) for lid in (*tafel.aan_tafel, *tafel.anderen))
    gemarkeerd(tafel.bram, zaak)
    assert [ziet(lid, zaak) for lid in tafel.aan_tafel] == [True] * 5
    assert [ziet(lid, zaak) for lid in tafel.anderen] == [False] * 4
    _status, tekst = zie(tafel.otto, f"/dossiers/{zaak}/risico/")
    assert "Risico: hoog" in tekst
    assert "RISc" in tekst
    assert WAAROM in tekst


def test_alleen_wie_de_aanname_noemt_markeert_en_alleen_met_zicht_op_het_dossier(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    ploeg = tafel.ploeg
    for lid in (ploeg.anna, ploeg.dirk, ploeg.gijs, tafel.otto, tafel.petra, ploeg.fatima):
        with pytest.raises(NietToegestaan):
            gemarkeerd(lid, zaak)
    elders = maak_zaak("ELDERS", plaats={"soort": "pi", "inrichting": "PI-ZWOLLE"})
    with pytest.raises(NietToegestaan):
        gemarkeerd(tafel.bram, elders)
    with pytest.raises(NietToegestaan):
        gemarkeerd(tafel.bram, UUID(int=1))


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({}, "  "),
        ({"instrument": "glazen bol"}, WAAROM),
        ({"beoordeeld_op": date(2030, 1, 1)}, WAAROM),
        ({"tot": date(2020, 1, 1)}, WAAROM),
        ({"tot": date(2030, 1, 1)}, WAAROM),
    ],
)
def test_een_markering_zonder_goede_beoordeling_of_reden_komt_er_niet(
    tafel: Tafelploeg, zaak: UUID, anders: dict[str, Any], reden: str
) -> None:
    with pytest.raises(KanNiet):
        risico.markeer(tafel.bram.wie(), zaak, beoordeling(**anders), reden)
    assert markering(zaak) is None


def test_een_bericht_en_een_hand_zijn_een_markering_met_haar_bron(tafel: Tafelploeg) -> None:
    zaak = maak_zaak(risico18b={"vanaf": "2026-11-02"})
    verteld = markering(zaak)
    assert verteld is not None
    assert verteld.bron is Risicobron.BERICHT
    _status, tekst = zie(tafel.otto, f"/dossiers/{zaak}/risico/")
    assert "een bericht van DJI" in tekst
    with pytest.raises(KanNiet):
        gemarkeerd(tafel.bram, zaak)
    risico.deel(tafel.otto.wie(), zaak, FEIT, "Drie eerdere zaken")
    risico.verleng(tafel.bram.wie(), zaak, beoordeling(Risiconiveau.MIDDEN), "Opnieuw gekeken")
    nu = markering(zaak)
    assert nu is not None
    assert (nu.bron, nu.vanaf) == (Risicobron.HAND, date(2026, 11, 2))
    _status, tekst = zie(tafel.otto, f"/dossiers/{zaak}/risico/")
    assert "Risico: midden" in tekst
    assert "Drie eerdere zaken" in tekst
    stuur(correctie("V1-begin", {"risico18b": None}))
    assert markering(zaak) == nu
    assert ziet(tafel.otto, zaak)


def test_wat_een_partij_beeindigt_komt_niet_terug_door_een_bericht(tafel: Tafelploeg) -> None:
    zaak = maak_zaak(risico18b={"vanaf": "2026-11-02"})
    risico.beeindig(tafel.bram.wie(), zaak, "Het risico is laag")
    stuur(correctie("V1-begin", {"risico18b": {"vanaf": "2026-11-03"}}))
    nu = markering(zaak)
    assert nu is not None
    assert nu.gesloten_op == vandaag()
    with verwerking(programma()):
        tot = feiten_van(zaak).risico_18b_tot
    assert tot == vandaag() + timedelta(days=AANNAMES.risico_inzien_dagen)


def test_een_gesloten_tafel_leest_nog_even_en_schrijft_niet_meer(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    gemarkeerd(tafel.bram, zaak)
    risico.deel(tafel.petra.wie(), zaak, FEIT, "Wat de politie weet")
    afspraak = risico.spreek_af(
        tafel.bram.wie(), zaak, "Bel de wijkagent", tafel.petra.loket.pk, vandaag()
    )
    risico.beeindig(tafel.bram.wie(), zaak, "Het risico is laag")
    for doe in (
        lambda wie: risico.deel(wie, zaak, FEIT, "Nog iets"),
        lambda wie: risico.spreek_af(wie, zaak, "Nog iets", tafel.petra.loket.pk, vandaag()),
        lambda wie: risico.rond_af(wie, zaak, afspraak.pk, GEDAAN, ""),
    ):
        with pytest.raises(KanNiet):
            doe(tafel.petra.wie())
    _status, tekst = zie(tafel.otto, f"/dossiers/{zaak}/risico/")
    assert "Wat de politie weet" in tekst
    assert "Het risico is laag" in tekst
    assert "Deel dit" not in tekst
    with klok.op(vandaag() + timedelta(days=AANNAMES.risico_inzien_dagen)):
        assert not any(ziet(lid, zaak) for lid in tafel.aan_tafel)


def test_een_nieuwe_tafel_kent_de_oude_niet(tafel: Tafelploeg, zaak: UUID) -> None:
    gemarkeerd(tafel.bram, zaak)
    risico.deel(tafel.otto.wie(), zaak, FEIT, "Van toen")
    risico.beeindig(tafel.bram.wie(), zaak, "Laag")
    with klok.op(vandaag() + timedelta(days=3)):
        gemarkeerd(tafel.ploeg.cato, zaak)
        _status, tekst = zie(tafel.otto, f"/dossiers/{zaak}/risico/")
        assert "Van toen" not in tekst
        with als(tafel.otto.wie()):
            assert Risicotafel.objects.count() == 1
            assert not Risicobijdrage.objects.exists()


def test_een_markering_die_niet_wordt_verlengd_houdt_vanzelf_op(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    gemarkeerd(tafel.bram, zaak, tot=vandaag() + timedelta(days=10))
    with klok.op(vandaag() + timedelta(days=9)):
        assert ziet(tafel.otto, zaak)
    with klok.op(vandaag() + timedelta(days=10)):
        assert not ziet(tafel.otto, zaak)
        with pytest.raises(NietToegestaan):
            risico.deel(tafel.otto.wie(), zaak, FEIT, "Te laat")


def test_ieder_deelt_voor_zichzelf_en_neemt_alleen_eigen_woorden_terug(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    gemarkeerd(tafel.bram, zaak)
    otto, petra = tafel.otto.wie(), tafel.petra.wie()
    rij = risico.deel(otto, zaak, FEIT, "Over de verkeerde")
    risico.deel(petra, zaak, NIETS, "")
    with pytest.raises(KanNiet):
        risico.deel(otto, zaak, FEIT, "   ")
    with pytest.raises(NietToegestaan):
        risico.neem_terug(petra, zaak, rij.pk, "Niet van mij")
    with pytest.raises(KanNiet):
        risico.neem_terug(otto, zaak, rij.pk, " ")
    risico.neem_terug(otto, zaak, rij.pk, "Dit ging over een ander")
    for lid in tafel.aan_tafel:
        _status, tekst = zie(lid, f"/dossiers/{zaak}/risico/")
        assert "Over de verkeerde" not in tekst
        assert "Wij hebben niets te delen" in tekst
    for lid in tafel.anderen:
        with pytest.raises(NietToegestaan):
            risico.deel(lid.wie(), zaak, FEIT, "Ook ik")


def test_een_afspraak_heeft_een_eigenaar_aan_tafel_en_een_dag(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    gemarkeerd(tafel.bram, zaak)
    wie, petra = tafel.bram.wie(), tafel.petra.loket.pk
    for wat, eigenaar, dag in (
        (" ", petra, vandaag()),
        ("Iets", tafel.ploeg.anna.loket.pk, vandaag()),
        ("Iets", petra, vandaag() - timedelta(days=1)),
    ):
        with pytest.raises(KanNiet):
            risico.spreek_af(wie, zaak, wat, eigenaar, dag)
    rij = risico.spreek_af(wie, zaak, "Spreek hem aan", petra, vandaag())
    with pytest.raises(NietToegestaan):
        risico.rond_af(wie, zaak, rij.pk, GEDAAN, "")
    with pytest.raises(KanNiet):
        risico.rond_af(tafel.petra.wie(), zaak, rij.pk, NIET_GEDAAN, " ")
    risico.rond_af(tafel.petra.wie(), zaak, rij.pk, NIET_GEDAAN, "Hij was er niet")
    with pytest.raises(KanNiet):
        risico.rond_af(tafel.petra.wie(), zaak, rij.pk, GEDAAN, "")
    _status, tekst = zie(tafel.otto, f"/dossiers/{zaak}/risico/")
    assert "Hij was er niet" in tekst
    assert "Niet gedaan" in tekst


def test_alles_staat_in_het_journaal_van_het_vak_en_woorden_blijven_erbuiten(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    gemarkeerd(tafel.bram, zaak)
    rij = risico.deel(tafel.otto.wie(), zaak, FEIT, "Geheime woorden")
    risico.neem_terug(tafel.otto.wie(), zaak, rij.pk, "Fout")
    af = risico.spreek_af(tafel.otto.wie(), zaak, "Geheim", tafel.petra.loket.pk, vandaag())
    risico.rond_af(tafel.petra.wie(), zaak, af.pk, GEDAAN, "")
    risico.verleng(tafel.ploeg.cato.wie(), zaak, beoordeling(), "Nog steeds")
    risico.beeindig(tafel.bram.wie(), zaak, "Laag")
    regels = [regel for regel in journaalregels() if regel.soort.startswith("risico_")]
    assert [regel.soort for regel in regels] == [
        "risico_gemarkeerd",
        "risico_tafel_geopend",
        "risico_gedeeld",
        "risico_teruggenomen",
        "risico_afgesproken",
        "risico_afgerond",
        "risico_verlengd",
        "risico_beeindigd",
    ]
    assert {regel.categorie for regel in regels} == {"risico"}
    assert "eheim" not in str([(regel.voor, regel.na, regel.reden) for regel in regels])
    _status, tekst = zie(tafel.otto, f"/dossiers/{zaak}/risico/")
    for zin in ("Gemarkeerd voor artikel 18b: risico hoog", "De markering is beëindigd."):
        assert zin in tekst


def test_een_terroristisch_misdrijf_alleen_voor_wie_op_naam_is_aangewezen(
    tafel: Tafelploeg,
) -> None:
    zaak = maak_zaak(terroristisch=True, risico18b={"vanaf": "2026-11-02"})
    otto, bram = maak_beheerder(tafel.otto), maak_beheerder(tafel.bram)
    assert not ziet(otto, zaak)
    assert zie(otto, f"/dossiers/{zaak}/")[0] == 200
    assert "artikel 18b is er vanaf" not in zie(otto, f"/dossiers/{zaak}/")[1]
    with pytest.raises(NietToegestaan):
        risico.deel(otto.wie(), zaak, FEIT, "Zonder naam")
    with als(otto.wie()):
        assert not Risicotafel.objects.exists()
        assert not Risicomarkering.objects.exists()
    assert "risico" not in tijdlijn_zoals_het_slot(otto, zaak)
    scherm_af(otto.wie(), zaak, otto.loket.pk, [otto.medewerker.pk], "Op naam")
    assert ziet(otto, zaak)
    risico.deel(otto.wie(), zaak, FEIT, "Met naam")
    assert "risico" in tijdlijn_zoals_het_slot(otto, zaak)
    assert "risico" not in tijdlijn_zoals_het_slot(tafel.petra, zaak)
    scherm_af(bram.wie(), zaak, bram.loket.pk, [bram.medewerker.pk], "Op naam")
    assert "Met naam" in zie(bram, f"/dossiers/{zaak}/risico/")[1]
    assert not ziet(tafel.petra, zaak)
    with pytest.raises(NietToegestaan):
        risico.deel(tafel.petra.wie(), zaak, FEIT, "Zonder naam")


def test_een_verblijf_buiten_het_akkoord_laat_geen_tafel_achter(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    gemarkeerd(tafel.bram, zaak)
    kind = {"persoon": {**begin()["persoon"], "geboortedatum": "2012-01-01"}}
    stuur(correctie("V1-begin", kind))
    with verwerking(programma()):
        assert Dossier.objects.get(pk=zaak).status == Dossier.BUITEN_DOELGROEP
        assert not Risicotafel.objects.exists()
        assert not Handmarkering.objects.exists()


def test_de_schermen_doen_wat_de_daden_doen(tafel: Tafelploeg, zaak: UUID) -> None:
    pad = f"/dossiers/{zaak}/risico/"
    velden = {
        "niveau": "hoog",
        "instrument": "RISc",
        "beoordeeld_op": vandaag().isoformat(),
        "geldig_tot": (vandaag() + timedelta(days=60)).isoformat(),
        "reden": WAAROM,
    }
    assert (
        "Kies een instrument"
        in stuur_op(tafel.bram, f"{pad}markeren/", **velden | {"instrument": ""}).content.decode()
    )
    assert stuur_op(tafel.bram, f"{pad}markeren/", **velden).status_code == 302
    assert stuur_op(tafel.ploeg.dirk, f"{pad}markeren/", **velden).status_code == 404
    assert stuur_op(tafel.otto, f"{pad}delen/", soort="feit", tekst="Iets").status_code == 302
    leeg = stuur_op(tafel.otto, f"{pad}delen/", soort="feit", tekst="")
    assert "Schrijf op wat u deelt." in leeg.content.decode()
    afspraak = {"wat": "Doe", "eigenaar": tafel.petra.loket.pk, "uiterlijk": vandaag().isoformat()}
    assert stuur_op(tafel.bram, f"{pad}afspraken/", **afspraak).status_code == 302
    with als(tafel.petra.wie()):
        tafelrij = Risicotafel.objects.get()
        af, bijdrage = tafelrij.afspraken.get().pk, tafelrij.bijdragen.get().pk
    terug = stuur_op(tafel.otto, f"{pad}bijdragen/{bijdrage}/terugnemen/", reden="Fout")
    assert terug.status_code == 302
    klaar = stuur_op(tafel.petra, f"{pad}afspraken/{af}/afronden/", staat="gedaan")
    assert klaar.status_code == 302
    assert stuur_op(tafel.ploeg.cato, f"{pad}verlengen/", **velden).status_code == 302
    assert "Verzonnen" in zie(tafel.petra, "/risico/")[1]
    assert stuur_op(tafel.bram, f"{pad}beeindigen/", reden="Laag").status_code == 302
    assert "niets meer te doen" in zie(tafel.petra, "/risico/")[1]
    assert zie(tafel.ploeg.anna, "/risico/")[0] == 404


data = st.integers(-40, 40)


@settings(max_examples=20)
@given(
    st.none() | st.tuples(data, st.none() | st.integers(1, 40)),
    st.none()
    | st.tuples(data, st.integers(0, 40), st.integers(0, 40), st.none() | st.integers(0, 40)),
)
def test_de_database_kiest_dezelfde_markering_als_de_regel(
    tafel: Tafelploeg, bericht: Any, hand: Any
) -> None:
    def dag(aantal: int) -> date:
        return date(2026, 11, 1) + timedelta(days=aantal)

    with transaction.atomic():
        zaak = maak_dossier(verblijf())
        with verwerking(programma()):
            Risicomarkering.objects.filter(dossier=zaak).delete()
            Handmarkering.objects.filter(dossier=zaak).delete()
            if bericht:
                tot = dag(bericht[0] + bericht[1]) if bericht[1] else None
                Risicomarkering.objects.create(dossier_id=zaak, vanaf=dag(bericht[0]), tot=tot)
            if hand:
                dicht = None if hand[3] is None else dag(hand[0] + hand[3])
                Handmarkering.objects.create(
                    dossier_id=zaak,
                    vanaf=dag(hand[0]),
                    tot=dag(hand[0] + hand[1]),
                    besloten_op=dag(hand[0] + hand[2]),
                    gesloten_op=dicht,
                    gezet_op=klok.nu(),
                )
            regel = markering_uit_rijen(Dossier.objects.get(pk=zaak))
            with connection.cursor() as cursor:
                cursor.execute("SELECT vanaf, tot, hand FROM delen_markering(%s)", [zaak])
                gekozen = cursor.fetchone()
            if regel is None:
                assert gekozen is None
            else:
                assert gekozen == (regel.vanaf, regel.tot, regel.bron is Risicobron.HAND)
        weg_ermee()

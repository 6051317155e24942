"""A place in a provision: asked, answered, ended; never too many; and nobody sees too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from richting.akkoord.plan.overgangen import Daad
from richting.akkoord.plan.voorzieningen import Plaatsstaat, Plek, meest_bezet
from richting.akkoord.plan.woorden import Leefgebied
from richting.delen.models import Grond
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.acties import plaatsen as acties
from richting.plannen.acties.actielijst import doe as doe_actie
from richting.plannen.botsing import Botsing
from richting.plannen.models import Plaatsing, Plaatsstap, Voorziening
from richting.plannen.overzichten import plaatsen as overzicht
from richting.plannen.overzichten import voorzieningen as aanbod
from tests.berichten.bouwers import programma
from tests.delen.bouwers import als as kijkt_als
from tests.delen.bouwers import weg_ermee
from tests.partijen.bouwers import Lid, Ploeg, journaalregels
from tests.plannen.bouwers_actie import als, eigen, sluit
from tests.plannen.bouwers_plaats import (
    VANAF,
    VANDAAG,
    VAST,
    D,
    doe,
    gevraagd,
    vers,
    voorziening,
    zelfde_regio,
)

pytestmark = pytest.mark.clausule("4.3", "8.3")


def postbus(lid: Lid, zaak: UUID) -> list[str]:
    with verwerking(programma()):
        rijen = Melding.objects.filter(dossier=zaak, loket=lid.loket, soort__startswith="plaats_")
        return [m.soort for m in rijen.order_by("pk")]


@pytest.mark.clausule("5.4")
def test_van_vraag_tot_vrije_plek(ploeg: Ploeg, zaak: UUID) -> None:
    plaats = gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    assert postbus(ploeg.anna, zaak) == ["plaats_gevraagd"]
    assert plaats.antwoord_uiterlijk == date(2026, 12, 7)
    doe(ploeg.anna, plaats, D.RESERVEREN, toelichting="Kamer 4")
    doe(ploeg.anna, plaats, D.BEVESTIGEN, 2, vanaf=VANAF, tot=VANAF + timedelta(days=90))
    doe(ploeg.anna, plaats, D.VRIJGEVEN, 3)
    assert postbus(ploeg.bram, zaak) == [
        "plaats_beantwoord",
        "plaats_beantwoord",
        "plaats_geeindigd",
    ]
    na = vers(plaats)
    assert (na.staat, na.reden, na.versie) == ("afgelopen", "doorgestroomd", 4)
    assert [r.soort for r in journaalregels() if r.soort.startswith("plaats_")] == [
        "plaats_gevraagd",
        "plaats_gereserveerd",
        "plaats_bevestigd",
        "plaats_vrijgegeven",
    ]
    with verwerking(programma()):
        stappen = list(Plaatsstap.objects.values_list("naar", flat=True))
    assert stappen == ["gevraagd", "gereserveerd", "bevestigd", "afgelopen"]


def test_als_alles_bezet_is_wacht_de_volgende_in_de_rij(ploeg: Ploeg, zaak: UUID) -> None:
    bij = voorziening(ploeg.anna)
    eerste, tweede, derde = (gevraagd(ploeg.bram, zaak, bij) for _n in range(3))
    doe(ploeg.anna, eerste, D.RESERVEREN)
    with pytest.raises(KanNiet, match="bezet"):
        doe(ploeg.anna, tweede, D.RESERVEREN)
    rij = als(ploeg.anna, zaak, lambda: aanbod.aanvragen(VANDAAG, bij.pk))
    assert [(v.nummer, v.wachtplek) for v in rij] == [
        (eerste.pk, 0),
        (tweede.pk, 1),
        (derde.pk, 2),
    ]
    doe(ploeg.anna, eerste, D.WEIGEREN, 2)
    doe(ploeg.anna, tweede, D.BEVESTIGEN)
    assert vers(tweede).staat == "bevestigd"


def test_geen_plek_zegt_vanaf_wanneer_wel(ploeg: Ploeg, zaak: UUID) -> None:
    bij = voorziening(ploeg.anna)
    eerste, tweede = gevraagd(ploeg.bram, zaak, bij), gevraagd(ploeg.bram, zaak, bij)
    doe(ploeg.anna, eerste, D.BEVESTIGEN, vanaf=VANAF, tot=date(2027, 2, 28))
    with pytest.raises(KanNiet, match="1 maart 2027"):
        doe(ploeg.anna, tweede, D.BEVESTIGEN)
    doe(ploeg.anna, tweede, D.BEVESTIGEN, vanaf=date(2027, 3, 1))


def test_een_vervallen_reservering_houdt_geen_plek_bezet(ploeg: Ploeg, zaak: UUID) -> None:
    bij = voorziening(ploeg.anna)
    eerste, tweede = gevraagd(ploeg.bram, zaak, bij), gevraagd(ploeg.bram, zaak, bij)
    doe(ploeg.anna, eerste, D.RESERVEREN)
    later = replace(ploeg.anna.wie(), vandaag=VAST + timedelta(days=1))
    acties.doe(later, tweede.pk, 1, acties.Stap(D.BEVESTIGEN))
    with pytest.raises(KanNiet, match="anders voor"):
        acties.doe(later, eerste.pk, 2, acties.Stap(D.BEVESTIGEN))
    (beeld,) = [
        b
        for b in als(ploeg.bram, zaak, lambda: overzicht.beelden(zaak, eerste.actie_id, 0, VAST))
        if b.rij.pk == eerste.pk
    ]
    assert beeld.staat is Plaatsstaat.GERESERVEERD
    morgen = VAST + timedelta(days=1)
    (na,) = als(ploeg.bram, zaak, lambda: overzicht.beelden(zaak, eerste.actie_id, 0, morgen))
    assert (na.staat, na.daden) == (Plaatsstaat.VERVALLEN, ())


@pytest.mark.clausule("8.5")
def test_wie_vroeg_trekt_ook_een_bevestigde_plek_in(ploeg: Ploeg, zaak: UUID) -> None:
    bij = voorziening(ploeg.anna)
    plaats = gevraagd(ploeg.bram, zaak, bij)
    doe(ploeg.anna, plaats, D.BEVESTIGEN)
    doe(ploeg.bram, plaats, D.INTREKKEN, 2)
    assert vers(plaats).staat == "ingetrokken"
    assert postbus(ploeg.anna, zaak)[-1] == "plaats_geeindigd"
    doe(ploeg.anna, gevraagd(ploeg.bram, zaak, bij), D.BEVESTIGEN)


def test_wie_vroeg_kan_zijn_vraag_aanpassen_tot_er_een_antwoord_is(
    ploeg: Ploeg, zaak: UUID
) -> None:
    bij = voorziening(ploeg.anna)
    plaats = gevraagd(ploeg.bram, zaak, bij)
    nieuw = {"vanaf": date(2027, 1, 25), "tot": None, "toelichting": "Rolstoel"}
    assert acties.pas_vraag_aan(ploeg.bram.wie(), zaak, plaats.pk, 1, nieuw).versie == 2
    assert acties.pas_vraag_aan(ploeg.bram.wie(), zaak, plaats.pk, 2, nieuw).versie == 2
    with pytest.raises(Botsing) as fout:
        acties.pas_vraag_aan(ploeg.bram.wie(), zaak, plaats.pk, 1, {**nieuw, "toelichting": "x"})
    assert [v.veld for v in fout.value.verschillen] == ["toelichting"]
    with pytest.raises(KanNiet, match="Alleen het loket dat"):
        acties.pas_vraag_aan(ploeg.anna.wie(), zaak, plaats.pk, 2, nieuw)
    doe(ploeg.anna, plaats, D.RESERVEREN, 2)
    with pytest.raises(KanNiet, match="al geantwoord"):
        acties.pas_vraag_aan(ploeg.bram.wie(), zaak, plaats.pk, 3, nieuw)


@pytest.mark.clausule("5.4")
def test_twee_collegas_antwoorden_en_verliezen_niets(ploeg: Ploeg, zaak: UUID) -> None:
    plaats = gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    doe(ploeg.anna, plaats, D.RESERVEREN)
    doe(ploeg.anna, plaats, D.RESERVEREN)
    with pytest.raises(Botsing) as fout:
        doe(ploeg.anna, plaats, D.WEIGEREN, toelichting="Te jong")
    assert {v.veld for v in fout.value.verschillen} == {"staat", "reden", "antwoord"}
    assert vers(plaats).staat == "gereserveerd"


def test_hetzelfde_wordt_niet_twee_keer_tegelijk_gevraagd(ploeg: Ploeg, zaak: UUID) -> None:
    bij, actie = voorziening(ploeg.anna), eigen(ploeg.bram, zaak)
    plaats = gevraagd(ploeg.bram, zaak, bij, actie=actie)
    with pytest.raises(KanNiet, match="al een plek"):
        gevraagd(ploeg.bram, zaak, bij, actie=actie)
    doe(ploeg.anna, plaats, D.WEIGEREN)
    assert gevraagd(ploeg.bram, zaak, bij, actie=actie).pk != plaats.pk


def test_waar_geen_plek_te_vragen_is(ploeg: Ploeg, zaak: UUID) -> None:
    arnhem = voorziening(ploeg.eva)
    with pytest.raises(KanNiet, match="gemeente van deze persoon"):
        gevraagd(ploeg.bram, zaak, arnhem)
    bij = voorziening(ploeg.anna)
    with pytest.raises(KanNiet, match="leefgebied"):
        gevraagd(ploeg.bram, zaak, bij, actie=eigen(ploeg.bram, zaak, leefgebied=Leefgebied.ZORG))
    klaar = eigen(ploeg.bram, zaak)
    doe_actie(ploeg.bram.wie(), zaak, klaar.pk, Daad.AFRONDEN, 1)
    with pytest.raises(KanNiet, match="afgelopen"):
        gevraagd(ploeg.bram, zaak, bij, actie=klaar)
    with pytest.raises(KanNiet, match="niemand aan"):
        gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna, is_open=False))


@pytest.mark.clausule("6.4")
def test_alleen_wie_het_aangaat_doet_iets_met_een_plek(ploeg: Ploeg, zaak: UUID) -> None:
    plaats = gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    for ander in (ploeg.cato, ploeg.dirk, ploeg.eva, ploeg.gijs):
        for daad in D:
            with pytest.raises(NietToegestaan):
                doe(ander, plaats, daad)
    with pytest.raises(KanNiet, match="loket van de voorziening"):
        doe(ploeg.bram, plaats, D.RESERVEREN)
    for vreemde in (ploeg.eva, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            gevraagd(vreemde, zaak, plaats.voorziening, actie=plaats.actie)
    sluit(ploeg.bram, zaak, "onderdak")
    with pytest.raises(NietToegestaan):
        doe(ploeg.bram, plaats, D.INTREKKEN)
    doe(ploeg.cato, plaats, D.INTREKKEN)
    assert vers(plaats).staat == "ingetrokken"


def gedeeld(ploeg: Ploeg) -> Voorziening:
    """Eva's shelter, that is there for people of Anna's municipality too."""
    zelfde_regio(ploeg.anna, ploeg.eva)
    return voorziening(ploeg.eva, gedeeld_met=(ploeg.anna.loket.organisatie.code,))


@pytest.mark.clausule("6.4")
def test_een_houder_zonder_grond_ziet_de_vraag_en_niet_de_persoon(ploeg: Ploeg, zaak: UUID) -> None:
    plaats = gevraagd(ploeg.bram, zaak, gedeeld(ploeg))
    assert postbus(ploeg.eva, zaak) == []
    with lezing(ploeg.eva.wie(), "test") as lees:
        lees.niets_gezien()
        (vraag,) = aanbod.aanvragen(VANDAAG)
        rijen = (Plaatsing.objects.count(), Dossier.objects.count(), Plaatsstap.objects.count())
    assert (vraag.dossier, vraag.actie, vraag.toelichting, vraag.persoon) == (None, None, "", "")
    assert (vraag.gevraagd_door, vraag.vanaf) == (ploeg.bram.loket.naam, VANAF)
    assert D.BEVESTIGEN not in vraag.daden
    assert rijen == (0, 0, 0)
    doe(ploeg.eva, plaats, D.RESERVEREN)
    with pytest.raises(KanNiet, match="niet weten voor wie"):
        doe(ploeg.eva, plaats, D.BEVESTIGEN, 2)
    (beeld,) = als(ploeg.bram, zaak, lambda: overzicht.beelden(zaak, plaats.actie_id, 0, VANDAAG))
    assert beeld.wacht_op_grond
    doe(ploeg.eva, plaats, D.WEIGEREN, 2)
    assert vers(plaats).staat == "geweigerd"


@pytest.mark.clausule("6.4")
def test_een_vraag_om_een_plek_geeft_niemand_een_grond(ploeg: Ploeg, zaak: UUID) -> None:
    def gronden() -> set[tuple[int, str, str]]:
        with verwerking(programma()):
            rijen = Grond.objects.filter(dossier=zaak, vervallen_op=None)
            return {(g.loket_id, g.grondslag, ",".join(sorted(g.categorieen))) for g in rijen}

    voor = gronden()
    plaats = gevraagd(ploeg.bram, zaak, gedeeld(ploeg))
    doe(ploeg.eva, plaats, D.RESERVEREN)
    assert gronden() == voor


@pytest.mark.clausule("6.4")
def test_wie_alleen_kijkt_leest_van_andere_plekken_alleen_de_dagen(
    ploeg: Ploeg, zaak: UUID
) -> None:
    bij = voorziening(ploeg.anna)
    doe(ploeg.anna, gevraagd(ploeg.bram, zaak, bij), D.BEVESTIGEN)
    with lezing(ploeg.eva.wie(), "test") as lees:
        lees.niets_gezien()
        (beeld,) = aanbod.voorzieningen("GM0344", "", VANAF, ploeg.eva.loket.pk)
        assert aanbod.aanvragen(VANAF, bij.pk) == []
    assert (beeld.vrij, beeld.bezet, beeld.van_ons) == (0, 1, False)


@pytest.mark.clausule("6.4")
def test_het_vak_van_een_plek_is_dat_van_de_actie(ploeg: Ploeg, zaak: UUID) -> None:
    plaats = gevraagd(ploeg.bram, zaak, voorziening(ploeg.anna))
    assert plaats.categorie == "onderdak"
    regels = [r for r in journaalregels() if r.soort == "plaats_gevraagd"]
    assert [r.categorie for r in regels] == ["onderdak"]
    assert "slapen" not in str(regels[0].na)
    sluit(ploeg.cato, zaak, "onderdak")
    assert als(ploeg.cato, zaak, lambda: overzicht.plaatsen_van(zaak)) == []
    assert len(als(ploeg.bram, zaak, lambda: overzicht.plaatsen_van(zaak))) == 1


def rij(ploeg: Ploeg, zaak: UUID, bij: Voorziening, staat: str, **anders: object) -> Plaatsing:
    """A place written past the acts."""
    wie = ploeg.anna.wie()
    with verwerking(wie):
        velden = {
            "dossier_id": zaak,
            "categorie": "onderdak",
            "voorziening": bij,
            "gevraagd_door": ploeg.bram.loket,
            "gevraagd_op": VANDAAG,
            "antwoord_uiterlijk": VANDAAG,
            "vanaf": VANAF,
            "staat": staat,
            "gemaakt_op": wie.nu,
            "gewijzigd_op": wie.nu,
        }
        return Plaatsing.objects.create(**{**velden, **anders})


def test_ook_buiten_de_handelingen_om_komt_er_geen_plek_te_veel(ploeg: Ploeg, zaak: UUID) -> None:
    """The database itself refuses, whatever wrote the row."""
    bij, actie = voorziening(ploeg.anna), eigen(ploeg.bram, zaak)
    rij(ploeg, zaak, bij, "bevestigd", actie=actie)
    with pytest.raises(IntegrityError, match="geen plaats meer"):
        rij(ploeg, zaak, bij, "bevestigd", actie=actie)
    ruim = voorziening(ploeg.anna, plaatsen=2)
    for _n in range(2):
        rij(ploeg, zaak, ruim, "gereserveerd", actie=actie, gereserveerd_tot=VAST)
    with verwerking(ploeg.anna.wie()), pytest.raises(IntegrityError, match="meer plaatsen bezet"):
        Voorziening.objects.filter(pk=ruim.pk).update(plaatsen=1)


dagen = st.integers(0, 20).map(lambda n: VANDAAG + timedelta(days=n))
plekken = st.tuples(
    st.sampled_from(["gevraagd", "gereserveerd", "bevestigd", "geweigerd"]),
    dagen,
    st.none() | st.integers(0, 10),
    dagen,
)


@settings(max_examples=40)
@given(st.lists(plekken, max_size=6), dagen, st.none() | st.integers(0, 10), dagen)
def test_de_database_telt_zoals_de_regel(
    ploeg: Ploeg,
    zaak: UUID,
    alle: list[tuple[str, date, int | None, date]],
    vanaf: date,
    duur: int | None,
    op: date,
) -> None:
    tot = None if duur is None else vanaf + timedelta(days=duur)
    with transaction.atomic():
        bij, actie = voorziening(ploeg.anna, plaatsen=9), eigen(ploeg.bram, zaak)
        regels = []
        for staat, eerste, n, vast in alle:
            laatste = None if n is None else eerste + timedelta(days=n)
            hoogstens = vast if staat == "gereserveerd" else None
            rij(
                ploeg,
                zaak,
                bij,
                staat,
                actie=actie,
                vanaf=eerste,
                tot=laatste,
                gereserveerd_tot=hoogstens,
            )
            regels.append(Plek(Plaatsstaat(staat), eerste, laatste, hoogstens))
        with connection.cursor() as cursor:
            cursor.execute("SELECT plannen_meest_bezet(%s, %s, %s, %s)", [bij.pk, vanaf, tot, op])
            (geteld,) = cursor.fetchone()
        assert geteld == meest_bezet(regels, vanaf, tot, op)
        weg_ermee()


@pytest.mark.clausule("6.4")
def test_alleen_de_houder_schrijft_een_voorziening(ploeg: Ploeg) -> None:
    bij = voorziening(ploeg.anna)
    with verwerking(ploeg.eva.wie()):
        assert Voorziening.objects.filter(pk=bij.pk).update(plaatsen=50) == 0
        assert Voorziening.objects.filter(pk=bij.pk).exists()
    with kijkt_als(ploeg.anna.wie()):
        assert Voorziening.objects.filter(pk=bij.pk).update(plaatsen=50) == 0
    with verwerking(ploeg.anna.wie()):
        assert Voorziening.objects.filter(pk=bij.pk).update(plaatsen=50) == 1

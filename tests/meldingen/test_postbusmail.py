"""Mail about the mailbox: for who chose it, without a word about anybody, and judged when sent."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core import mail as postbak
from django.core.mail.backends.locmem import EmailBackend

from richting.delen.acties import sluit_uit
from richting.meldingen.acties import mailen, markeer_gelezen
from richting.meldingen.kanaal import postkantoor
from richting.partijen.models import Lidmaatschap, Medewerker
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.meldingen.bouwers import (
    afleveringen,
    laat_thuis_bellen,
    pauzes_voorbij,
    programma,
    vertel,
)
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    laat_stilstaan,
    maak_beheerder,
    maak_medewerker,
    maak_ploeg,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4")]


@pytest.fixture
def ploeg(monkeypatch: pytest.MonkeyPatch) -> Ploeg:
    laat_thuis_bellen(monkeypatch)
    maak_partijen()
    ploeg = maak_ploeg()
    wil_mail(ploeg.anna)
    return ploeg


@pytest.fixture
def jan(ploeg: Ploeg) -> UUID:
    stuur(begin())
    gevonden = dossier()
    assert gevonden is not None
    verzend()
    postbak.outbox.clear()
    return gevonden.pk


def wil_mail(lid: Lid, *, per_dag: bool = False) -> None:
    Medewerker.objects.filter(pk=lid.medewerker.pk).update(
        email=f"{lid.medewerker.gebruikersnaam}@voorbeeld.invalid"
    )
    mailen.kies(lid.wie(), mail=True, per_dag=per_dag)


def verzend() -> Counter[str]:
    with postkantoor() as stuur_mail:
        return mailen.verzend(programma, stuur_mail, lambda: 0.0)


def open_mail() -> list[Any]:
    return [rij for rij in afleveringen(abonnement=None) if not rij.aanvaard_op]


def test_wie_koos_krijgt_een_mail_over_alles_wat_er_nieuw_is(ploeg: Ploeg, jan: UUID) -> None:
    vertel(jan, ploeg.anna, 3)
    vertel(jan, ploeg.bram)
    assert verzend() == {"verzonden": 1}
    (een,) = postbak.outbox
    assert een.to == ["anna@voorbeeld.invalid"]
    assert "Er staan 3 nieuwe berichten in de postbus" in een.body
    assert "https://richting.example/postbus/" in een.body
    assert verzend() == {}


def test_in_de_mail_staat_niets_over_iemand(ploeg: Ploeg, jan: UUID) -> None:
    vertel(jan, ploeg.anna)
    verzend()
    (een,) = postbak.outbox
    alles = een.message().as_string() + een.body
    for woord in (str(jan), "Verzonnen", "einde", "verblijf"):
        assert woord not in alles


def test_wat_gelezen_is_mailt_niet_meer(ploeg: Ploeg, jan: UUID) -> None:
    vertel(jan, ploeg.anna, 2)
    markeer_gelezen(ploeg.anna.wie(), [rij.melding_id for rij in open_mail()])
    assert verzend() == {"vervallen": 1}
    assert postbak.outbox == []
    assert {rij.reden for rij in open_mail()} == {"al_gelezen"}


@pytest.mark.clausule("6.7")
def test_wie_buiten_een_dossier_gehouden_wordt_hoort_er_ook_per_mail_niets_van(
    ploeg: Ploeg, jan: UUID
) -> None:
    maak_beheerder(ploeg.anna)
    ilse = Lid(maak_medewerker("ilse", ploeg.anna.loket), ploeg.anna.loket)
    wil_mail(ilse)
    sluit_uit(ploeg.anna.wie(), jan, ploeg.anna.loket.pk, ilse.medewerker.pk, "familie")
    vertel(jan, ploeg.anna)
    verzend()
    assert [een.to for een in postbak.outbox] == [["anna@voorbeeld.invalid"]]


def test_wie_het_loket_verliet_krijgt_niets_meer(ploeg: Ploeg, jan: UUID) -> None:
    vertel(jan, ploeg.anna)
    Lidmaatschap.objects.filter(medewerker=ploeg.anna.medewerker).delete()
    assert verzend() == {"vervallen": 1}
    vertel(jan, ploeg.anna)
    assert verzend() == {}


def test_wie_te_lang_niet_aanmeldde_krijgt_niets_meer(ploeg: Ploeg, jan: UUID) -> None:
    vertel(jan, ploeg.anna)
    laat_stilstaan(ploeg.anna.medewerker)
    assert verzend() == {"vervallen": 1}
    assert postbak.outbox == []


def test_wie_per_dag_kiest_krijgt_het_de_volgende_ochtend(ploeg: Ploeg, jan: UUID) -> None:
    wil_mail(ploeg.anna, per_dag=True)
    vertel(jan, ploeg.anna)
    (rij,) = open_mail()
    assert verzend() == {}
    ochtend = rij.niet_voor.astimezone(programma().nu.tzinfo)
    assert (ochtend.hour, ochtend.minute) == (7, 0)
    assert ochtend.date() > datetime.now(ochtend.tzinfo).date() - timedelta(days=1)  # noqa: TID251
    pauzes_voorbij()
    assert verzend() == {"verzonden": 1}


def test_een_mail_die_niet_weg_kan_gaat_later_met_hetzelfde_nummer(
    ploeg: Ploeg, jan: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    nummers: list[str] = []

    def weiger(_zelf: Any, stukken: list[Any]) -> int:
        nummers.append(stukken[0].message()["Message-ID"])
        raise ConnectionRefusedError

    with monkeypatch.context() as even:
        even.setattr(EmailBackend, "send_messages", weiger)
        vertel(jan, ploeg.anna, 2)
        assert verzend() == {"mislukt": 1}
    pauzes_voorbij()
    assert verzend() == {"verzonden": 1}
    assert [een.message()["Message-ID"] for een in postbak.outbox] == nummers


def test_geen_mail_meer_willen_laat_vervallen_wat_nog_wachtte(ploeg: Ploeg, jan: UUID) -> None:
    vertel(jan, ploeg.anna)
    mailen.kies(ploeg.anna.wie(), mail=False, per_dag=False)
    assert verzend() == {"vervallen": 1}

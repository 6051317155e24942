"""Eva's municipality was asked whether somebody can live there: it reads, answers, and no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.overgangen import Daad
from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.akkoord.plan.woonplaats import Verzoekdaad, Verzoekreden
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Meetmoment, Standwaarde
from richting.dossiers.overzichten import dossier as lees_dossier
from richting.kern.lezen import lezing
from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet
from richting.plannen.acties import actielijst, inhoud, screening, standen, versies, woonplaats
from richting.plannen.acties.actievoorstel import Keuze, regel_kort
from richting.plannen.models import Actie, Plaatsing
from richting.plannen.overzichten.voorstellen import deelnemers
from richting.plannen.woorden import Planvraagsoort
from tests.api.bouwers import maak_machine
from tests.api.bouwers_plan import LEZEN, SCHRIJVEN
from tests.berichten.bouwers import programma
from tests.partijen.bouwers import ANDERE_GEMEENTE, Lid, Ploeg, meld_aan
from tests.plannen.bouwers_actie import eigen, gevraagd
from tests.plannen.bouwers_actie import inhoud as kamer
from tests.plannen.bouwers_plaats import D, vers, voorziening, zelfde_regio
from tests.plannen.bouwers_plaats import doe as doe_plaats
from tests.plannen.bouwers_plaats import gevraagd as plaats_gevraagd

pytestmark = pytest.mark.clausule("5.7", "6.4")
ONDERDAK = Leefgebied.ONDERDAK
VRAGEN = {
    f"{vraag}-{veld}": waarde
    for vraag in ("behoefte", "veiligheid", "aanbod")
    for veld, waarde in (("tekst", "Anders"), ("versie", "1" if vraag == "behoefte" else "0"))
}
ZIN = "Iets in het plan zetten kan pas als u ja zegt."
PAGINAS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("overzicht", ()),
    ("versies", ()),
    ("papier", ()),
    ("screening", ()),
    ("meten", ("begin",)),
    ("standen", ()),
    ("afwijken", ("onderdak", "nu")),
    ("inhoud", ()),
    ("actielijst", ()),
    ("kort", ()),
    ("behandelplan", ()),
    ("inbreng", ()),
)


@pytest.fixture
def nummer(ploeg: Ploeg, zaak: UUID) -> UUID:
    """Anna asks Eva's municipality, about a plan with something in it."""
    eigen(ploeg.anna, zaak)
    inhoud.bewaar_planvraag(ploeg.bram.wie(), zaak, Planvraagsoort.BEHOEFTE, "Een dak", 0)
    vraag = woonplaats.vraag_gemeente(
        ploeg.anna.wie(), zaak, ANDERE_GEMEENTE, Verzoekreden.WERK_OF_GEZIN, "Zijn werk is daar"
    )
    return vraag.pk


def zeg_ja(ploeg: Ploeg, zaak: UUID, nummer: UUID) -> None:
    woonplaats.doe(ploeg.eva.wie(), zaak, nummer, 1, Verzoekdaad.AANVAARDEN)


def meet(lid: Lid, zaak: UUID) -> object:
    antwoord = Antwoord("onderdak_na", Antwoordsoort.GEGEVEN, "geen")
    inzending = screening.Inzending({"onderdak_na": antwoord}, {})
    return screening.bewaar(lid.wie(), zaak, Meetmoment.BEGIN, {ONDERDAK: inzending})


SCHRIJVEN_IN_HET_PLAN: dict[str, Callable[[Lid, UUID], object]] = {
    "een antwoord in de screening": meet,
    "een actie": lambda lid, zaak: actielijst.neem_op_je(lid.wie(), zaak, kamer()),
    "de dag van vertrek": lambda lid, zaak: regel_kort(lid.wie(), zaak, [Keuze("kort-slapen")]),
    "een afwijking": lambda lid, zaak: standen.wijk_af(
        lid.wie(), zaak, ONDERDAK, Standwaarde.LOOPT, "Wij denken van wel"
    ),
    "een vraag van het plan": lambda lid, zaak: inhoud.bewaar_planvraag(
        lid.wie(), zaak, Planvraagsoort.AANBOD, "Een kamer", 0
    ),
    "hulp die al liep": lambda lid, zaak: inhoud.leg_ondersteuning_vast(
        lid.wie(), zaak, ONDERDAK, "Begeleid wonen", "", None
    ),
    "er is niets": lambda lid, zaak: inhoud.zeg_geen(lid.wie(), zaak, Antwoordcel.VOORTGEZET),
}


@pytest.mark.parametrize("wat", SCHRIJVEN_IN_HET_PLAN)
def test_tot_zij_ja_zegt_schrijft_zij_niets_in_het_plan(
    ploeg: Ploeg, zaak: UUID, nummer: UUID, wat: str
) -> None:
    voor = stappen(zaak)
    with pytest.raises(KanNiet, match="pas als u ja zegt") as fout:
        SCHRIJVEN_IN_HET_PLAN[wat](ploeg.eva, zaak)
    assert fout.value.code == "alleen_gevraagd"
    assert stappen(zaak) == voor
    zeg_ja(ploeg, zaak, nummer)
    SCHRIJVEN_IN_HET_PLAN[wat](ploeg.eva, zaak)
    assert stappen(zaak) > voor


def test_vaststellen_kan_ook_niet(ploeg: Ploeg, zaak: UUID, nummer: UUID) -> None:
    with pytest.raises(KanNiet, match="pas als u ja zegt"):
        versies.stel_vast(ploeg.eva.wie(), zaak, 0, "")


def test_meer_vragen_is_nog_geen_ja(ploeg: Ploeg, zaak: UUID, nummer: UUID) -> None:
    woonplaats.doe(ploeg.eva.wie(), zaak, nummer, 1, Verzoekdaad.MEER_VRAGEN, "Waar werkt hij?")
    with pytest.raises(KanNiet, match="pas als u ja zegt"):
        meet(ploeg.eva, zaak)


def test_de_anderen_schrijven_gewoon_door(ploeg: Ploeg, zaak: UUID, nummer: UUID) -> None:
    voor = stappen(zaak)
    meet(ploeg.bram, zaak)
    eigen(ploeg.anna, zaak)
    assert stappen(zaak) > voor


def test_zij_wordt_niet_om_een_actie_gevraagd_voor_zij_antwoordt(
    ploeg: Ploeg, zaak: UUID, nummer: UUID
) -> None:
    assert ploeg.eva.loket.pk not in te_vragen(ploeg.bram, zaak)
    with pytest.raises(KanNiet, match="eerst zeggen of deze persoon daar kan wonen"):
        gevraagd(ploeg.bram, zaak, ploeg.eva)
    zeg_ja(ploeg, zaak, nummer)
    assert ploeg.eva.loket.pk in te_vragen(ploeg.bram, zaak)
    actie = gevraagd(ploeg.bram, zaak, ploeg.eva)
    actielijst.doe(ploeg.eva.wie(), zaak, actie.pk, Daad.AANVAARDEN, actie.versie)


@pytest.mark.parametrize(("naam", "delen"), PAGINAS)
def test_haar_schermen_hebben_geen_knop_om_te_schrijven(
    client: Client, ploeg: Ploeg, zaak: UUID, nummer: UUID, naam: str, delen: tuple[str, ...]
) -> None:
    adres = reverse(f"plannen:{naam}", args=[zaak, *delen])
    antwoord = reverse("plannen:woonplaats", args=[zaak])
    meld_aan(client, ploeg.eva)
    pagina = client.get(adres).content.decode()
    assert knoppen(pagina, zaak) == []
    assert ZIN in pagina
    assert f'href="{antwoord}">Beantwoord de vraag' in pagina
    zeg_ja(ploeg, zaak, nummer)
    na = client.get(adres).content.decode()
    assert ZIN not in na
    if naam not in ("versies", "papier", "screening", "standen", "inbreng"):
        assert knoppen(na, zaak)


def gevraagde_plek(ploeg: Ploeg, zaak: UUID) -> Plaatsing:
    """Anna asks a place in a shelter that Eva's municipality keeps for the region."""
    zelfde_regio(ploeg.anna, ploeg.eva)
    bij = voorziening(ploeg.eva, gedeeld_met=(ploeg.anna.loket.organisatie.code,))
    return plaats_gevraagd(ploeg.anna, zaak, bij)


@pytest.mark.clausule("8.3")
@pytest.mark.parametrize("daad", [D.RESERVEREN, D.BEVESTIGEN, D.WEIGEREN])
def test_over_een_plek_voor_deze_persoon_antwoordt_zij_na_haar_ja(
    ploeg: Ploeg, zaak: UUID, nummer: UUID, daad: D
) -> None:
    plaats = gevraagde_plek(ploeg, zaak)
    with pytest.raises(KanNiet, match="Over de plek antwoordt u als u ja hebt gezegd"):
        doe_plaats(ploeg.eva, plaats, daad)
    assert vers(plaats).staat == "gevraagd"
    zeg_ja(ploeg, zaak, nummer)
    doe_plaats(ploeg.eva, plaats, daad)
    assert vers(plaats).staat != "gevraagd"


@pytest.mark.clausule("8.3")
def test_de_schermen_van_een_plek_zeggen_dat_zij_eerst_antwoordt(
    client: Client, ploeg: Ploeg, zaak: UUID, nummer: UUID
) -> None:
    plaats = gevraagde_plek(ploeg, zaak)
    adressen = {
        reverse("plannen:voorziening", args=[plaats.voorziening_id]): f"/plaatsen/{plaats.pk}/",
        reverse("plannen:plek", args=[zaak, plaats.actie_id]): f"/{plaats.pk}/",
    }
    meld_aan(client, ploeg.eva)
    for adres, knop in adressen.items():
        pagina = client.get(adres).content.decode()
        assert f"{knop}reserveren" not in pagina
        assert "Beantwoord de vraag" in pagina
    zeg_ja(ploeg, zaak, nummer)
    for adres, knop in adressen.items():
        assert f"{knop}reserveren" in client.get(adres).content.decode()


def test_op_het_scherm_van_de_vraag_kan_zij_antwoorden(
    client: Client, ploeg: Ploeg, zaak: UUID, nummer: UUID
) -> None:
    meld_aan(client, ploeg.eva)
    pagina = client.get(reverse("plannen:woonplaats", args=[zaak])).content.decode()
    for daad in ("aanvaarden", "weigeren", "meer_vragen"):
        assert reverse("plannen:woonplaats_van_rij", args=[zaak, daad, nummer]) in pagina


def test_de_actie_van_een_ander_leest_zij_zonder_knoppen(
    client: Client, ploeg: Ploeg, zaak: UUID, nummer: UUID
) -> None:
    with verwerking(programma()):
        actie = Actie.objects.get(dossier=zaak)
    meld_aan(client, ploeg.eva)
    for naam in ("actie", "plek"):
        pagina = client.get(reverse(f"plannen:{naam}", args=[zaak, actie.pk])).content.decode()
        assert "Zoek een kamer" in pagina
        assert knoppen(pagina, zaak) == []
    assert "Een dak" in client.get(reverse("plannen:inhoud", args=[zaak])).content.decode()


@pytest.mark.parametrize(
    ("naam", "delen", "velden"),
    [
        ("meten", ("begin",), {"daad": "bewaar", "onderdak-onderdak_na": "geen"}),
        ("bewaar_vanzelf", ("begin",), {"onderdak-onderdak_na": "geen"}),
        ("neem_over", ("begin",), {}),
        ("gooi_weg", ("begin",), {}),
        ("kort", (), {"kort-slapen": "geregeld"}),
        ("planvragen", (), VRAGEN),
        (
            "inhoud_nieuw",
            ("ondersteuning",),
            {"leefgebied": "onderdak", "wat": "Hulp", "aanbieder": "Iemand"},
        ),
    ],
)
def test_een_oud_scherm_dat_toch_iets_stuurt_leest_waarom_het_niet_kan(
    client: Client,
    ploeg: Ploeg,
    zaak: UUID,
    nummer: UUID,
    naam: str,
    delen: tuple[str, ...],
    velden: dict[str, str],
) -> None:
    voor = stappen(zaak)
    meld_aan(client, ploeg.eva)
    antwoord = client.post(reverse(f"plannen:{naam}", args=[zaak, *delen]), velden, follow=True)
    assert ZIN in antwoord.content.decode()
    assert stappen(zaak) == voor


def test_de_api_weigert_het_ook_en_neemt_haar_antwoord_wel_aan(
    ploeg: Ploeg, zaak: UUID, nummer: UUID
) -> None:
    eva = maak_machine(ploeg.eva.loket, LEZEN, SCHRIJVEN)
    begin = f"/dossiers/{zaak}"
    actie = {"leefgebied": "onderdak", "wat": "Zoek een kamer"}
    geweigerd = eva.post(f"{begin}/acties", actie)
    assert geweigerd.status_code == 409
    assert ZIN in geweigerd.json()["detail"]
    assert eva.get(f"{begin}/acties").status_code == 200
    ja = {"versie": 1, "daad": "aanvaarden"}
    assert eva.post(f"{begin}/gemeenteverzoeken/{nummer}/stappen", ja).json()["versie"] == 2
    assert eva.post(f"{begin}/acties", actie).status_code in (200, 201)


def stappen(zaak: UUID) -> int:
    """How much the journal of this dossier says."""
    with verwerking(programma()):
        return Journaal.objects.filter(dossier_id=zaak).count()


def te_vragen(lid: Lid, zaak: UUID) -> set[int]:
    """The desks that this one can ask for something."""
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        rij = lees_dossier(zaak)
        assert rij is not None
        return {een.loket.pk for een in deelnemers(rij, date(2026, 11, 23))}


def knoppen(pagina: str, zaak: UUID) -> list[str]:
    """Where the forms of a page send what they change in this plan."""
    vormen = re.findall(r"<form[^>]*>", pagina)
    adressen = [
        m.group(1)
        for vorm in vormen
        if 'method="post"' in vorm and (m := re.search(r'action="([^"]*)"', vorm))
    ]
    return [adres for adres in adressen if str(zaak) in adres]

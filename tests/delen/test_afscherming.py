"""Only these staff, or not this one: on lists, counts and the journal alike. Clausule 3.6."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from richting.delen import acties, overzichten
from richting.delen.models import Afscherming
from richting.kern.context import systeem_zelf
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap
from tests.akkoord.bouwers import ARNHEM, UTRECHT, VANDAAG, ingezetene, verblijf, vestiging
from tests.delen.bouwers import (
    TABELLEN,
    als,
    lezer,
    maak_dossier,
    maak_loketten,
    tel,
    weg_ermee,
    wijzig,
)
from tests.partijen.bouwers import Lid, maak_medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("3.6")]
TWEE_GEMEENTEN = verblijf(gemeenten=(ingezetene(UTRECHT), vestiging(ARNHEM)))
TELLING = [naam for naam in TABELLEN if naam != "dossiers_dossier"]


class Speelveld:
    """Two municipalities with two people each; the first of each is the manager."""

    def __init__(self, feiten: Any = TWEE_GEMEENTEN) -> None:
        loketten = maak_loketten()
        self.dossier = maak_dossier(feiten)
        self.utrecht, self.arnhem = loketten["nazorg", UTRECHT], loketten["nazorg", ARNHEM]
        self.privacy = loketten["privacy", UTRECHT]
        chef = Lidmaatschap.BEHEERDER
        self.mensen = {
            "anna": Lid(maak_medewerker("anna_b", self.utrecht, rol=chef), self.utrecht),
            "ad": Lid(maak_medewerker("ad", self.utrecht), self.utrecht),
            "eva": Lid(maak_medewerker("eva_b", self.arnhem, rol=chef), self.arnhem),
            "ed": Lid(maak_medewerker("ed", self.arnhem), self.arnhem),
        }

    def wie(self, naam: str) -> Any:
        return replace(self.mensen[naam].wie(), vandaag=VANDAAG)

    def nummer(self, naam: str) -> int:
        return self.mensen[naam].medewerker.pk

    def zien(self) -> set[str]:
        """Who sees the dossier; all tables must agree."""
        gevonden = set()
        for naam in self.mensen:
            with als(self.wie(naam)):
                aantallen = tel()
            if aantallen["dossiers_dossier"]:
                gevonden.add(naam)
            else:
                assert set(aantallen.values()) == {0}
        return gevonden

    def post(self) -> dict[str, int]:
        """How many lines of the mailbox each of them sees."""
        gevonden = {}
        for naam in self.mensen:
            with als(self.wie(naam)):
                gevonden[naam] = tel(["meldingen_melding"])["meldingen_melding"]
        return gevonden


def test_zonder_beperking_ziet_ieder_van_het_loket_het_dossier() -> None:
    assert Speelveld().zien() == {"anna", "ad", "eva", "ed"}


def test_alleen_deze_medewerkers_van_dit_loket() -> None:
    veld = Speelveld()
    acties.scherm_af(
        veld.wie("anna"), veld.dossier, veld.utrecht.pk, [veld.nummer("ad")], "bekend persoon"
    )
    assert veld.zien() == {"ad", "eva", "ed"}


def test_deze_medewerker_niet() -> None:
    veld = Speelveld()
    acties.sluit_uit(veld.wie("anna"), veld.dossier, veld.utrecht.pk, veld.nummer("ad"), "familie")
    assert veld.zien() == {"anna", "eva", "ed"}


def test_een_beperking_eindigt_en_de_rij_blijft() -> None:
    veld = Speelveld()
    acties.sluit_uit(veld.wie("anna"), veld.dossier, veld.utrecht.pk, veld.nummer("ad"), "familie")
    with als(veld.wie("anna")):
        (rij,) = overzichten.beperkingen(veld.dossier)
    acties.beeindig_afscherming(veld.wie("anna"), veld.dossier, rij.id, "vergissing")
    assert veld.zien() == {"anna", "ad", "eva", "ed"}
    with verwerking(systeem_zelf("test", veld.wie("anna").nu)):
        assert Afscherming.objects.get().beeindigd_op is not None


def test_een_beperking_geldt_ook_in_de_postbus_en_voor_het_afscheid() -> None:
    """Who is left out does not even read that a dossier is not theirs any more."""
    veld = Speelveld()
    acties.sluit_uit(veld.wie("anna"), veld.dossier, veld.utrecht.pk, veld.nummer("ad"), "familie")
    acties.scherm_af(veld.wie("eva"), veld.dossier, veld.arnhem.pk, [veld.nummer("eva")], "x")
    assert veld.post() == {"anna": 2, "ad": 0, "eva": 2, "ed": 0}
    with verwerking(systeem_zelf("test", veld.wie("anna").nu)) as werk:
        wijzig(werk, veld.dossier, replace(TWEE_GEMEENTEN, ingetrokken=True))
    assert veld.post() == {"anna": 2, "ad": 0, "eva": 2, "ed": 0}, "een oude regel en het afscheid"


def test_een_systeem_ziet_geen_afgeschermd_dossier() -> None:
    veld = Speelveld()
    acties.scherm_af(veld.wie("anna"), veld.dossier, veld.utrecht.pk, [veld.nummer("ad")], "x")
    with als(lezer(veld.utrecht, VANDAAG)):
        assert set(tel().values()) == {0}


@pytest.mark.parametrize("naam", ["ad", "eva", "ed"])
def test_alleen_de_beheerder_van_het_loket_mag_afschermen(naam: str) -> None:
    veld = Speelveld()
    with pytest.raises(NietToegestaan), transaction.atomic():
        acties.scherm_af(veld.wie(naam), veld.dossier, veld.utrecht.pk, [veld.nummer("ad")], "x")
    with pytest.raises(NietToegestaan), transaction.atomic():
        acties.sluit_uit(veld.wie(naam), veld.dossier, veld.utrecht.pk, veld.nummer("anna"), "x")
    assert veld.zien() == {"anna", "ad", "eva", "ed"}


def test_de_privacyfunctionaris_mag_het_voor_de_eigen_organisatie() -> None:
    veld = Speelveld()
    pia = Lid(maak_medewerker("pia", veld.privacy), veld.privacy).wie()
    acties.sluit_uit(pia, veld.dossier, veld.utrecht.pk, veld.nummer("anna"), "familie")
    assert veld.zien() == {"ad", "eva", "ed"}
    with pytest.raises(NietToegestaan), transaction.atomic():
        acties.sluit_uit(pia, veld.dossier, veld.arnhem.pk, veld.nummer("eva"), "familie")


def test_wie_zelf_is_uitgesloten_beheert_niets_aan_dit_dossier() -> None:
    veld = Speelveld()
    pia = Lid(maak_medewerker("pia", veld.privacy), veld.privacy).wie()
    acties.sluit_uit(pia, veld.dossier, veld.utrecht.pk, veld.nummer("anna"), "familie")
    with als(veld.wie("anna")):
        assert overzichten.afschermbare_loketten(veld.dossier) == frozenset()
        assert overzichten.afgeschermd() == []
        assert overzichten.wie_keek(veld.dossier) == []


def test_een_collega_van_elders_kan_niet_worden_genoemd() -> None:
    veld = Speelveld()
    with pytest.raises(KanNiet), transaction.atomic():
        acties.scherm_af(veld.wie("anna"), veld.dossier, veld.utrecht.pk, [veld.nummer("eva")], "x")


def test_een_terroristisch_misdrijf_schermt_vanzelf_af_tot_de_beheerder_iemand_noemt() -> None:
    veld = Speelveld(replace(TWEE_GEMEENTEN, terroristisch=True))
    assert veld.zien() == {"anna", "eva"}
    acties.scherm_af(veld.wie("anna"), veld.dossier, veld.utrecht.pk, [veld.nummer("ad")], "taak")
    assert veld.zien() == {"anna", "ad", "eva"}
    with als(veld.wie("eva")):
        (regel,) = overzichten.afgeschermd()
    assert (regel.dossier, regel.vanzelf, regel.aantal) == (veld.dossier, True, 0)


def test_de_afscherming_eindigt_als_het_feit_wordt_gecorrigeerd() -> None:
    veld = Speelveld(replace(TWEE_GEMEENTEN, terroristisch=True))
    with verwerking(systeem_zelf("test", veld.wie("anna").nu)) as werk:
        wijzig(werk, veld.dossier, TWEE_GEMEENTEN)
    assert veld.zien() == {"anna", "ad", "eva", "ed"}


def test_een_nieuwe_grond_valt_onder_een_oude_beperking() -> None:
    veld = Speelveld()
    acties.sluit_uit(veld.wie("anna"), veld.dossier, veld.utrecht.pk, veld.nummer("ad"), "familie")
    with verwerking(systeem_zelf("test", veld.wie("anna").nu)) as werk:
        wijzig(werk, veld.dossier, replace(TWEE_GEMEENTEN, reclassering="RN"))
        wijzig(werk, veld.dossier, verblijf(begin=TWEE_GEMEENTEN.begin.replace(day=2)))
    assert "ad" not in veld.zien()


def test_het_journaal_verraadt_niet_wie_is_uitgesloten() -> None:
    veld = Speelveld()
    acties.sluit_uit(veld.wie("anna"), veld.dossier, veld.utrecht.pk, veld.nummer("ad"), "familie")
    from richting.kern.models import Journaal

    for naam in veld.mensen:
        with als(veld.wie(naam)):
            assert not Journaal.objects.filter(soort="uitgesloten").exists()
    with verwerking(systeem_zelf("test", veld.wie("anna").nu)):
        assert Journaal.objects.get(soort="uitgesloten").reden == "familie"


beperkingen = st.lists(
    st.tuples(
        st.sampled_from(["alleen", "niet"]),
        st.sampled_from([None, "utrecht", "arnhem"]),
        st.sampled_from([None, "anna", "ad", "eva", "ed"]),
        st.booleans(),
    ),
    max_size=5,
)


@settings(max_examples=20)
@given(beperkingen)
def test_elk_stel_beperkingen_werkt_zoals_het_model_zegt(
    stel: list[tuple[str, str | None, str | None, bool]],
) -> None:
    with transaction.atomic():
        veld = Speelveld()
        with verwerking(systeem_zelf("test", veld.wie("anna").nu)) as werk:
            for soort, loket, wie, voorbij in stel:
                _beperk(veld, werk.wie.nu, soort, loket, wie, voorbij)
        verwacht = {naam for naam in veld.mensen if _mag(naam, stel)}
        assert veld.zien() == verwacht
        weg_ermee()


def _beperk(
    veld: Speelveld, nu: Any, soort: str, loket: str | None, wie: str | None, voorbij: bool
) -> None:
    Afscherming.objects.create(
        dossier_id=veld.dossier,
        soort=soort,
        loket=getattr(veld, loket) if loket else None,
        medewerker_id=veld.nummer(wie) if wie else None,
        reden="proef",
        gezet_op=nu,
        beeindigd_op=nu if voorbij else None,
    )


def _mag(naam: str, stel: list[tuple[str, str | None, str | None, bool]]) -> bool:
    """The rule in plain words: not excluded, and named wherever somebody is named."""
    loket = "utrecht" if naam in ("anna", "ad") else "arnhem"
    geldend = [(soort, waar, wie) for soort, waar, wie, voorbij in stel if not voorbij]
    if any(soort == "niet" and wie == naam for soort, _waar, wie in geldend):
        return False
    alleen = [wie for soort, waar, wie in geldend if soort == "alleen" and waar in (None, loket)]
    return not alleen or naam in alleen or (None in alleen and naam in ("anna", "eva"))


def test_nummer_zoeken_kan_alleen_wie_mag_afschermen() -> None:
    veld = Speelveld()
    gevonden: dict[str, UUID | None] = {}
    for naam in veld.mensen:
        with als(veld.wie(naam)):
            gevonden[naam] = overzichten.zoek_afschermbaar("R-1")
    assert gevonden == {"anna": veld.dossier, "ad": None, "eva": veld.dossier, "ed": None}

"""`kill -9` on the worker at random moments: everything arrives, in order, none twice after dedup.

The worker is killed inside a call: the receiver has it, and has not answered yet. Which calls is a
matter of chance with a fixed seed, so that what fails once fails again.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from random import Random
from uuid import UUID

import pytest

from richting.kern.werk import verwerking
from richting.meldingen.acties import bezorgen
from richting.meldingen.models import Melding
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.meldingen.bouwers import (
    afleveringen,
    laat_thuis_bellen,
    pauzes_voorbij,
    programma,
    webhook,
)
from tests.meldingen.ontvanger import (
    HALF_ANTWOORD,
    HALVE_KOP,
    TWEE_KEER,
    WEG,
    Ontvangen,
    Ontvanger,
)
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg

pytestmark = [pytest.mark.usefixtures("echte_database"), pytest.mark.clausule("5.4")]
DOSSIERS, PER_DOSSIER, KEREN = 12, 24, 4
SLECHT = (500, HALF_ANTWOORD, HALVE_KOP, WEG, TWEE_KEER)
OMGEVING = {"RICHTING_WEBHOOK_NETTEN": "127.0.0.0/8", "RICHTING_URL": "https://richting.example"}


@pytest.fixture
def ploeg(monkeypatch: pytest.MonkeyPatch) -> Ploeg:
    laat_thuis_bellen(monkeypatch)
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def dossiers(ploeg: Ploeg) -> list[UUID]:
    """Stays that Anna's desk knows of."""
    uit = []
    for nr in range(DOSSIERS):
        wie = {"geslachtsnaam": f"Naam{nr}", "geboortedatum": "1980-01-01"}
        stuur(begin(f"V{nr}", persoon=wie))
        gevonden = dossier(f"V{nr}")
        assert gevonden
        uit.append(gevonden.pk)
    return uit


def vertel_veel(dossiers: list[UUID], lid: Lid, keer: int) -> None:
    """So many things about each of these, one after the other."""
    wie = programma()
    for _keer in range(keer):
        with verwerking(wie):
            Melding.objects.bulk_create(
                Melding(
                    dossier_id=nummer,
                    loket=lid.loket,
                    soort="verlof",
                    zin="",
                    feitdatum=wie.vandaag,
                    uiterlijk=wie.vandaag,
                    bron="proef",
                    aangemaakt_op=wie.nu,
                )
                for nummer in dossiers
            )


def start(**omgeving: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.meldingen.proefbezorger"],
        env=os.environ | OMGEVING | omgeving,
        start_new_session=True,
    )


def check_alles(ontvanger: Ontvanger) -> None:
    """Everything was taken, first times in order per dossier, and is on record as accepted."""
    rijen = afleveringen()
    komst = {nummer: plek for plek, nummer in enumerate(ontvanger.bus.eerste_keer())}
    assert set(komst) == {str(rij.melding_id) for rij in rijen}
    assert all(rij.aanvaard_op for rij in rijen)
    per_dossier: dict[UUID, list[int]] = {}
    for rij in rijen:
        per_dossier.setdefault(rij.dossier_id, []).append(komst[str(rij.melding_id)])
    assert all(plekken == sorted(plekken) for plekken in per_dossier.values())


def dood_bij(
    keer: int, ontvanger: Ontvanger, processen: list[subprocess.Popen[bytes]]
) -> Callable[[Ontvangen], None]:
    """Kill the worker while it waits for the answer to this call."""
    klap = threading.Lock()

    def sla(_een: Ontvangen) -> None:
        if len(ontvanger.bus.alles) >= keer and klap.acquire(blocking=False):
            with suppress(ProcessLookupError):
                os.killpg(processen[-1].pid, signal.SIGKILL)

    return sla


def test_dood_op_willekeurige_momenten_en_toch_komt_alles_aan(
    ploeg: Ploeg, dossiers: list[UUID]
) -> None:
    toeval = Random(5)
    with Ontvanger() as ontvanger:
        webhook(ploeg.anna, ontvanger.adres)
        ontvanger.bus.gedrag = lambda _keer: toeval.choice(SLECHT) if toeval.random() < 0.1 else 204
        processen: list[subprocess.Popen[bytes]] = []
        for _klap in range(KEREN):
            vertel_veel(dossiers, ploeg.anna, PER_DOSSIER // KEREN)
            moment = len(ontvanger.bus.alles) + toeval.randint(1, 45)
            ontvanger.bus.voor_antwoord = dood_bij(moment, ontvanger, processen)
            processen.append(start())
            assert processen[-1].wait(60) == -signal.SIGKILL
            pauzes_voorbij()
        ontvanger.bus.voor_antwoord = lambda _een: None
        processen.append(start())
        assert processen[-1].wait(120) == 0
        assert len(afleveringen()) == DOSSIERS * PER_DOSSIER
        check_alles(ontvanger)


def test_twee_werkers_tegelijk_houden_de_volgorde(ploeg: Ploeg, dossiers: list[UUID]) -> None:
    with Ontvanger() as ontvanger:
        webhook(ploeg.anna, ontvanger.adres)
        vertel_veel(dossiers, ploeg.anna, 10)
        processen = [start(), start()]
        assert [een.wait(120) for een in processen] == [0, 0]
        check_alles(ontvanger)
        assert len(ontvanger.bus.genomen) == len(ontvanger.bus.eerste_keer())


def test_een_werker_zoals_een_beheerder_hem_start_bezorgt(
    ploeg: Ploeg, dossiers: list[UUID]
) -> None:
    """`richting werk --eenmaal`: the sweep finds what nobody woke it for."""
    with Ontvanger() as ontvanger:
        webhook(ploeg.anna, ontvanger.adres)
        vertel_veel(dossiers, ploeg.anna, 3)
        subprocess.run(
            [sys.executable, "-m", "richting.config.opdracht", "werk", "--eenmaal"],
            env=os.environ | OMGEVING,
            check=True,
            timeout=120,
        )
        check_alles(ontvanger)


def test_wat_misgaat_met_een_beurt_houdt_een_ander_niet_op(
    ploeg: Ploeg, dossiers: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours at one receiver: its lease ends by itself, the other gets everything."""
    with Ontvanger() as een, Ontvanger() as ander:
        kapot = webhook(ploeg.anna, een.adres).abonnement.pk
        webhook(ploeg.anna, ander.adres)
        vertel_veel(dossiers, ploeg.anna, 2)
        echt = bezorgen._een

        def breek(lijn: object, stuk: object, moment: int, uit: bezorgen.Uitslag) -> None:
            if uit.beurt.abonnement == kapot:
                raise RuntimeError("proef")
            echt(lijn, stuk, moment, uit)  # type: ignore[arg-type]

        monkeypatch.setattr(bezorgen, "_een", breek)
        assert bezorgen.bezorg(bezorgen.Wereld(programma, lambda: 0.0, lambda: 0)) == {
            "aanvaard": 2 * DOSSIERS
        }
        assert len(ander.bus.eerste_keer()) == 2 * DOSSIERS

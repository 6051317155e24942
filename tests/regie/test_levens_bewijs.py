"""Whatever happens in a life: every duty is met or explained, and drift that is put in is found."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from richting.akkoord.aansluiting import Driftsoort
from richting.akkoord.zicht import TELT_ALS_BEGIN, Baan
from richting.delen.models import Grond
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.models import Loket
from richting.regie.acties import werkstand, zicht
from richting.regie.acties.overgang import werk_bij
from richting.regie.models import Grondronde
from richting.regie.overzichten.aansluiting import sluit_aan
from tests.berichten.bouwers import programma
from tests.regie.levens import Levens
from tests.regie.levenswereld import keuze, maak_mensen

ERNSTIG = {
    "artikelen": ["Sr 287"],
    "onherroepelijk": True,
    "onvoorwaardelijkMaanden": 24,
}
APART = {"openbare_orde", "om", "politie"}


class Bewijslevens(Levens):
    """The lives of the regie, with the closed lanes, and a round that is missed now and then."""

    def __init__(self) -> None:
        """The round never ran yet; nobody saw anything."""
        super().__init__()
        self.gemist: set[date] = set()

    @rule(zaak=keuze, over=st.integers(-5, 40), lang=st.integers(1, 60))
    def risico(self, zaak: int, over: int, lang: int) -> None:
        """Marked for article 18b, from before, today, or soon; for a while."""
        self._verbeter(zaak, risico18b={"vanaf": self._dag(over), "tot": self._dag(over + lang)})

    @rule(zaak=keuze)
    def geen_risico(self, zaak: int) -> None:
        """The mark is taken back."""
        self._verbeter(zaak, risico18b=None)

    @rule(zaak=keuze, ernstig=st.booleans())
    def veroordeling(self, zaak: int, ernstig: bool) -> None:
        """The sentence falls under the BIJ, or it does not after all."""
        self._verbeter(zaak, veroordeling=ERNSTIG if ernstig else None)

    @rule(zaak=keuze)
    def einde_onbekend(self, zaak: int) -> None:
        """Nobody knows any more when the stay ends."""
        self._bericht(zaak, "einde_gewijzigd", verwachtEinde={"zekerheid": "onbekend"})

    @rule(zaak=keuze)
    def vandaag_vrij(self, zaak: int) -> None:
        """Released on the same day."""
        self._bericht(zaak, "einde", datum=self._dag(0), reden="opheffing")

    @rule(aantal=st.integers(1, 120))
    def zonder_ronde(self, aantal: int) -> None:
        """Days pass and no worker runs; the next round catches up."""
        self.gemist |= {self.dag + timedelta(days=nr) for nr in range(1, aantal)}
        self.dag += timedelta(days=aantal)

    @invariant()
    def na_de_ronde_is_alles_verteld_of_verklaard(self) -> None:
        """The round of the day, twice; then nothing drifts but days that nobody can mend."""
        with self.op_de_dag():
            if self.zaken:
                self._nacht()
                eerst = zicht.ronde(programma())
                assert zicht.ronde(programma()) is None
                self._opnieuw_vertelt_niets(eerst)
                self._alles_klopt()

    def _nacht(self) -> None:
        """What else the worker does before the check: who got the regie, and the work lists."""
        werk_bij(programma())
        for _deel in werkstand.herzie(programma()):
            pass

    def _opnieuw_vertelt_niets(self, eerst: int | None) -> None:
        """As after a fall: the round runs again from the start."""
        if eerst is None:
            return
        with verwerking(programma()):
            Grondronde.objects.filter(dag=self.dag).delete()
        assert zicht.ronde(programma()) == 0

    def _alles_klopt(self) -> None:
        with verwerking(programma()):
            uit = sluit_aan(programma(), self.zaken)
        telling = Counter(een.soort for een in uit.afwijkingen)
        te_laat = {Driftsoort.ZICHT_TE_LAAT, Driftsoort.RONDE_GEMIST}
        assert set(telling) <= te_laat, [a for a in uit.afwijkingen if a.soort not in te_laat]

    @invariant()
    def wie_vandaag_een_gesloten_baan_ziet_is_dat_verteld(self) -> None:
        """Worked out without the rule of turns: a desk that sees 18b or BIJ today heard of it."""
        with self.op_de_dag(), verwerking(programma()):
            for nummer in self.zaken:
                for categorie in ("risico", "bij"):
                    self._gehoord(nummer, categorie)

    def _gehoord(self, nummer: UUID, categorie: str) -> None:
        geldig = Grond.objects.filter(
            dossier=nummer, vervallen_op=None, geldig_vanaf__lte=self.dag,
            categorieen__contains=[categorie],
        ).exclude(geldig_tot__lte=self.dag)  # fmt: skip
        for loket in set(geldig.values_list("loket", flat=True)):
            regels = Melding.objects.filter(dossier=nummer, loket=loket)
            soorten = list(regels.order_by("aangemaakt_op").values_list("soort", flat=True))
            einde = {f"{categorie}_geeindigd", "niet_meer_van_u"}
            begin = TELT_ALS_BEGIN[Baan(categorie)]
            over = [s for s in soorten if s in begin or s in einde]
            assert over, (categorie, loket, soorten)
            assert over[-1] in begin, (categorie, loket, soorten)

    @invariant()
    def de_zorgkant_hoort_niets_van_een_gesloten_baan(self) -> None:
        """No municipality of aftercare ever hears of 18b or BIJ, nor the mayor of the plan."""
        with self.op_de_dag(), verwerking(programma()):
            soorten = dict(Loket.objects.values_list("pk", "soort"))
            for loket, soort in Melding.objects.values_list("loket", "soort"):
                gesloten = soort.startswith(("risico_", "bij_"))
                assert not (gesloten and soorten[loket] == "nazorg")
                assert not (soort == "zicht_begonnen" and soorten[loket] in APART)


def leef(machine: type[Any], voorbeelden: int, stappen: int) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=voorbeelden,
            stateful_step_count=stappen,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.clausule("5.4", "6.3", "6.4", "6.5")
@pytest.mark.django_db
def test_na_elke_stap_is_elke_plicht_vervuld_of_verklaard() -> None:
    mensen = maak_mensen()

    class Leven(Bewijslevens):
        pass

    Leven.mensen = mensen
    leef(Leven, 5, 20)

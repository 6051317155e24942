"""Random lives of two dossiers, and everything that people do with them; no checks here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from richting.akkoord.besluiten import Besluitmening
from richting.akkoord.overdracht import AfspraakOnderwerp, Overdrachtdaad, Weigerreden
from richting.akkoord.posten import is_klaar
from richting.akkoord.regieverloop import Regietaak
from richting.dossiers.feiten import feiten_van_alle
from richting.kern import klok
from richting.kern.instellingen import aannames_op
from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Medewerker
from richting.regie.acties import besluiten, ladder, overdracht, personeel, uitstel, werkstand
from richting.regie.acties.overdracht import Voorbereiding
from richting.regie.acties.overgang import werk_bij
from richting.regie.acties.overname import geef_regie_terug, neem_regie_over
from richting.regie.besluitpartijen import Voornemen
from richting.regie.models import Besluit, Overdracht, Regietijdvak
from richting.regie.posten import Postvraag, posten_van
from richting.regie.tijdvakken import geldend
from tests.berichten.bouwers import begin, dossier, programma, stuur
from tests.partijen.bouwers import Lid
from tests.regie.levenswereld import (
    EERSTE_DAG,
    GEMEENTEN,
    PLAATSEN,
    SOORTEN,
    dagen,
    keuze,
    taken,
    wie,
)


class Levens(RuleBasedStateMachine):
    """One day after the other; `mensen` are the people at the desks (see `maak_mensen`)."""

    mensen: dict[str, Lid]

    def __init__(self) -> None:
        """Everything of this life is undone at its end."""
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.dag, self.teller = EERSTE_DAG, 0
        self.zaken: list[UUID] = []
        self.weg: set[str] = set()

    def teardown(self) -> None:
        """Nothing of it stays."""
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    # -- messages -------------------------------------------------------------------------------

    @initialize(plek=keuze, waar=keuze)
    def eerste(self, plek: int, waar: int) -> None:
        """A first stay."""
        self._begin("V1", "999990019", plek, waar)

    @precondition(lambda self: len(self.zaken) == 1)
    @rule(plek=keuze, waar=keuze)
    def tweede(self, plek: int, waar: int) -> None:
        """Somebody else comes in."""
        self._begin("V2", "999990020", plek, waar)

    def _begin(self, naam: str, bsn: str, plek: int, waar: int) -> None:
        persoon = {"bsn": bsn, "geslachtsnaam": f"Naam{naam}", "geboortedatum": "1990-05-17"}
        self._stuur(
            begin(
                naam,
                persoon={**persoon, "verblijfsstatus": "geldig"},
                begin=(self.dag - timedelta(days=20)).isoformat(),
                bronTijd=self._tijd(),
                plaats=PLAATSEN[plek % 3],
                gemeenten=GEMEENTEN[waar % 4],
                verwachtEinde=self._rond(100),
                reclassering="RN" if waar % 2 else None,
            )
        )
        with verwerking(programma()):
            rij = dossier(naam)
        assert rij is not None
        self.zaken.append(rij.pk)

    @rule(zaak=keuze, plek=keuze, over=st.integers(-3, 20))
    def overplaatsing(self, zaak: int, plek: int, over: int) -> None:
        """To another prison or clinic, soon or since some days."""
        self._bericht(zaak, "overplaatsing", datum=self._dag(over), plaats=PLAATSEN[plek % 3])

    @rule(zaak=keuze, over=st.integers(1, 200))
    def ander_einde(self, zaak: int, over: int) -> None:
        """The day of release moves."""
        self._bericht(zaak, "einde_gewijzigd", verwachtEinde=self._rond(over), reden="Herrekend")

    @rule(zaak=keuze, over=dagen)
    def verlof(self, zaak: int, over: int) -> None:
        """Leave."""
        self._bericht(zaak, "verlof", van=self._dag(over), tot=self._dag(over + 2))

    @rule(zaak=keuze, over=st.integers(-3, 20))
    def einde(self, zaak: int, over: int) -> None:
        """Released, announced or since some days."""
        self._bericht(zaak, "einde", datum=self._dag(over), reden="einde_straf")

    @rule(zaak=keuze, over=st.integers(-10, 60), lang=st.integers(1, 200))
    def toezicht(self, zaak: int, over: int, lang: int) -> None:
        """Supervision by probation."""
        rij = {"organisatie": "RN", "van": self._dag(over), "tot": self._dag(over + lang)}
        self._verbeter(zaak, toezicht=[rij])

    @rule(zaak=keuze, waar=keuze)
    def gemeente(self, zaak: int, waar: int) -> None:
        """It turns out to be another municipality, or none that anybody knows."""
        self._verbeter(zaak, gemeenten=GEMEENTEN[waar % 4])

    def _verbeter(self, zaak: int, **velden: Any) -> None:
        naam = self._naam(zaak)
        self._bericht(zaak, "correctie", betreft=f"{naam}-begin", velden=velden)

    def _bericht(self, zaak: int, soort: str, **velden: Any) -> None:
        self.teller += 1
        kop = {
            "berichtId": f"M{self.teller}",
            "soort": soort,
            "bronTijd": self._tijd(),
            "verblijf": self._naam(zaak),
        }
        self._stuur({**kop, **velden})

    def _stuur(self, bericht: dict[str, Any]) -> None:
        with self.op_de_dag():
            stuur(bericht)

    # -- who directs ----------------------------------------------------------------------------

    @rule(zaak=keuze, taak=taken, door=wie)
    def overname(self, zaak: int, taak: Regietaak, door: str) -> None:
        """A desk takes the task over."""
        nummer = self._zaak(zaak)
        nu = self._houder(nummer, taak)
        with self.probeer():
            neem_regie_over(self._lid(door), nummer, taak, nu.pk, "Op verzoek")
            self.mensen_deden(nummer, taak)

    @rule(zaak=keuze, taak=taken, door=wie)
    def teruggave(self, zaak: int, taak: Regietaak, door: str) -> None:
        """Back to whom the rule names."""
        nummer = self._zaak(zaak)
        nu = self._houder(nummer, taak)
        with self.probeer():
            geef_regie_terug(self._lid(door), nummer, taak, nu.pk, "Weer zelf")
            self.mensen_deden(nummer, taak)

    @rule(zaak=keuze, taak=taken, aan=wie, over=dagen, op_vertrek=st.booleans())
    def overdracht_voorbereiden(
        self, zaak: int, taak: Regietaak, aan: str, over: int, op_vertrek: bool
    ) -> None:
        """The holder prepares a handover, with what must be agreed."""
        nummer = self._zaak(zaak)
        gever = self._lid_van(self._houder(nummer, taak).loket_id)
        if gever is None:
            return
        wat = Voorbereiding(
            self.mensen[aan].loket.pk, self.dag + timedelta(days=over), op_vertrek=op_vertrek
        )
        with self.probeer():
            rij = overdracht.bereid_voor(gever.wie(), nummer, taak, wat)
            for onderwerp in AfspraakOnderwerp:
                overdracht.spreek_af(
                    gever.wie(), nummer, rij.pk, onderwerp, gever.loket.pk, "Afgesproken"
                )

    @rule(welke=keuze, daad=st.sampled_from(list(Overdrachtdaad)))
    def overdracht_doen(self, welke: int, daad: Overdrachtdaad) -> None:
        """Offer, accept, refuse, take back, confirm: whoever's turn it is."""
        with self.op_de_dag(), verwerking(programma()):
            rijen = list(Overdracht.objects.order_by("-gemaakt_op", "pk")[:4])
        if not rijen:
            return
        rij = rijen[welke % len(rijen)]
        for loket in (rij.van_loket_id, rij.aan_loket_id):
            lid = self._lid_van(loket)
            with self.probeer():
                assert lid is not None
                overdracht.doe(
                    lid.wie(), rij.dossier_id, rij.pk, daad, rij.versie,
                    Weigerreden.ANDERS.value, "Om een reden",
                )  # fmt: skip
                if daad is Overdrachtdaad.AANVAARDEN:
                    self.mensen_deden(rij.dossier_id, Regietaak(rij.taak))

    def mensen_deden(self, nummer: UUID, taak: Regietaak) -> None:
        """Hook of the model: people changed who holds a task."""

    # -- people ---------------------------------------------------------------------------------

    @rule(zaak=keuze, door=wie, wie_het_wordt=keuze)
    def toewijzen(self, zaak: int, door: str, wie_het_wordt: int) -> None:
        """A dossier goes to a colleague, or to nobody."""
        namen = [f"{door}1", f"{door}2", None]
        naam = namen[wie_het_wordt % 3]
        nummer = Medewerker.objects.get(gebruikersnaam=naam).pk if naam else None
        with self.probeer():
            personeel.wijs_toe(self._lid(door), [self._zaak(zaak)], nummer)

    @rule(bij=wie, wie_gaat=st.sampled_from((1, 2)), hoe=st.booleans())
    def vertrek_van_personeel(self, bij: str, wie_gaat: int, hoe: bool) -> None:
        """A colleague stops, or leaves this desk."""
        naam = f"{bij}{wie_gaat}"
        if hoe:
            Medewerker.objects.filter(gebruikersnaam=naam).update(is_active=False)
        else:
            Lidmaatschap.objects.filter(medewerker__gebruikersnaam=naam).delete()
        self.weg.add(naam)

    @rule(bij=wie, lang=dagen, met=st.booleans())
    def ziek(self, bij: str, lang: int, met: bool) -> None:
        """A colleague is away, with or without somebody who stands in."""
        een, ander = (Medewerker.objects.get(gebruikersnaam=f"{bij}{nr}").pk for nr in (1, 2))
        with self.probeer():
            personeel.meld_afwezig(
                self._lid(bij), een, ander if met else None, self.dag,
                self.dag + timedelta(days=lang),
            )  # fmt: skip

    @rule(bij=wie)
    def alles_verplaatsen(self, bij: str) -> None:
        """The manager moves everything of one colleague to the other."""
        een, ander = (Medewerker.objects.get(gebruikersnaam=f"{bij}{nr}").pk for nr in (1, 2))
        with self.probeer():
            personeel.verplaats_alles(self._lid(bij), een, ander)

    # -- decisions and terms --------------------------------------------------------------------

    @rule(zaak=keuze, door=wie, welk=keuze, over=dagen, spoed=st.booleans())
    def besluit(self, zaak: int, door: str, welk: int, over: int, spoed: bool) -> None:
        """A desk intends something that touches others."""
        soort, categorie, naar = SOORTEN[welk % len(SOORTEN)]
        ingang, reden = self.dag + timedelta(days=over), "Het moet nu" if spoed else ""
        wat = Voornemen(soort, categorie, "Proef", ingang, naar, reden)
        with self.probeer():
            besluiten.neem_voor(self._lid(door), self._zaak(zaak), wat)

    @rule(welk=keuze, door=wie, mening=st.sampled_from(list(Besluitmening)))
    def reactie(self, welk: int, door: str, mening: Besluitmening) -> None:
        """A desk says what it thinks of a decision."""
        self._met_besluit(welk, lambda b, lid: besluiten.reageer(lid, *b, mening, "Vanwege"), door)

    @rule(
        welk=keuze,
        door=wie,
        daad=st.sampled_from(
            [besluiten.maak_definitief, besluiten.leg_overleg_vast, besluiten.trek_in]
        ),
    )
    def besluit_verder(self, welk: int, door: str, daad: Callable[..., None]) -> None:
        """Final, talked over, or withdrawn; by another desk when the decider is gone."""
        self._met_besluit(welk, lambda b, lid: besluiten.neem_over(lid, *b), door)
        self._met_besluit(welk, lambda b, lid: daad(lid, *b, "Na overleg"))

    def _met_besluit(self, welk: int, daad: Callable[..., None], door: str = "") -> None:
        with self.op_de_dag(), verwerking(programma()):
            rijen = list(Besluit.objects.order_by("-gemaakt_op", "pk")[:4])
        if rijen:
            rij = rijen[welk % len(rijen)]
            lid = self.mensen[door] if door else self._lid_van(rij.loket_id)
            with self.probeer():
                assert lid is not None
                daad((rij.dossier_id, rij.pk, rij.versie), lid.wie())

    @rule(zaak=keuze, door=wie, welke=keuze, lang=st.integers(1, 30))
    def uitstellen(self, zaak: int, door: str, welke: int, lang: int) -> None:
        """A desk puts off something that it has to do."""
        nummer, lid = self._zaak(zaak), self.mensen[door]
        mijn = [
            post
            for post in self.posten(nummer)
            if post.loket == lid.loket.pk and not is_klaar(post, self.dag)
        ]
        if mijn:
            sleutel, tot = mijn[welke % len(mijn)].sleutel, self.dag + timedelta(days=lang)
            with self.probeer():
                uitstel.stel_uit(lid.wie(), nummer, sleutel, tot, "Later")

    @rule(aantal=st.integers(1, 30))
    def dagen_gaan_voorbij(self, aantal: int) -> None:
        """Days pass; the rounds of the last night run, the earlier were missed."""
        self.dag += timedelta(days=aantal)
        with self.op_de_dag():
            for _deel in werkstand.herzie(programma()):
                pass
            with verwerking(programma()):
                werk_bij(programma())

    @rule()
    def klimmen(self) -> None:
        """The ladder runs, twice."""
        with self.op_de_dag():
            ladder.klim(programma(), mailt=True)
            assert ladder.klim(programma(), mailt=True) == {}

    # -- reading --------------------------------------------------------------------------------

    @contextmanager
    def op_de_dag(self) -> Iterator[None]:
        """Within this block it is the day of this life."""
        with klok.op(self.dag):
            yield

    @contextmanager
    def probeer(self) -> Iterator[None]:
        """Somebody tries; that the program refuses is fine, as long as all stays whole."""
        with self.op_de_dag(), suppress(KanNiet, NietToegestaan):
            yield

    def posten(self, nummer: UUID) -> list[Any]:
        """Every post of a dossier today."""
        with self.op_de_dag(), verwerking(programma()):
            vraag = Postvraag(feiten_van_alle([nummer]), self.dag, aannames_op(self.dag))
            return posten_van(vraag)[nummer]

    def rijen(self, nummer: UUID, taak: Regietaak) -> list[Regietijdvak]:
        """The rows of a task, in order."""
        with self.op_de_dag(), verwerking(programma()):
            return list(
                Regietijdvak.objects.filter(dossier=nummer, taak=taak.value).order_by("vanaf")
            )

    def _houder(self, nummer: UUID, taak: Regietaak) -> Regietijdvak:
        with self.op_de_dag():
            rij = geldend(self.rijen(nummer, taak), klok.nu())
        assert rij is not None
        return rij

    def _zaak(self, nummer: int) -> UUID:
        return self.zaken[nummer % len(self.zaken)]

    def _naam(self, zaak: int) -> str:
        return f"V{zaak % len(self.zaken) + 1}"

    def _lid(self, naam: str) -> Any:
        with self.op_de_dag():
            return self.mensen[naam].wie()

    def _lid_van(self, loket: int | None) -> Lid | None:
        return next((lid for lid in self.mensen.values() if lid.loket.pk == loket), None)

    def _dag(self, over: int) -> str:
        return (self.dag + timedelta(days=over)).isoformat()

    def _rond(self, over: int) -> dict[str, str]:
        dag = self._dag(over)
        return {"vroegst": dag, "laatst": dag, "zekerheid": "vast"}

    def _tijd(self) -> str:
        with self.op_de_dag():
            return klok.nu().isoformat()

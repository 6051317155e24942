"""Whatever happens in a life: one who directs, nothing lost, nobody forgotten, nothing leaked."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from richting.akkoord.besluiten import LOPEND, Besluitstaat
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.partij import Partij
from richting.akkoord.posten import aan_zet_op, is_klaar
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.gronden import geldende_rijen
from richting.dossiers.feiten import feiten_van_alle
from richting.kern import klok
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.partijen.models import Loket
from richting.regie.acties import regietijdvak, werkstand
from richting.regie.afspraken import afspraken_van
from richting.regie.besluitpartijen import Voornemen, betrokkenen
from richting.regie.models import Besluit, Herinnering, Regietijdvak, Toewijzing, Werkregel
from richting.regie.overzichten.personeel import bezetting, zichtbaar
from richting.regie.tijdvakken import geldend, middernacht, partij
from tests.berichten.bouwers import programma
from tests.regie.levens import Levens
from tests.regie.levensmodel import Houdt, leef, stap
from tests.regie.levenswereld import maak_mensen

VOORUIT = (1, 30, 200)
"""How many days ahead what is written must be what the model foresees."""


class GetoetsteLevens(Levens):
    """The lives, with everything that must be true after every step."""

    def __init__(self) -> None:
        """The model begins empty."""
        super().__init__()
        self.model: dict[tuple[UUID, Regietaak], Houdt] = {}
        self.tot: dict[tuple[UUID, Regietaak], Any] = {}
        self.ingegaan: dict[tuple[UUID, Regietaak], set[tuple[datetime, str]]] = {}

    def mensen_deden(self, nummer: UUID, taak: Regietaak) -> None:
        """The model takes over what people did; the rest it works out itself."""
        nu = self._houder(nummer, taak)
        was = self.model[nummer, taak]
        if (nu.soort, nu.organisatie) != _naam(was.partij):
            mensen = nu.herkomst in ("overname", "overdracht")
            regel = partij(nu.regel_soort, nu.regel_organisatie)
            van = partij(nu.soort, nu.organisatie)
            self.model[nummer, taak] = Houdt(van, regel, mensen, nu.overdracht)
        elif nu.herkomst == "regel":
            self.model[nummer, taak] = Houdt(was.partij, was.partij)

    @invariant()
    def de_database_zelf_vindt_alles_goed(self) -> None:
        """What the database checks at a commit holds on this day."""
        with self.op_de_dag(), verwerking(programma()), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")

    @invariant()
    def elk_moment_een_houder_zoals_het_model_zegt(self) -> None:
        """No gap, no overlap, the history stays, and now and ahead what the model says."""
        with self.op_de_dag():
            for nummer in self.zaken:
                with verwerking(programma()):
                    feiten = feiten_van_alle([nummer])
                    afgesproken = afspraken_van(feiten)[nummer] if afspraken_van(feiten) else {}
                een = feiten[nummer]
                for taak in Regietaak:
                    rijen = self.rijen(nummer, taak)
                    self._geen_gat(nummer, taak, rijen, min(een.begin, een.bekend_sinds))
                    self._als_het_model(nummer, taak, rijen, een, afgesproken.get(taak, []))

    def _geen_gat(
        self, nummer: UUID, taak: Regietaak, rijen: list[Regietijdvak], begin: Any
    ) -> None:
        vanaf = [rij.vanaf for rij in rijen]
        assert len(set(vanaf)) == len(vanaf)
        assert geldend(rijen, middernacht(begin)), f"{taak} heeft geen houder bij het begin"
        nu = {(rij.vanaf, rij.organisatie) for rij in rijen if rij.vanaf <= klok.nu()}
        assert self.ingegaan.get((nummer, taak), set()) <= nu, "het verleden is veranderd"
        self.ingegaan[nummer, taak] = nu

    def _als_het_model(
        self,
        nummer: UUID,
        taak: Regietaak,
        rijen: list[Regietijdvak],
        feiten: Any,
        afspraken: list[Any],
    ) -> None:
        was = self.model.get((nummer, taak))
        if was is None:
            dag = min(feiten.begin, feiten.bekend_sinds)
            was = leef(stap(None, taak, feiten, dag, ()), taak, feiten, dag, self.dag, ())
        else:
            gisteren = self.tot[nummer, taak]
            was = leef(was, taak, feiten, gisteren, self.dag, afspraken)
            gebeurd = {rij.overdracht for rij in rijen if rij.vanaf <= klok.nu()}
            komend = [a for a in afspraken if a.dag > self.dag or a.overdracht not in gebeurd]
            was = stap(was, taak, feiten, self.dag, komend)
        self.model[nummer, taak], self.tot[nummer, taak] = was, self.dag
        nu = geldend(rijen, klok.nu() + timedelta(seconds=1))
        assert nu
        assert (nu.soort, nu.organisatie) == _naam(was.partij), (taak, self.dag, nu, was)
        for dagen in VOORUIT:
            dag = self.dag + timedelta(days=dagen)
            straks = leef(was, taak, feiten, self.dag, dag, afspraken)
            rij = geldend(rijen, middernacht(dag))
            assert rij
            assert (rij.soort, rij.organisatie) == _naam(straks.partij), (taak, dag, rij, straks)

    @invariant()
    def wat_staat_is_wat_de_feiten_geven(self) -> None:
        """Making everything again would change nothing."""
        with self.op_de_dag(), verwerking(programma()):
            assert [d for een in regietijdvak.afwijkende_dossiers(programma()) for d in een] == []
            standen = werkstand.standen_van(feiten_van_alle(self.zaken), self.dag)
            staand = {
                (r.dossier_id, r.loket_id): (
                    r.uiterlijk,
                    r.wacht_tot,
                    r.niet_op_orde,
                    r.herzien_op,
                )
                for r in Werkregel.objects.filter(dossier__in=self.zaken)
            }
        assert staand == {
            plek: (s.loket.uiterlijk, s.loket.wacht_tot, s.niet_op_orde, s.herzien_op)
            for plek, s in standen.items()
        }

    @invariant()
    def geen_post_zonder_eigenaar_en_geen_gaat_verloren(self) -> None:
        """Every open post is of a desk that exists, and stands on its list when it may see it."""
        with self.op_de_dag():
            for nummer in self.zaken:
                posten = [p for p in self.posten(nummer) if not is_klaar(p, self.dag)]
                with verwerking(programma()):
                    gronden = geldende_rijen([nummer]).get(nummer, [])
                    bestaat = set(Loket.objects.values_list("pk", flat=True))
                    regels = Werkregel.objects.filter(dossier=nummer)
                    lijst = dict(regels.values_list("loket", "uiterlijk"))
                open_ = _open(gronden, self.dag)
                for post in posten:
                    assert post.loket in bestaat
                    if post.categorie.value in open_.get(post.loket, set()):
                        assert (lijst[post.loket] or post.uiterlijk) <= aan_zet_op(post), post
                        assert lijst[post.loket], post

    @invariant()
    def niemand_ziet_zonder_grond(self) -> None:
        """With row security on, a desk sees holders and decisions only where it has a ground."""
        with self.op_de_dag():
            with verwerking(programma()):
                gronden = geldende_rijen(self.zaken)
            for lid in self.mensen.values():
                with lezing(lid.wie(), "proef") as lees:
                    lees.gezien(self.zaken, {"verblijf"})
                    houders = list(Regietijdvak.objects.values_list("dossier", "categorie"))
                    gezien = [*houders, *Besluit.objects.values_list("dossier", "categorie")]
                for nummer, categorie in set(gezien):
                    mag = _open(gronden.get(nummer, []), self.dag).get(lid.loket.pk, set())
                    assert categorie in mag, (lid.loket, categorie)

    @invariant()
    def wie_een_besluit_raakt_is_gevraagd(self) -> None:
        """Every party with a ground that an open decision touches was asked, or decides."""
        with self.op_de_dag(), verwerking(programma()):
            feiten = feiten_van_alle(self.zaken)
            for rij in Besluit.objects.prefetch_related("reacties"):
                gevraagd = {r.loket_id for r in rij.reacties.all() if r.loket_id}
                if rij.staat in LOPEND:
                    stay = feiten[rij.dossier_id]
                    geraakt = betrokkenen(
                        programma(), rij.dossier_id, rij.loket_id, _wat(rij), stay
                    )
                    raakt = {een.loket for een in geraakt if een.loket}
                    assert raakt <= gevraagd | {rij.loket_id}, rij.soort
                if rij.staat == Besluitstaat.DEFINITIEF and not rij.spoed:
                    assert all(_gehoord(rij, r) for r in rij.reacties.all() if r.loket_id)

    @invariant()
    def niets_hangt_aan_wie_weg_is(self) -> None:
        """What somebody had who left, stands on the list of what needs somebody else."""
        with self.op_de_dag():
            for naam, lid in self.mensen.items():
                with lezing(lid.wie(), "proef") as lees:
                    lees.niets_gezien()
                    lijst = {b.medewerker: b for b in bezetting(lid.loket.pk, self.dag)}
                    ziet = set(zichtbaar(lid.loket.pk, self.dag).values_list("dossier", flat=True))
                    rijen = Toewijzing.objects.filter(loket=lid.loket, tot=None, dossier__in=ziet)
                    heeft = [(r.medewerker_id, r.medewerker.gebruikersnaam) for r in rijen]
                for nummer, gebruikersnaam in heeft:
                    assert lijst[nummer].aantal == len([n for n, _g in heeft if n == nummer])
                    if gebruikersnaam in self.weg:
                        assert lijst[nummer].reden in ("gestopt", "geen_lid"), naam

    @invariant()
    def elke_trede_een_keer(self) -> None:
        """No step of the ladder stands twice."""
        with self.op_de_dag(), verwerking(programma()):
            treden = list(
                Herinnering.objects.values_list("dossier", "loket", "sleutel", "uiterlijk", "stap")
            )
        assert len(treden) == len(set(treden))


def _naam(een: Partij | None) -> tuple[str, str]:
    return (een.loketsoort.value, een.organisatie) if een else ("", "")


def _open(gronden: list[Any], op: Any) -> dict[int, set[str]]:
    """Per desk the compartments that are open on a day."""
    uit: dict[int, set[str]] = {}
    for grond in gronden:
        if grond.geldig_vanaf <= op and (grond.geldig_tot is None or op < grond.geldig_tot):
            uit.setdefault(grond.loket_id, set()).update(grond.categorieen)
    return uit


def _wat(rij: Besluit) -> Voornemen:
    soort, categorie = Besluitsoort(rij.soort), Gegevenscategorie(rij.categorie)
    return Voornemen(soort, categorie, rij.omschrijving, rij.ingang, rij.naar, rij.spoedreden)


def _gehoord(besluit: Besluit, reactie: Any) -> bool:
    assert besluit.definitief_op
    dag = besluit.definitief_op.astimezone(klok.AMSTERDAM).date()
    return bool(reactie.reactie) or (reactie.uiterlijk and reactie.uiterlijk < dag)


@pytest.mark.clausule("1.5", "1.6", "1.7", "1.8", "5.3", "5.4", "7.1")
@pytest.mark.django_db
def test_wat_er_ook_gebeurt_er_is_een_regisseur_en_niets_raakt_kwijt() -> None:
    mensen = maak_mensen()

    class Leven(GetoetsteLevens):
        pass

    Leven.mensen = mensen
    run_state_machine_as_test(
        Leven,
        settings=settings(
            max_examples=5,
            stateful_step_count=20,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )

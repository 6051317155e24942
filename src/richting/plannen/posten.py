"""What the plan tells the room `regie`: what was done, what is asked, what is not in order.

Everything here works for many dossiers at once, in one or two queries each. Clausule 5.1, 5.4, 8.3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.utils import timezone

from richting.akkoord.partij import Partij
from richting.akkoord.plan.voorzieningen import Plaatsstaat
from richting.akkoord.plan.woorden import BASISVOORWAARDEN, Actiestaat, Meetmoment
from richting.akkoord.posten import Post
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.termijnregels import Termijndaad
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.delen.gronden import geldende_rijen, open_per_loket
from richting.dossiers.models import Gemeenteverzoek
from richting.partijen.overzichten import loketten_voor
from richting.plannen.acties.werkregels import ALLES
from richting.plannen.models import (
    Actie,
    Actiestap,
    Adviesinbreng,
    Afname,
    Plaatsing,
    Planversie,
    Planwerkregel,
)
from richting.regie import vervulling
from richting.regie.posten import Posten, Postenbron, Postvraag, als_programma, registreer

Daden = dict[UUID, dict[str, list[date]]]
PLAN = Gegevenscategorie.PLAN
GEBIEDEN = frozenset(gebied.categorie.value for gebied in BASISVOORWAARDEN)
ANTWOORD = Bron("aanname", "antwoord_werkdagen")
AFSPRAAK = Bron("clausule", "5.5")
GEVRAAGD = _("Antwoord op een gevraagde actie.")
AF = _("Een actie van het plan is af.")
LOPEND = (Actiestaat.AFGESPROKEN, Actiestaat.BEZIG, Actiestaat.UITGESTELD)
VAN_SJABLOON = {
    "schulden-overzicht": Termijndaad.SCHULDOVERZICHT,
    "schuldhulp-aanmelden": Termijndaad.SCHULDMELDING,
    "schuld-spoed": Termijndaad.SCHULDGESPREK,
    "medicijnen-mee": Termijndaad.MEDICIJNEN,
}
"""Templates whose action, once done, ends or begins a term."""
VAN_GEBIED = {
    "identiteit": Termijndaad.IDENTITEIT,
    "onderdak": Termijndaad.ONDERDAK,
    "inkomen": Termijndaad.INKOMEN,
    "zorg": Termijndaad.ZORG,
}
"""Life areas where an agreed action, or a condition in order, ends a term before release."""


def gemeten(dossiers: Collection[UUID]) -> Daden:
    """The screening is ready once all conditions were looked at; so are debts. One query."""
    per: dict[UUID, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    rijen = Afname.objects.filter(
        dossier__in=dossiers, meetmoment=Meetmoment.BEGIN, vastgesteld_op__isnull=False
    )
    for nummer, gebied, op in rijen.values_list("dossier", "leefgebied", "vastgesteld_op"):
        per[nummer][gebied].append(timezone.localtime(op).date())
    uit: Daden = {}
    for nummer, gebieden in per.items():
        uit[nummer] = {}
        if gebieden.keys() >= GEBIEDEN:
            uit[nummer][Termijndaad.SCREENING] = [max(min(gebieden[gebied]) for gebied in GEBIEDEN)]
        if gebieden.get("schulden"):
            uit[nummer][Termijndaad.SCHULDOVERZICHT] = [min(gebieden["schulden"])]
    return uit


def vastgesteld(dossiers: Collection[UUID]) -> Daden:
    """The days on which a version of the plan was fixed. One query. Clausule 7.1."""
    uit: Daden = defaultdict(lambda: {Termijndaad.PLAN: []})
    rijen = Planversie.objects.filter(dossier__in=dossiers)
    for nummer, op in rijen.values_list("dossier", "gemaakt_op"):
        uit[nummer][Termijndaad.PLAN].append(timezone.localtime(op).date())
    return uit


def gedaan(dossiers: Collection[UUID]) -> Daden:
    """What actions of the plan tell: agreed, done, or begun. Two queries. Clausule 5.5."""
    uit: Daden = defaultdict(lambda: defaultdict(list))
    for actie in Actie.objects.filter(dossier__in=dossiers).exclude(sjabloon=""):
        daad = VAN_SJABLOON.get(actie.sjabloon)
        if daad and actie.klaar_op and actie.staat == Actiestaat.GEDAAN:
            uit[actie.dossier_id][daad].append(actie.klaar_op)
        if actie.sjabloon == "schuld-spoed":
            begin = timezone.localtime(actie.gemaakt_op).date()
            uit[actie.dossier_id][Termijndaad.SCHULD_BEDREIGEND].append(begin)
    stappen = Actiestap.objects.filter(
        dossier__in=dossiers,
        naar__in=(Actiestaat.AFGESPROKEN, Actiestaat.BEZIG, Actiestaat.GEDAAN),
        actie__leefgebied__in=VAN_GEBIED,
        actie__draagt=True,
        actie__staat__in=(*LOPEND, Actiestaat.GEDAAN),
    )
    for nummer, gebied, op in stappen.values_list("dossier", "actie__leefgebied", "op"):
        uit[nummer][VAN_GEBIED[gebied]].append(timezone.localtime(op).date())
    return uit


def op_orde(dossiers: Collection[UUID]) -> Daden:
    """A condition that is in order on release needs no application: in order since it was last
    measured. Two queries. Clausule 8.3."""
    rood = niet_op_orde(dossiers)
    uit: Daden = defaultdict(dict)
    rijen = Afname.objects.filter(
        dossier__in=dossiers, leefgebied__in=VAN_GEBIED, vastgesteld_op__isnull=False
    ).order_by("vastgesteld_op")
    for nummer, gebied, op in rijen.values_list("dossier", "leefgebied", "vastgesteld_op"):
        if gebied not in rood[nummer]:
            uit[nummer][VAN_GEBIED[gebied]] = [timezone.localtime(op).date()]
    return uit


def niet_op_orde(dossiers: Collection[UUID]) -> dict[UUID, frozenset[str]]:
    """The conditions that are red on the day of release. One query. Clausule 8.3."""
    uit: dict[UUID, frozenset[str]] = dict.fromkeys(dossiers, frozenset())
    rijen = Planwerkregel.objects.filter(dossier__in=dossiers, categorie__in=GEBIEDEN)
    for nummer, categorie in rijen.values_list("dossier", "categorie"):
        uit[nummer] |= {categorie}
    return uit


def actieposten(vraag: Postvraag) -> Posten:
    """Actions: to answer by whoever was asked, to do by whoever agreed. One query. Clausule 5.5."""
    uit: Posten = defaultdict(list)
    rijen = Actie.objects.filter(dossier__in=vraag.feiten, staat__in=("gevraagd", *LOPEND))
    for actie in rijen:
        post = _actiepost(actie)
        if post:
            uit[actie.dossier_id].append(post)
    return uit


def _actiepost(actie: Actie) -> Post | None:
    gevraagd = actie.staat == Actiestaat.GEVRAAGD
    dag = actie.antwoord_uiterlijk if gevraagd else actie.uiterlijk
    if dag is None:
        return None
    return Post(
        soort="antwoord" if gevraagd else "actie",
        sleutel=f"{'antwoord' if gevraagd else 'actie'}:{actie.pk}",
        loket=actie.verantwoordelijk_id,
        uiterlijk=dag,
        sinds=timezone.localtime(actie.gemaakt_op).date(),
        zin=_("Antwoord op een gevraagde actie.")
        if gevraagd
        else _("Een actie van het plan is af."),
        bron=ANTWOORD if gevraagd else AFSPRAAK,
        categorie=Gegevenscategorie(actie.categorie),
        wachter=actie.gevraagd_door_id,
        medewerker=actie.uitvoerder_id,
        pagina="plannen:actie",
        delen=(str(actie.pk),),
        toelichting=actie.wat,
    )


def inbrengposten(vraag: Postvraag) -> Posten:
    """What municipalities must still bring in for an advice. One query. Clausule 8.3."""
    uit: Posten = defaultdict(list)
    rijen = Adviesinbreng.objects.filter(dossier__in=vraag.feiten, beantwoord_op=None)
    for rij in rijen:
        uit[rij.dossier_id].append(
            Post(
                soort="antwoord",
                sleutel=f"inbreng:{rij.pk}",
                loket=rij.aan_id,
                uiterlijk=rij.antwoord_uiterlijk,
                sinds=rij.gevraagd_op,
                zin=_("Antwoord op een vraag voor het advies aan de rechter."),
                bron=ANTWOORD,
                categorie=Gegevenscategorie(rij.categorie),
                wachter=rij.gevraagd_door_id,
                pagina="plannen:inbreng",
            )
        )
    return uit


def plaatsposten(vraag: Postvraag) -> Posten:
    """Places asked: to answer by the keeper, who must see whose place it is. Two queries.

    A keeper without a ground answers at the provision, without a dossier. Clausule 4.3, 8.3.
    """
    uit: Posten = defaultdict(list)
    rijen = Plaatsing.objects.filter(dossier__in=vraag.feiten, staat=Plaatsstaat.GEVRAAGD.value)
    gevraagd = list(rijen.select_related("voorziening"))
    with als_programma(vraag.lezer):
        gronden = geldende_rijen({rij.dossier_id for rij in gevraagd}) if gevraagd else {}
    for rij in gevraagd:
        houder = rij.voorziening.houder_id
        open_ = open_per_loket(gronden.get(rij.dossier_id, ()), vraag.op)
        if rij.categorie in open_.get(houder, ()):
            uit[rij.dossier_id].append(_plaatspost(rij, houder))
    return uit


def _plaatspost(rij: Plaatsing, houder: int) -> Post:
    vrager = rij.gevraagd_door_id
    return Post(
        soort="antwoord",
        sleutel=f"plaats:{rij.pk}",
        loket=houder,
        uiterlijk=rij.antwoord_uiterlijk,
        sinds=rij.gevraagd_op,
        zin=_("Antwoord op de vraag om een plek in een voorziening."),
        bron=ANTWOORD,
        categorie=Gegevenscategorie(rij.categorie),
        wachter=None if vrager == houder else vrager,
        pagina="plannen:actie",
        delen=(str(rij.actie_id),),
        toelichting=rij.toelichting,
    )


def verzoekposten(vraag: Postvraag) -> Posten:
    """Requests to receive somebody without a final answer. One query. Clausule 5.7."""
    uit: Posten = defaultdict(list)
    open_ = Gemeenteverzoek.objects.filter(dossier__in=vraag.feiten, ingetrokken_op=None)
    for rij, post in _verzoeken(open_.exclude(antwoord__in=("aanvaard", "geweigerd")), vraag.op):
        uit[rij.dossier_id].append(post)
    return uit


def _verzoeken(
    rijen: Collection[Gemeenteverzoek], op: date
) -> Iterator[tuple[Gemeenteverzoek, Post]]:
    """The ball lies with whoever was asked, or with who asked when more is needed."""
    open_ = list(rijen)
    partijen = {Partij(Loketsoort.NAZORG, c) for rij in open_ for c in (rij.gemeente, rij.door)}
    loketten = loketten_voor(partijen, op)
    for rij in open_:
        aan = loketten.get(Partij(Loketsoort.NAZORG, rij.gemeente))
        door = loketten.get(Partij(Loketsoort.NAZORG, rij.door))
        if rij.antwoord == "meer_nodig":
            aan, door = door, aan
        if aan is not None:
            yield rij, _verzoekpost(rij, aan, door)


def _verzoekpost(rij: Gemeenteverzoek, loket: int, wachter: int | None) -> Post:
    meer = rij.antwoord == "meer_nodig"
    return Post(
        soort="antwoord",
        sleutel=f"verzoek:{rij.pk}:{'meer' if meer else 'vraag'}",
        loket=loket,
        uiterlijk=rij.antwoord_uiterlijk,
        sinds=rij.gevraagd_op,
        zin=_("Vul het verzoek aan over de gemeente van terugkeer.")
        if meer
        else _("Antwoord op het verzoek om iemand te ontvangen."),
        bron=ANTWOORD,
        categorie=PLAN,
        wachter=wachter,
        pagina="plannen:woonplaats",
    )


def meld_aan() -> None:
    """Tell `regie` all of this; running it twice changes nothing."""
    rood = frozenset(ALLES) & GEBIEDEN
    vervulling.registreer("plan: metingen", gemeten, ("plannen_afname",))
    vervulling.registreer("plan: versies", vastgesteld, ("plannen_planversie",))
    vervulling.registreer("plan: acties", gedaan, ("plannen_actie",))
    vervulling.registreer("plan: op orde", op_orde, ("plannen_afname",))
    vervulling.registreer_orde(niet_op_orde, rood)
    registreer(Postenbron("plan: acties", actieposten, tabellen=("plannen_actie",)))
    registreer(Postenbron("plan: inbreng", inbrengposten, tabellen=("plannen_adviesinbreng",)))
    registreer(Postenbron("plan: plaatsen", plaatsposten, tabellen=("plannen_plaatsing",)))
    registreer(Postenbron("plan: verzoeken", verzoekposten, tabellen=("dossiers_gemeenteverzoek",)))

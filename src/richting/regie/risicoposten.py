"""What the tables of art. 18b ask of desks: share what you know, do what was agreed, assess again.

In the compartment `risico`: who does not sit at the table sees none of it. Clausule 5.4, 6.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy

from richting.akkoord.aannames import Aannames
from richting.akkoord.meldingen import VEILIGHEIDSPARTIJEN
from richting.akkoord.posten import Post, is_klaar
from richting.akkoord.risico import Risicobron, inbreng_voor, mag_markeren
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.gronden import geldende_rijen
from richting.delen.models import Grond
from richting.dossiers.feiten import markering_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.context import Wie, wie_nu
from richting.meldingen.acties.risico import (
    AANLEIDING,
    AFGEROND,
    AFGESPROKEN,
    GEDEELD,
    GEOPEND,
    TERUGGENOMEN,
)
from richting.meldingen.models import Risicoafspraak, Risicobijdrage, Risicotafel
from richting.partijen import loketboek
from richting.regie.ladderwoorden import registreer_soort
from richting.regie.lijsten import Lijstsoort, Toelichting
from richting.regie.lijsten import registreer as registreer_lijst
from richting.regie.posten import Posten, Postenbron, Postvraag, als_programma, registreer

if TYPE_CHECKING:
    from richting.regie.overzichten.werkvoorraad import Vraag

R = TypeVar("R", Risicobijdrage, Risicoafspraak)
RISICO = Gegevenscategorie.RISICO
INBRENG, AFSPRAAK, HERBEOORDELEN = "risico_inbreng", "risico_afspraak", "risico_herbeoordelen"
ZINNEN = {
    INBRENG: _("Deel met de tafel van artikel 18b wat uw loket weet, of zeg dat er niets is."),
    AFSPRAAK: _("Doe wat aan de tafel van artikel 18b is afgesproken."),
    HERBEOORDELEN: _("Beoordeel het risico van artikel 18b opnieuw, of beëindig de markering."),
}
NAMEN = {
    INBRENG: gettext_lazy("delen aan een tafel"),
    AFSPRAAK: gettext_lazy("een afspraak van een tafel"),
    HERBEOORDELEN: gettext_lazy("een nieuwe beoordeling"),
}
BRON = Bron("artikel", "Pbw art. 18b")
LIJST = "tafelwerk"
PAGINA = "meldingen:risicotafel"
EEN_DAG = timedelta(days=1)
RAAKT = AANLEIDING | {
    *(GEOPEND, GEDEELD, TERUGGENOMEN, AFGESPROKEN, AFGEROND),
    *("grond_ontstaan", "grond_vervallen"),
}


@dataclass(frozen=True)
class Moment:
    """On which day is asked, with which assumptions; `lezer`: see `Postvraag`."""

    op: date
    aannames: Aannames
    lezer: Wie | None = None


def meld_aan() -> None:
    """Register the source, and the list of desks that have no main lists; running it twice changes
    nothing."""
    registreer(Postenbron("risico", maak, RAAKT, ("meldingen_risicotafel",)))
    registreer_lijst(
        Lijstsoort(
            LIJST,
            5,
            gettext_lazy("Te doen"),
            gettext_lazy(
                "Wat uw loket moet doen voor een tafel van artikel 18b, het eerste bovenaan."
            ),
            lambda rijen, _vraag: rijen.filter(uiterlijk__isnull=False),
            "uiterlijk",
            loketsoorten=VEILIGHEIDSPARTIJEN,
            toelichting=toelichtingen,
        )
    )
    for soort, naam in NAMEN.items():
        registreer_soort(soort, naam)


def maak(vraag: Postvraag) -> Posten:
    """The posts of the tables of these dossiers. Five queries. Clausule 5.4, 6.3."""
    return van_tafels(vraag.feiten, Moment(vraag.op, vraag.aannames, vraag.lezer))


def van_tafels(dossiers: Iterable[UUID], vraag: Moment) -> Posten:
    """The posts of the tables of these dossiers. Five queries."""
    uit: dict[UUID, list[Post]] = {}
    tafels = list(
        Risicotafel.objects.filter(dossier__in=list(dossiers), vervallen_op=None).order_by("pk")
    )
    if not tafels:
        return uit
    nummers = {tafel.pk for tafel in tafels}
    with als_programma(vraag.lezer):
        gronden = geldende_rijen({tafel.dossier_id for tafel in tafels})
    bijdragen = _per_tafel(Risicobijdrage.objects.filter(tafel__in=nummers, ingetrokken_op=None))
    afspraken = _per_tafel(Risicoafspraak.objects.filter(tafel__in=nummers))
    rijen = Dossier.objects.filter(pk__in={tafel.dossier_id for tafel in tafels})
    per_dossier = {rij.pk: rij for rij in rijen.select_related("risico", "handmarkering")}
    for tafel in tafels:
        zitten = _aan_tafel(tafel, gronden.get(tafel.dossier_id, ()), vraag.op)
        delen = (
            *_inbreng(tafel, zitten, bijdragen.get(tafel.pk, []), vraag),
            *_afspraken(tafel, zitten, afspraken.get(tafel.pk, [])),
            *_herbeoordelen(tafel, zitten, per_dossier.get(tafel.dossier_id), vraag),
        )
        uit.setdefault(tafel.dossier_id, []).extend(delen)
    return uit


def toelichtingen(dossiers: list[UUID], vraag: Vraag) -> dict[UUID, Toelichting]:
    """What the desk has to do first for each of these dossiers. Within a reading."""
    posten = van_tafels(dossiers, Moment(vraag.vandaag, vraag.aannames, wie_nu()))
    uit: dict[UUID, Toelichting] = {}
    for dossier, alle in posten.items():
        eigen = [
            een for een in alle if een.loket == vraag.loket and not is_klaar(een, vraag.vandaag)
        ]
        for een in sorted(eigen, key=lambda post: post.uiterlijk)[:1]:
            wat = een.toelichting or gettext(een.zin)
            dag = date_format(een.uiterlijk, "j F Y")
            zin = gettext("{wat} Uiterlijk {dag}.").format(wat=f"{wat.rstrip('.')}.", dag=dag)
            uit[dossier] = Toelichting(zin, frozenset({RISICO.value}))
    return uit


def _per_tafel(rijen: Iterable[R]) -> dict[UUID, list[R]]:
    uit: dict[UUID, list[R]] = {}
    for rij in rijen:
        uit.setdefault(rij.tafel_id, []).append(rij)
    return uit


def _aan_tafel(tafel: Risicotafel, gronden: Iterable[Grond], op: date) -> dict[int, Grond]:
    """The desks at the table on this day, with their ground."""
    return {
        grond.loket_id: grond
        for grond in gronden
        if RISICO.value in grond.categorieen
        and grond.geldig_vanaf <= op
        and (grond.geldig_tot is None or op < grond.geldig_tot)
    }


def _inbreng(
    tafel: Risicotafel,
    zitten: Mapping[int, Grond],
    bijdragen: list[Risicobijdrage],
    vraag: Moment,
) -> Iterator[Post]:
    """Each desk at the table: until it shared something, or said that it has nothing."""
    eerste: dict[int, date] = {}
    for een in bijdragen:
        eerste.setdefault(een.loket_id, timezone.localtime(een.gedeeld_op).date())
    for loket, grond in sorted(zitten.items()):
        sinds = max(tafel.geopend_op, grond.geldig_vanaf)
        yield _post(
            tafel,
            INBRENG,
            f"{INBRENG}:{tafel.pk}:{loket}",
            loket=loket,
            uiterlijk=inbreng_voor(sinds, vraag.aannames),
            sinds=sinds,
            gedaan_op=eerste.get(loket),
        )


def _afspraken(
    tafel: Risicotafel, zitten: Mapping[int, Grond], afspraken: list[Risicoafspraak]
) -> Iterator[Post]:
    """What was agreed, for its owner; when that left the table, for who asked or else the first."""
    for een in afspraken:
        wie = [lok for lok in (een.eigenaar_id, een.gemaakt_door_id) if lok in zitten]
        loket = next(iter(wie or sorted(zitten)), een.eigenaar_id)
        yield _post(
            tafel,
            AFSPRAAK,
            f"{AFSPRAAK}:{een.pk}",
            loket=loket,
            uiterlijk=een.uiterlijk,
            sinds=timezone.localtime(een.gemaakt_op).date(),
            gedaan_op=een.afgerond_op,
            wachter=een.gemaakt_door_id if een.gemaakt_door_id != loket else None,
            toelichting=een.wat,
        )


def _herbeoordelen(
    tafel: Risicotafel, zitten: Mapping[int, Grond], dossier: Dossier | None, vraag: Moment
) -> Iterator[Post]:
    """A mark by hand holds until a day: before that somebody assesses again, or ends it."""
    markering = markering_uit_rijen(dossier) if dossier else None
    if markering is None or markering.bron is not Risicobron.HAND or markering.tot is None:
        return
    zelf = dossier.handmarkering if dossier else None
    kan = [lok for lok in sorted(zitten) if _markeert(lok, vraag)]
    loket = zelf.door_loket if zelf and zelf.door_loket in kan else next(iter(kan), None)
    if loket is not None:
        yield _post(
            tafel,
            HERBEOORDELEN,
            f"{HERBEOORDELEN}:{tafel.pk}",
            loket=loket,
            uiterlijk=markering.tot - EEN_DAG,
            sinds=markering.besloten_op or markering.vanaf,
        )


def _markeert(loket: int, vraag: Moment) -> bool:
    soort = loketsoorten().get(loket, "")
    return mag_markeren(soort, vraag.aannames)


def loketsoorten() -> dict[int, str]:
    """The kind of each open desk, by number; no query in the usual case."""
    return {nummer: soort for (soort, _code), nummer in loketboek.boek().loketten.items()}


def _post(
    tafel: Risicotafel,
    soort: str,
    sleutel: str,
    *,
    loket: int,
    uiterlijk: date,
    sinds: date,
    gedaan_op: date | None = None,
    wachter: int | None = None,
    toelichting: str = "",
) -> Post:
    return Post(
        soort=soort,
        sleutel=sleutel,
        loket=loket,
        uiterlijk=uiterlijk,
        sinds=sinds,
        zin=ZINNEN[soort],
        bron=BRON,
        categorie=RISICO,
        wachter=wachter,
        pagina=PAGINA,
        gedaan_op=gedaan_op,
        vervallen_op=tafel.gesloten_op,
        toelichting=toelichting,
    )

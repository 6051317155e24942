"""The end of a BIJ message: removed, kept to account for a measure, destroyed, with proof.

Artikel Bjsg 11a. Clausule 6.5. The proof says what number was destroyed when, not what it said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from richting.akkoord.bijberichten import Bijbesluit
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.meldingen.models import Bijbericht, Bijvernietiging, Bijversie, Melding

PER_KEER = 500
IN_DE_POSTBUS = (Feitsoort.BIJ_VERSTREKT.value, Feitsoort.BIJ_GEWIJZIGD.value)
CATEGORIE = Gegevenscategorie.BIJ.value


def ruim_op(wie: Wie) -> Counter[str]:
    """Remove or destroy every version whose term is over; returns how many of each.

    Running it again changes nothing; a night missed is caught up. Clausule 6.5.
    """
    telling: Counter[str] = Counter()
    while True:
        with verwerking(wie) as werk:
            gedaan = _keer(werk)
        telling += gedaan
        if not gedaan:
            break
    with verwerking(wie):
        _ruim_postbus_op(wie)
    return telling


def over_de_termijn(wie: Wie) -> Q:
    """Which versions may not stand as they do: past their term, or of a message that ended."""
    weg = Q(bewaren_tot__lte=wie.vandaag) | Q(bericht__beeindigd_op__lte=wie.vandaag)
    jaren = aannames_op(wie.vandaag).bij_verantwoording_jaren
    return (Q(verwijderd_op=None) & weg) | Q(
        verwijderd_op__lte=plus_maanden(wie.vandaag, -12 * jaren)
    )


def _keer(werk: Werk) -> Counter[str]:
    """One batch. A handful of queries."""
    rijen = list(
        Bijversie.objects.filter(over_de_termijn(werk.wie))
        .select_related("bericht")
        .select_for_update(of=("self",))
        .order_by("pk")[:PER_KEER]
    )
    weg: list[Bijversie] = []
    bewaard: list[Bijversie] = []
    for rij in rijen:
        verantwoord = rij.bericht.besluit == Bijbesluit.GENOMEN and rij.verwijderd_op is None
        (bewaard if verantwoord else weg).append(rij)
    _verwijder(werk, bewaard)
    _vernietig(werk, weg)
    return +Counter(verwijderd=len(bewaard), vernietigd=len(weg))


def _verwijder(werk: Werk, rijen: list[Bijversie]) -> None:
    """Out of sight, but for who must account for the measure."""
    if not rijen:
        return
    Bijversie.objects.filter(pk__in=[rij.pk for rij in rijen]).update(
        verwijderd_op=werk.wie.vandaag
    )
    berichten = {rij.bericht_id for rij in rijen}
    Bijbericht.objects.filter(
        pk__in=berichten, beeindigd_op__isnull=False, verwijderd_op=None
    ).update(verwijderd_op=werk.wie.vandaag)
    _noteer(werk, rijen, "bij_verwijderd")
    _uit_de_postbus(rijen)


def _vernietig(werk: Werk, rijen: list[Bijversie]) -> None:
    """Gone for good; only the proof stays. A message without versions goes too."""
    if not rijen:
        return
    Bijvernietiging.objects.bulk_create(_bewijs(rij, werk.wie.nu) for rij in rijen)
    _noteer(werk, rijen, "bij_vernietigd")
    Bijversie.objects.filter(pk__in=[rij.pk for rij in rijen]).delete()
    leeg = Bijbericht.objects.filter(pk__in={rij.bericht_id for rij in rijen}, versies=None)
    leeg.delete()
    _uit_de_postbus(rijen)


def _bewijs(rij: Bijversie, nu: datetime) -> Bijvernietiging:
    return Bijvernietiging(
        loket_id=rij.loket_id,
        bericht=rij.bericht_id,
        versie=rij.versie,
        verstrekt_op=timezone.localtime(rij.verstrekt_op).date(),
        uiterlijk=rij.bewaren_tot,
        met_maatregel=rij.verwijderd_op is not None,
        vernietigd_op=nu,
    )


def _noteer(werk: Werk, rijen: Iterable[Bijversie], soort: str) -> None:
    for rij in rijen:
        na = {"loket": rij.loket_id, "bericht": str(rij.bericht_id), "versie": rij.versie}
        werk.noteer(rij.dossier_id, soort, CATEGORIE, na=na)


def _uit_de_postbus(rijen: Iterable[Bijversie]) -> None:
    """What told the desk of a message goes with it, unless another one of the dossier runs."""
    plekken = {(rij.dossier_id, rij.loket_id) for rij in rijen}
    lopend: set[tuple[UUID, int]] = set(
        Bijbericht.objects.filter(
            dossier__in={dossier for dossier, _loket in plekken}, beeindigd_op=None
        ).values_list("dossier", "loket")
    )
    weg = plekken - lopend
    berichten = Melding.objects.filter(
        soort__in=IN_DE_POSTBUS, dossier__in={dossier for dossier, _loket in weg}
    )
    nummers = [
        nummer
        for nummer, dossier, loket in berichten.values_list("pk", "dossier", "loket")
        if (dossier, loket) in weg
    ]
    if nummers:
        Melding.objects.filter(pk__in=nummers).delete()


def _ruim_postbus_op(wie: Wie) -> None:
    """That a message was taken back, is told no longer than the message might have stayed."""
    maanden = aannames_op(wie.vandaag).bij_bewaar_maanden
    Melding.objects.filter(
        soort=Feitsoort.BIJ_INGETROKKEN.value,
        aangemaakt_op__date__lte=plus_maanden(wie.vandaag, -maanden),
    ).delete()

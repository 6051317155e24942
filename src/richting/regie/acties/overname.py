"""Taking over a task by hand, with a reason, and giving it back. Clausule 1.5, 1.7, 8.7."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.partij import Partij
from richting.akkoord.regieverloop import (
    OVERGENOMEN,
    Regieherkomst,
    Regietaak,
    Stand,
    mag_hebben,
    verloop,
    vervolg,
    volgens_regel,
)
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort
from richting.dossiers.feiten import feiten_in
from richting.dossiers.gevraagd import EERST_ANTWOORD, loket_alleen_gevraagd
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.invoer import voeg_in
from richting.kern.werk import Werk
from richting.meldingen.acties import meld_aan_loket
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Loket
from richting.partijen.overzichten import loket as loket_met_organisatie
from richting.regie.acties.basis import check_gezien, regiewerk, rijen_van, ziet
from richting.regie.afspraken import afspraken_van
from richting.regie.models import Regietijdvak
from richting.regie.overzichten.regie import regie_van
from richting.regie.tijdvakken import als_rij, geldend, middernacht, volgend_moment, vooruit


def neem_regie_over(
    wie: Wie, dossier: UUID, taak: Regietaak, gezien: int, reden: str, loket: int | None = None
) -> Regietijdvak:
    """Take a task over, with a reason; it stands until the rule says something else than now.

    `gezien` is the row that was on the screen. `loket`: who holds the task gives it to another desk
    that asked for it. Raises NietToegestaan without a ground, KanNiet when that desk cannot hold
    this task or somebody else was first. Clausule 1.5, 1.7, 8.7.
    """
    if not reden.strip():
        raise KanNiet("reden_nodig", _("Schrijf op waarom."))
    with regiewerk(wie, dossier) as werk:
        rijen = rijen_van(dossier, taak)
        nu = check_gezien(geldend(rijen, volgend_moment(rijen, wie)), gezien)
        doel = _doel(wie, dossier, taak, nu, loket)
        regel = volgens_regel(taak, feiten_in(werk, dossier), wie.vandaag, aannames_op(wie.vandaag))
        partij = Partij(Loketsoort(doel.soort), doel.organisatie.code)
        stand = Stand(
            partij, "overgenomen", OVERGENOMEN, Regieherkomst.OVERNAME, regel.partij, reden=reden
        )
        rij = zet_houder(werk, dossier, taak, rijen, stand)
        _noteer(werk, dossier, rij, nu, "regie_overgenomen", reden)
        _vertel(werk, dossier, {nu.loket_id, doel.pk})
    return rij


def geef_regie_terug(
    wie: Wie, dossier: UUID, taak: Regietaak, gezien: int, reden: str
) -> Regietijdvak:
    """End a takeover: whom the rule names has the task again. Clausule 1.5, 1.7.

    By who took it, or by whom the rule names. Raises NietToegestaan for others, KanNiet when the
    task was not taken over or the rule knows nobody.
    """
    if not reden.strip():
        raise KanNiet("reden_nodig", _("Schrijf op waarom."))
    with regiewerk(wie, dossier, ook_gevraagd=True) as werk:
        rijen = rijen_van(dossier, taak)
        nu = check_gezien(geldend(rijen, volgend_moment(rijen, wie)), gezien)
        if nu.herkomst != Regieherkomst.OVERNAME:
            raise KanNiet("niet_overgenomen", _("Deze taak is niet overgenomen."))
        feiten, aannames = feiten_in(werk, dossier), aannames_op(wie.vandaag)
        regel = volgens_regel(taak, feiten, wie.vandaag, aannames)
        if regel.partij is None:
            raise KanNiet(
                "regel_onbekend", _("Nog niet bekend wie de regie volgens de regel heeft.")
            )
        stand = Stand(regel.partij, regel.code, regel.zin, regel=regel.partij, reden=reden)
        rij = zet_houder(werk, dossier, taak, rijen, stand)
        if wie.loket not in (nu.loket_id, rij.loket_id):
            raise NietToegestaan(str(dossier))
        _noteer(werk, dossier, rij, nu, "regie_teruggegeven", reden)
        _vertel(werk, dossier, {nu.loket_id, rij.loket_id})
    return rij


def _doel(wie: Wie, dossier: UUID, taak: Regietaak, nu: Regietijdvak, loket: int | None) -> Loket:
    """The desk that will hold the task: the own one, or one that its holder gives it to."""
    nummer = loket or wie.loket or 0
    doel = loket_met_organisatie(nummer)
    if doel is None or (loket and loket != wie.loket and nu.loket_id != wie.loket):
        raise NietToegestaan(str(nummer))
    if not doel.actief or not mag_hebben(taak, Loketsoort(doel.soort)) or not ziet(nummer, dossier):
        raise KanNiet("loket_kan_niet", _("Dit loket kan deze taak niet hebben."))
    if loket_alleen_gevraagd(nummer, wie.vandaag, dossier):
        raise KanNiet("eerst_antwoord", _(EERST_ANTWOORD))
    if nu.loket_id == nummer:
        raise KanNiet("heeft_al", _("Dit loket heeft deze taak al."))
    return doel


def zet_houder(
    werk: Werk, dossier: UUID, taak: Regietaak, rijen: list[Regietijdvak], stand: Stand
) -> Regietijdvak:
    """This holder from now on; what lies ahead is made again on top of it."""
    wie, moment = werk.wie, volgend_moment(rijen, werk.wie)
    feiten, aannames = feiten_in(werk, dossier), aannames_op(werk.wie.vandaag)
    weg = [rij.pk for rij in rijen if vooruit(rij, wie.vandaag)]
    Regietijdvak.objects.filter(pk__in=weg).delete()
    afgesproken = afspraken_van({dossier: feiten}).get(dossier, {}).get(taak, [])
    komend = [een for een in afgesproken if een.dag > wie.vandaag]
    straks = vervolg(stand, verloop(taak, feiten, wie.vandaag, aannames), komend)
    nieuw = als_rij(dossier, taak, moment, stand, wie)
    later = [
        als_rij(dossier, taak, middernacht(dag), een, wie)
        for dag, een in straks
        if dag > wie.vandaag
    ]
    voeg_in([nieuw, *later])
    return Regietijdvak.objects.get(dossier=dossier, taak=taak.value, vanaf=moment)


def _noteer(
    werk: Werk, dossier: UUID, rij: Regietijdvak, was: Regietijdvak, soort: str, reden: str
) -> None:
    """The reason is free text, so it lies with the plan, not with who merely sees the stay."""
    stay = rij.categorie == Gegevenscategorie.VERBLIJF
    werk.noteer(
        dossier,
        soort,
        Gegevenscategorie.PLAN.value if stay else rij.categorie,
        voor={"organisatie": was.organisatie},
        na={"taak": rij.taak, "organisatie": rij.organisatie, "loket": rij.loket_id},
        reden=reden,
    )


def _vertel(werk: Werk, dossier: UUID, loketten: set[int | None]) -> None:
    """Tell those whom it touches, but not who did it: who has or had this task, and who has
    another task and must know with whom to work. Clausule 1.5, 1.7, 5.4.
    """
    anderen = {een.nu.loket_id for een in regie_van(dossier, werk.wie.nu).values() if een.nu}
    for loket in (loketten | anderen) - {None, werk.wie.loket}:
        meld_aan_loket(werk, dossier, loket or 0, Feitsoort.REGIE_OVERGENOMEN)

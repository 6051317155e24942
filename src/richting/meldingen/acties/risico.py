"""The mark and the table of art. 18b: mark, renew, end, share, agree. Clausule 3.7, 6.3.

Nothing here touches the plan. Who may see no table, hears that there is none (NietToegestaan).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from richting.akkoord.feiten import Feiten
from richting.akkoord.risico import (
    GEEN_TAFEL,
    TAFELSOORTEN,
    Beoordeling,
    Bijdragesoort,
    Markering,
    Risicoafspraakstaat,
    Risicobron,
    aan_tafel,
    beeindigd,
    mag_markeren,
    waarom_geen_beoordeling,
    waarom_niet_markeren,
    waarom_niet_wijzigen,
    zelfde_tafel,
)
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.gronden import gronden_van
from richting.delen.toegang import check_mag
from richting.dossiers.feiten import feiten_in, markering_uit_rijen
from richting.dossiers.models import Dossier, Handmarkering
from richting.kern.context import Wie
from richting.kern.gebeurtenissen import Wijzigingen
from richting.kern.instellingen import aannames_op
from richting.kern.werk import Werk, verwerking
from richting.meldingen.models import Risicoafspraak, Risicobijdrage, Risicotafel
from richting.partijen.fouten import KanNiet, NietToegestaan

RISICO, VERBLIJF = Gegevenscategorie.RISICO.value, Gegevenscategorie.VERBLIJF.value
GEMARKEERD = "risico_gemarkeerd"
VERLENGD = "risico_verlengd"
BEEINDIGD = "risico_beeindigd"
GEOPEND = "risico_tafel_geopend"
GEDEELD = "risico_gedeeld"
TERUGGENOMEN = "risico_teruggenomen"
AFGESPROKEN = "risico_afgesproken"
AFGEROND = "risico_afgerond"
ZONDER_MARKERING_NIETS = frozenset({"dossier_geopend", "ingetrokken", "gecorrigeerd"})
"""A mark can come along with these without being named: a withdrawal names nothing else."""
AANLEIDING = ZONDER_MARKERING_NIETS | {
    *("risico_gewijzigd", "buiten_doelgroep"),
    *(GEMARKEERD, VERLENGD, BEEINDIGD),
}
"""After these the table may differ."""


@contextmanager
def _werk(wie: Wie, dossier: UUID, categorie: str) -> Iterator[Werk]:
    """A unit of work on one dossier, one at a time; NietToegestaan without a ground or, of a
    terrorist offence, for who is not named."""
    with verwerking(wie) as werk:
        Dossier.objects.select_for_update(no_key=True).filter(pk=dossier).first()
        check_mag(dossier, categorie)
        with connection.cursor() as cursor:
            cursor.execute("SELECT meldingen_op_naam(%s)", [dossier])
            (op_naam,) = cursor.fetchone() or (False,)
        if not op_naam:
            raise NietToegestaan(str(dossier))
        yield werk


@contextmanager
def _tafelwerk(wie: Wie, dossier: UUID) -> Iterator[tuple[Werk, Risicotafel, Markering]]:
    """A unit of work at an open table; raises KanNiet when it is closed or not there yet."""
    if wie.loketsoort not in TAFELSOORTEN:
        raise NietToegestaan(wie.loketsoort)
    with _werk(wie, dossier, RISICO) as werk:
        tafel = Risicotafel.objects.filter(dossier=dossier, vervallen_op=None).first()
        huidig = _markering(dossier)
        if tafel is None or huidig is None:
            raise NietToegestaan(str(dossier))
        _weiger(waarom_niet_wijzigen(huidig, wie.vandaag))
        yield werk, tafel, huidig


def markeer(wie: Wie, dossier: UUID, wat: Beoordeling, reden: str) -> None:
    """Mark the dossier for art. 18b from today; the table opens with it. Clausule 3.7, 6.3.

    Raises NietToegestaan for desks that do not mark or do not see the dossier; KanNiet without a
    reason, with a mark that holds, an assessment that carries none, or when nobody may share it.
    """
    aannames = aannames_op(wie.vandaag)
    if not mag_markeren(wie.loketsoort, aannames):
        raise NietToegestaan(wie.loketsoort)
    with _werk(wie, dossier, VERBLIJF) as werk:
        _weiger(waarom_niet_markeren(_markering(dossier), wie.vandaag))
        _check(wie, wat, reden)
        feiten = replace(
            feiten_in(werk, dossier), risico_18b_vanaf=wie.vandaag, risico_18b_tot=wat.geldig_tot
        )
        if not aan_tafel(gronden_van(feiten, aannames), wie.vandaag):
            raise KanNiet("geen_tafel", _(GEEN_TAFEL))
        _zet(werk, dossier, wie.vandaag, wat, reden)
        _noteer_feit(werk, dossier, GEMARKEERD, _na(wat, wie.vandaag), reden)


def verleng(wie: Wie, dossier: UUID, wat: Beoordeling, reden: str) -> None:
    """Assess again: the mark goes on with this level, until this day. Clausule 6.3.

    Also of a mark that a message told. Raises NietToegestaan and KanNiet as `markeer` does.
    """
    if not mag_markeren(wie.loketsoort, aannames_op(wie.vandaag)):
        raise NietToegestaan(wie.loketsoort)
    with _tafelwerk(wie, dossier) as (werk, _tafel, huidig):
        _check(wie, wat, reden)
        feiten_in(werk, dossier)
        _zet(werk, dossier, huidig.vanaf, wat, reden)
        _noteer_feit(werk, dossier, VERLENGD, _na(wat, huidig.vanaf), reden)


def beeindig(wie: Wie, dossier: UUID, reden: str) -> None:
    """End the mark: the table closes at once, and can be read for a while. Clausule 6.3, 6.4.

    Raises NietToegestaan for desks that do not mark, KanNiet without a reason or when it ended.
    """
    aannames = aannames_op(wie.vandaag)
    if not mag_markeren(wie.loketsoort, aannames):
        raise NietToegestaan(wie.loketsoort)
    with _tafelwerk(wie, dossier) as (werk, _tafel, huidig):
        _reden(reden)
        feiten_in(werk, dossier)
        na = beeindigd(huidig, wie.vandaag, aannames)
        rij = _eigen_rij(wie, dossier, huidig)
        rij.vanaf, rij.tot, rij.besloten_op = na.vanaf, na.tot, wie.vandaag
        rij.gesloten_op, rij.gesloten_door, rij.einde_reden = wie.vandaag, wie.loket, reden.strip()
        rij.save()
        einde = na.tot.isoformat() if na.tot else None
        _noteer_feit(werk, dossier, BEEINDIGD, {"tot": einde}, reden)


def deel(wie: Wie, dossier: UUID, soort: Bijdragesoort, tekst: str) -> Risicobijdrage:
    """Share something at the table, or say that there is nothing. Clausule 6.3, 6.4.

    Raises NietToegestaan without a ground, KanNiet without words or when the table is closed.
    """
    with _tafelwerk(wie, dossier) as (werk, tafel, _huidig):
        if soort is not Bijdragesoort.NIETS and not tekst.strip():
            raise KanNiet("tekst_nodig", _("Schrijf op wat u deelt."))
        rij = Risicobijdrage.objects.create(
            tafel=tafel,
            dossier_id=dossier,
            loket_id=wie.loket or 0,
            soort=soort.value,
            tekst=tekst.strip(),
            door=wie.naam,
            gedeeld_op=wie.nu,
        )
        werk.noteer(dossier, GEDEELD, RISICO, na={"loket": wie.loket, "soort": soort.value})
    return rij


def neem_terug(wie: Wie, dossier: UUID, bijdrage: UUID, reden: str) -> None:
    """Take back what the own desk shared: from now on nobody reads it. Clausule 6.4.

    Raises NietToegestaan when it is not of this desk, KanNiet without a reason.
    """
    with _tafelwerk(wie, dossier) as (werk, tafel, _huidig):
        rij = tafel.bijdragen.filter(pk=bijdrage, loket=wie.loket, ingetrokken_op=None).first()
        if rij is None:
            raise NietToegestaan(str(bijdrage))
        _reden(reden)
        rij.ingetrokken_op = wie.nu
        rij.save(update_fields=["ingetrokken_op"])
        werk.noteer(dossier, TERUGGENOMEN, RISICO, na={"loket": wie.loket}, reden=reden.strip())


def spreek_af(wie: Wie, dossier: UUID, wat: str, eigenaar: int, uiterlijk: date) -> Risicoafspraak:
    """Agree that a desk at the table does something by a day. Clausule 6.3.

    Raises NietToegestaan without a ground; KanNiet without words, for a desk that is not at the
    table, or for a day that is over.
    """
    with _tafelwerk(wie, dossier) as (werk, tafel, _huidig):
        if not wat.strip():
            raise KanNiet("tekst_nodig", _("Schrijf op wat u afspreekt."))
        if uiterlijk < wie.vandaag:
            raise KanNiet("dag_voorbij", _("Kies vandaag of een latere dag."))
        if eigenaar not in loketten_aan_tafel(dossier):
            raise KanNiet("niet_aan_tafel", _("Kies een loket dat aan deze tafel zit."))
        rij = Risicoafspraak.objects.create(
            tafel=tafel,
            dossier_id=dossier,
            wat=wat.strip(),
            eigenaar_id=eigenaar,
            uiterlijk=uiterlijk,
            gemaakt_door_id=wie.loket or 0,
            gemaakt_op=wie.nu,
        )
        na = {"loket": eigenaar, "uiterlijk": uiterlijk.isoformat()}
        werk.noteer(dossier, AFGESPROKEN, RISICO, na=na)
    return rij


def rond_af(
    wie: Wie, dossier: UUID, afspraak: UUID, staat: Risicoafspraakstaat, toelichting: str
) -> None:
    """Say that an agreement is done, or is not going to be done and why. Clausule 6.3.

    By its owner; by any desk at the table when the owner is not there any more. Raises
    NietToegestaan for others, KanNiet when it was finished or, if not done, without a reason.
    """
    with _tafelwerk(wie, dossier) as (werk, tafel, _huidig):
        rij = tafel.afspraken.filter(pk=afspraak).first()
        if rij is None or not mag_afronden(wie, rij, loketten_aan_tafel(dossier)):
            raise NietToegestaan(str(afspraak))
        if rij.staat != Risicoafspraakstaat.OPEN:
            raise KanNiet("al_afgerond", _("Deze afspraak is al afgerond."))
        if staat is Risicoafspraakstaat.OPEN:
            raise KanNiet("kies", _("Kies of het is gedaan."))
        if staat is Risicoafspraakstaat.NIET_GEDAAN:
            _reden(toelichting)
        rij.staat, rij.afgerond_op, rij.toelichting = staat.value, wie.vandaag, toelichting.strip()
        rij.save()
        na = {"loket": wie.loket, "staat": staat.value}
        werk.noteer(dossier, AFGEROND, RISICO, na=na)


def mag_afronden(wie: Wie, rij: Risicoafspraak, aan_de_tafel: set[int]) -> bool:
    """Whether this desk finishes an agreement: its owner, or anybody when that left the table."""
    return wie.loket == rij.eigenaar_id or rij.eigenaar_id not in aan_de_tafel


def loketten_aan_tafel(dossier: UUID) -> set[int]:
    """The desks that sit at the table today, for who sits there too. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT loket FROM meldingen_tafelloketten(%s)", [dossier])
        return {loket for (loket,) in cursor.fetchall()}


def volg(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """The tables follow the marks, told or set by hand. Clausule 6.3.

    Nothing for a stay without a mark; three queries for a dossier with one.
    """
    for dossier, gebeurtenissen in wijzigingen.items():
        soorten = {gebeurtenis.soort for gebeurtenis in gebeurtenissen} & AANLEIDING
        if "buiten_doelgroep" in soorten:
            Risicotafel.objects.filter(dossier=dossier).delete()
        elif soorten and (soorten - ZONDER_MARKERING_NIETS or _gemarkeerd(werk, dossier)):
            _volg_een(werk, dossier)


def _gemarkeerd(werk: Werk, dossier: UUID) -> bool:
    return feiten_in(werk, dossier).risico_18b_vanaf is not None


def _volg_een(werk: Werk, dossier: UUID) -> None:
    markering = _markering(dossier)
    tafel = Risicotafel.objects.filter(dossier=dossier, vervallen_op=None).first()
    if tafel and (markering is None or not zelfde_tafel(van_tafel(tafel), markering)):
        tafel.vervallen_op = werk.wie.nu
        tafel.save(update_fields=["vervallen_op"])
        tafel = None
    if markering is None:
        return
    if tafel is None:
        tafel = Risicotafel(dossier_id=dossier, geopend_op=werk.wie.vandaag)
        werk.noteer(dossier, GEOPEND, RISICO, na={"van": markering.vanaf.isoformat()})
    tafel.vanaf, tafel.tot = markering.vanaf, markering.tot
    tafel.gesloten_op = markering.gesloten_op
    tafel.save()


def van_tafel(tafel: Risicotafel) -> Markering:
    """The mark that a table stands for, as the rules get it."""
    return Markering(tafel.vanaf, tafel.tot, gesloten_op=tafel.gesloten_op)


def _markering(dossier: UUID) -> Markering | None:
    """The mark that counts, within a unit of work. One query."""
    rijen = Dossier.objects.filter(pk=dossier).select_related("risico", "handmarkering")
    rij = rijen.first()
    return markering_uit_rijen(rij) if rij else None


def _eigen_rij(wie: Wie, dossier: UUID, huidig: Markering) -> Handmarkering:
    """The row to end: that of the mark that counts; an empty one for what a message told."""
    rij = Handmarkering.objects.filter(dossier=dossier).first()
    if rij is not None and huidig.bron is Risicobron.HAND:
        return rij
    return Handmarkering(dossier_id=dossier, gezet_op=wie.nu)


def _zet(werk: Werk, dossier: UUID, vanaf: date, wat: Beoordeling, reden: str) -> None:
    Handmarkering.objects.update_or_create(
        dossier_id=dossier,
        defaults={
            "vanaf": vanaf,
            "tot": wat.geldig_tot,
            "niveau": wat.niveau.value,
            "instrument": wat.instrument,
            "beoordeeld_op": wat.beoordeeld_op,
            "reden": reden.strip(),
            "door_loket": werk.wie.loket,
            "gezet_op": werk.wie.nu,
            "besloten_op": werk.wie.vandaag,
            "gesloten_op": None,
            "gesloten_door": None,
            "einde_reden": "",
        },
    )


def _na(wat: Beoordeling, vanaf: date) -> dict[str, Any]:
    return {
        "van": vanaf.isoformat(),
        "tot": wat.geldig_tot.isoformat(),
        "niveau": wat.niveau.value,
        "instrument": wat.instrument,
        "beoordeeldOp": wat.beoordeeld_op.isoformat(),
    }


def _noteer_feit(werk: Werk, dossier: UUID, soort: str, na: dict[str, Any], reden: str) -> None:
    """The journal row; the facts are read anew, and what was is kept to tell who loses sight."""
    oud: Feiten = werk.geheugen.pop(("feiten", dossier))
    werk.geheugen.setdefault(("feiten_voor", dossier), oud)
    werk.noteer(dossier, soort, RISICO, na=na, reden=reden.strip())


def _check(wie: Wie, wat: Beoordeling, reden: str) -> None:
    _reden(reden)
    _weiger(waarom_geen_beoordeling(wat, wie.vandaag, aannames_op(wie.vandaag)))


def _reden(tekst: str) -> None:
    if not tekst.strip():
        raise KanNiet("reden_nodig", _("Schrijf op waarom."))


def _weiger(waarom: str) -> None:
    if waarom:
        raise KanNiet("kan_nu_niet", _(waarom))

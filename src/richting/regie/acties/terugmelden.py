""" "This is not right": a datum goes back to the desk it comes from, and comes back answered.

Clausule 5.4, 8.7.
"""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.levensloop import rekendatum
from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.partij import Partij
from richting.akkoord.terugmelden import GEGEVENS, Gegeven, Terugantwoord, bron_van
from richting.akkoord.woorden import Feitsoort
from richting.delen.afsprakenboek import aannames_tussen
from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.meldingen.acties import meld_aan_loket
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.overzichten import loketten_voor
from richting.regie.acties.uitstel import MEESTE_TEKENS, posten_in
from richting.regie.models import Terugmelding
from richting.regie.toegang import check_ziet


def meld_terug(
    wie: Wie, dossier: UUID, gegeven: Gegeven, staat_er: str, hoort: str, sleutel: str = ""
) -> Terugmelding:
    """Send a datum back to its source; the post of this key is put aside meanwhile. Clausule 5.4.

    Raises NietToegestaan without a ground, KanNiet when the source is not known, is this desk
    itself, or was asked already.
    """
    categorie = GEGEVENS[gegeven].categorie.value
    with verwerking(wie) as werk:
        if wie.loket is None or wie.loketsoort not in PLANPARTIJEN:
            raise NietToegestaan("terugmelden")
        check_ziet(dossier, "verblijf", categorie)
        feiten, posten = posten_in(dossier, wie.vandaag)
        mijn = {post.sleutel for post in posten if post.loket == wie.loket}
        aan = _bron(wie, dossier, gegeven, bron_van(gegeven, feiten, wie.vandaag))
        aannames = aannames_tussen(wie.loket, aan, wie.vandaag)
        uiterlijk = plus_werkdagen(wie.vandaag, aannames.antwoord_werkdagen)
        ontslag = rekendatum(feiten)
        if ontslag and ontslag > wie.vandaag:
            uiterlijk = min(uiterlijk, ontslag)
        rij = Terugmelding.objects.create(
            dossier_id=dossier,
            loket_id=wie.loket,
            categorie=categorie,
            gemaakt_op=wie.nu,
            medewerker=wie.medewerker,
            door=wie.naam,
            sleutel=sleutel if sleutel in mijn else "",
            gegeven=gegeven.value,
            staat_er=staat_er[:MEESTE_TEKENS],
            hoort=hoort[:MEESTE_TEKENS],
            aan_id=aan,
            uiterlijk=uiterlijk,
        )
        na = {"loket": aan, "gegeven": gegeven.value}
        werk.noteer(dossier, "teruggemeld", categorie, na=na)
        meld_aan_loket(werk, dossier, aan, Feitsoort.TERUGGEMELD, uiterlijk)
    return rij


def beantwoord(wie: Wie, dossier: UUID, nummer: UUID, antwoord: Terugantwoord, reden: str) -> None:
    """The source says that it was mended, or that it is right as it stands, and why. Clausule 5.4.

    Raises NietToegestaan for another desk, KanNiet when it was answered before.
    """
    with verwerking(wie) as werk:
        rij = (
            Terugmelding.objects.select_for_update()
            .filter(pk=nummer, dossier=dossier, aan=wie.loket)
            .first()
        )
        if rij is None:
            raise NietToegestaan(str(nummer))
        check_ziet(dossier, rij.categorie)
        if rij.antwoord:
            raise KanNiet("beantwoord", _("Dit is al beantwoord."))
        rij.antwoord, rij.reden = antwoord.value, reden[:MEESTE_TEKENS]
        rij.beantwoord_op, rij.beantwoord_door = wie.vandaag, wie.naam
        rij.save(update_fields=["antwoord", "reden", "beantwoord_op", "beantwoord_door"])
        na = {"loket": wie.loket, "gegeven": rij.gegeven, "antwoord": rij.antwoord}
        werk.noteer(dossier, "terugmelding_beantwoord", rij.categorie, na=na, reden=reden)
        meld_aan_loket(werk, dossier, rij.loket_id, Feitsoort.TERUGMELDING_BEANTWOORD)


def _bron(wie: Wie, dossier: UUID, gegeven: Gegeven, partij: Partij | None) -> int:
    loketten = loketten_voor([partij] if partij else [], wie.vandaag)
    aan = next(iter(loketten.values()), None)
    if aan is None:
        raise KanNiet("bron", _("Er is nog geen loket bekend waar dit gegeven vandaan komt."))
    if aan == wie.loket:
        zin = _("Dit gegeven komt van uw eigen loket. Verbeter het bij de bron of in het plan.")
        raise KanNiet("zelf", zin)
    open_ = Terugmelding.objects.filter(
        dossier=dossier, loket=wie.loket, gegeven=gegeven.value, antwoord=""
    )
    if open_.exists():
        raise KanNiet("open", _("Uw loket heeft dit al gemeld. Het antwoord moet nog komen."))
    return aan

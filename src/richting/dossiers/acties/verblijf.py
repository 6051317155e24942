"""Apply one message about a stay: the gate, the fold, the rows, the journal.

Whoever calls holds the lock of the stay (`berichten` takes it per group). Neighbours: `rijen.py`
(rows), `verschil.py` (what the journal tells), `personen.py` (joining persons).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection

from richting.akkoord.doelgroep import Doelgroepoordeel, Vraag, beoordeel
from richting.akkoord.woorden import Berichtsoort
from richting.dossiers.acties import rijen
from richting.dossiers.acties.keten import herleg, verbind
from richting.dossiers.acties.verschil import verwachting_als_json, wijzigingen
from richting.dossiers.feiten import als_bericht, door_mensen, uit_stand
from richting.dossiers.models import (
    Dossier,
    GeweigerdVerblijf,
    Handmarkering,
    Justitiabele,
    Koppelvoorstel,
    OpenVraag,
    Verblijfsfeit,
)
from richting.dossiers.personen import (
    Gevonden,
    herken,
    herkenning,
    volg_verblijven,
    zoek_of_maak,
    zoek_vooraf,
)
from richting.dossiers.stand import Feitbericht, Stand, persoon_bij_begin, vouw
from richting.kern.werk import Werk

GEWEIGERD_BLIJFT = timedelta(days=731)
"""AANNAME: how long the keyed hash of a refused stay is kept, to refuse its later messages too."""
TEL = """
INSERT INTO dossiers_doelgroepteller (maand, code, aantal) VALUES (%s, %s, 1)
ON CONFLICT (maand, code) DO UPDATE SET aantal = dossiers_doelgroepteller.aantal + 1
"""


class KanNietToegepast(Exception):
    """A valid message that does not fit the stay: `code` for the program, `zin` for people."""

    def __init__(self, code: str, zin: str) -> None:
        super().__init__(zin)
        self.code, self.zin = code, zin


@dataclass(frozen=True)
class Verwerkt:
    """What became of a message: `toegepast`, `wacht` or `buiten_doelgroep`."""

    uitkomst: str
    dossier: UUID | None = None
    code: str = ""
    zin: str = ""


WACHT_OP_BEGIN = Verwerkt("wacht", None, "geen_begin", "Het begin van dit verblijf is er nog niet.")
WACHT_OP_BETREFT = Verwerkt(
    "wacht", None, "betreft_onbekend", "Het bericht waar dit over gaat is er nog niet."
)


def verwerk_verblijf(
    werk: Werk, bericht: Feitbericht, *, bron: str, verblijf: str, ontvangen_op: datetime
) -> Verwerkt:
    """Apply a message to its stay, opening the dossier on the first. Clausule 1.1, 3.1, 3.8.

    Raises KanNietToegepast when the message contradicts the stay. A repeat changes nothing.
    """
    dossier = _bekend(werk, bron, verblijf)
    if dossier is None:
        return _zonder_dossier(werk, bericht, bron, verblijf, ontvangen_op)
    if dossier.status == Dossier.BUITEN_DOELGROEP:
        return _buiten(dossier.doelgroep_code, dossier.doelgroep_zin)
    bekend = {rij.bericht_id: als_bericht(rij) for rij in dossier.feiten.all()}
    if bericht.bericht_id in bekend:
        return Verwerkt("toegepast", dossier.pk)
    if bericht.betreft and bericht.betreft not in bekend:
        return WACHT_OP_BETREFT
    oud, nieuw = vouw(bekend.values()), vouw([*bekend.values(), bericht])
    if oud is None or nieuw is None:
        raise RuntimeError(f"Dossier {dossier.nummer} heeft geen begin.")
    _controleer(nieuw)
    werk.stapel.voeg_toe([_feit(dossier.pk, bron, bericht, ontvangen_op)])
    return _werk_bij(werk, dossier, oud, nieuw)


def _zonder_dossier(
    werk: Werk, bericht: Feitbericht, bron: str, verblijf: str, ontvangen_op: datetime
) -> Verwerkt:
    if bericht.soort is not Berichtsoort.BEGIN:
        eerder = GeweigerdVerblijf.objects.filter(sleutel=_sleutel(bron, verblijf)).first()
        return _buiten(eerder.code, "") if eerder else WACHT_OP_BEGIN
    stand = vouw([bericht])
    if stand is None:
        raise RuntimeError("Een begin vouwt altijd tot een verblijf.")
    _controleer(stand)
    feiten = uit_stand(stand, ontvangen_op.date())
    oordeel = beoordeel(feiten, werk.wie.vandaag)
    if not oordeel.binnen:
        _weiger(bron, verblijf, oordeel, werk.wie.vandaag)
        return _buiten(oordeel.code, oordeel.zin)
    dossier = _open(werk, stand, oordeel, bron, verblijf, ontvangen_op)
    werk.geheugen[("feiten", dossier.pk)] = feiten
    werk.geheugen[("feiten_voor", dossier.pk)] = None
    werk.stapel.voeg_toe([_feit(dossier.pk, bron, bericht, ontvangen_op)])
    return Verwerkt("toegepast", dossier.pk)


def bereid_voor(werk: Werk, bron: str, berichten: Iterable[tuple[str, Feitbericht]]) -> None:
    """Read at once what `verwerk_verblijf` needs for these messages, each with its stay.

    Six queries at most.
    """
    paren = list(berichten)
    bekend = _haal_op(werk, bron, {verblijf for verblijf, _bericht in paren})
    zoek_vooraf(
        werk,
        [
            persoon_bij_begin(bericht)
            for verblijf, bericht in paren
            if bericht.soort is Berichtsoort.BEGIN and verblijf not in bekend
        ],
    )


def _haal_op(werk: Werk, bron: str, verblijven: Iterable[str]) -> Collection[str]:
    """Read the dossiers of these stays with their facts and open questions; who has one.

    `verwerk_verblijf` takes each from the memory of the work, once. Four queries at most.
    """
    sleutels = list(verblijven)
    gevonden = Dossier.objects.filter(bron=bron, kenmerk__in=sleutels).prefetch_related("feiten")
    per_kenmerk = {dossier.kenmerk: dossier for dossier in gevonden}
    open_ = OpenVraag.objects.filter(dossier__in=list(per_kenmerk.values()), vervallen_op=None)
    vragen: dict[UUID, set[str]] = {dossier.pk: set() for dossier in per_kenmerk.values()}
    for nummer, code in open_.values_list("dossier", "code") if vragen else ():
        vragen[nummer].add(code)
    gedaan = door_mensen(vragen)
    for sleutel in sleutels:
        dossier = per_kenmerk.get(sleutel)
        werk.geheugen[("verblijf", bron, sleutel)] = dossier
        if dossier is not None:
            werk.geheugen[("vragen", dossier.pk)] = frozenset(vragen[dossier.pk])
            werk.geheugen[("gedaan", dossier.pk)] = gedaan[dossier.pk]
    return per_kenmerk.keys()


def _bekend(werk: Werk, bron: str, verblijf: str) -> Dossier | None:
    """The dossier of a stay, as read beforehand; or else read now, after what waits is written."""
    sleutel = ("verblijf", bron, verblijf)
    if sleutel not in werk.geheugen:
        werk.stapel.schrijf()
        _haal_op(werk, bron, [verblijf])
    gevonden: Dossier | None = werk.geheugen.pop(sleutel)
    return gevonden


def _open(
    werk: Werk,
    stand: Stand,
    oordeel: Doelgroepoordeel,
    bron: str,
    verblijf: str,
    ontvangen_op: datetime,
) -> Dossier:
    nu = werk.wie.nu
    gevonden = zoek_of_maak(werk, stand.persoon)
    dossier = Dossier(
        id=werk.stapel.sleutel(),
        nummer=dossiernummer(bron, verblijf, stand.begin),
        justitiabele=gevonden.justitiabele,
        bron=bron,
        kenmerk=verblijf,
        doelgroep_code=oordeel.code,
        doelgroep_zin=oordeel.zin,
        bekend_sinds=ontvangen_op.date(),
        aangemaakt_op=nu,
        gewijzigd_op=nu,
        **rijen.kolommen(stand),
    )
    werk.stapel.voeg_toe([dossier])
    rijen.schrijf(werk, dossier.pk, None, stand)
    if not gevonden.nieuw:
        werk.stapel.schrijf()
        volg_verblijven(werk, gevonden.justitiabele)
        herleg(gevonden.justitiabele)
    na = {"begin": stand.begin.isoformat(), "titel": stand.titel.value}
    werk.noteer(dossier.pk, "dossier_geopend", "verblijf", na={**na, **verwachting_als_json(stand)})
    _stel_vragen(werk, dossier.pk, oordeel.vragen, frozenset())
    _stel_koppeling_voor(werk, dossier, gevonden, stand)
    return dossier


def _werk_bij(werk: Werk, dossier: Dossier, oud: Stand, nieuw: Stand) -> Verwerkt:
    sinds, gedaan = dossier.bekend_sinds, werk.geheugen.pop(("gedaan", dossier.pk))
    feiten = uit_stand(nieuw, sinds, gedaan)
    werk.geheugen.setdefault(("feiten_voor", dossier.pk), uit_stand(oud, sinds, gedaan))
    werk.geheugen[("feiten", dossier.pk)] = feiten
    oordeel = beoordeel(feiten, werk.wie.vandaag)
    if not oordeel.binnen and not (nieuw.einde and oordeel.code == "naar_buitenland"):
        werk.geheugen[("feiten", dossier.pk)] = replace(feiten, ingetrokken=True)
        return _sluit(werk, dossier, oordeel)
    for wijziging in wijzigingen(oud, nieuw):
        werk.noteer(
            dossier.pk,
            wijziging.soort,
            wijziging.categorie,
            voor=wijziging.voor,
            na=wijziging.na,
            reden=wijziging.reden,
        )
    if oud == nieuw:
        return Verwerkt("toegepast", dossier.pk)
    rijen.schrijf(werk, dossier.pk, oud, nieuw)
    kolommen = {
        **rijen.kolommen(nieuw),
        "doelgroep_code": oordeel.code,
        "doelgroep_zin": oordeel.zin,
        "gewijzigd_op": werk.wie.nu,
    }
    for naam, waarde in kolommen.items():
        setattr(dossier, naam, waarde)
    werk.stapel.wijzig(dossier, tuple(kolommen))
    _volg_persoon(werk, dossier, oud, nieuw)
    _stel_vragen(werk, dossier.pk, oordeel.vragen, werk.geheugen.pop(("vragen", dossier.pk)))
    return Verwerkt("toegepast", dossier.pk)


def _sluit(werk: Werk, dossier: Dossier, oordeel: Doelgroepoordeel) -> Verwerkt:
    """A stay that turns out to lie outside the accord: its data go. Clausule 3.8."""
    werk.stapel.schrijf()
    rijen.wis(dossier.pk)
    dossier.feiten.all().delete()
    dossier.vragen.all().delete()
    dossier.verzoeken.all().delete()
    dossier.inbrengen.all().delete()
    Handmarkering.objects.filter(dossier=dossier).delete()
    persoon = dossier.justitiabele_id
    paren = dossier.koppelvoorstellen.values_list("nieuw", "bestaand")
    betrokken = {persoon, *(lid for paar in paren for lid in paar)}
    dossier.koppelvoorstellen.all().delete()
    volg_verblijven(werk, dossier.justitiabele)
    Dossier.objects.filter(pk=dossier.pk).update(
        status=Dossier.BUITEN_DOELGROEP,
        doelgroep_code=oordeel.code,
        doelgroep_zin=oordeel.zin,
        gewijzigd_op=werk.wie.nu,
    )
    verbind(betrokken)
    werk.noteer(dossier.pk, "buiten_doelgroep", "verblijf", na={"code": oordeel.code})
    _weiger(dossier.bron, dossier.kenmerk, oordeel, werk.wie.vandaag)
    return _buiten(oordeel.code, oordeel.zin)


def _controleer(stand: Stand) -> None:
    if stand.einde is not None and stand.einde < stand.begin:
        raise KanNietToegepast(
            "einde_voor_begin", "Het einde ligt voor het begin van dit verblijf."
        )


def _stel_vragen(
    werk: Werk, dossier: UUID, vragen: tuple[Vraag, ...], open_: frozenset[str]
) -> None:
    """Ask what is open now, and let lapse what has been answered."""
    nodig = {vraag.code: vraag for vraag in vragen}
    nieuw = [vraag for code, vraag in nodig.items() if code not in open_]
    if nieuw:
        werk.stapel.voeg_toe(
            OpenVraag(dossier_id=dossier, code=v.code, tekst=v.tekst, gesteld_op=werk.wie.vandaag)
            for v in nieuw
        )
        werk.noteer(dossier, "vraag_gesteld", "verblijf", na={"codes": [v.code for v in nieuw]})
    klaar = sorted(open_ - set(nodig))
    if klaar:
        OpenVraag.objects.filter(dossier=dossier, code__in=klaar, vervallen_op=None).update(
            vervallen_op=werk.wie.vandaag
        )
        werk.noteer(dossier, "vraag_vervallen", "verblijf", na={"codes": klaar})


def _volg_persoon(werk: Werk, dossier: Dossier, oud: Stand, nieuw: Stand) -> None:
    """Mended details may make it another person, and a mended begin another stay before it."""
    herkend = herkenning(oud.persoon) != herkenning(nieuw.persoon)
    if not herkend and (oud.begin, oud.ingetrokken) == (nieuw.begin, nieuw.ingetrokken):
        return
    werk.stapel.schrijf()
    was = dossier.justitiabele
    if herkend:
        gevonden = herken(werk, dossier, nieuw.persoon)
        dossier.koppelvoorstellen.filter(status=Koppelvoorstel.OPEN).delete()
        _stel_koppeling_voor(werk, dossier, gevonden, nieuw)
        if gevonden.justitiabele.pk != was.pk:
            herleg(gevonden.justitiabele)
    else:
        volg_verblijven(werk, was)
    herleg(was)


def _stel_koppeling_voor(werk: Werk, dossier: Dossier, gevonden: Gevonden, stand: Stand) -> None:
    if gevonden.lijkt_op:
        werk.stapel.schrijf()
        nu = werk.wie.nu
        Koppelvoorstel.objects.bulk_create(
            (_voorstel(dossier, gevonden, ander, stand, nu) for ander in gevonden.lijkt_op),
            ignore_conflicts=True,
        )


def _voorstel(
    dossier: Dossier, gevonden: Gevonden, ander: Justitiabele, stand: Stand, nu: datetime
) -> Koppelvoorstel:
    wie = stand.persoon
    eerder = (
        Dossier.objects.filter(justitiabele=ander).select_related("persoon").order_by("-pk").first()
    )
    was = getattr(eerder, "persoon", None)
    paren = [
        ("Achternaam", wie.geslachtsnaam, was.geslachtsnaam if was else ""),
        ("Voornamen", wie.voornamen, was.voornamen if was else ""),
        ("Geboortedatum", str(wie.geboortedatum or ""), str(ander.geboortedatum or "")),
        ("Geboorteplaats", wie.geboorteplaats, was.geboorteplaats if was else ""),
        ("BSN", wie.bsn or "", ander.bsn or ""),
    ]
    return Koppelvoorstel(
        dossier=dossier,
        nieuw=gevonden.justitiabele,
        bestaand=ander,
        reden=gevonden.reden,
        vergelijking=[{"veld": v, "nieuw": n, "bestaand": b} for v, n, b in paren],
        gedaan_op=nu,
    )


def _feit(dossier: UUID, bron: str, bericht: Feitbericht, ontvangen_op: datetime) -> Verblijfsfeit:
    return Verblijfsfeit(
        dossier_id=dossier,
        bron=bron,
        bericht_id=bericht.bericht_id,
        soort=bericht.soort.value,
        bron_tijd=bericht.bron_tijd,
        ontvangen_op=ontvangen_op,
        inhoud=dict(bericht.inhoud),
    )


def _weiger(bron: str, verblijf: str, oordeel: Doelgroepoordeel, vandaag: date) -> None:
    """Keep a number and a keyed hash, nothing of the person. Clausule 3.8."""
    with connection.cursor() as cursor:
        cursor.execute(TEL, [vandaag.replace(day=1), oordeel.code])
    GeweigerdVerblijf.objects.bulk_create(
        [
            GeweigerdVerblijf(
                sleutel=_sleutel(bron, verblijf),
                code=oordeel.code,
                verloopt_op=vandaag + GEWEIGERD_BLIJFT,
            )
        ],
        ignore_conflicts=True,
    )


def _buiten(code: str, zin: str) -> Verwerkt:
    return Verwerkt("buiten_doelgroep", None, code, zin or "Dit verblijf valt buiten het akkoord.")


def _sleutel(bron: str, verblijf: str) -> str:
    inhoud = f"{bron}\x1f{verblijf}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), inhoud, hashlib.sha256).hexdigest()


def dossiernummer(bron: str, verblijf: str, begin: date) -> str:
    """The number people use: year of begin and ten opaque signs that follow from the stay."""
    merk = base64.b32encode(bytes.fromhex(_sleutel(bron, f"nummer\x1f{verblijf}")))[:10].decode()
    return f"{begin:%y}-{merk[:5]}-{merk[5:]}"

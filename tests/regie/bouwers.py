"""Short ways to make a stay and to read its terms and lines in tests."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.posten import Post
from richting.delen.models import Afscherming
from richting.dossiers.feiten import feiten_van_alle
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.regie.acties import werkstand
from richting.regie.models import Werkregel
from richting.regie.posten import Postvraag, posten_van
from tests.berichten.bouwers import (
    begin,
    dossier,
    programma,
    stuur,
)
from tests.partijen.bouwers import Lid, Ploeg, meld_aan

VANDAAG = date(2026, 11, 23)
OVER_EEN_JAAR = {"vroegst": "2027-11-22", "laatst": "2027-11-22", "zekerheid": "vast"}
DECEMBER = {"vroegst": "2026-12-14", "laatst": "2026-12-14", "zekerheid": "vast"}


def verblijf(naam: str = "T1", **anders: Any) -> UUID:
    """A stay in Bram's prison of somebody of Anna's municipality, since 2 November."""
    stuur(begin(naam, **{"begin": "2026-11-02", "verwachtEinde": OVER_EEN_JAAR, **anders}))
    gevonden = dossier(naam)
    assert gevonden is not None
    return gevonden.pk


def posten(zaak: UUID, op: date = VANDAAG) -> dict[str, Post]:
    with verwerking(programma()):
        vraag = Postvraag(feiten_van_alle([zaak]), op, AANNAMES)
        return {post.sleutel: post for post in posten_van(vraag)[zaak]}


def regel(lid: Lid, zaak: UUID) -> Werkregel:
    with verwerking(programma()):
        return Werkregel.objects.get(dossier=zaak, loket=lid.loket)


def pagina(client: Client, lid: Lid, lijst: str = "", **vraag: str) -> str:
    meld_aan(client, lid)
    antwoord = client.get("/", {"lijst": lijst, **vraag})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def klopt(*zaken: UUID, op: date = VANDAAG) -> None:
    """What is kept equals what is worked out anew on this day."""
    with verwerking(programma()):
        standen = werkstand.standen_van(feiten_van_alle(zaken), op)
        rijen = Werkregel.objects.filter(dossier__in=zaken)
        staand = {
            (r.dossier_id, r.loket_id): (r.uiterlijk, r.wacht_tot, r.niet_op_orde, r.herzien_op)
            for r in rijen
        }
    assert staand == {
        plek: (s.loket.uiterlijk, s.loket.wacht_tot, s.niet_op_orde, s.herzien_op)
        for plek, s in standen.items()
    }


def sluit_af(ploeg: Ploeg, zaak: UUID) -> None:
    """Only Cato may see this dossier."""
    with verwerking(programma()):
        Afscherming.objects.create(
            dossier_id=zaak,
            soort=Afscherming.NIET,
            medewerker=ploeg.bram.medewerker,
            reden="proef",
            gezet_op=klok.nu(),
        )

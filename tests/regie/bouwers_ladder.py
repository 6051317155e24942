"""Posts for the tests of the ladder: a source that says what the test puts in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from unittest import mock
from uuid import UUID

from django.core import mail as postbak

from richting.akkoord.ladder import Stap
from richting.akkoord.posten import Post
from richting.akkoord.uitkomst import Bron
from richting.dossiers.models import Dossier
from richting.kern import klok
from richting.kern.context import Wie, systeem_zelf
from richting.kern.werk import verwerking
from richting.partijen.models import Loket, Medewerker
from richting.regie import posten as bronnen
from richting.regie.acties import ladder, mail, voorkeuren, werkstand
from richting.regie.kanaal import postkantoor
from richting.regie.models import Belemmering, Herinnering, Mail
from richting.regie.posten import Posten, Postenbron, Postvraag
from tests.berichten.bouwers import begin, maak_partijen, stuur
from tests.berichten.bouwers import dossier as rij_van
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg

UITERLIJK = date(2026, 12, 2)
VOORAF, OP_DE_DAG, NAAR_POSTBUS = date(2026, 11, 30), UITERLIJK, date(2026, 12, 4)
NAAR_LEIDING, NAAR_LIJST = date(2026, 12, 9), date(2026, 12, 16)


class Werk:
    """What must be done in this test: change `posten` as the day goes on."""

    def __init__(self) -> None:
        self.posten: dict[UUID, list[Post]] = defaultdict(list)

    def maak(self, vraag: Postvraag) -> Posten:
        """The posts of these dossiers."""
        return {nummer: list(self.posten[nummer]) for nummer in vraag.feiten}

    def zet(self, dossier: UUID, loket: Loket, **velden: Any) -> Post:
        """One thing that this desk must do by UITERLIJK."""
        basis = Post(
            "termijn",
            f"termijn:{len(self.posten[dossier])}",
            loket.pk,
            UITERLIJK,
            UITERLIJK - timedelta(days=30),
            "Stel het plan vast.",
            Bron("clausule", "5.1"),
        )
        self.posten[dossier].append(replace(basis, **velden))
        return self.posten[dossier][-1]

    def wijzig(self, dossier: UUID, **velden: Any) -> None:
        """The last post of this dossier is now so."""
        self.posten[dossier][-1] = replace(self.posten[dossier][-1], **velden)


@contextmanager
def met_werk() -> Iterator[Werk]:
    """Within this block there are no posts but these."""
    werk = Werk()
    with mock.patch.dict(bronnen._bronnen, {"proef": Postenbron("proef", werk.maak)}, clear=True):
        yield werk


def program(op: date) -> Wie:
    """The program itself on a day."""
    with klok.op(op):
        return systeem_zelf("test", klok.nu())


def klim(op: date, *, mailt: bool = True) -> dict[str, int]:
    """Run the climb on a day, with work lists that know the posts of this test."""
    with verwerking(program(op)):
        werkstand.breng_bij(Dossier.objects.values_list("pk", flat=True), op)
    return dict(ladder.klim(program(op), mailt=mailt))


def verzend(op: date) -> list[Any]:
    """Send what waits on a day; the mails that went."""
    voor = len(postbak.outbox)
    with postkantoor() as stuur:
        mail.verzend(program(op), stuur)
    return postbak.outbox[voor:]


def klim_en_verzend(op: date) -> list[Any]:
    """A whole run; the mails that went."""
    klim(op)
    return verzend(op)


def gezet() -> list[tuple[str, bool]]:
    """The steps on record, in order, and whether they were passed over."""
    volgorde = [str(stap) for stap in Stap]
    with verwerking(program(UITERLIJK)):
        rijen = list(Herinnering.objects.values_list("stap", "overgeslagen", "uiterlijk"))
    rijen.sort(key=lambda rij: (rij[2], volgorde.index(rij[0])))
    return [(stap, over) for stap, over, _dag in rijen]


def belemmeringen(**filters: Any) -> list[Belemmering]:
    """The obstacles, as the program sees them."""
    with verwerking(program(UITERLIJK)):
        return list(Belemmering.objects.filter(**filters).order_by("pk"))


def mails() -> list[Mail]:
    """Every mail that was put ready."""
    with verwerking(program(UITERLIJK)):
        return list(Mail.objects.order_by("dag", "pk"))


def met_adres(*leden: Lid | Medewerker) -> None:
    """These people can be mailed."""
    for lid in leden:
        wie = lid.medewerker if isinstance(lid, Lid) else lid
        wie.email = f"{wie.gebruikersnaam}@voorbeeld.invalid"
        Medewerker.objects.filter(pk=wie.pk).update(email=wie.email)


def kies(lid: Lid, *, mail: bool = True, dagoverzicht: bool = True) -> None:
    """This person wants mail so."""
    voorkeuren.kies(
        lid.wie(),
        lid.medewerker,
        email=lid.medewerker.email,
        mail=mail,
        dagoverzicht=dagoverzicht,
    )


@dataclass
class Huis:
    """A stay, the people around it, and what is to be done."""

    ploeg: Ploeg
    jan: UUID
    werk: Werk


@contextmanager
def met_huis() -> Iterator[Huis]:
    """Everybody can be mailed; there is one stay, and no work but what the test says."""
    maak_partijen()
    ploeg = maak_ploeg()
    met_adres(*ploeg.allen())
    stuur(begin())
    gevonden = rij_van()
    assert gevonden is not None
    with met_werk() as werk:
        yield Huis(ploeg, gevonden.pk, werk)

"""Short ways to make and read actions in tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from richting.akkoord.plan.woorden import Leefgebied
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.meldingen.models import Melding
from richting.plannen.acties.actielijst import Inhoud, neem_op_je, vraag_loket
from richting.plannen.models import Actie
from richting.plannen.overzichten import actielijst
from tests.partijen.bouwers import Lid

T = TypeVar("T")


def inhoud(**anders: Any) -> Inhoud:
    """A home to look for."""
    gegevens: dict[str, Any] = {"leefgebied": Leefgebied.ONDERDAK, "wat": "Zoek een kamer"}
    return Inhoud(**{**gegevens, **anders})


def eigen(lid: Lid, zaak: UUID, **anders: Any) -> Actie:
    """An action that this desk takes on."""
    return neem_op_je(lid.wie(), zaak, inhoud(**anders))


def gevraagd(door: Lid, zaak: UUID, aan: Lid, **anders: Any) -> Actie:
    """An action that one desk asks of another."""
    return vraag_loket(door.wie(), zaak, inhoud(**anders), aan.loket.pk)


def als(lid: Lid, zaak: UUID, functie: Callable[[], T]) -> T:
    """Read something as this desk, on record."""
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return functie()


def zie(lid: Lid, zaak: UUID, nummer: UUID) -> Actie | None:
    """One action with its history, as this desk sees it."""
    return als(lid, zaak, lambda: actielijst.actie(zaak, nummer))


def postbus(lid: Lid, zaak: UUID) -> list[str]:
    """What this desk was told of the actions of a dossier, oldest first."""
    regels = als(
        lid,
        zaak,
        lambda: list(Melding.objects.filter(loket=lid.loket.pk, soort__startswith="actie_")),
    )
    return [regel.soort for regel in sorted(regels, key=lambda r: r.pk)]


def rij(lid: Lid, zaak: UUID) -> Dossier:
    """The dossier as this desk sees it."""
    return als(lid, zaak, lambda: Dossier.objects.get(pk=zaak))

"""Short ways to make and read actions in tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.test import Client
from django.urls import reverse

from richting.akkoord.plan.woorden import Leefgebied
from richting.delen.models import Grond
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.plannen.acties.actielijst import Inhoud, neem_op_je, vraag_loket
from richting.plannen.models import Actie
from richting.plannen.overzichten import actielijst
from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import Lid, meld_aan

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


def lees(client: Client, lid: Lid, naam: str, *args: object) -> str:
    """The page as this person sees it."""
    meld_aan(client, lid)
    antwoord = client.get(reverse(f"plannen:{naam}", args=args))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def stuur_in(client: Client, lid: Lid, naam: str, /, *args: object, **velden: Any) -> Any:
    """Send a form as this person."""
    meld_aan(client, lid)
    return client.post(reverse(f"plannen:{naam}", args=args), velden)


def alle(lid: Lid, zaak: UUID) -> list[Actie]:
    """All actions of a plan as this desk sees them."""
    return als(lid, zaak, lambda: actielijst.acties_van(zaak))


def kort_verblijf(**anders: Any) -> UUID:
    """A stay that ends in three days."""
    einde = {"vroegst": "2026-11-26", "laatst": "2026-11-26", "zekerheid": "vast"}
    stuur(begin("KORT", begin="2026-11-20", **{"verwachtEinde": einde, **anders}))
    gevonden = dossier("KORT")
    assert gevonden is not None
    return gevonden.pk


def sluit(lid: Lid, zaak: UUID, categorie: str) -> None:
    """This desk may not see this compartment any more."""
    with verwerking(lid.wie()):
        for grond in Grond.objects.filter(dossier=zaak, loket=lid.loket.pk, vervallen_op=None):
            grond.categorieen = [c for c in grond.categorieen if c != categorie]
            grond.save()

"""How a member of staff wants mail."""

from __future__ import annotations

from richting.kern.context import Wie
from richting.kern.werk import verwerking
from richting.partijen.acties.medewerkers import CATEGORIE, wijzig_email
from richting.partijen.models import Medewerker
from richting.regie.models import Berichtvoorkeur


def kies(wie: Wie, medewerker: Medewerker, *, email: str, mail: bool, dagoverzicht: bool) -> None:
    """Keep what somebody chose for themselves; what cannot wait comes anyway. Clausule 7.5."""
    with verwerking(wie) as werk:
        wijzig_email(wie, medewerker, email)
        Berichtvoorkeur.objects.update_or_create(
            medewerker=medewerker, defaults={"mail": mail, "dagoverzicht": dagoverzicht}
        )
        werk.noteer(
            None,
            "berichtvoorkeur_gekozen",
            CATEGORIE,
            na={"medewerker": medewerker.pk, "mail": mail, "dagoverzicht": dagoverzicht},
        )

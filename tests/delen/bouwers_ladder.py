"""A row in every table of the ladder."""

from __future__ import annotations

from datetime import datetime

from richting.akkoord.ladder import Stap
from richting.dossiers.models import Dossier
from richting.partijen.models import Loket
from richting.regie.models import Belemmering, Berichtvoorkeur, Herinnering, Mail, Mailregel
from tests.partijen.bouwers import maak_medewerker


def maak_ladderrijen(dossier: Dossier, loketten: list[Loket], nu: datetime) -> None:
    """A climb up to the obstacles at each desk, and mail about it to somebody."""
    iemand = maak_medewerker("ladder", loketten[0])
    mail = Mail.objects.create(
        medewerker=iemand, soort=Mail.LOS, dag=nu.date(), niet_voor=nu, verzonden_op=nu
    )
    Berichtvoorkeur.objects.get_or_create(medewerker=iemand)
    for loket in loketten:
        belemmering = Belemmering.objects.create(
            soort="proef", bron="proef", loket=loket, uiterlijk=dossier.begin, sinds=dossier.begin
        )
        herinnering = Herinnering.objects.create(
            dossier=dossier,
            loket=loket,
            sleutel="proef",
            uiterlijk=dossier.begin,
            stap=Stap.BELEMMERING,
            soort="proef",
            categorie="plan",
            gezet_op=dossier.begin,
            belemmering=belemmering,
        )
    Mailregel.objects.create(mail=mail, herinnering=herinnering, medewerker=iemand)

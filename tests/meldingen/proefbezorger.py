"""A worker that delivers without pauses and with short leases, until nothing waits.

python -m tests.meldingen.proefbezorger
"""

from __future__ import annotations

from datetime import timedelta

from richting.config.opdracht import maak_klaar


def hoofd() -> None:
    """Deliver until everything is accepted; what fails goes again at once."""
    maak_klaar()
    from django.db import connection

    from richting.kern.werk import verwerking
    from richting.meldingen.acties import bezorgen
    from richting.meldingen.models import Aflevering
    from tests.meldingen.bouwers import pauzes_voorbij, programma, wereld

    bezorgen.LEASE = timedelta(seconds=30)
    bezorgen.PER_BEURT = 25
    while True:
        with verwerking(programma()):
            if not Aflevering.objects.filter(aanvaard_op=None, vervallen_op=None).exists():
                break
        pauzes_voorbij(leases=False)
        bezorgen.bezorg(wereld())
    connection.close()


if __name__ == "__main__":
    hoofd()

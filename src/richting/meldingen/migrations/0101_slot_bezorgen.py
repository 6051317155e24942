"""Row security of the ways out, and the queueing of every melding by the database itself."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import beveilig
from richting.meldingen.bezorgslot import (
    VAN_EIGEN_WEBHOOK,
    VAN_LOKET_OF_BEHEER,
    VAN_MIJ,
    VOOR_NIEMAND,
    sql,
)


class Migration(migrations.Migration):
    """Lock the tables, and queue in the transaction of the cause."""

    dependencies = [("meldingen", "0100_bezorgen"), ("delen", "0002_slot")]
    operations = [
        beveilig("meldingen_abonnement", lezen=VAN_LOKET_OF_BEHEER),
        beveilig("meldingen_webhooksleutel", lezen=VAN_EIGEN_WEBHOOK),
        beveilig("meldingen_mailkeuze", lezen=VAN_MIJ),
        beveilig("meldingen_aflevering", lezen=VOOR_NIEMAND),
        sql("bezorgen.sql"),
    ]

"""What the program takes for deliveries to other systems: when again, how often, how long a key."""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.aanname import aanname


@dataclass(frozen=True)
class Bezorgaannames:
    """The pace of deliveries over a webhook, and the life of a key that was replaced."""

    webhook_eerste_pauze_seconden: int = aanname(
        15,
        "V",
        "geen bron gevonden; een herstart van een ontvanger duurt zelden langer",
        "Hoeveel seconden na een eerste mislukte poging een bericht opnieuw gaat; daarna steeds "
        "twee keer zo lang.",
    )
    webhook_langste_pauze_minuten: int = aanname(
        60,
        "V",
        "geen bron gevonden; wie een nacht stil lag, heeft zo binnen een uur alles",
        "Hoeveel minuten er hoogstens tussen twee pogingen zitten.",
    )
    webhook_pogingen: int = aanname(
        80,
        "V",
        "geen bron gevonden; met de pauzes hierboven ruim drie dagen, langer dan een weekend",
        "Na hoeveel pogingen een bericht bij de onbestelbare komt te liggen.",
    )
    webhooksleutel_overgang_dagen: int = aanname(
        14,
        "V",
        "geen bron gevonden; twee werkweken om een sleutel in een ander systeem te zetten",
        "Hoeveel dagen de oude sleutel van een webhook nog meetekent na vernieuwen.",
    )

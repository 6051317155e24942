"""A consultation as a calendar file (iCalendar, RFC 5545), without any personal data.

What is in it: the kind of consultation, place, time, and the address of its page. No agenda, no
desks, no staff, nobody in detention: a calendar is read by others than who sits at the table.
The UID stays the same and SEQUENCE counts the changes, so that a newer file replaces the older.
"""

from __future__ import annotations

from datetime import UTC

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from richting.akkoord.overleg import Overlegsoort, Overlegstaat
from richting.overleg.models import Overleg
from richting.overleg.namen import SOORTEN

PRODID = "-//Richting//overleg//NL"


def kalender(rij: Overleg, adres: str) -> bytes:
    """The calendar file of one consultation; `adres` is the full address of its page.

    Clausule 6.4, 8.1. One that was called off comes as a cancellation of the same UID.
    """
    afgelast = rij.staat == Overlegstaat.AFGELAST
    uit = Calendar()
    uit.add("prodid", PRODID)
    uit.add("version", "2.0")
    uit.add("method", "CANCEL" if afgelast else "PUBLISH")
    punt = Event()
    punt.add("uid", f"{rij.pk}@richting")
    punt.add("sequence", rij.versie - 1)
    punt.add("dtstamp", rij.gewijzigd_op.astimezone(UTC))
    punt.add("dtstart", rij.begin.astimezone(UTC))
    punt.add("dtend", rij.eind.astimezone(UTC))
    punt.add("summary", str(SOORTEN[Overlegsoort(rij.soort)]))
    if rij.plaats:
        punt.add("location", rij.plaats)
    punt.add("description", _("De agenda staat in Richting: {adres}").format(adres=adres))
    punt.add("url", adres)
    punt.add("class", "PRIVATE")
    punt.add("status", "CANCELLED" if afgelast else "CONFIRMED")
    uit.add_component(punt)
    return bytes(uit.to_ical())

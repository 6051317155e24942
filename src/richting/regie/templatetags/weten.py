"""Tags of the duty to tell: how far a desk is with what it was told."""

from __future__ import annotations

import re

from django import template
from django.utils.safestring import SafeString

from richting.regie.overzichten.wieweet import Weetregel
from richting.regie.woorden_besluit import WEETKLEUREN, WEETSTANDEN
from richting.web.templatetags.web import status

register = template.Library()
ZIN_UIT = re.compile(r"(?<=\.)\s+(?=[A-Z])")


@register.simple_tag
def weetstand(regel: Weetregel) -> SafeString:
    """The furthest step of a desk, as a word in a colour."""
    return status(str(WEETSTANDEN[regel.stand.value]), WEETKLEUREN[regel.stand.value])


@register.simple_tag
def zinnen(tekst: str) -> list[str]:
    """A story as its first sentence, for the heading, and what comes after it."""
    return ZIN_UIT.split(tekst, maxsplit=1)

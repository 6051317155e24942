"""Tags of the duty to tell: how far a desk is with what it was told."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from richting.regie.overzichten.wieweet import Weetregel
from richting.regie.woorden_besluit import WEETKLEUREN, WEETSTANDEN
from richting.web.templatetags.web import status

register = template.Library()


@register.simple_tag
def weetstand(regel: Weetregel) -> SafeString:
    """The furthest step of a desk, as a word in a colour."""
    return status(str(WEETSTANDEN[regel.stand.value]), WEETKLEUREN[regel.stand.value])

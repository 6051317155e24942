"""What decisions and the duty to tell hang elsewhere: posts, panel, sentences of the timeline."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _


def meld_aan() -> None:
    """Register everything; running it twice changes nothing."""
    from richting.regie import besluitposten, besluitverhaal
    from richting.regie.paginas import besluiten
    from richting.web.panelen import registreer_paneel

    besluitposten.meld_aan()
    besluitverhaal.meld_aan()
    registreer_paneel(
        "besluiten",
        24,
        _("Besluiten die anderen raken"),
        besluiten.paneel,
        "regie/besluitpaneel.html",
    )

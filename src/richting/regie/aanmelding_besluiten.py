"""What decisions and the duty to tell hang elsewhere: posts, panel, sentences of the timeline."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _


def meld_aan() -> None:
    """Register everything; running it twice changes nothing."""
    from richting.partijen.werkplek import is_functioneel_beheer
    from richting.regie import besluitposten, besluitverhaal, woorden_bewijs
    from richting.regie.paginas import begin_einde, besluiten, wieweet
    from richting.web.panelen import registreer_navigatie, registreer_paneel

    besluitposten.meld_aan()
    besluitverhaal.meld_aan()
    woorden_bewijs.meld_aan()
    registreer_paneel(
        "besluiten",
        24,
        _("Besluiten die anderen raken"),
        besluiten.paneel,
        "regie/besluitpaneel.html",
    )
    registreer_paneel(
        "wieweet", 70, _("Wie weet wat?"), wieweet.paneel, "regie/wieweetpaneel.html", "zij"
    )
    registreer_navigatie(
        "niet_gelezen", 30, _("Niet gelezen"), "regie:niet_gelezen", wieweet.is_planpartij
    )
    registreer_navigatie(
        "begin_einde", 31, _("Begin en einde"), "regie:begin_einde_lijst", begin_einde.is_lezer
    )
    registreer_navigatie(
        "meldplicht", 76, _("Meldplicht"), "regie:meldplicht", is_functioneel_beheer
    )

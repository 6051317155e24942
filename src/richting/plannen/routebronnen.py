"""What the plan shows on the route: fixed versions and measurements. Clausule 5.1, 7.1, 8.2."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.plan.woorden import Meetmoment
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.plannen.models import Afname
from richting.plannen.namen import MEETMOMENTEN
from richting.plannen.overzichten.versies import versies
from richting.web.route import Punt, Routebron, registreer
from richting.web.route.bron import Item


def planversies(_lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """Each version that was fixed. One query."""
    for rij in versies(dossier.pk):
        dag = timezone.localtime(rij.gemaakt_op).date()
        naam = _("Versie {n} vastgesteld").format(n=rij.nummer)
        yield Punt(naam, dag, rij.categorie)


def metingen(_lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """Each moment of measuring, once a day, of the life areas that this reader may see. One
    query."""
    rijen = Afname.objects.filter(dossier=dossier.pk, vastgesteld_op__isnull=False)
    gezien = set()
    velden = ("meetmoment", "vastgesteld_op", "categorie")
    for moment, op, categorie in rijen.order_by("vastgesteld_op", "pk").values_list(*velden):
        dag = timezone.localtime(op).date()
        if (moment, dag) not in gezien:
            gezien.add((moment, dag))
            naam = _("Screening: {moment}").format(moment=MEETMOMENTEN[Meetmoment(moment)])
            yield Punt(naam, dag, categorie)


def meld_aan() -> None:
    """Register the lanes of the plan."""
    registreer(Routebron("plan", 50, gettext_lazy("Plan"), planversies))
    registreer(Routebron("screening", 45, gettext_lazy("Screening"), metingen))

"""How a page carries out an act of its room: done, or refused with a sentence in its form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404

from richting.partijen.fouten import KanNiet, NietToegestaan


@dataclass(frozen=True)
class Geweigerd:
    """A form that was refused, and which one of the page it was."""

    wat: str
    formulier: forms.Form


def voer_uit(doe: Callable[[Any], Any], wat: str, formulier: forms.Form) -> Geweigerd | None:
    """Check the form and carry the act out with its values; the refusal, or None when done.

    Without a ground the page does not exist: raises Http404.
    """
    if not formulier.is_valid():
        return Geweigerd(wat, formulier)
    try:
        doe(formulier.cleaned_data)
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return Geweigerd(wat, formulier)
    return None


def gekozen(fout: Geweigerd | None, wat: str, formulier: forms.Form) -> forms.Form:
    """The refused form when it was this one, else a fresh one."""
    return fout.formulier if fout and fout.wat == wat else formulier

"""How a form field is shown, and the fields that rooms share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

KLASSEN: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input"),
    (forms.Textarea, "utrecht-textarea"),
    (forms.FileInput, "bestand"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.widgets.Input, "utrecht-textbox utrecht-textbox--html-input"),
)


class Datuminvoer(forms.DateInput):
    """A date as the browser's own date field, which speaks the language of the user."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """A date field with ISO dates underneath."""
        super().__init__(attrs, format="%Y-%m-%d")


class Datumveld(forms.DateField):
    """A date that a user fills in."""

    widget = Datuminvoer


def invoer(veld: BoundField) -> SafeString:
    """The control of a field, with the class of the design system added to its own."""
    widget = veld.field.widget
    klasse = next((klasse for soort, klasse in KLASSEN if isinstance(widget, soort)), "")
    eigen = widget.attrs.get("class", "")
    return veld.as_widget(attrs={"class": f"{klasse} {eigen}".strip()})


def anker(veld: BoundField) -> str:
    """The id to jump to for a field: of a group, its first choice."""
    if getattr(veld.field.widget, "use_fieldset", False):
        return f"{veld.auto_id}_0"
    return veld.id_for_label or veld.auto_id


LANG, KORT = 4000, 300
Veld = TypeVar("Veld", bound=forms.Field)


def tekst(label: Any, verplicht: Any = "", *, regels: int = 3, uitleg: Any = "") -> forms.CharField:
    """A text of several lines; `verplicht` is the sentence when it is left empty."""
    return forms.CharField(
        label=label,
        help_text=uitleg,
        required=bool(verplicht),
        max_length=LANG,
        widget=forms.Textarea(attrs={"rows": regels}),
        error_messages={"required": verplicht},
    )


def zin(label: Any, verplicht: Any = "", uitleg: Any = "") -> forms.CharField:
    """A text of one line."""
    return forms.CharField(
        label=label,
        help_text=uitleg,
        required=bool(verplicht),
        max_length=KORT,
        error_messages={"required": verplicht},
    )


def soms_nodig(veld: Veld) -> Veld:
    """A field that must be filled in with some choices elsewhere: it isn't called optional."""
    veld.soms_nodig = True  # type: ignore[attr-defined]
    return veld


def keuze(label: Any, opties: Iterable[tuple[Any, Any]], verplicht: Any) -> forms.ChoiceField:
    """A choice by radio buttons."""
    return forms.ChoiceField(
        label=label,
        choices=[(waarde.value, naam) for waarde, naam in opties],
        widget=forms.RadioSelect,
        error_messages={"required": verplicht},
    )

"""Marks the sentences of the rules for translation, without knowing who translates.

The sentence itself is the key. Rules say `_("…")`; the page that shows an outcome translates it.
"""

from __future__ import annotations


def vertaalbaar(tekst: str) -> str:
    """The text as it is; its call is what the list of translations is made from."""
    return tekst

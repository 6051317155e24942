"""The command line speaks Dutch: what `argparse` says of its own, translated.

Python looks its sentences up with `gettext`; here we give it ours. A sentence that a newer Python
words otherwise stays English.
"""

from __future__ import annotations

import argparse

ZINNEN = {
    "usage: ": "gebruik: ",
    "positional arguments": "gegevens",
    "options": "keuzes",
    "show this help message and exit": "toon deze uitleg",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "one of the arguments %s is required": "kies een van deze: %s",
    "not allowed with argument %s": "kan niet samen met %s",
    "unrecognized arguments: %s": "dit ken ik niet: %s",
    "expected one argument": "zet er een waarde achter",
    "invalid %(type)s value: %(value)r": "%(value)r past hier niet (%(type)s)",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r bestaat niet; kies uit %(choices)s"
    ),
}


def spreek_nederlands() -> None:
    """From here on `argparse` words help and faults in Dutch."""
    vars(argparse)["_"] = lambda zin: ZINNEN.get(zin, zin)

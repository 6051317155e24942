"""With real commits: the context lives no longer than its transaction."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import transaction

from richting.kern import context, klok
from richting.kern.context import databasecontext
from tests.kern.test_context import NIEMAND, wie_is_het


def test_een_context_buiten_een_transactie_wordt_geweigerd(echte_database: None) -> None:
    wie = context.systeem_zelf("test", klok.nu())
    with pytest.raises(RuntimeError), databasecontext(wie, "lezen"):
        pass


def test_de_context_sterft_met_de_buitenste_transactie(echte_database: None) -> None:
    wie = replace(context.systeem_zelf("test", klok.nu()), loket=7)
    with transaction.atomic(), databasecontext(wie, "lezen"):
        assert wie_is_het()[0] == 7
    assert wie_is_het() == NIEMAND

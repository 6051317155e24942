"""Every assumption says what it is and where it comes from, and can be replaced."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from richting.akkoord.aannames import (
    AANNAMES,
    Aannames,
    aangepast,
    bron,
    namen,
    omschrijving,
    tag,
)


def test_elke_aanname_heeft_omschrijving_tag_en_bron():
    assert namen() == tuple(veld.name for veld in fields(Aannames))
    for naam in namen():
        assert omschrijving(naam).endswith("."), naam
        assert bron(naam), naam
        assert tag(naam) in {"S", "K", "V"}, naam


def test_een_onbekende_aanname_bestaat_niet():
    for vraag in (omschrijving, bron, tag):
        with pytest.raises(KeyError, match="bestaat_niet"):
            vraag("bestaat_niet")


@pytest.mark.parametrize(
    ("naam", "waarde", "gelezen"),
    [
        ("nazorg_maanden", 12, 12),
        ("aankondiging_delen", False, False),
        ("pbw_18b_vanaf", "2022-01-01", date(2022, 1, 1)),
        ("pbw_18b_vanaf", date(2022, 1, 1), date(2022, 1, 1)),
        ("bij_nieuwe_zedenartikelen", ["Sr 243"], ("Sr 243",)),
        ("om_organisatie", "OM-UTRECHT", "OM-UTRECHT"),
        ("oude_inrichting_dagen", 0, 0),
    ],
)
def test_een_beheerder_vervangt_een_aanname(naam, waarde, gelezen):
    nieuw = aangepast({naam: waarde})
    assert getattr(nieuw, naam) == gelezen
    anders = [n for n in namen() if getattr(nieuw, n) != getattr(AANNAMES, n)]
    assert set(anders) <= {naam}


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("bestaat_niet", 1),
        ("nazorg_maanden", -1),
        ("nazorg_maanden", True),
        ("nazorg_maanden", "6"),
        ("aankondiging_delen", 1),
        ("pbw_18b_vanaf", "morgen"),
        ("pbw_18b_vanaf", 20220101),
        ("om_organisatie", ""),
        ("om_organisatie", None),
        ("bij_nieuwe_zedenartikelen", "Sr 243"),
        ("bij_nieuwe_zedenartikelen", [1]),
    ],
)
def test_een_waarde_die_niet_past_wordt_geweigerd_met_een_zin(naam, waarde):
    with pytest.raises(ValueError, match=naam):
        aangepast({naam: waarde})


def test_een_aanpassing_bouwt_voort_op_een_eerdere():
    eerst = aangepast({"nazorg_maanden": 12})
    assert aangepast({"kort_verblijf_dagen": 14}, eerst).nazorg_maanden == 12

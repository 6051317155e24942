"""The route as a line in time."""

from __future__ import annotations

from datetime import date

from richting.web.tijdbalk import Mijlpaal, Stuk, teken

VANDAAG = date(2026, 4, 11)


def test_zonder_stukken_geen_lijn():
    assert teken([], VANDAAG) is None


def test_stukken_liggen_naar_verhouding_op_volgorde_van_de_tijd():
    balk = teken(
        [
            Stuk("B", date(2026, 3, 12), date(2026, 6, 20)),
            Stuk("A", date(2026, 1, 1), date(2026, 3, 12)),
        ],
        VANDAAG,
    )
    assert balk is not None
    assert [(d.stuk.naam, d.nummer, d.nu) for d in balk.stukken] == [
        ("A", 1, False),
        ("B", 2, True),
    ]
    assert balk.stukken[0].x == 0
    assert balk.stukken[1].x == balk.stukken[0].breed == 41.18
    assert balk.stukken[1].x + balk.stukken[1].breed == 100


def test_een_open_einde_loopt_door_na_vandaag():
    balk = teken([Stuk("PI", date(2026, 1, 1), None)], VANDAAG)
    assert balk is not None
    assert balk.tot > VANDAAG
    assert balk.vandaag is not None
    assert balk.vandaag < 100
    assert balk.stukken[0].nu


def test_een_dag_blijft_zichtbaar_maar_krijgt_geen_nummer():
    balk = teken(
        [
            Stuk("Cel", date(2026, 1, 1), date(2026, 1, 2)),
            Stuk("PI", date(2026, 1, 2), date(2028, 1, 1)),
        ],
        VANDAAG,
    )
    assert balk is not None
    assert balk.stukken[0].breed == 0.6
    assert not balk.stukken[0].genummerd
    assert balk.stukken[1].genummerd


def test_een_mijlpaal_na_het_laatste_stuk_rekt_de_lijn():
    balk = teken(
        [Stuk("PI", date(2026, 1, 1), date(2026, 3, 1))],
        VANDAAG,
        [Mijlpaal("Einde", date(2026, 6, 1))],
    )
    assert balk is not None
    assert balk.tot == date(2026, 6, 1)
    assert balk.mijlpalen[0].x == 100


def test_vandaag_buiten_de_lijn_wordt_niet_getekend():
    balk = teken([Stuk("PI", date(2020, 1, 1), date(2020, 3, 1))], VANDAAG)
    assert balk is not None
    assert balk.vandaag is None


def test_het_woord_vandaag_blijft_in_beeld_aan_de_rand():
    begin = teken([Stuk("PI", VANDAAG, date(2027, 1, 1))], VANDAAG)
    eind = teken([Stuk("PI", date(2025, 1, 1), VANDAAG)], VANDAAG)
    midden = teken([Stuk("PI", date(2026, 1, 1), date(2026, 7, 1))], VANDAAG)
    assert [b.anker for b in (begin, eind, midden) if b] == ["start", "end", "middle"]


def test_wat_nog_komt_is_alleen_tot_vandaag_zeker():
    balk = teken([Stuk("PI", date(2026, 4, 1), None, straks=date(2026, 4, 21))], VANDAAG)
    assert balk is not None
    (deel,) = balk.stukken
    assert balk.tot == date(2026, 4, 21)
    assert (deel.breed, deel.x_straks, deel.breed_straks) == (50, 50, 50)
    assert deel.nummersoort == "binnen"


def test_een_stuk_dat_nog_moet_beginnen_is_helemaal_verwacht():
    balk = teken([Stuk("PI", date(2026, 5, 1), None, straks=date(2026, 6, 1))], VANDAAG)
    assert balk is not None
    (deel,) = balk.stukken
    assert deel.breed == 0
    assert deel.breed_straks == 100
    assert (deel.midden, deel.nummersoort, deel.genummerd) == (50, "verwacht", True)


def test_een_korte_lijn_noemt_de_dagen_en_een_lange_de_maanden():
    kort = teken([Stuk("PI", date(2026, 4, 1), date(2026, 5, 1))], VANDAAG)
    lang = teken([Stuk("PI", date(2025, 4, 1), date(2026, 5, 1))], VANDAAG)
    assert [b.kort for b in (kort, lang) if b] == [True, False]

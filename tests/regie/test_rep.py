import pytest
from tests.regie.levens import maak_mensen
from tests.regie.test_levens_regie import GetoetsteLevens
from richting.regie.acties import regietijdvak
from richting.kern.werk import verwerking
from richting.kern import klok
from richting.dossiers.feiten import feiten_van_alle
from tests.berichten.bouwers import programma
from richting.akkoord.regieverloop import Regietaak
@pytest.mark.django_db
def test_x():
    class L(GetoetsteLevens): pass
    L.mensen = maak_mensen()
    s = L()
    s.eerste(plek=0, waar=0)
    s.overplaatsing(over=20, plek=2, zaak=2)
    s.overplaatsing(over=8, plek=4, zaak=0)
    s.overplaatsing(over=12, plek=7, zaak=7)
    s.overplaatsing(over=15, plek=4, zaak=5)
    from richting.regie.acties import regietijdvak as r; oud = r._raakt; r._raakt = lambda w,d,k: (print("RAAKT", k, ("feiten_voor", d) in w.geheugen), oud(w,d,k))[1]; oudv=r.verschil; r.verschil=lambda *a: (print("AF", oudv(*a), a[2]), oudv(*a))[1]
    s.overplaatsing(over=-1, plek=2, zaak=1)
    for r in s.rijen(s.zaken[0], Regietaak.CASUSREGIE): print(r.vanaf, r.organisatie, r.code, r.vastgesteld_op)
    print(klok.nu())
    with s.op_de_dag(), verwerking(programma()):
        print(list(regietijdvak.afwijkende_dossiers(programma())))
        print(feiten_van_alle(s.zaken)[s.zaken[0]].plaatsen)
    s.teardown()
    assert 0

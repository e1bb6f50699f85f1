"""Transactions and depots as banks of Europe write them: each file is made up in the shape of a real export."""

from __future__ import annotations

import pytest

from tests.intake.said import net, said, skipped

BUY_AND_SELL = {
    "comdirect": (
        (
            ';\n"Umsätze Depot";"Zeitraum: 01.01.2024 - 31.12.2024";\n"Neuer Kontostand";"1.234,56 EUR";\n\n'
            '"Buchungstag";"Geschäftstag";"Stück / Nom.";"Bezeichnung";"WKN";"Währung";"Ausführungskurs";"Umsatz '
            'in EUR";\n'
            '"05.02.2024";"01.02.2024";"10";"MUSTER ADR";"A117ME";"EUR";"68,50";"-685,00";\n'
            '"07.03.2024";"05.03.2024";"-4";"MUSTER ADR";"A117ME";"EUR";"70,00";"280,00";\n'
        ),
        ["6 buy 2024-02-01 10 A117ME @ 68.5 EUR = 685", "7 sell 2024-03-05 4 A117ME @ 70 EUR = 280"],
    ),
    "DKB": (
        (
            '"Datum";"Auftragsart";"ISIN";"WKN";"Name";"Stück";"Kurs";"Währung";"Kurswert";"Entgelt";"Ausmachender '
            'Betrag";'
            '"Status"\n'
            '"02.02.2024";"Kauf";"US01609W1027";"A117ME";"M";"10,0000";"68,5000";"EUR";"685,00";"10,00";"-695,00";'
            '"ausgeführt"\n'
            '"04.02.2024";"Kauf";"US01609W1027";"A117ME";"M";"4,0000";"60,0000";"EUR";"240,00";"";"";"gestrichen"\n'
        ),
        ["2 buy 2024-02-02 10 US01609W1027 @ 68.5 EUR fee 10 = 695"],
    ),
    "DEGIRO in German, told in a sentence": (
        (
            "Datum,Uhrze,Valutadatum,Produkt,ISIN,Beschreibung,FX,Änderung,,Saldo,,Order-ID\n"
            '04-01-2024,15:30,04-01-2024,MUSTER,US01609W1027,"Kauf 10 zu je 72,45 USD (US01609W1027)",,USD,"-724,'
            '50",USD,'
            '"-724,50",a-1\n'
            '04-01-2024,15:30,04-01-2024,MUSTER,US01609W1027,Transaktionsgebühr,,EUR,"-2,00",EUR,"998,00",a-1\n'
        ),
        ["2 buy 2024-01-04 10 US01609W1027 @ 72.45 USD fee 2EUR = 724.5"],
    ),
    "DEGIRO in Spanish, where a quantity is a number": (
        (
            "Fecha,Hora,Producto,ISIN,Bolsa de,Centro de ejecución,Número,Precio,,Valor local,,Valor,,Tipo de cambio,"
            "Costes de transacción,,Total,,ID Orden\n"
            '02-01-2024,15:30,MUSTER,US01609W1027,NSY,XNYS,10,"72,4500",USD,"-724,50",USD,"-661,20",EUR,"1,0957",'
            '"-2,00",'
            'EUR,"-663,20",EUR,a-1\n'
            '05-01-2024,15:30,MUSTER,US01609W1027,NSY,XNYS,-4,"75,0000",USD,"300,00",USD,"273,00",EUR,"1,0990","-2,'
            '00",EUR,'
            '"271,00",EUR,a-2\n'
        ),
        [
            "2 buy 2024-01-02 10 US01609W1027 @ 72.45 USD fee 2EUR rate 1.0957 = 663.2EUR",
            "3 sell 2024-01-05 4 US01609W1027 @ 75 USD fee 2EUR rate 1.099 = 271EUR",
        ],
    ),
    "Nordnet in Swedish": (
        (
            "Id\tBokföringsdag\tAffärsdag\tTransaktionstyp\tVärdepapper\tISIN\tAntal\tKurs\tTotal Avgift\tValuta\t"
            "Belopp\t"
            "Valuta\tSaldo\tMakuleringsdatum\tCourtage\tValuta\n"
            "1\t2024-01-04\t2024-01-03\tKÖPT\tMuster\tSE0000115446\t10\t270\t99\tSEK\t-2799\tSEK\t1\t\t99\tSEK\n"
            "2\t2024-03-06\t2024-03-06\tKÖPT\tMuster\tSE0000115446\t5\t270\t9\tSEK\t-1359\tSEK\t1\t2024-03-07\t9\tSEK\n"
        ),
        ["2 buy 2024-01-03 10 SE0000115446 @ 270 SEK fee 99 = 2799"],
    ),
    "Nordnet in Danish": (
        (
            "Id\tBogføringsdag\tHandelsdag\tValørdag\tDepot\tTransaktionstype\tVærdipapirer\tISIN\tAntal\tKurs\t"
            "Samlede afgifter\tValuta\tBeløb\tValuta\tIndkøbsværdi\tValuta\tSaldo\n"
            "1\t2024-01-04\t2024-01-03\t2024-01-05\t1\tKØBT\tMuster\tDK0062498333\t10\t700,5\t29\tDKK\t-7034\tDKK\t"
            "7034\t"
            "DKK\t2966\n"
            "2\t2024-02-04\t2024-02-03\t2024-02-05\t1\tSOLGT\tMuster\tDK0062498333\t4\t750\t29\tDKK\t2971\tDKK\t"
            "2814\tDKK\t5\n"
        ),
        [
            "2 buy 2024-01-03 10 DK0062498333 @ 700.5 DKK fee 29 = 7034",
            "3 sell 2024-02-03 4 DK0062498333 @ 750 DKK fee 29 = 2971",
        ],
    ),
    "Nordnet in Finnish": (
        (
            "Id\tKirjauspäivä\tKauppapäivä\tMaksupäivä\tSalkku\tTapahtumatyyppi\tArvopaperi\tISIN\tMäärä\tKurssi\t"
            "Kokonaiskulut\tValuutta\tSumma\tValuutta\tKokonaismäärä\n"
            "1\t2024-01-04\t2024-01-03\t2024-01-05\t1\tOSTO\tMuster\tFI0009000681\t100\t3,15\t9\tEUR\t-324\tEUR\t100\n"
            "2\t2024-02-04\t2024-02-03\t2024-02-05\t1\tMYYNTI\tMuster\tFI0009000681\t40\t3,30\t9\tEUR\t123\tEUR\t60\n"
            "3\t2024-02-05\t2024-02-05\t2024-02-05\t1\tTALLETUS\t\t\t\t\t\t\t500\tEUR\t60\n"
        ),
        [
            "2 buy 2024-01-03 100 FI0009000681 @ 3.15 EUR fee 9 = 324",
            "3 sell 2024-02-03 40 FI0009000681 @ 3.3 EUR fee 9 = 123",
        ],
    ),
    "Rabobank": (
        (
            "Portefeuille;Naam;Datum;Type mutatie;Valuta mutatie;Volume;Koers;Valuta koers;Valuta kosten €;Waarde;"
            "Bedrag;"
            "Isin code;Tijd;Beurs\n"
            "1;Muster Fonds;08-02-2024;Koop Fondsen;EUR;1,8726;84,2637 ;EUR;0;157,79;-157,79;NL0014857104;"
            "11:46:03.004;XX\n"
            "1;;06-01-2024;Tarieven en services;EUR;0;0,00 ;EUR;0;0,00;-17,44;;;\n"
        ),
        ["2 buy 2024-02-08 1.8726 NL0014857104 @ 84.2637 EUR fee 0 = 157.79"],
    ),
    "Bolero": (
        (
            "Datum;Type;Naam;ISIN;Aantal;Koers;Munt;Brutobedrag;Makelaarsloon;Beurstaks;Nettobedrag;Munt\n"
            "15/01/2024;Aankoop;AB MUSTER;BE0974293251;20;55,30;EUR;1.106,00;7,50;3,87;-1.117,37;EUR\n"
        ),
        ["2 buy 2024-01-15 20 BE0974293251 @ 55.3 EUR fee 7.5 = 1117.37"],
    ),
    "Fortuneo": (
        (
            "libellé;Opération;Place;Date;Qté;Prix d'exé;Montant brut;Courtage;Montant net;Devise\n"
            "MUSTER SA;Achat Comptant;Euronext Paris;15/01/2024;12;150,00;-1 800,00;-1,95;-1 801,95;EUR\n"
            "MUSTER SA;Encaissement coupons;;15/05/2024;10;;32,00;0,00;32,00;EUR\n"
        ),
        ["2 buy 2024-01-15 12 MUSTER SA @ 150 EUR fee 1.95 = 1801.95"],
    ),
    "a Portuguese bank": (
        (
            "Data;Tipo de Operação;Título;ISIN;Quantidade;Cotação;Moeda;Valor;Comissões;Valor Total\n"
            "15/01/2024;Compra;MUSTER;PTEDP0AM0009;100;4,25;EUR;425,00;7,00;432,00\n"
        ),
        ["2 buy 2024-01-15 100 PTEDP0AM0009 @ 4.25 EUR fee 7 = 432"],
    ),
    "a Spanish house of funds": (
        (
            "Fecha;ISIN;Fondo;Operación;Participaciones;Valor liquidativo;Importe;Estado\n"
            "15/01/2024;IE00B4L5Y983;Muster Global;Suscripción;10,123;50,25;508,68;Finalizada\n"
            "20/02/2024;IE00B4L5Y983;Muster Global;Reembolso;2,000;51,00;102,00;Finalizada\n"
            "22/02/2024;IE00B4L5Y983;Muster Global;Suscripción;2,000;51,00;102,00;Rechazada\n"
        ),
        [
            "2 buy 2024-01-15 10.123 IE00B4L5Y983 @ 50.25 = 508.68",
            "3 sell 2024-02-20 2 IE00B4L5Y983 @ 51 = 102",
        ],
    ),
    "PostFinance": (
        (
            "Datum;Auftrag #;Transaktionen;Symbol;Name;ISIN;Anzahl;Stückpreis;Kosten;Aufgelaufene Zinsen;"
            "Nettobetrag;Saldo;"
            "Währung\n"
            "15-03-2024 10:04:34;1;Kauf;NESN;Muster N;CH0038863350;25;98.50;5.35;0.00;-2467.85;1000.00;CHF\n"
            "16-03-2024 10:04:34;2;Vergütung;;;;1;2500.00;0.00;0.00;2500.00;3500.00;CHF\n"
        ),
        ["2 buy 2024-03-15 25 CH0038863350 @ 98.5 CHF fee 5.35 = 2467.85"],
    ),
    "Portfolio Performance in Dutch": (
        (
            "Datum;Type;Effect;Aandelen;Koers;Bedrag;Kosten;Belastingen;Totaalprijs;Rekening;Tegenrekening;Notitie\n"
            "2024-01-16;Koop;Muster Group;10;68,50;685,00;1,00;0,00;686,00;Depot;Rekening;\n"
        ),
        ["2 buy 2024-01-16 10 Muster Group @ 68.5 fee 1 = 686"],
    ),
    "Portfolio Performance in Portuguese": (
        (
            "Data;Tipo;Título;Ações;Cotação;Montante;Taxas;Impostos;Preço total;Conta;Conta de contrapartida;Nota\n"
            "2024-01-16;Compra;Muster Group;10;68,50;685,00;1,00;0,00;686,00;Depósito;Conta;\n"
        ),
        ["2 buy 2024-01-16 10 Muster Group @ 68.5 fee 1 = 686"],
    ),
}


@pytest.mark.parametrize("bank", BUY_AND_SELL)
def test_trades_of_a_bank(bank: str) -> None:
    text, lots = BUY_AND_SELL[bank]
    assert said(text) == lots


def test_isin_and_wkn_in_one_cell() -> None:
    text = (
        '"Bezeichnung";"WKN / ISIN";"Bestand";"";"Kurs";"Währung";"Kursdatum";"Handelsplatz";"Einstandskurs";'
        '"Gewinn/Verlust";"Kurswert in EUR"\n'
        '"MUSTER ADR 8";"A117ME / US01609W1027";"148";"Stück";"144,80";"EUR";"02.02.2026";"XETRA";"130,20";"2.160,80";'
        '"21.430,40"\n'
    )
    assert said(text) == ["2 hold 148 US01609W1027 @ 130.2 EUR now 144.8"]


def test_a_depot_whose_every_figure_has_a_currency_beside_it_and_a_sum_below() -> None:
    text = (
        "Depotbewertung vom 02.02.2026\n\nDepot-Nr.;8001234567\n\n"
        "ISIN;Wertpapiername;Stück/Nominale;;Einstandskurs;Währung;Einstandswert;Währung;Kurs;Währung;Kurswert;Währung;"
        "Entwicklung %;Börse;Kurszeit\n"
        "US01609W1027;MUSTER ADR;1.250,5;Stück;71,20;EUR;89.035,60;EUR;98,40;EUR;123.049,20;EUR;38,2;Xetra;"
        "02.02.2026 16:01\n"
        ";;;;;;;;;Summe;123.049,20;EUR;;;\n"
    )
    assert said(text) == ["6 hold 1250.5 US01609W1027 @ 71.2 EUR = 89035.6 now 98.4"]
    assert skipped(text) == ["7 total"]


def test_orders_that_are_open_or_struck_are_left_out() -> None:
    text = (
        '"Ordernummer";"Ordertyp";"Name";"WKN";"ISIN";"Stück/Nominal";"Limit";"Ausführungskurs";"Währung";'
        '"Handelsplatz";'
        '"Gültig bis";"Status";"Ausführungsdatum"\n'
        '"1";"Kauf";"MUSTER";"A117ME";"US01609W1027";"10";"70,00";"68,50";"EUR";"Tradegate";"28.02.2024";"ausgeführt";'
        '"05.02.2024 10:12:00"\n'
        '"2";"Verkauf";"MUSTER";"A117ME";"US01609W1027";"5";"90,00";"";"EUR";"Xetra";"28.02.2024";"offen";""\n'
        '"3";"Kauf";"MUSTER";"A117ME";"US01609W1027";"5";"80,00";"";"EUR";"Xetra";"28.02.2024";"gestrichen";""\n'
    )
    assert said(text) == ["2 buy 2024-02-05 10 US01609W1027 @ 68.5 EUR"]
    assert skipped(text) == ["3 pending", "4 cancelled"]
    assert net(text) == {"US01609W1027": "10"}


def test_a_dutch_depot_states_its_currency_beside_the_local_value_alone() -> None:
    text = (
        "Product,Symbool/ISIN,Aantal,Slotkoers,Lokale waarde,,Waarde in EUR\n"
        'CASH & CASH FUND & FTX CASH (EUR),,,,EUR,"35,86","35,86"\n'
        'MUSTER HOLDING,US01609W1027,46,"116,56",USD,"5361,76","4698,51"\n'
    )
    assert said(text) == ["3 hold 46 US01609W1027 USD now 116.56"]


def test_an_english_one_calls_the_quantity_an_amount() -> None:
    text = (
        "Product,Symbol/ISIN,Amount,Closing,Local value,,Value in EUR\n"
        'CASH & CASH FUND & FTX CASH (EUR),,,,EUR,"6435,86","6435,86"\n'
        'MUSTER HOLDING,US01609W1027,46,"116,56",USD,"5361,76","4698,51"\n'
        'BEISPIEL SA,FR0010112524,807,"7,40",EUR,"5971,80","5971,80"\n'
    )
    assert net(text) == {"US01609W1027": "46", "FR0010112524": "807"}


def test_a_fund_with_an_isin_is_held_whatever_it_invests_in_and_a_balance_is_not() -> None:
    text = (
        "Name;ISIN;St\u00fcck;Kurs;W\u00e4hrung;Wert\n"
        "Muster Money Market Fund;LU0083138064;100;210,00;EUR;21.000,00\n"
        "Muster AG;DE0007164600;10;60,00;EUR;600,00\n"
        "Kontosaldo;;;;EUR;1.234,00\n"
    )
    assert net(text) == {"LU0083138064": "100", "DE0007164600": "10"}

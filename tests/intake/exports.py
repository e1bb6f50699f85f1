"""Made-up exports, one for every family of files that banks, brokers and other tools write."""

from __future__ import annotations

from typing import NamedTuple


class Export(NamedTuple):
    """A file: its text, and the delimiter between its cells."""

    text: str
    delimiter: str

    @property
    def data(self) -> bytes:
        """The file in UTF-8."""
        return self.text.encode()


GERMAN_DEPOT = Export(
    'Depot;0815;;;;\n"Stand";"02.02.2026 16:00";;;;\n\n'
    '"Stück/Nom.";"Bezeichnung";"WKN";"Währung";"Kaufkurs in EUR";"Wert in EUR"\n'
    '"148";"MUSTER HLDG SP.ADR";"A117ME";"EUR";"130,20";"21.430,40"\n'
    '"1.000";"BEISPIEL AG NA";"555750";"EUR";"17,500";"28.150,00"\n'
    '"12,5";"FONDS MUSTERWELT";"A0RPWH";"EUR";"61,15";"900,00"\n'
    '"Summe";"";"";"";"";"50.480,40"\n',
    ";",
)
GERMAN_TRADES = Export(
    "Kontoauszug;Muster\n\nDatum;Typ;ISIN;Name;Anzahl;Kurs;Betrag;Währung;Gebühr;Notiz\n"
    '02.01.2024;Kauf;US01609W1027;"Muster; AG";10;72,15;-721,50;USD;1,00;"zwei\nZeilen"\n'
    "03.01.2024;Dividende;US0378331005;Apfel;;;2,40;USD;;\n"
    "04.01.2024;Verkauf;US01609W1027;Muster;4;75,00;300,00;USD;1,00;\n"
    "25.01.2024;Kauf;DE0007164600;Beispiel SE;3;140,10;-420,30;EUR;1,00;\n"
    "Ende des Auszugs;;;;;;;;;\n",
    ";",
)
DUTCH_ACCOUNT = Export(
    "Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id\n"
    '02-01-2024,15:30,02-01-2024,MUSTER,US01609W1027,"Koop 6 MUSTER@49,785 EUR (US01609W1027)"'
    ',,EUR,"-298,71",EUR,1,f3a1\n'
    '02-01-2024,15:30,02-01-2024,MUSTER,US01609W1027,Transactiekosten,,EUR,"-1,00",EUR,2,f3a1\n'
    "03-01-2024,15:30,03-01-2024,,,iDEAL Deposit,,EUR,100,EUR,102,\n"
    '22-01-2024,10:00,22-01-2024,MUSTER,US01609W1027,"Verkoop 2 MUSTER@51,10 EUR (US01609W1027)"'
    ',,EUR,"102,2",EUR,1,9c44\n',
    ",",
)
SECTIONS = Export(
    "Statement,Header,Field Name,Field Value\nStatement,Data,Title,Activity\n"
    "Account Information,Header,Field Name,Field Value\nAccount Information,Data,Base Currency,EUR\n"
    "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,"
    "Proceeds,Comm/Fee,Code\n"
    'Trades,Data,Order,Stocks,USD,BABA,"2024-01-02, 09:31:00",10,72.15,-721.5,-1,O\n'
    'Trades,Data,Order,Stocks,USD,BABA,"2024-02-22, 09:31:00",-4,75.00,300,-3.2,C\n'
    "Trades,SubTotal,,Stocks,USD,BABA,,6,,-421.5,-4.2,\n"
    "Dividends,Header,Currency,Date,Description,Amount\n"
    "Dividends,Data,USD,2024-01-12,BABA(US01609W1027) Cash Dividend USD 1.00 per Share,10\n",
    ",",
)
ENGLISH_TRADES = Export(
    "Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),"
    "Exchange rate,Total,Currency (Total)\n"
    "Deposit,2024-01-01 09:00:00,,,,,,,,500.00,EUR\n"
    "Market buy,2024-01-02 10:00:00,US01609W1027,BABA,Muster,3.5,70.5,USD,1.0950,225.34,EUR\n"
    "Dividend (Ordinary),2024-01-12 10:00:00,US01609W1027,BABA,Muster,3.5,1.0,USD,Not available,3.20,EUR\n"
    "Market sell,2024-02-15 10:00:00,US01609W1027,BABA,Muster,1.5,75,USD,1.0950,102.74,EUR\n",
    ",",
)
PENCE = Export(
    "Client Name:,A N Other\nClient Number:,123\n\n"
    "Trade date,Settle date,Reference,Description,Unit cost (p),Quantity,Value (£)\n"
    '25/02/2026,26/02/2026,S1,Muster World Fund 1000 @ 4500.00,"4,500.00","1,000","44,988.05"\n'
    '24/01/2026,25/01/2026,B1,Muster World Fund 4563 @ 3287.199,"3,287.199","4,563","-150,006.84"\n'
    "13/01/2026,13/01/2026,FPC,Pay by Bank,n/a,n/a,500.00\n",
    ",",
)
NORTHERN = Export(
    "Id\tBokföringsdag\tAffärsdag\tTransaktionstyp\tVärdepapper\tISIN\tAntal\tKurs\tTotal Avgift\t"
    "Valuta\tBelopp\tValuta\n"
    "1\t2024-01-03\t2024-01-02\tKÖPT\tMuster ADR\tUS01609W1027\t10\t72,5\t9\tSEK\t-734\tSEK\n"
    "2\t2024-02-03\t2024-02-02\tUTDELNING\tMuster ADR\tUS01609W1027\t10\t1,0\t0\tSEK\t10\tSEK\n"
    "3\t2024-02-05\t2024-02-05\tINSÄTTNING\t\t\t\t\t\t\t5000\tSEK\n"
    "4\t2024-02-25\t2024-02-24\tSÅLT\tMuster ADR\tUS01609W1027\t4\t80,5\t9\tSEK\t313\tSEK\n",
    "\t",
)
AMERICAN_POSITIONS = Export(
    '"Positions for account ...123 as of 02:08 PM ET, 2026/02/02"\n\n'
    '"Symbol","Description","Quantity","Price","Market Value","Cost Basis","Security Type"\n'
    '"BABA","MUSTER GROUP SPONSORED ADR","100","$172.15","$17,215.00","$13,020.00","Equity"\n'
    '"VTI","MUSTER TOTAL STOCK ETF","12.5","$300.10","$3,751.25","$2,900.00","ETFs & Closed End Funds"\n'
    '"Cash & Cash Investments","--","--","--","$271.84","--","Cash and Money Market"\n'
    '"Account Total","--","--","--","$21,238.09","$15,920.00","--"\n',
    ",",
)
FRENCH_POSITIONS = Export(
    "Produit,Symbole/ISIN,Quantité,Clôture,Valeur locale,,Montant en EUR\n"
    'CASH & CASH FUND (EUR),,,,EUR,"12,34","12,34"\n'
    'MUSTER GROUP,US01609W1027,10,"172,15",USD,"1721,50","1455,20"\n'
    'EXEMPLE SA,FR0000120271,25,"58,10",EUR,"1452,50","1452,50"\n',
    ",",
)
SPANISH_TRADES = Export(
    "Fecha;Tipo;Símbolo;Títulos;Precio;Comisión;Divisa\n02/01/2024;Compra;SAN.MC;100;3,85;2,50;EUR\n"
    "25/03/2024;Venta;SAN.MC;40;4,10;2,50;EUR\n",
    ";",
)
SYMBOL_LIST = Export("###Muster,NYSE:BABA,HKEX:9988,###FX,FX_IDC:EURUSD\n###Mehr\nXETR:SAP\nNASDAQ:AAPL\n", ",")
WITHOUT_HEADER = Export("US01609W1027;10;72,15;EUR\nDE0005557508;100;17,50;EUR\nDE0007164600;4;150,10;EUR\n", ";")

EXPORTS = {
    "german depot": GERMAN_DEPOT,
    "german trades": GERMAN_TRADES,
    "dutch account": DUTCH_ACCOUNT,
    "sections": SECTIONS,
    "english trades": ENGLISH_TRADES,
    "pence": PENCE,
    "northern": NORTHERN,
    "american positions": AMERICAN_POSITIONS,
    "french positions": FRENCH_POSITIONS,
    "spanish trades": SPANISH_TRADES,
    "symbol list": SYMBOL_LIST,
    "without header": WITHOUT_HEADER,
}

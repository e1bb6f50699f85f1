"""Trades as brokers write them: each file is made up in the shape of a real export."""

from __future__ import annotations

from tests.intake.said import net, said, skipped
from watcher.intake.read import read


def test_figures_in_a_comment_beside_a_type_that_names_no_quantity() -> None:
    text = (
        "ID;Type;Time;Comment;Symbol;Amount;;\n"
        "11;Stocks/ETF purchase;12.04.2024 13:01:45;OPEN BUY 34/42.5 @ 11.7480;MUST.DE;-399.43;;\n"
        "12;Ações/ETF vende;02.05.2024 11:42:37;CLOSE BUY 4 @ 12.280;MUST.DE;49.12;;\n"
        "13;Free funds interests;05.04.2024 13:42:58;Free-funds Interest 2024-03;;0.1;;\n"
        "14;Swap;11.01.2022 16:16:01;Swap of position #5;MUST.DE;-0.02;;\n"
        "15;Spin off;13.04.2022 14:50:01;BSP.US USD 5.8970/ SHR;BSP.US;21.68;;\n"
    )
    assert said(text) == [
        "2 buy 2024-04-12 34 MUST.DE @ 11.748 = 399.43",
        "3 sell 2024-05-02 4 MUST.DE @ 12.28 = 49.12",
        "6 other BSP.US",
    ]
    assert skipped(text) == ["4 cash", "5 fee"]


def test_positions_that_open_and_close_with_the_currency_behind_the_symbol() -> None:
    text = (
        "Date,Type,Details,Amount,Units,Realized Equity Change,Balance,Position ID,Asset type\n"
        "02/01/2024 10:00:00,Deposit,USD,1000.00,-,1000.00,1000.00,-,-\n"
        "16/01/2024 15:30:12,Open Position,BABA/USD,500.00,4,0.00,500.00,25,Stocks\n"
        '18/01/2024 15:30:12,Overnight fee,Daily,"(0,31)",-,"(0,31)",500.00,25,CFD\n'
        "01/03/2024 16:00:00,Position closed,BABA/USD,520.00,4,20.00,1020.00,25,Stocks\n"
        "05/03/2024 09:00:00,Withdraw Fee,-,5.00,-,-5.00,1015.00,-,-\n"
    )
    assert said(text) == ["3 buy 2024-01-16 4 BABA ~ 125 USD = 500", "5 sell 2024-03-01 4 BABA ~ 130 USD = 520"]
    assert skipped(text) == ["2 deposit", "4 other", "6 fee"]


def test_a_column_called_operation_that_holds_days_and_a_sign_of_one_letter() -> None:
    text = (
        "Dossier: 1,,,,,,,,,\nTitoli e operazioni,,,,,,,,,\n"
        "Operazione,Data valuta,Descrizione,Titolo,Isin,Segno,Quantita,Divisa,Prezzo,Cambio,Controvalore,Commissioni\n"
        "15/01/2024,17/01/2024,Compravendita titoli,MUSTER WORLD,IE00B4L5Y983,A,5,EUR,105.71,,528.55,2.95\n"
        "15/03/2024,19/03/2024,Compravendita titoli,MUSTER WORLD,IE00B4L5Y983,V,4,EUR,34.20,,136.80,2.95\n"
        "01/06/2024,03/06/2024,Stacco Cedole,BTP 30,IT0005583478,,,EUR,,,24.38,\n"
        "20/07/2024,20/07/2024,Aumento capitale,MUSTER WORLD,IE00B4L5Y983, ,6,EUR,0.00000,1.00000,0.00,\n"
        "01/09/2024,03/09/2024,Rimborso,BTP 30,IT0005583478, ,2000,EUR,100.00000,1.00000,2000.00,\n"
    )
    assert said(text) == [
        "4 buy 2024-01-15 5 IE00B4L5Y983 @ 105.71 EUR fee 2.95 = 528.55",
        "5 sell 2024-03-15 4 IE00B4L5Y983 @ 34.2 EUR fee 2.95 = 136.8",
        "6 dividend IT0005583478",
        "7 in 2024-07-20 6 IE00B4L5Y983 @ 0 EUR rate 1 = 0",
        "8 sell 2024-09-01 2000 IT0005583478 @ 100 EUR rate 1 = 2000",
    ]


def test_a_reversal_and_what_it_takes_back_leave_the_position_alone() -> None:
    text = (
        "Buchungstag;Valuta;Bezeichnung;ISIN;Nominal (Stk.);;Betrag;;Kurs;;Devisenkurs;TA.-Nr.;Buchungsinformation\n"
        "03.01.2025;06.01.2025;MUSTER ETF;IE00B3RBWM25;2;Stück;200,00;EUR;100,00;EUR;1,000;1;Ausführung ORDER Kauf 7\n"
        "04.01.2025;06.01.2025;MUSTER ETF;IE00B3RBWM25;3;Stück;303,00;EUR;101,00;EUR;1,000;2;Ausführung ORDER Kauf 8\n"
        "02.02.2025;06.01.2025;MUSTER ETF;IE00B3RBWM25;-3;Stück;-303,00;EUR;101,00;EUR;1,000;3;"
        "Storno Ausführung ORDER Kauf 8\n"
        "02.02.2025;06.01.2025;MUSTER ETF;IE00B3RBWM25;3;Stück;303,00;EUR;101,00;EUR;1,000;4;Ausführung ORDER Kauf 8\n"
        "03.02.2025;06.01.2025;MUSTER ETF;IE00B3RBWM25;-9;Stück;-900,00;EUR;100,00;EUR;1,000;5;"
        "Storno Ausführung ORDER Kauf 1\n"
    )
    assert said(text) == [
        "2 buy 2025-01-03 2 IE00B3RBWM25 @ 100 EUR rate 1 = 200",
        "5 buy 2025-02-02 3 IE00B3RBWM25 @ 101 EUR rate 1 = 303",
        "6 question",  # the file does not hold what it takes back
    ]
    assert skipped(text) == ["3 cancelled", "4 cancelled"]
    assert net(text) == {"IE00B3RBWM25": "5"}


def test_verbs_in_a_column_of_descriptions_and_a_quantity_that_is_called_an_amount() -> None:
    text = (
        "Bewertungsdatum;Abschluss;Buchung;Valuta;Beschreibung 1;Beschreibung 2;Valor;ISIN;Whrg.;Anzahl/Betrag;Whrg.;"
        "Trans.-Preis;Devisenkurs;Trans.-Wert;Auftrags-Nr.\n"
        "14.08.2026;26.01.2026;28.01.2026;28.01.2026;Kauf aus Emission;Muster Fonds;1895681;CH0189956813;;0.415;CHF;"
        "2'410.55;;1000;\n"
        "14.08.2026;26.03.2026;30.03.2026;30.03.2026;Kauf aus Emission;Muster Anleihen;3378243;CH0033782431;;2.5;CHF;"
        "200.10;;500;\n"
        "14.08.2026;26.03.2026;30.03.2026;30.03.2026;Storno;Kauf aus Emission;3378243;CH0033782431;;-2.5;CHF;200.10;;"
        "-500;\n"
        "14.08.2026;25.04.2026;25.04.2026;25.04.2026;Einzahlung;;;;;500;CHF;0.000;1.0000;500;\n"
        "Transaktionsliste: vom 01.01.2026 bis 14.08.2026;;;;;;;;;;;;;;\n"
    )
    assert said(text) == [
        "2 buy 2026-01-26 0.415 CH0189956813 @ 2410.55 CHF = 1000",
        "3 cancelled CH0033782431",
    ]
    assert skipped(text) == ["4 cancelled", "5 deposit", "6 footer"]


def test_corporate_actions_whose_direction_stands_in_a_second_type_and_a_row_that_slipped() -> None:
    text = (
        "Transaction Time (CET),Transaction Category,Transaction Type,Transfer Type,Transaction Amount,"
        "Transaction Currency,Cash Balance Amount,Asset Id,Asset Name,Asset Quantity,Asset Price,Asset Currency\n"
        "2020-11-18 12:15:23.606000,deposits,Sepa Deposit,,,500,EUR,500,,,,\n"
        "2023-03-21 13:37:29.383000,trades,Buy Trade,,-542.92,EUR,48.49,NL0011821202,Muster,49,11.08,EUR\n"
        "2023-08-31 11:16:47.57,corporate_actions,General Corporate Action,ASSET_REDEEM,-98.0,EUR,,NL0011821202,"
        "Muster,49,2,EUR\n"
        "2023-08-31 11:18:46.26,corporate_actions,General Corporate Action,ASSET_DEPOSIT,98.0,EUR,,NL0011821202,"
        "Muster,98,1,EUR\n"
    )
    assert said(text) == [
        "3 buy 2023-03-21 49 NL0011821202 @ 11.08 EUR = 542.92",
        "4 out 2023-08-31 49 NL0011821202 @ 2 EUR = 98",
        "5 in 2023-08-31 98 NL0011821202 @ 1 EUR = 98",
    ]


def test_the_price_in_the_instrument_s_currency_beside_the_one_in_the_account_s() -> None:
    text = (
        "Title,Type,Timestamp,Account Currency,Total Amount,Buy / Sell,Ticker,ISIN,"
        "Price per Share in Account Currency,Stamp Duty,Quantity,Venue,Instrument Currency,Price per Share,FX Rate,"
        "FX Fee (BPS),FX Fee Amount\n"
        "Muster,ORDER,2024-01-24T15:16:15.350Z,GBP,1610.00,BUY,MUST,US67066G1040,400.00,0.00,4,Multiple,USD,500.00,"
        "1.25,39,10.00\n"
        "Statement,MONTHLY_STATEMENT,2024-03-01T00:00:00.000Z,,,,,,,,,,,,,,\n"
    )
    assert said(text) == ["2 buy 2024-01-24 4 US67066G1040 @ 500 USD fee 10GBP rate 1.25 = 1610GBP"]


def test_an_isin_within_the_name_and_two_digit_years() -> None:
    text = (
        "Security / ISIN,Transaction Type,Quantity,Share Price,Total Trade Value,Trade Date/Time,Broker\n"
        "Muster All-World / ISIN IE00BK5BQT80,Buy,2.5,£110.00,£275.00,23/12/24 15:18:12,None\n"
        "Muster All-World / ISIN IE00BK5BQT80,Sell,1.5,£102.00,£153.00,30/04/25 14:13:11,None\n"
    )
    assert said(text) == [
        "2 buy 2024-12-23 2.5 IE00BK5BQT80 @ 110 GBP = 275",
        "3 sell 2025-04-30 1.5 IE00BK5BQT80 @ 102 GBP = 153",
    ]


def test_fees_in_two_currencies_are_not_added_up() -> None:
    text = (
        "Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total,"
        "Currency (Total),French transaction tax,Currency (French transaction tax),Finra fee,Currency conversion fee,"
        "Currency (Currency conversion fee),Currency (Finra fee)\n"
        "Limit sell,2024-06-27 15:45:10.456,US01609W1027,MUST,Muster,10,160.00,USD,1.28,1248.09,GBP,,,0.05,1.87,GBP,"
        "USD\n"
        "Market buy,2024-08-01 09:05:00.789,FR0000121014,REN,Rennes,20,50.00,EUR,1.25,803.60,GBP,3.00,EUR,,1.20,GBP,\n"
    )
    assert said(text) == [
        "2 sell 2024-06-27 10 US01609W1027 @ 160 USD fee 1.87GBP rate 1.28 = 1248.09GBP",
        "3 buy 2024-08-01 20 FR0000121014 @ 50 EUR fee 1.2GBP rate 1.25 = 803.6GBP",
    ]


def test_a_column_of_noughts_is_not_the_quantity() -> None:
    text = (
        "Run Date,Account,Action,Symbol,Description,Type,Exchange Quantity,Currency,Price,Quantity,Exchange Rate,"
        "Commission,Amount,Settlement Date\n"
        '12/03/2025,IRA,"REINVESTMENT MUSTER FD (MUST) (Cash)",MUST,MUSTER FD,Cash,0,USD,50.00,9.5,0,,-475.00,\n'
        '12/03/2025,CMA,"TRANSFERRED FROM 5 (Cash)", ,No Description,Cash,0,USD,,0.000,0,,37592.63,\n'
        '11/17/2025,IRA,"YOU SOLD BEISPIEL INC (BSP) (Margin)",BSP,BEISPIEL INC,Margin,0,USD,208.00,-18,0,,3744.00,\n'
        "\n\nDate downloaded 12/03/2025 3:00 pm\n"
    )
    assert [line.split(" rate")[0] for line in said(text)] == [
        "2 buy 2025-12-03 9.5 MUST @ 50 USD",
        "4 sell 2025-11-17 18 BSP @ 208 USD",
    ]


def test_options_cash_funds_and_unknown_verbs_are_no_purchases() -> None:
    text = (
        '"Transactions for account ...123 as of 03/23/2026"\n'
        '"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"\n'
        '"05/06/2025","Sell","MUST","MUSTER ETF","8","$247.00","$0.06","$1975.94"\n'
        '"03/15/2025","Buy to Open","SPY   250321C00500000","S&P 500 CALL 03/21/25 $500","1","$12.50","$0.65",'
        '"-$1250.65"\n'
        '"01/10/2025","Non-Qualified Div","BSP","BEISPIEL","","","","$12.40"\n'
        '"10/16/2024","Reinvest Shares","SWVXX","VALUE ADVANTAGE MONEY INV","46.23","$1.00","","-$46.23"\n'
        '"08/25/2023","Conversion","BSP","BEISPIEL CLASS A","34","","",""\n'
        '"Transactions Total","","","","","","","$10963.71"\n'
    )
    assert said(text) == [
        "3 sell 2025-05-06 8 MUST @ 247 USD fee 0.06 = 1975.94",
        "5 dividend BSP",
        "7 in 2023-08-25 34 BSP",
    ]
    assert skipped(text) == ["4 other", "6 cash", "8 total"]


def test_a_verb_that_nobody_knows_is_asked_about() -> None:
    text = (
        "ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,"
        "Total (inclusive of fees and/or spread),Fees and/or Spread,Notes\n"
        "1,2025-01-17 16:57:02 UTC,Staking Income,ETH,0.5,EUR,€3343.1,€1671.55,€1671.55,€0.00,\n"
        "2,2025-01-07 19:26:56 UTC,Send,ETH2,-0.25,EUR,€3302,-€825.50,-€825.50,€0.00,Sent\n"
        "3,2024-12-05 06:33:40 UTC,Convert,BTC,0.004,EUR,€90000,€360,€363,,Converted 0.004 BTC to 156 XRP\n"
        "4,2022-03-25 06:45:27 UTC,Buy,BTC,0.002,EUR,€40000,€80.00,€82.00,€2.00,Bought\n"
    )
    assert said(text) == [
        "2 in 2025-01-17 0.5 ETH @ 3343.1 EUR fee 0 = 1671.55",
        "3 out 2025-01-07 0.25 ETH2 @ 3302 EUR fee 0 = 825.5",
        "4 question",
        "5 buy 2022-03-25 0.002 BTC @ 40000 EUR fee 2 = 82",
    ]


def test_what_is_called_a_cost_and_is_quantity_times_price_is_the_sum() -> None:
    text = (
        "General investment\n\nCash Transactions\n\nDate,Details,Amount,Balance\n"
        "08/03/2022,Deposit for investment purchases,15000,15000\n"
        "09/04/2022,DIV: MUST.XLON.GB @ GBP 0.4106,225.83,380.13\nBalance,23.59\n\n\n"
        "Investment Transactions\n\nDate,InvestmentName,TransactionDetails,Quantity,Price,Cost\n"
        '10/03/2022,Muster ETF (MUST),"Bought 1,550 Muster ETF (MUST)",1550,9.60,14880.00\n'
        "29/05/2022,Beispiel \u2013 Acc (BSP),Bought 3 Beispiel \u2013 Acc (BSP),3,101.00,303.00\n"
        "15/07/2022,Beispiel - Acc (BSP),Sold 1 Beispiel - Acc (BSP),1,104.00,104.00\nCost,15079\n"
    )
    assert said(text) == [
        "14 buy 2022-03-10 1550 MUST @ 9.6 = 14880",
        "15 buy 2022-05-29 3 BSP @ 101 = 303",
        "16 sell 2022-07-15 1 BSP @ 104 = 104",
    ]


def test_a_file_of_coins_whose_currency_is_what_was_bought() -> None:
    text = (
        "Timezone,Date,Time,Type,Currency,Amount,Quote Currency,Quote Price,Received / Paid Currency,"
        "Received / Paid Amount,Fee currency,Fee amount,Status,Transaction ID\n"
        "Europe/Amsterdam,2023-11-30,11:36:46.620,buy,ETH,0.005,EUR,1800,EUR,-9.00,EUR,0.02,Completed,9\n"
        "Europe/Amsterdam,2023-11-30,11:33:24,deposit,EUR,10,,,,,EUR,0,Completed,8\n"
        "Europe/Amsterdam,2022-11-14,10:48:35,staking,ADA,0.12,,,,,ADA,,Distributed,7\n"
    )
    assert said(text) == ["2 buy 2023-11-30 0.005 ETH @ 1800 EUR fee 0.02 = 9", "4 in 2022-11-14 0.12 ADA"]


def test_a_header_of_words_that_nobody_knows_is_no_instrument() -> None:
    text = (
        "XX-LFD;XX-BUD;XX-VAL;XX-GART;XX-BEZ;XX-NR;XX-WHG;XX-BETR\n"
        "1;20230803;20230807;Kauf;MUSTER ETF DIST;IE00B3RBWM25;EUR;43,43\n"
        "2;20230903;20230907;Kauf;MUSTER ETF DIST;IE00B3RBWM25;EUR;45,43\n"
    )
    assert list(net(text)) == ["IE00B3RBWM25"]


def test_costs_in_the_account_s_currency_that_are_the_whole_sum_are_no_fee() -> None:
    text = (
        "Trade date;Symbol;B/S;Qty;Price;Ccy;FX;Cost EUR\n"
        "2024-01-02;ULVR.L;B;100;3950,5;GBp;85,2;4.636,74\n"
        "2024-01-02;0700.HK;B;100;300;HKD;8,5;3.529,41\n"
    )
    assert [row.fee for row in read(text.encode()).lots] == [None, None]


def test_the_tax_on_what_a_fund_keeps_changes_no_position() -> None:
    text = (
        "Datum;Vorgang;Wertpapier;ISIN;St\u00fcck;Kurs;Betrag;W\u00e4hrung\n"
        "03.01.2024;Kauf;MSCI World;IE00B4L5Y983;1;80,00;-80,00;EUR\n"
        "07.01.2024;Vorabpauschale;MSCI World;IE00B4L5Y983;;;-1,23;EUR\n"
        "08.01.2024;Thesaurierung;MSCI World;IE00B4L5Y983;1;;-0,25;EUR\n"
    )
    assert skipped(text) == ["3 tax", "4 dividend"]

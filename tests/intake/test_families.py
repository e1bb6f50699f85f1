from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from watcher.domain.holding import Side
from watcher.intake.read import read
from watcher.intake.report import About, Expected, Fate, Kind, Reason, Report, Row

D = Decimal


def only(report: Report) -> Row:
    assert len(report.lots) == 1, report.lots
    return report.lots[0]


def fates(report: Report) -> list[tuple[int, str, str]]:
    return [(f.first, f.fate.value, f.reason.value) for f in report.fates]


def test_a_german_depot_with_a_lone_semicolon_a_preamble_and_no_isin() -> None:
    text = (
        ';\n"Depotübersicht";"Stand: 02.02.2026 16:00";\n\n'
        '"Stück/Nom.";"Bezeichnung";"WKN";"Währung";"Akt. Kurs";"Kaufkurs in EUR";"Kaufwert in EUR";"Wert in EUR";\n'
        '"148";"MUSTER HLDG SP.ADR";"A117ME";"EUR";"144,80";"130,20";"19.269,60";"21.430,40";\n'
        '"1.000";"BEISPIEL AG NA";"555750";"EUR";"28,15";"17,500";"17.500,00";"28.150,00";\n'
    )
    report = read(text.encode("cp1252"))
    assert (report.encoding, report.delimiter, report.decimal) == ("cp1252", ";", ",")
    assert (report.kind, report.header_line) == (Kind.HOLDINGS, 4)
    first, second = report.lots
    assert (first.quantity, first.price, first.amount, first.value_price) == (
        D(148),
        D("130.2"),
        D("19269.6"),
        D("144.8"),
    )
    assert (second.identity.wkn, second.quantity, second.price, second.currency) == (
        "555750",
        D(1000),
        D("17.5"),
        "EUR",
    )


def test_currencies_in_unnamed_columns_after_each_amount() -> None:
    text = (
        "Datum,Tijd,Product,ISIN,Beurs,Aantal,Koers,,Lokale waarde,,Waarde,,Wisselkoers,Transactiekosten,,Totaal,,"
        "Order ID\n"
        '02-01-2024,15:30,MUSTER HOLDING,US01609W1027,NSY,10,"72,45",USD,"-724,50",USD,"-661,20",EUR,'
        '"1,0957","-2,00",EUR,"-663,20",EUR,aaaa\n'
    )
    row = only(read(text.encode()))
    assert (row.side, row.day, row.quantity) == (Side.BUY, date(2024, 1, 2), D(10))
    assert (row.price, row.currency, row.rate) == (D("72.45"), "USD", D("1.0957"))
    assert (row.amount, row.amount_currency, row.fee, row.fee_currency) == (D("663.2"), "EUR", D(2), "EUR")
    assert row.identity.exchange == "NSY"


def test_a_utf_16_file_with_tabs_from_the_north() -> None:
    text = (
        "Id\tBokföringsdag\tAffärsdag\tTransaktionstyp\tVärdepapper\tISIN\tAntal\tKurs\tTotal Avgift\t"
        "Valuta\tBelopp\tValuta\n"
        "1\t2024-01-03\t2024-01-02\tKÖPT\tMuster ADR\tUS01609W1027\t10\t72,5\t9\tSEK\t-734\tSEK\n"
        "2\t2024-02-03\t2024-02-02\tUTDELNING\tMuster ADR\tUS01609W1027\t10\t1,0\t0\tSEK\t10\tSEK\n"
        "3\t2024-02-05\t2024-02-05\tINSÄTTNING\t\t\t\t\t\t\t5000\tSEK\n"
    )
    report = read(text.encode("utf-16"))
    row = only(report)
    assert (row.side, row.day, row.fee, row.fee_currency) == (Side.BUY, date(2024, 1, 2), D(9), "")
    assert fates(report)[2:] == [(3, "skipped", "dividend"), (4, "skipped", "deposit")]


def test_a_sectioned_statement_with_totals_and_base_currency() -> None:
    text = (
        "Statement,Header,Field Name,Field Value\nStatement,Data,Title,Activity\n"
        "Account Information,Header,Field Name,Field Value\nAccount Information,Data,Base Currency,EUR\n"
        "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,Proceeds,"
        "Comm/Fee,Code\n"
        'Trades,Data,Order,Stocks,USD,BABA,"2024-01-02, 09:31:00",10,72.15,-721.5,-1,O\n'
        'Trades,Data,Order,Stocks,USD,BABA,"2024-02-02, 09:31:00","-1,000",75.00,75000,-3.2,C\n'
        "Trades,SubTotal,,Stocks,USD,BABA,,-990,,74278.5,-4.2,\n"
        "Dividends,Header,Currency,Date,Description,Amount\n"
        "Dividends,Data,USD,2024-01-12,BABA(US01609W1027) Cash Dividend USD 1.00 per Share,10\n"
        "Dividends,Data,Total,,,10\n"
    )
    report = read(text.encode())
    assert (report.kind, report.header_line) == (Kind.TRANSACTIONS, 5)
    assert [(row.side, row.quantity, row.price) for row in report.lots] == [
        (Side.BUY, D(10), D("72.15")),
        (Side.SELL, D(1000), D("75.00")),
    ]
    assert len(report.holdings) == 1
    assert report.holdings[0].identity.isin == "US01609W1027"  # learned from the dividend's text
    assert fates(report)[7:] == [
        (8, "skipped", "total"), (9, "skipped", "section"), (10, "skipped", "dividend"), (11, "skipped", "total"),
    ]  # fmt: skip


def test_trades_told_in_sentences_get_the_fee_of_their_order() -> None:
    text = (
        "Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id\n"
        '02-01-2024,15:30,02-01-2024,MUSTER,US01609W1027,"Koop 6 MUSTER@49,785 EUR (US01609W1027)",,EUR,'
        '"-298,71",EUR,1,abc\n'
        '02-01-2024,15:30,02-01-2024,MUSTER,US01609W1027,Transactiekosten,,EUR,"-1,00",EUR,2,abc\n'
        "03-01-2024,15:30,03-01-2024,,,iDEAL Deposit,,EUR,100,EUR,102,\n"
    )
    report = read(text.encode())
    row = only(report)
    assert (row.quantity, row.price, row.fee) == (D(6), D("49.785"), D("1.00"))
    assert [(f.reason, f.into) for f in report.fates[2:]] == [(Reason.FEE, 2), (Reason.DEPOSIT, 0)]


def test_pence_are_told_from_pounds() -> None:
    text = (
        "Trade date,Reference,Description,Unit cost (p),Quantity,Value (£)\n"
        '25/02/2026,S1,Muster World Fund 1000 @ 4500.00,"4,500.00","1,000","44,988.05"\n'
        '24/01/2026,B1,Muster World Fund 4563 @ 3287.199,"3,287.199","4,563","-150,006.84"\n'
    )
    report = read(text.encode("cp1252"))
    sold, bought = report.lots
    assert (sold.side, sold.price, sold.currency) == (Side.SELL, D(45), "GBP")
    assert (bought.side, bought.price, bought.amount) == (Side.BUY, D("32.87199"), D("150006.84"))
    assert [holding.identity.name for holding in report.holdings] == ["Muster World Fund"]


def test_pence_without_a_word_are_seen_from_the_product() -> None:
    text = "Date,Type,Ticker,Quantity,Price,Amount,Currency\n2024-01-02,Buy,VOD,100,68.52,-68.52,GBP\n"
    row = only(read(text.encode()))
    assert (row.price, row.currency, row.amount) == (D("0.6852"), "GBP", D("68.52"))


def test_debits_and_credits_tell_purchases_from_sales() -> None:
    text = (
        "Date,Symbol,Quantity,Price,Description,Debit,Credit\n"
        "02/01/2024,BABA,10,£57.12,MUSTER GROUP,£577.19,n/a\n15/01/2024,VOD,100,68.52p,PHONE GROUP,n/a,£62.53\n"
    )
    report = read(text.encode())
    assert [(row.side, row.amount, row.price) for row in report.lots] == [
        (Side.BUY, D("577.19"), D("57.12")),
        (Side.SELL, D("62.53"), D("0.6852")),
    ]


def test_an_unquoted_comma_in_a_name_moves_no_number() -> None:
    text = (
        "Date,Type,ISIN,Name,Quantity,Price\n2024-01-02,Buy,US0378331005,Apple,1,2\n"
        "2024-01-03,Buy,US01609W1027,Muster, Inc.,10,72.5\n"
    )
    row = read(text.encode()).lots[1]
    assert (row.identity.name, row.quantity, row.price) == ("Muster, Inc.", D(10), D("72.5"))


def test_cells_that_moved_along_are_moved_back_and_said() -> None:
    head = "Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Total,Currency (Total)\n"
    rows = "".join(
        f"Market buy,2024-01-0{n} 10:00:00,US01609W1027,BABA,Muster,{n},70.5,USD,{n}00,EUR\n" for n in range(1, 7)
    )
    late = "Market sell,2024-02-01 10:00:00,US01609W1027,BABA,Muster,EOF123,3.5,71.25,USD,250\n"
    report = read((head + rows + late).encode())
    row = report.lots[-1]
    assert (row.side, row.quantity, row.price, row.currency) == (Side.SELL, D("3.5"), D("71.25"), "USD")
    assert (8, About.SHIFTED) in {(notice.line, notice.about) for notice in report.notices}


def test_the_later_of_two_snapshots_is_the_position() -> None:
    text = (
        "date,symbol,quantity,price,currency\n2024-03-31,AAPL,50,171.48,USD\n2024-03-31,MSFT,30,420.72,USD\n"
        "2024-06-30,AAPL,55,210.62,USD\n2024-06-30,MSFT,30,446.34,USD\n"
    )
    report = read(text.encode())
    assert report.kind is Kind.HOLDINGS
    assert [(h.identity.symbol, h.quantity, h.lines[0]) for h in report.holdings] == [
        ("AAPL", D(55), 2),
        ("MSFT", D(30), 3),
    ]
    assert [(f.fate, f.into) for f in report.fates[1:3]] == [(Fate.MERGED, 4), (Fate.MERGED, 5)]


def test_two_equal_purchases_on_one_day_are_two() -> None:
    text = "date,type,symbol,qty,price\n2024-01-02,buy,AAPL,1,10\n2024-01-02,buy,AAPL,1,10\n"
    assert read(text.encode()).holdings[0].quantity == D(2)


def test_what_was_cancelled_or_waits_is_left_out() -> None:
    text = (
        "date;status;type;isin;shares;price\n2024-01-02;Executed;Buy;US0378331005;2;10\n"
        "2024-01-03;Cancelled;Buy;US0378331005;5;10\n2024-01-04;Pending;Sell;US0378331005;1;10\n"
    )
    report = read(text.encode())
    assert report.holdings[0].quantity == D(2)
    assert fates(report)[2:] == [(3, "skipped", "cancelled"), (4, "skipped", "pending")]


def test_a_total_is_never_taken_for_a_unit_price() -> None:
    text = (
        "Date,Type,Value,Transaction Currency,Gross Amount,Fees,Shares,ISIN\n"
        "2026-01-20,Buy,3000.00,USD,2990.00,10.00,100,US70450Y1038\n"
    )
    row = only(read(text.encode()))
    assert (row.price, row.derived_price, row.amount, row.currency) == (None, D("29.9"), D(3000), "USD")


def test_a_move_within_one_broker_does_not_double_the_position() -> None:
    text = (
        "Date,Ticker,Type,Quantity,Price per share,Total Amount,Currency\n"
        "2022-01-02,TSLA,BUY - MARKET,2,$100.00,$200.00,USD\n"
        "2023-01-02,TSLA,TRANSFER FROM MUSTER TRADING LTD TO MUSTER SECURITIES UAB,2,,$0,USD\n"
        "2024-01-02,TSLA,BUY - MARKET,1,$100.00,$100.00,USD\n"
    )
    assert read(text.encode()).holdings[0].quantity == D(3)


def test_a_bad_cell_is_named_by_line_column_value_and_what_was_expected() -> None:
    text = (
        "date,type,symbol,qty,price\n2024-01-02,buy,AAPL,abc,10\nnot-a-date,buy,AAPL,1,10\n2024-01-03,buy,AAPL,1,10\n"
    )
    report = read(text.encode())
    assert [tuple(problem) for problem in report.problems] == [
        (2, 4, "qty", "abc", Expected.NUMBER),
        (3, 1, "date", "not-a-date", Expected.DATE),
    ]
    assert [f.fate for f in report.fates] == [Fate.HEADER, Fate.WRONG, Fate.WRONG, Fate.IMPORTED]


def test_a_wrong_check_digit_is_a_warning_and_no_refusal() -> None:
    report = read(b"ISIN;Name;Anzahl\nUS01609W1028;Muster;10\n")
    assert report.holdings[0].quantity == D(10)
    assert [(n.line, n.about, n.value) for n in report.notices] == [(2, About.CHECK_DIGIT, "US01609W1028")]


def test_a_row_that_says_too_little_asks() -> None:
    text = "date,type,symbol,qty,price\n2024-01-01,buy,AAPL,1,10\n2024-01-02,,MSFT,,10\n"
    report = read(text.encode())
    assert [(q.line, q.about) for q in report.questions] == [(3, About.SIDE)]
    assert [(h.identity.symbol, h.quantity) for h in report.holdings] == [("AAPL", D(1)), ("MSFT", None)]


def test_days_that_could_be_either_are_asked_about_only_where_nothing_tells() -> None:
    english = "date,type,symbol,qty,price\n01/02/2024,buy,AAPL,1,10\n"
    questions = read(english.encode()).questions
    assert [(q.about, q.candidates) for q in questions] == [(About.DATES, ("2024-02-01", "2024-01-02"))]
    assert read(english.replace("/", "-").encode()).questions == ()


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            "###Muster,NYSE:BABA,HKEX:9988,###FX,FX_IDC:EURUSD",
            [("BABA", "NYSE"), ("9988", "HKEX"), ("EURUSD", "FX_IDC")],
        ),
        ("BABA, AHLA.DE, 9988.HK", [("BABA", ""), ("AHLA.DE", ""), ("9988.HK", "")]),
        ("Symbol\nBABA\nAAPL\n", [("BABA", ""), ("AAPL", "")]),
    ],
)
def test_lists_of_symbols_need_no_table(text: str, symbols: list[tuple[str, str]]) -> None:
    report = read(text.encode())
    assert report.kind is Kind.WATCHLIST
    assert [(h.identity.symbol, h.identity.exchange) for h in report.holdings] == symbols


def test_sections_of_a_list_are_kept() -> None:
    assert [row.section for row in read(b"###Muster,NYSE:BABA,###Tech,NASDAQ:AAPL").rows] == ["Muster", "Tech"]


def test_a_file_without_a_header_is_read_by_its_values() -> None:
    report = read(b"US01609W1027;10;72,15;EUR\nDE0005557508;100;17,50;EUR\n")
    assert (report.header_line, report.kind) == (None, Kind.HOLDINGS)
    assert [(h.identity.isin, h.quantity, h.currency) for h in report.holdings] == [
        ("US01609W1027", D(10), "EUR"),
        ("DE0005557508", D(100), "EUR"),
    ]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"hello world\n", b"\x00\x01\x02", b"{}\n", b"1,2,3\n4,5,6\n"])
def test_what_is_no_export_names_no_instrument(data: bytes) -> None:
    assert read(data).holdings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Dear customer,\nthank you.\n",
        "name,surname,email\nA,B,a@b.example\nC,D,c@d.example\n",
        "City,Population\nBerlin,3600000\nHamburg,1800000\n",
        "INFO 2024-01-01 12:00:00,123 start\nERROR 2024-01-01 12:00:01,456 stop\n",
        '{"a": 1, "b": [1,2]}\n',
    ],
)
def test_texts_and_other_tables_are_no_lists_of_instruments(text: str) -> None:
    report = read(text.encode())
    assert (report.kind, report.holdings) == (None, ())

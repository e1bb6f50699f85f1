"""American, British and other brokers, trackers and people's own sheets: made up in the shape of real files."""

from __future__ import annotations

import pytest

from tests.intake.said import net, said, skipped

FILES = {
    "Fidelity's positions": (
        (
            "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Current Value,Total Gain/Loss Dollar,"
            "Percent Of Account,Cost Basis Total,Average Cost Basis,Type\n"
            "X1,Individual,SPAXX**,HELD IN MONEY MARKET,,,$1234.56,,1.00%,,,Cash,\n"
            "X1,Individual,BABA,MUSTER ADS,148,$84.79,$12548.92,+$1870.72,50.00%,$10678.20,$72.15,Cash,\n"
            "X1,Individual,-AAPL250117C200,AAPL JAN 17 2025 $200 CALL,1,$5.00,$500.00,,,$400.00,$4.00,Margin,\n"
        ),
        ["3 hold 148 BABA @ 72.15 USD = 10678.2 now 84.79"],
    ),
    "Merrill, whose type is empty and whose name begins with a verb": (
        (
            '"Trade Date" ,"Settlement Date" ,"Account" ,"Description" ,"Type" ,"Symbol/ CUSIP" ,"Quantity" ,"Price" ,'
            '"Amount" ," "\n'
            '"01/16/2024" ,"01/18/2024" ,"A" ,"Purchase  MUSTER" ,"" ,"BABA" ,"10" ,"$72.15" ,"-$721.50" ," "\n'
            '"03/01/2024" ,"03/03/2024" ,"A" ,"Sale  MUSTER" ,"" ,"BABA" ,"-4" ,"$75.00" ,"$300.00" ," "\n'
        ),
        ["2 buy 2024-01-16 10 BABA @ 72.15 USD = 721.5", "3 sell 2024-03-01 4 BABA @ 75 USD = 300"],
    ),
    "Wealthsimple, whose quantity stands in the description": (
        (
            "date,transaction,description,amount,balance,currency\n"
            "2024-01-16,BUY,BABA - Muster: Bought 10.0000 shares (executed at 2024-01-16),-721.50,1000.00,USD\n"
            "2024-03-01,SELL,BABA - Muster: Sold 4.0000 shares (executed at 2024-03-01),300.00,1300.00,USD\n"
            "2024-03-06,CONT,Contribution (executed at 2024-03-06),500.00,1810.00,CAD\n"
        ),
        ["2 buy 2024-01-16 10 BABA ~ 72.15 USD = 721.5", "3 sell 2024-03-01 4 BABA ~ 75 USD = 300"],
    ),
    "a British holding with a price in pence and a cost in pounds": (
        (
            "Code,Stock,Units held,Price (pence),Value (£),Cost (£),Gain/loss (£)\n"
            '"MUST","Muster Ordinary 25p",100,"2,850.00","2,850.00","2,500.00",350.00\n,"Totals",,,"2,850.00","2,'
            '500.00",\n'
        ),
        ["2 hold 100 MUST ~ 25 GBP = 2500 now 28.5"],
    ),
    "a cost that is of one share": (
        (
            "Symbol,Price,Change,Change %,Shares,Cost,Today's Gain,Value,Date\n"
            "BABA,84.79,0.5,0.59%,10,72.15,5,847.9,01/16/2024\n"
        ),
        ["2 hold 10 BABA @ 72.15 now 84.79"],
    ),
    "Yahoo's quotes with lots": (
        (
            "Symbol,Current Price,Date,Time,Change,Open,High,Low,Volume,Trade Date,Purchase Price,Quantity,Commission\n"
            "BABA,84.79,2025/01/02,16:00 EST,0.5,84,85,83,12345678,20240116,72.15,10,1\n"
            "AHLA.DE,144.8,2025/01/02,17:35 CET,0.5,144,145,143,12345,,,,\n"
        ),
        ["2 buy 2024-01-16 10 BABA @ 72.15 fee 1", "3 named AHLA.DE"],
    ),
    "a screener, whose volume is no holding": (
        (
            "No.,Ticker,Company,Sector,Country,Market Cap,P/E,Price,Change,Volume\n"
            "1,BABA,Muster ADR,Consumer Cyclical,China,203114.12,17.5,84.79,0.59%,12345678\n"
        ),
        ["2 named BABA"],
    ),
    "Robinhood with an option": (
        (
            '"Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price",'
            '"Amount"\n'
            '"1/16/2024","1/16/2024","1/18/2024","BABA","Muster\nCUSIP: 01609W102","Buy","10","$72.15","($721.50)"\n'
            '"3/6/2024","3/6/2024","3/6/2024","AAPL","AAPL 3/15/2024 Call $180.00","BTO","1","$1.50","($150.04)"\n'
        ),
        ["2 buy 2024-01-16 10 BABA @ 72.15 USD = 721.5"],
    ),
    "a transfer of cash in a tracker": (
        (
            "datetime;date;price;shares;amount;tax;fee;type;assettype;identifier;wkn;currency;holdingname\n"
            "2024-01-16T09:31:00.000Z;16.01.2024;68,5;10;685;0;1;Buy;Security;US01609W1027;A117ME;EUR;Muster\n"
            "2024-03-05T09:31:00.000Z;05.03.2024;1;500;500;0;0;TransferIn;Cash;hld_2;;EUR;Konto\n"
        ),
        ["2 buy 2024-01-16 10 US01609W1027 @ 68.5 EUR fee 1 = 685"],
    ),
    "an Italian sheet": ("Azione;Quantità;Prezzo di acquisto;Data di acquisto\nENEL;100;6,25;12/03/2024\n", None),
    "a Spanish sheet": ("Acción;Cantidad;Precio de compra;Fecha de compra\nENEL;100;6,25;12/03/2024\n", None),
    "a Portuguese sheet": ("Ação;Quantidade;Preço de compra;Data de compra\nENEL;100;6,25;12/03/2024\n", None),
    "a French sheet": ("Action;Quantité;Prix d'achat;Date d'achat\nENEL;100;6,25;12/03/2024\n", None),
    "a Dutch sheet": ("Aandeel;Aantal;Aankoopprijs;Aankoopdatum\nENEL;100;6,25;12-03-2024\n", None),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_people(name: str) -> None:
    text, lots = FILES[name]
    assert said(text) == (lots or ["2 hold 2024-03-12 100 ENEL @ 6.25"])


def test_orders_and_their_executions_are_one_trade_and_a_transfer_says_its_direction() -> None:
    text = (
        "Statement,Header,Field Name,Field Value\nStatement,Data,BrokerName,Muster\n"
        "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,"
        "Comm/Fee,Code\n"
        'Trades,Data,Order,Stocks,USD,BABA,"2024-01-16, 10:30:00",10,72.15,73,-721.5,-1,O\n'
        'Trades,Data,Trade,Stocks,USD,BABA,"2024-01-16, 10:30:00",10,72.15,73,-721.5,-1,O\n'
        'Trades,Data,Order,Equity and Index Options,USD,BABA 19JAN24 80.0 C,"2024-03-02, 09:00:00",1,1,1,-108,-1,O\n'
        "Transfers,Header,Asset Category,Currency,Symbol,Date,Type,Direction,Xfer Company,Xfer Account,Qty,Xfer Price,"
        "Market Value,Cash Amount,Code\n"
        "Transfers,Data,Stocks,EUR,SAP,2024-02-01,FOP,In,BANK,123,12,--,1800,0,\n"
    )
    assert said(text) == [
        "4 buy 2024-01-16 10 BABA @ 72.15 USD fee 1 = 721.5",
        "8 in 2024-02-01 12 SAP ~ 150 EUR = 1800",
    ]
    assert skipped(text) == ["6 other", "7 section"]


def test_marks_of_a_flex_query_are_no_rows() -> None:
    text = (
        '"BOF","U1","Trades","1","20240101","20241231"\n"BOA","U1"\n"BOS","TRNT","Trades; trade date basis"\n'
        '"ClientAccountID","CurrencyPrimary","AssetClass","Symbol","ISIN","TradeDate","Quantity","TradePrice",'
        '"TradeMoney","IBCommission","IBCommissionCurrency","Buy/Sell"\n'
        '"U1","USD","STK","BABA","US01609W1027","20240116","10","72.15","721.5","-1","USD","BUY"\n'
        '"EOS","TRNT","1","Trades; trade date basis"\n"BOS","POST","Position; trade date basis"\n'
        '"ClientAccountID","CurrencyPrimary","AssetClass","Symbol","ISIN","ReportDate","Quantity","MarkPrice",'
        '"PositionValue","OpenPrice","CostBasisPrice","CostBasisMoney","Side"\n'
        '"U1","USD","STK","BABA","US01609W1027","20241231","6","84.79","508.74","72.15","72.25","433.5","Long"\n'
        '"EOS","POST","1","Position; trade date basis"\n"EOA","U1"\n"EOF","U1"\n'
    )
    assert said(text) == [
        "5 buy 2024-01-16 10 US01609W1027 @ 72.15 USD fee 1 = 721.5",
        "9 hold 6 US01609W1027 @ 72.15 USD = 433.5 now 84.79",
    ]
    assert net(text) == {"US01609W1027": "6"}


def test_a_closed_position_is_the_two_trades_that_it_was() -> None:
    text = (
        "Position ID,Action,Amount,Units,Open Rate,Close Rate,Profit,Open Date,Close Date,Leverage,Type,ISIN\n"
        "25,Buy Muster,500.00,4,125.00,130.00,20.00,16/01/2024 15:30:12,01/03/2024 16:00:00,1,Stocks,US01609W1027\n"
        "26,Sell EUR/USD,500.00,400,1.2500,1.2000,20.00,17/01/2024 15:30:12,02/03/2024 16:00:00,30,CFD,\n"
    )
    assert said(text) == [
        "2 buy 2024-01-16 4 US01609W1027 @ 125 = 500",
        "2 sell 2024-03-01 4 US01609W1027 @ 130",
    ]
    assert skipped(text) == ["3 other"]


def test_thousands_of_equal_reversals_and_repeated_headers_are_read_in_good_time() -> None:
    head = "Date,Type,Symbol,Quantity,Price,Currency\n"
    pairs = "".join(f"2024-01-02,{verb},ABC,10,1.5,USD\n{head}" for _ in range(3000) for verb in ("Buy", "Cancel Buy"))
    assert net(head + pairs) == {"ABC": "-"}


def test_a_fund_named_after_dividends_is_a_position() -> None:
    text = "Symbol,Description,Quantity,Last Price,Market Value\nSCHD,Muster Dividend ETF,10,27.00,270.00\n"
    assert said(text) == ["2 hold 10 SCHD now 27"]


def test_a_note_does_not_say_what_was_done() -> None:
    text = (
        "Date,Type,Symbol,Quantity,Price,Amount,Note\n"
        "2024-01-02,Trade,BABA,10,70,-700,sold half of it later\n2024-02-02,Trade,BABA,-5,80,400,\n"
    )
    assert said(text) == ["2 buy 2024-01-02 10 BABA @ 70 = 700", "3 sell 2024-02-02 5 BABA @ 80 = 400"]


def test_what_a_plan_released_names_no_instrument() -> None:
    text = (
        "Vest Date,Order Number,Plan,Type,Status,Price,Quantity,Net Cash Proceeds,Net Share Proceeds\n"
        "25-Mar-2021,A1,GSU Class C,Release,Complete,$102.25,400.000,$0.00,212.0\n"
    )
    assert net(text) == {}


def test_the_currency_stands_in_the_column_that_is_filled() -> None:
    text = (
        "Run Date,Action,Symbol,Exchange Currency,Currency,Price,Quantity,Amount\n"
        "12/23/2025,YOU BOUGHT MUSTER,MUST,,USD,50.00,10,-500.00\n"
    )
    assert said(text) == ["2 buy 2025-12-23 10 MUST @ 50 USD = 500"]


def test_quotes_with_their_currency_beside_a_net_value_without_one() -> None:
    text = (
        "Date\tTransaction\tSecurity\tShares\tQuote\tAmount\tFees\tNet Transaction Value\n"
        "2024-01-02 00:00\tBuy\tMuster\t10\tUSD 70.00\tUSD 700.00\t5.00\t705.00\n"
        "2024-01-03 00:00\tDelivery (Inbound)\tMuster\t3\tUSD 60.00\tUSD 180.00\t0.00\t180.00\n"
    )
    assert said(text) == [
        "2 buy 2024-01-02 10 Muster @ 70 USD fee 5 = 705",
        "3 in 2024-01-03 3 Muster @ 60 USD fee 0 = 180",
    ]


def test_of_a_log_of_orders_only_what_was_filled_counts() -> None:
    text = (
        "Order ID,Side,Exchange,Symbol,Price,Volume,Value,Fee,Status,Update Type,Update Time,Request Status\n"
        "71,Buy,BVB,ABCETF,24.10,20,482.00,3.20,Active,New,2024-03-05 10:15:40,\n"
        "71,Buy,BVB,ABCETF,24.30,20,486.00,3.20,Active,Chg,2024-03-05 11:32:44,Deleted\n"
        "71,Buy,BVB,ABCETF,24.30,20,0.00,0.00,Inactive,Fil,2024-03-05 12:06:20,\n"
        "90,Buy,BVB,ABCETF,25.70,96,2467.20,9.10,Inactive,OOT,2024-04-12 00:00:12,\n"
    )
    assert skipped(text) == ["2 pending", "3 pending", "5 cancelled"]
    assert net(text) == {"ABCETF": "20"}

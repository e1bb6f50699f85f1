"""What people and programs call exchanges, and how Yahoo marks them."""

from __future__ import annotations

import re
from typing import NamedTuple

# MIC: Yahoo suffix, currency, other names (TradingView, Google, Bloomberg, DEGIRO, brokers' words; lower case)
_TABLE = """
XETR .DE EUR xetra xet ger etr gy xetra-gd ibis ibis2 deutsche-börse-xetra xetra®
XFRA .F EUR fwb fra frankfurt xfra börse-frankfurt gf fwb2
XMUN .MU EUR mun münchen munich gettex gtx börse-münchen
XSTU .SG EUR swb stu stuttgart euwax
XBER .BE EUR ber berlin
XDUS .DU EUR dus düsseldorf dusseldorf
XHAM .HM EUR ham hamburg
XHAN .HA EUR han hannover
TGAT . EUR tradegate tdg tradegate-exchange tradegate-bsx trg
LSSI . EUR ls-exchange lsx lang-&-schwarz-exchange quotrix
XNYS - USD nyse nys nsy un new-york-stock-exchange new-york
XNAS - USD nasdaq ndq nasdaqgs nasdaqgm nasdaqcm nms ngm ncm uw uq islnd isld nasdaq-stock-market
XASE - USD amex ase nyse-american nyseamerican nyse-mkt
ARCX - USD arca nysearca nyse-arca pcx up
BATS - USD bats cboe bats-global bzx
OTCM - USD otc otcmkts pink pnk otcpk
US - USD us usa
XHKG .HK HKD hkex hkg hk sehk hong-kong hong-kong-stock-exchange hkse
XSHG .SS CNY sse shg ss shanghai sehkntl
XSHE .SZ CNY szse szse she shenzhen sehkszse
XTKS .T JPY tse tyo tsej tokyo tokyo-stock-exchange jt jp
XLON .L GBP lse lon london lseetf london-stock-exchange ln lse-(etfs) london-stock-exchange-(etfs)
XAMS .AS EUR ams aex amsterdam euronext-amsterdam eam na aeb enxtam
XPAR .PA EUR par epa paris euronext-paris epa sbf fp enxtpa
XBRU .BR EUR bru ebr brussels euronext-brussels brüssel brussel bb ebr enxtbr
XLIS .LS EUR lis els lisbon euronext-lisbon lissabon pl bvl
XDUB .IR EUR ise dublin dub euronext-dublin
XMIL .MI EUR mil bit milan mailand milano borsa-italiana bvme mta im
XMAD .MC EUR bme mad bm madrid mc bolsa-de-madrid sibe sm mce
XSWX .SW CHF six swx swiss zurich zürich ebs six-swiss-exchange sw virtx six-swiss vx
XWBO .VI EUR vie wien vienna wbag av wiener-börse
XSTO .ST SEK omxsto sto stockholm omx sfb ss-sto nasdaq-stockholm
XHEL .HE EUR omxhex hel helsinki fh nasdaq-helsinki
XCSE .CO DKK omxcop cph cse copenhagen kopenhagen københavn dc nasdaq-copenhagen
XOSL .OL NOK osl ose oslo oslo-børs no
XICE .IC ISK omxice ice
XTSE .TO CAD tsx tse-ca toronto tor ct tsx-toronto
XTSX .V CAD tsxv venture tsx-venture cve
XCNQ .CN CAD cse-ca cnsx
NEOE .NE CAD neo neo-exchange aequitas
XASX .AX AUD asx au sydney australia
XNZE .NZ NZD nzx nze
XSES .SI SGD sgx ses singapore sp
XKRX .KS KRW krx ksc korea
XTAI .TW TWD twse tai taiwan
XBOM .BO INR bse bom
XNSE .NS INR nse
XJSE .JO ZAR jse jnb johannesburg
XWAR .WA PLN gpw wse warsaw warschau
XPRA .PR CZK pse prague prag
XBUD .BD HUF bet budapest
XATH .AT EUR athex ath athens
XIST .IS TRY bist istanbul
BVMF .SA BRL bmfbovespa b3 sao-paulo bvmf
XMEX .MX MXN bmv mexico
XTAE .TA ILS tase tel-aviv
"""
FX_HOUSES = frozenset(["FX", "FX_IDC", "OANDA", "FOREXCOM", "SAXO", "FXCM", "ICE_FX", "IDC", "CURRENCY"])
COIN_HOUSES = frozenset(
    [
        "COINBASE",
        "BINANCE",
        "KRAKEN",
        "BITSTAMP",
        "BITFINEX",
        "GEMINI",
        "CRYPTO",
        "CRYPTOCAP",
        "BYBIT",
        "OKX",
        "BITPANDA",
        "KUCOIN",
        "BITTREX",
    ]
)
NO_EXCHANGE = re.compile(
    r"^(-+|n/?a|unknown|unbekannt|smart|ideal ?(fx|pro)|kvg|fondsgesellschaft|kapitalanlagegesellschaft|otc|"
    r"(au(ss|ß)er)b(oe|ö)rslich|direkthandel|freiverkehr|intern|internal|none|multiple|value)$",
    re.IGNORECASE,
)


class Exchange(NamedTuple):
    """An exchange: MIC, the suffix of Yahoo's symbols (None where Yahoo does not carry it) and its usual currency."""

    mic: str
    suffix: str | None
    currency: str


def _read() -> dict[str, Exchange]:
    found: dict[str, Exchange] = {}
    for line in _TABLE.split("\n"):
        if line:
            mic, suffix, currency, *names = line.split()
            exchange = Exchange(mic, {"-": "", ".": None}.get(suffix, suffix), currency)
            for name in (mic, *names):
                found.setdefault(name.casefold(), exchange)
    return found


_BY_NAME = _read()


def find(name: str) -> Exchange | None:
    """The exchange that a file names by MIC, code or words; None where it is not known."""
    return _BY_NAME.get("-".join(name.casefold().split()))


def mics() -> tuple[str, ...]:
    """The MICs of all exchanges in the table."""
    return tuple(dict.fromkeys(exchange.mic for exchange in _BY_NAME.values()))


def known(name: str) -> bool:
    """Whether a word names an exchange."""
    return find(name) is not None or name.upper() in FX_HOUSES | COIN_HOUSES


def as_written(text: str) -> str:
    """An exchange's name as the file has it; "" where it says that there is none."""
    text = text.strip()
    return "" if not text or NO_EXCHANGE.match(text) else text

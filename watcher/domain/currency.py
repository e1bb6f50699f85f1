"""The currencies that money can be in (ISO 4217, in circulation), and how finely each is counted."""

from __future__ import annotations

_BY_DIGITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    2: (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNH"
        " CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR"
        " ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN"
        " MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS"
        " SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG"
    ),
}
MINOR_DIGITS: dict[str, int] = {code: digits for digits, codes in _BY_DIGITS.items() for code in codes.split()}
"""ISO code to decimals of its minor unit; CNH is the yuan as it trades outside of China."""
COMMON = ("EUR", "USD", "GBP", "CHF", "HKD", "JPY", "CNY")
"""Those that are offered first."""
HUNDREDTHS = {"GBX": "GBP", "GBp": "GBP", "ZAC": "ZAR", "ZAc": "ZAR", "ILA": "ILS"}
"""What exchanges call the hundredths they quote in, and what those are of."""


def is_currency(code: str) -> bool:
    """Whether this is a code in circulation, in capital letters."""
    return code in MINOR_DIGITS


def minor_digits(code: str) -> int:
    """Decimals with which an amount is shown; 2 for a code that is not known."""
    return MINOR_DIGITS.get(code, 2)

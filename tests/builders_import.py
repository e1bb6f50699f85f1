"""Files in the shape of a bank's export, made up, and what is understood of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.fakes import FakeClock
from watcher.desk.import_preview import Choices, Preview
from watcher.desk.importer import Importer
from watcher.intake.listings import Known, Listing
from watcher.storage.user_store import UserStore
from watcher.ui.intake.listing_names import ListingName

KNOWN = Known(
    (
        Listing("AHLA.DE", "US01609W1027", "A117ME", "XETR", "EUR", "Alibaba Group ADS"),
        Listing("AHLA.F", "US01609W1027", "A117ME", "XFRA", "EUR", "Alibaba Group ADS"),
        Listing("BABA", "US01609W1027", "A117ME", "XNYS", "USD", "Alibaba Group ADS"),
    )
)

# a German bank's statement: a preamble, a bare ticker, a doubtful check digit, a word in place of a number, a total
DEPOT = """Depotübersicht;Musterbank
Stand;20.11.2026

Symbol;ISIN;Bezeichnung;Stück;Einstandskurs;Währung;Einstandswert
AHLA;;;10;120,50;EUR;1.205,00
;US0378331005;MUSTER INC.;5;150,00;USD;750,00
;DE0007164600;BEISPIEL SE O.N.;3;110,00;EUR;330,00
;US5949181046;PROBE CORP.;2,5;300,00;USD;750,00
;DE0007100000;WAGEN AG;viele;60,00;EUR;600,00
Summe;;;;;;3.635,00
"""
DEPOT_LATER = DEPOT.replace(
    ";US0378331005;MUSTER INC.;5;150,00;USD;750,00", ";US0378331005;MUSTER INC.;8;140,00;USD;1.120,00"
)
TRADES = """Datum;Typ;ISIN;Name;Stück;Kurs;Betrag;Währung
02.01.2024;Kauf;US01609W1027;Muster Holding;10;72,15;-721,50;EUR
03.01.2024;Dividende;US0378331005;Beispiel;;;2,40;USD
15.01.2024;Kauf;US01609W1027;Muster Holding;5;70,00;-350,00;EUR
31.01.2024;Verkauf;US01609W1027;Muster Holding;4;75,00;300,00;EUR
"""
LETTER = """Sehr geehrte Damen und Herren,

anbei finden Sie wie besprochen
keine Tabelle.
"""


def many(rows: int) -> str:
    """A file of so many trades."""
    head = "Datum;Typ;ISIN;Name;Stück;Kurs;Währung\n"
    return head + "".join(
        f"{i % 28 + 1:02}.{i % 12 + 1:02}.20{10 + i % 14};Kauf;US01609W1027;Muster;{i % 50 + 1};{i % 90 + 10},15;EUR\n"
        for i in range(rows)
    )


def importer(user: UserStore | None = None) -> Importer:
    """One that knows three listings."""
    return Importer(user or UserStore(None, "0", FakeClock()), FakeClock(), KNOWN)


def preview(text: str, choices: Choices | None = None, user: UserStore | None = None) -> Preview:
    """A file as it is shown."""
    doing = importer(user)
    file = doing.read(text.encode(), "depot.csv", choices)
    return Preview(file.data, file.report, file.choices, doing.plan(file))


class FakeListings:
    """Knows the three listings, and finds what a test put in."""

    def __init__(self) -> None:
        self.hits: Sequence[ListingName] = ()
        self.trouble = ""
        self.searched: list[str] = []

    def name_of(self, symbol: str) -> ListingName:
        found = next((x for x in KNOWN.listings if x.symbol == symbol), None)
        return ListingName(symbol, found.name, found.venue, found.currency) if found else ListingName(symbol)

    def search(self, text: str, done: Callable[[Sequence[ListingName]], None], failed: Callable[[str], None]) -> None:
        self.searched.append(text)
        if self.trouble:
            failed(self.trouble)
        else:
            done(self.hits)

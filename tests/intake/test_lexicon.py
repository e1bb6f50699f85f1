from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.intake.headers import meanings
from watcher.intake.roles import Role
from watcher.intake.trade_text import told
from watcher.intake.verbs import Action, action_of, state_of

WORDS = {
    Role.QUANTITY: "Quantity|Stück|Anzahl|Quantité|Cantidad|Quantità|Quantidade|Aantal|Antal|Antall|No. of shares|Qté",
    Role.PRICE: "Price|Kurs|Cours|Precio|Prezzo|Preço|Koers|Pris|T. Price|Price / share|Ausführungskurs|TradePrice",
    Role.DATE: "Trade Date|Datum|Date|Fecha|Data operazione|Data|Affärsdag|Dato|Run Date|Ausführungsdatum|Handelstag",
    Role.TYPE: "Type|Typ av transaktion|Umsatzart|Type de transaction|Tipo|Transactietype|Transaktionstyp|Action|Side",
    Role.NAME: "Name|Bezeichnung|Produit|Producto|Prodotto|Produto|Product|Värdepapper|Verdipapir|Security Name",
    Role.FEE: "Fee|Gebühr|Frais|Comisión|Commissioni|Comissão|Kosten|Courtage|Kurtasje|IBCommission|Spesen",
    Role.CURRENCY: "Currency|Währung|Devise|Divisa|Valuta|Moeda|Moneda|Instrumentvaluta|CurrencyPrimary",
    Role.COST_PRICE: "Einstandskurs|Purchase Price|PRU|Precio medio|Prezzo di carico|GAK|GAV|Inngangskurs|Kaufkurs",
    Role.VALUE_AMOUNT: "Market Value|Kurswert|Valorisation|Valor de mercado|Controvalore|Marknadsvärde|Mkt Val",
    Role.RATE: "Exchange rate|Devisenkurs|Taux de change|Tipo de cambio|Wisselkoers|Valutakurs|Växlingskurs|FX Rate",
}
VERBS = {
    Action.BUY: "Buy|Kauf|Achat|Compra|Acquisto|Koop|Aankoop|Köp|Kjøpt|Køb|Market buy|BUY - MARKET|Savings plan|Bought",
    Action.SELL: "Sell|Verkauf|Vente|Venta|Vendita|Venda|Verkoop|Sälj|Salg|Sold|Market sell|YOU SOLD",
    Action.DIVIDEND: "Dividend|Dividende|Utdelning|Utbytte|Ausschüttung|Cedola|CDIV|Dividend (Dividend)|Distribution",
    Action.DEPOSIT: "Deposit|Einzahlung|Versement|Ingreso|Bonifico|Storting|Insättning|Uttag|Withdrawal|CASH TOP-UP",
    Action.TAX: "Withholding tax|Quellensteuer|Impôts sur dividende|Dividendbelasting|Utländsk källskatt|Ritenuta",
    Action.FEE: "CUSTODY FEE|Gebühr|Frais de courtage|Comissões de transação|DEGIRO Transactiekosten|Avgift",
    Action.FX: "Forex|Valuta Creditering|Ingreso Cambio de Divisa|FX Credit|Devisenkauf|Crédito de divisa",
    Action.SPLIT: "Stock Split|Aktiensplit|SPL|Stock split close",
    Action.IN: "Einbuchung|Transfer in|Einlieferung",
    Action.OUT: "Ausbuchung|Transfer out|Auslieferung",
    Action.INTEREST: "Interest on cash|Zinsen|Ränta|Credit Interest|Rente",
}


@pytest.mark.parametrize(("role", "word"), [(role, word) for role, text in WORDS.items() for word in text.split("|")])
def test_headers_are_understood_in_nine_languages(role: Role, word: str) -> None:
    assert role in {meaning.role for meaning in meanings(word)[:2]}


@pytest.mark.parametrize(("action", "word"), [(a, word) for a, text in VERBS.items() for word in text.split("|")])
def test_verbs_are_understood_in_nine_languages(action: Action, word: str) -> None:
    assert action_of(word) is action


def test_what_was_cancelled_or_waits_is_told_from_what_was_done() -> None:
    words = ("Cancelled", "Storniert", "Offen", "Pending", "Executed", "Abgerechnet", "")
    assert [state_of(word) for word in words] == ["cancelled", "cancelled", "pending", "pending", "", "", ""]


@pytest.mark.parametrize(
    ("text", "action", "quantity", "price", "currency"),
    [
        ("Koop 1 @ 33,9 USD", Action.BUY, "1", "33.9", "USD"),
        ("Sell 4 AVIVA@496 GBX (GB00BPQY8M80)", Action.SELL, "4", "496", "GBX"),
        ("Compra 6 ISHARES MSCI WOR A@49,785 EUR (IE00B4L5Y983)", Action.BUY, "6", "49.785", "EUR"),
        ("Koop 5 3M CO@1.234,50 USD", Action.BUY, "5", "1234.50", "USD"),
        ("Vente 1 046,3825 @ 0,9854 EUR", Action.SELL, "1046.3825", "0.9854", "EUR"),
        ("Buy 3 @ 134.85 USD", Action.BUY, "3", "134.85", "USD"),
    ],
)
def test_a_trade_told_in_a_sentence_is_read(
    text: str, action: Action, quantity: str, price: str, currency: str
) -> None:
    found = told(text)
    assert found is not None
    assert (found.action, found.currency) == (action, currency)
    assert (found.quantity, found.price) == (Decimal(quantity), Decimal(price))


@pytest.mark.parametrize("text", ["Dividend", "a@b.example", "Fee 3 @ nothing", "@", "x" * 1000 + "@"])
def test_other_sentences_tell_no_trade(text: str) -> None:
    assert told(text) is None


@given(st.text(max_size=120))
def test_any_text_can_be_a_header_or_a_verb(text: str) -> None:
    meanings(text)
    action_of(text)
    told(text)

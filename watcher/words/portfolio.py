"""What is said of positions and of the portfolio: what they earned, how old that is, what is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, tzinfo
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from watcher.domain.instrument import Instrument
from watcher.domain.rates import PastRate, RateSource
from watcher.domain.split import Split
from watcher.domain.tally import LeftOut, Totals
from watcher.domain.valuation import Gain, Lack, Valuation
from watcher.words import amounts, numbers, times
from watcher.words.transactions import day_text

translate = QCoreApplication.translate
DOT = " \u00b7 "
WEEK = 7  # days; within them a weekday is unmistakable
FX_DECIMALS = 4

Pair = Callable[[str], str]
"""What currencies an instrument's value needs converted, as EUR/JPY; empty where that is not known."""


def session_name(days: tuple[date, date] | None, today: date) -> str:
    """The session that a change is of: today, Fri, 30 Jan, or from Thu to Fri where positions differ."""
    if days is None:
        return ""
    first, last = (_day_name(day, today) for day in days)
    return first if first == last else f"{first}{numbers.NO_BREAK}\u2013{numbers.NO_BREAK}{last}"


def as_of(days: tuple[date, date] | None, today: date) -> str:
    """Of when the portfolio's value is: today's prices, or a day's close, which is named."""
    if days is None:
        return ""
    if days[1] == today:
        return translate("portfolio", "today")
    return translate("portfolio", "{day} close").format(day=_day_name(days[1], today))


def _day_name(day: date, today: date) -> str:
    if day == today:
        return translate("portfolio", "today")
    return times.weekday(day) if 0 < (today - day).days < WEEK else times.day_month(day)


def with_ratio(amount: str, ratio: Decimal | None) -> str:
    """An amount with its percentage: ▲ +2.160,80 € (+11,2 %)."""
    return amount if ratio is None else f"{amount} ({numbers.percent(ratio, 1)})"


def held_line(valuation: Valuation, decimals: int, portfolio: str, *, hidden: bool) -> tuple[str, str]:
    """What the header says of a held instrument, and its percentage: 148 held · avg 130,20 € and ▲ +11,2 %."""
    quantity = amounts.shares(valuation.quantity, hidden=hidden)
    parts = [translate("portfolio", "{quantity} held").format(quantity=quantity)]
    cost, currency = average(valuation, portfolio)
    if cost is not None:
        parts.append(
            translate("portfolio", "avg {price}").format(price=numbers.money(cost, decimals, currency)),
        )
    ratio = valuation.gain_ratio
    if ratio is None:
        return DOT.join(parts), ""
    percent = numbers.percent(ratio, 1)
    arrow = numbers.arrow(ratio) if percent != numbers.percent(Decimal(0), 1) else ""
    return DOT.join(parts), f"{arrow}{numbers.NO_BREAK}{percent}" if arrow else percent


def average(valuation: Valuation, portfolio: str) -> tuple[Decimal | None, str]:
    """What a share did cost and in which currency: the price's, or the portfolio's where others were paid with too."""
    if valuation.average_cost is not None:
        return valuation.average_cost, valuation.currency
    if valuation.cost is None or not valuation.quantity:
        return None, ""
    return valuation.cost / valuation.quantity, portfolio


def split_text(split: Split) -> str:
    """A split in short: 2 for 1 on 3 Mar 2025."""
    return translate("portfolio", "{new} for {old} on {day}").format(
        new=amounts.shares(split.numerator), old=amounts.shares(split.denominator), day=day_text(split.day)
    )


def rate_text(rate: PastRate, currency: str, portfolio: str) -> str:
    """The rate of a past day with its source: 1 USD = 0,9250 EUR, close of 3 Mar 2025; empty for one currency."""
    if rate.source is RateSource.SAME or not currency:
        return ""
    if rate.value is None:
        return translate("portfolio", "no {pair} rate of that day").format(pair=f"{portfolio}/{currency}")
    forms = {
        RateSource.FILE: translate("portfolio", "1 {other} = {rate} {currency}, stated with the trade"),
        RateSource.AMOUNT: translate("portfolio", "1 {other} = {rate} {currency}, from the stated amount"),
    }
    form = forms.get(rate.source, translate("portfolio", "1 {other} = {rate} {currency}, close of {day}"))
    value = numbers.number(rate.value, FX_DECIMALS)
    return form.format(other=currency, rate=value, currency=portfolio, day=day_text(rate.day))


def lack_text(lack: Lack, pair: str = "") -> str:
    """What is not known, in a few words; `pair` names the currencies of a rate."""
    if lack is Lack.RATE and pair:
        return translate("portfolio", "no {pair} rate").format(pair=pair)
    return {
        Lack.LISTING: translate("portfolio", "listing not known yet"),
        Lack.PRICE: translate("portfolio", "no price yet"),
        Lack.RATE: translate("portfolio", "no exchange rate"),
        Lack.COST: translate("portfolio", "purchase price not known"),
        Lack.PAST_RATE: translate("portfolio", "no exchange rate of the purchase"),
        Lack.PURCHASE: translate("portfolio", "purchase missing"),
    }[lack]


ORDER = (Lack.LISTING, Lack.PRICE, Lack.RATE, Lack.COST, Lack.PAST_RATE, Lack.PURCHASE)
"""What keeps more from being known comes first."""


def worst(lacks: Iterable[Lack]) -> Lack | None:
    """The lack to be told where there is room for one only."""
    found = set(lacks)
    return next((lack for lack in ORDER if lack in found), None)


def left_out_lines(totals: Totals, pair: Pair) -> tuple[str, ...]:
    """What the totals lack and why, a line for each reason: 1 position left out: no EUR/JPY rate."""
    valueless = {left.instrument for left in totals.no_value}
    gainless = tuple(left for left in totals.no_gain if left.instrument not in valueless)
    return tuple(
        _counted(n, reason, forms)
        for left_out, forms in (
            (
                totals.no_value,
                (
                    translate("portfolio", "1 position left out: {reason}"),
                    translate("portfolio", "{n} positions left out: {reason}"),
                ),
            ),
            (
                gainless,
                (
                    translate("portfolio", "1 position without profit: {reason}"),
                    translate("portfolio", "{n} positions without profit: {reason}"),
                ),
            ),
            (
                totals.no_realised,
                (
                    translate("portfolio", "Sales of 1 position left out: {reason}"),
                    translate("portfolio", "Sales of {n} positions left out: {reason}"),
                ),
            ),
        )
        for reason, n in _reasons(left_out, pair).items()
    )


def left_out_line(totals: Totals, pair: Pair) -> str:
    """What the value of the whole lacks, else what its profit does, in one sentence; empty where it lacks nothing."""
    reasons = _reasons(totals.no_value or totals.no_gain, pair)
    if not reasons:
        return ""
    forms = (
        translate("portfolio", "1 position left out: {reason}"),
        translate("portfolio", "{n} positions left out: {reason}"),
    )
    if not totals.no_value:
        forms = (
            translate("portfolio", "1 position without profit: {reason}"),
            translate("portfolio", "{n} positions without profit: {reason}"),
        )
    return _counted(sum(reasons.values()), ", ".join(reasons), forms)


def _counted(n: int, reason: str, forms: tuple[str, str]) -> str:
    """The form for one or for several."""
    return forms[n != 1].format(n=numbers.number(n, 0), reason=reason)


def _reasons(left_out: Iterable[LeftOut], pair: Pair) -> dict[str, int]:
    """How many positions lack what, in words."""
    counted: dict[str, int] = {}
    lacking = [(ORDER.index(worst(left.lacks) or Lack.COST), left.instrument) for left in left_out]
    for place, instrument in sorted(lacking):
        reason = lack_text(ORDER[place], pair(instrument))
        counted[reason] = counted.get(reason, 0) + 1
    return counted


def parts_line(gain: Gain, currency: str, *, hidden: bool) -> str:
    """What of a gain came from the shares, from their currency and from fees; empty parts are left out."""

    def part(value: Decimal) -> str:
        return amounts.change(value, currency, hidden=hidden)

    said = [translate("portfolio", "Shares {amount}").format(amount=part(gain.share))]
    if gain.currency:
        said.append(translate("portfolio", "currency {amount}").format(amount=part(gain.currency)))
    if gain.fees:
        said.append(translate("portfolio", "fees {amount}").format(amount=part(-gain.fees)))
    return DOT.join(said)


def realised_line(gain: Gain, currency: str, *, hidden: bool) -> str:
    """What was earned by what is sold: Realised ▲ +512,00 €."""
    return translate("portfolio", "Realised {amount}").format(amount=amounts.gain(gain.total, currency, hidden=hidden))


def unrealised_line(gain: Gain, ratio: Decimal | None, currency: str, *, hidden: bool) -> str:
    """What is earned by what is held: Unrealised ▲ +2.160,80 € (+11,2 %)."""
    return translate("portfolio", "Unrealised {amount}").format(
        amount=with_ratio(amounts.gain(gain.total, currency, hidden=hidden), ratio)
    )


def position_tip(
    valuation: Valuation,
    instrument: Instrument | None,
    name: str,
    currency: str,
    now: datetime,
    zone: tzinfo,
    *,
    weight: Decimal | None = None,
    hidden: bool = False,
) -> str:
    """The tool-tip of a position: all of its figures, and how old price and rate are. Plain text.

    Args:
        valuation: the figures.
        instrument: None while the listing is not known.
        name: what it is called.
        currency: the portfolio's.
        now: aware.
        zone: in which times are told.
        weight: its share of the portfolio's value.
        hidden: whether amounts are masked.
    """
    lines = [name if instrument is None or not instrument.venue_name else f"{name}{DOT}{instrument.venue_name}"]
    lines.append(held_line(valuation, instrument.decimals if instrument is not None else 2, currency, hidden=hidden)[0])
    if valuation.value is not None:
        said = translate("portfolio", "Value {amount}").format(
            amount=amounts.amount(valuation.value, currency, hidden=hidden)
        )
        if weight is not None:
            share = numbers.number(weight * 100, 1) + numbers.NO_BREAK + "%"
            said += DOT + translate("portfolio", "{percent} of the portfolio").format(percent=share)
        lines.append(said)
    if valuation.gain is not None:
        lines.append(unrealised_line(valuation.gain, valuation.gain_ratio, currency, hidden=hidden))
        lines.append(parts_line(valuation.gain, currency, hidden=hidden))
    if valuation.closings:
        lines.append(realised_line(valuation.realised, currency, hidden=hidden))
    lines += _ages(valuation, currency, now, zone)
    pair = f"{currency}/{valuation.currency}" if valuation.currency else ""
    lines += [_sentence(lack_text(lack, pair)) for lack in ORDER if lack in valuation.lacks | valuation.realised_lacks]
    lines += missing_lines(valuation, hidden=hidden)
    return "\n".join(line for line in lines if line)


def missing_lines(valuation: Valuation, *, hidden: bool) -> list[str]:
    """What was sold without having been bought: it stays out of profit."""
    if not valuation.position.missing:
        return []
    return [
        translate("portfolio", "{quantity} sold or delivered without a purchase; they stay out of profit.").format(
            quantity=amounts.shares(valuation.position.quantity_missing, hidden=hidden)
        )
    ]


def _ages(valuation: Valuation, currency: str, now: datetime, zone: tzinfo) -> list[str]:
    lines, market = [], valuation.market
    if market.time is not None:
        lines.append(
            translate("portfolio", "Price: {age} ({time})").format(
                age=times.age(market.time, now, zone), time=times.exact(market.time, zone)
            )
        )
    if market.rate is not None and market.rate.time is not None:
        lines.append(
            translate("portfolio", "1 {other} = {rate} {currency}: {age} ({time})").format(
                other=market.currency,
                rate=numbers.number(market.rate.value, FX_DECIMALS),
                currency=currency,
                age=times.age(market.rate.time, now, zone),
                time=times.exact(market.rate.time, zone),
            )
        )
    return lines


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."

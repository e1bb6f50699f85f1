"""Arithmetic on money and quantities that loses nothing, and the one division that may."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

EXACT = Context(prec=400, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])
"""Sums and products of real figures are exact in it; use `with localcontext(EXACT)`."""

_FINE = Decimal("1e-20")
_PLENTY = Context(prec=60, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])


def shared(amount: Decimal, part: Decimal, whole: Decimal) -> Decimal:
    """`amount` x `part` / `whole`: exact where the quotient ends, else to 20 decimals. `whole` is not 0.

    Whoever divides an amount among several gives the last of them what is left, so that nothing is lost.
    """
    if part == whole:
        return amount
    product = EXACT.multiply(amount, part)
    quotient = _PLENTY.divide(product, whole)
    return quotient if EXACT.multiply(quotient, whole) == product else quotient.quantize(_FINE, context=EXACT)

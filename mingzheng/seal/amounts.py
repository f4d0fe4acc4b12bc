"""Money in words, as Chinese contracts want it beside the figures."""

from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
SMALL_UNITS = ("", "拾", "佰", "仟")
GREAT_UNITS = ("", "万", "亿")
TOO_MUCH = Decimal(10) ** 12


def amount_in_words_zh(amount: Decimal) -> str:
    """大写金额 of `amount` CNY: 人民币陆仟叁佰捌拾肆元伍角贰分; 整 after 元 or 角, never after 分.

    Raises ValueError for an amount below zero, from 万亿 on, or finer than a fen.
    """
    if not amount.is_finite() or not 0 <= amount < TOO_MUCH or amount * 100 % 1:
        raise ValueError(f"{amount} is not an amount of money that can be written out")
    yuan, rest = divmod(int(amount * 100), 100)
    jiao, fen = divmod(rest, 10)
    words = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return f"人民币{words}整"
    if jiao:
        words += f"{DIGITS[jiao]}角"
    elif yuan:
        words += "零"
    return f"人民币{words}" + (f"{DIGITS[fen]}分" if fen else "整")


def _whole(number: int) -> str:
    """A whole number from 0 on, in capitals; a gap of zeros of any length is one 零."""
    if number == 0:
        return DIGITS[0]
    words, gap = "", False
    for power in range(len(str(number)) - 1, -1, -1):
        great, small = divmod(power, 4)
        digit = number // 10**power % 10
        if digit:
            words += (DIGITS[0] if gap else "") + DIGITS[digit] + SMALL_UNITS[small]
            gap = False
        else:
            gap = True
        if small == 0 and number // 10**power % 10_000:
            words += GREAT_UNITS[great]
    return words

"""Working days and halves of days."""

WORDS = {
    "half.morning": ("上午", "Morning"),
    "half.afternoon": ("下午", "Afternoon"),
    "calendar.year-unknown": (
        "{year} 年的节假日安排尚不清楚，请先录入该年的放假调休日",
        "The public holidays of {year} are not known yet; enter that year's days off and working weekends first",
    ),
    "calendar.end-before-start": (
        "结束日期 {end} 早于开始日期 {start}",
        "The end, {end}, lies before the start, {start}",
    ),
}

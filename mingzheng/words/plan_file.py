"""The regulator's plan file: what is wrong with a cell."""

WORDS = {
    "plan-file.empty": ("必填项为空", "This must be filled in"),
    "plan-file.too-long": (
        "共 {length} 字，超过 {longest} 字",
        "{length} characters, more than {longest}",
    ),
    "plan-file.form": ("格式不符或缺项", "Not in the form asked for, or a part is missing"),
}

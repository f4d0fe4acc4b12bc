"""What the yearly figures mean: one `Meaning` a figure, in the module of its subject; its words stand in `words/figures_*`.

How a figure is counted is an `@figure` function of the same name in the stage that holds the records (decision 14).
`stocks.py` tells how events move certificates between the stocks, and what the regulator's columns count.
"""

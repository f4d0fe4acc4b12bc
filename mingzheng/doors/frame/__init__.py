"""What all doors share: the base page, styles, marks of the trade, lists, and how a refusal looks."""

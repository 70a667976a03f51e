"""What a terminal shows of readings, explanations and briefs: words, with colour only on top of them."""

"""The pages of the observatory: one file for each, a function from the site and what is asked to what is told."""

"""The observatory: the record as pages to look at, to question and to correct, on this machine or as files."""

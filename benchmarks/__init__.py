"""Speed and scale, run by hand on a quiet machine."""

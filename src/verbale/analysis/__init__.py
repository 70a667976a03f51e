"""The answers: figures on engagements, each with its unit, its counting rule, its interval and what speaks against it."""

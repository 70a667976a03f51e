"""Statistics that the answers share; each is checked in the tests against another implementation or a published example."""

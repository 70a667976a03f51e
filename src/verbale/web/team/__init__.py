"""More than one person: accounts with their roles and passwords, signing in, and what each role may do."""

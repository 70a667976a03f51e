"""The brief's sections, one file each: a function from material (and what is withheld) to a section, or to nothing to say."""

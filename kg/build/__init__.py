"""From the files of the ontology to a version on disk."""

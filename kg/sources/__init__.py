"""The files of the ontology as graphs, with errors that name file and line or row."""

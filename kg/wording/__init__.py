"""Answers in words: ids and outcomes in, sentences and the JSON of the contracts out; one data file a language."""

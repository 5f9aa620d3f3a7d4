"""Readers: one module a kind of corpus, each from files to `Text`."""

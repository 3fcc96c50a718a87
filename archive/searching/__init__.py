"""Staff search: what documents are called and say, withheld or not. No public page knows it."""

"""PREMIS 3: the terms of the preservation vocabulary, and a document's history in them."""

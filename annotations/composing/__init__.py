"""From rendition, annotations and decisions to an edition's payload. Redaction lives here, once."""

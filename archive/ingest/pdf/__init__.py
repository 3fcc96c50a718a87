"""PDF: the text layer page by page. `opened` opens within bounds, `parse` puts it together."""

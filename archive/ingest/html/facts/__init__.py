"""What a saved page says of itself: a fact a module, sources in the order they are trusted."""

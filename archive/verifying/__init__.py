"""Checks that the record is what it was: each names objects, never words, a few rows in memory."""

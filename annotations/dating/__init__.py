"""Dates as texts write them, and what they are in the Gregorian calendar. Pure.

Nothing is converted unasked: what is written stays as it is, and `written.guess` proposes what a
person confirms.
"""

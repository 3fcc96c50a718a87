"""How sentences end, in several scripts. Full-width and Arabic signs are given by number."""

ENDS = (*".!?…:।", "\u3002", "\uff01", "\uff1f", "\uff1a", "\u061f", "\u06d4")
BREAKS = (*ENDS, *',;”"»', "\u3001", "\uff1b", "\u061b")  # no name or heading ends so either

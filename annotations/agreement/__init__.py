"""How far two readers of one text agree: on where the units are, and on what they are. Pure."""

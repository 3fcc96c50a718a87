"""Word-processor files in Office Open XML, read as they are packed: text, structure, comments.

`package` finds the parts, `reader` makes blocks of a part, `writing` one text of the blocks;
`parse` puts it together.
"""

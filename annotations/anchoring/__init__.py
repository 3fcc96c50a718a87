"""Find words again, in the text they were taken from or in a later one, or say that it cannot.

Pure. Offsets are code points, ends exclusive, and no end lies inside a character
(`annotations.graphemes`). A wrong anchor is worse than none.
"""

from annotations.anchoring.anchors import Anchor
from annotations.anchoring.carrying import Carried, carry
from annotations.anchoring.quotation import find_all, locate

__all__ = ["Anchor", "Carried", "carry", "find_all", "locate"]

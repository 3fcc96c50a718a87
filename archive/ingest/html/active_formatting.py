"""Formatting elements that are opened again in each block, until they are closed."""

from collections import Counter

_MOST, _MOST_OF_ONE, _MOST_OPENINGS = 64, 3, 100_000


class ActiveFormatting:
    """Keys (attributes) by name. The parser knows at most three of the same name and key."""

    def __init__(self) -> None:
        self.keys: dict[str, list[str]] = {}
        self.count = self.openings = 0

    def open(self, name: str, key: str) -> bool:
        """Whether the start tag may stand."""
        keys = self.keys.setdefault(name, [])
        if name == "a":
            self.count -= len(keys)
            keys.clear()
        if keys.count(key) >= _MOST_OF_ONE:
            return True
        if self.count >= _MOST or self.openings > _MOST_OPENINGS:
            return False
        keys.append(key)
        self.count += 1
        return True

    def close(self, name: str) -> None:
        if self.keys.get(name):
            self.keys[name].pop()
            self.count -= 1

    def again(self, names: list[str]) -> list[str]:
        """Of the names that were closed with a block, those that the next words open again."""
        left = Counter({name: len(keys) for name, keys in self.keys.items()})
        found = []
        for name in reversed(names):
            if left[name] > 0:
                found.append(name)
                left[name] -= 1
        return found

    def block(self) -> list[str]:
        """Counts what a new block opens again; the names to close once that is too much."""
        self.openings += self.count
        if self.openings <= _MOST_OPENINGS:
            return []
        names = [name for name, keys in self.keys.items() for _ in keys]
        self.keys.clear()
        self.count = 0
        return names

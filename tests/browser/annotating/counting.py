"""Key presses and clicks as the page gets them, counted over documents too."""

from playwright.sync_api import Page

# Every key that goes down, Shift and Ctrl too, and every press of a pointer. Text that is typed
# is put in as a whole, and selecting words is counted apart: neither is an act of the page.
COUNT = """
const count = (event) => {
  if (!event.isTrusted || event.repeat) return;
  const made = JSON.parse(sessionStorage.getItem('acts') ?? '[]');
  made.push(event.key ?? 'click');
  sessionStorage.setItem('acts', JSON.stringify(made));
};
addEventListener('keydown', count, true);
addEventListener('pointerdown', count, true);
"""


class Counter:
    """`begin` starts anew, `acts` lists what was pressed since."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(COUNT)

    def begin(self) -> None:
        self.page.evaluate("sessionStorage.removeItem('acts')")

    def type(self, words: str) -> None:
        self.page.keyboard.insert_text(words)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def acts(self) -> list[str]:
        made: list[str] = self.page.evaluate("JSON.parse(sessionStorage.getItem('acts') ?? '[]')")
        return made

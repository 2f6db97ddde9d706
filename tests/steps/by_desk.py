"""The tasks at the desk, in Chromium: each field, choice and button that somebody uses."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.desk.running import AtDesk, at_desk
from tests.desk.test_walk import Walk, type_a_roundtable
from tests.preview.sites import FILES
from tests.sharing.repositories import shared
from tests.steps.counting import Count

_NEW = "stories/sour-plums/index.md"
_SPEAKERS = ("Ona Marsh", "Sam Ito", "Della Reed")


class Hands(Walk):
    """Somebody at the desk whose steps are counted; with a mouse they would be as many."""

    def __init__(self, page: Page, desk: AtDesk) -> None:
        super().__init__(page, desk)
        self.count = Count("", "desk")

    def look(self) -> None:
        """Whether pages are well made is found out elsewhere."""

    def reach(self, name: str, tag: str = "", *, back: bool = False) -> None:
        """See `Walk`."""
        self.count.step()
        super().reach(name, tag, back=back)

    def enter(self) -> None:
        """See `Walk`."""
        with self.count.machine():
            super().enter()

    def type(self, words: str) -> None:
        """Type where one is."""
        self.count.signs += len(words)
        self.page.keyboard.type(words)

    def write(self, name: str, words: str, *, back: bool = False) -> None:
        """See `Walk`."""
        self.reach(name, back=back)
        self.type(words)

    def open(self, address: str) -> None:
        """Go to a page by a link of the list."""
        self.count.step()
        with self.count.machine():
            self.page.goto(f"{self.desk.address}{address}")

    def say_yes(self, story: str, voice: str) -> None:
        """Make somebody's form, and record their yes."""
        self.open(f"voice?story={story}&voice={voice}")
        self.press("Make the form")
        self.write("Who said yes", "They themselves")
        self.reach("Be on the website")
        self.page.keyboard.press("Space")
        self.press("Go on")
        self.count.step()
        self.enter()

    def send(self) -> None:
        """Send it from whatever page one is on."""
        self.open("send")
        self.press("Send", "BUTTON")


def counted(folder: Path, browser: Browser) -> Iterator[Count]:
    """Each task that there is at the desk, which is started once."""
    _, one, _ = shared(folder, FILES)
    with at_desk(one, folder / "state") as desk:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(desk.keys.address_for_once(desk.address))
        page.wait_for_url(desk.address)
        hands = Hands(page, desk)
        for task, do in (
            ("a first story, in a site that is there", _first_story),
            ("a roundtable, without a picture", _roundtable),
            ("a withdrawal", _withdrawal),
        ):
            hands.count = Count(task, "desk")
            do(hands)
            yield hands.count


def _first_story(at: Hands) -> None:
    at.press("Write something new")
    at.type("Sour plums")
    at.press("Begin")
    at.write("In one or two", "Plums, and who likes them.")
    at.write("Name that readers see", "Ida Brook")
    at.press("Add them")
    at.reach("Put in their words", back=True)
    at.page.keyboard.press("Enter")
    at.type("I never liked them sweet.")
    at.write("Day on which it is published", "05052026")
    at.press("Keep", "BUTTON")
    at.say_yes(_NEW, "ida-brook")
    at.send()


def _roundtable(at: Hands) -> None:
    at.open("new")
    at.type("Roundtable on plums")
    type_a_roundtable(at)
    at.type("Plums")
    for name in _SPEAKERS:
        at.write("Name that readers see", name)
        at.press("Add them")
    at.write("Day on which it is published", "05052026")
    at.press("Keep", "BUTTON")
    for name in _SPEAKERS:
        id_ = name.casefold().replace(" ", "-")
        at.say_yes("stories/roundtable-on-plums/index.md", id_)
    at.send()


def _withdrawal(at: Hands) -> None:
    at.open(f"voice?story={_NEW}&voice=ida-brook")
    at.press("Take permission back")
    at.count.step()
    at.enter()
    at.press("See what changes, and send it")
    at.press("Send", "BUTTON")

"""One walk through the desk in Chromium, by keyboard alone: written, asked, sent, taken back."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from byleave.editing.front_matter import record_of, value_at
from tests.browser.test_accessibility import violations
from tests.desk.running import AtDesk, at_desk
from tests.preview.sites import FILES
from tests.sharing.repositories import git, sent, shared

pytestmark = pytest.mark.slow

_MOST_TABS = 300
# How a screen reader would call what has the focus, as far as forms of the desk need it.
_FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].textContent : one.textContent;
  return `${one.tagName} ${label.replace(/\\s+/g, " ").trim()}`;
}"""
_WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SEEN = """() => {
  const shown = document.body.cloneNode(true);
  shown.querySelectorAll("details").forEach((one) => one.remove());
  return shown.textContent;
}"""
_JARGON = re.compile(r"\b(commits?|push|rebase|merge|front matter|YAML|git)\b", re.I)
_SCHEMES = ("light", "dark", "forced")


class Walk:
    """Somebody with a keyboard and no mouse; every page that they come to is looked at."""

    def __init__(self, page: Page, desk: AtDesk) -> None:
        self.page = page
        self.desk = desk
        self.found: list[str] = []

    def reach(self, name: str, tag: str = "", *, back: bool = False) -> None:
        """Press Tab until what begins with `name` has the focus."""
        key = "Shift+Tab" if back else "Tab"
        for _ in range(_MOST_TABS):
            self.page.keyboard.press(key)
            kind, _, called = self.page.evaluate(_FOCUSED).partition(" ")
            if called.startswith(name) and tag in ("", kind):
                return
        raise AssertionError(f"nothing that is called {name} can be reached")

    def press(self, name: str, tag: str = "", *, back: bool = False) -> None:
        """Reach something and press Enter, and wait for the page to which it leads."""
        self.reach(name, tag, back=back)
        self.enter()

    def enter(self) -> None:
        """Press Enter where one is, and look at the page to which it leads."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.look()

    def write(self, name: str, words: str, *, back: bool = False) -> None:
        """Reach a field and type into it."""
        self.reach(name, back=back)
        self.page.keyboard.type(words)

    def look(self) -> None:
        """What is wrong with the page: for machines, on a small screen, and in its words."""
        title = self.page.title()
        faults = violations(self.page)
        if jargon := _JARGON.findall(self.page.evaluate(_SEEN)):
            faults.append(f"words that nobody has to know: {jargon}")
        for width in (320, 640, 1280):
            self.page.set_viewport_size({"width": width, "height": 800})
            if self.page.evaluate(_WIDER) > 0:
                faults.append(f"one has to scroll sideways at {width}")
        self.found += [f"{title}: {fault}" for fault in faults]


@pytest.fixture
def walk(launch: Callable[..., Browser], tmp_path: Path) -> Iterator[tuple[Walk, Path, Path]]:
    """A desk in a browser, the bare repository to which it sends, and another editor's copy."""
    bare, one, other = shared(tmp_path, FILES)
    browser = launch()
    with at_desk(one, tmp_path / "state") as desk:
        page = browser.new_page(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
        page.goto(desk.keys.address_for_once(desk.address))
        page.wait_for_url(desk.address)
        yield Walk(page, desk), bare, other
    browser.close()


def test_a_walk_by_keyboard_alone(walk: tuple[Walk, Path, Path]) -> None:
    """A story and a roundtable from nothing, a yes, the way to everybody, and the way out again."""
    at, bare, other = walk
    at.look()
    at.press("Write something new")
    at.page.keyboard.type("Sour plums")
    at.press("Begin")
    at.write("In one or two", "Plums, and who likes them.")
    at.write("Name that readers see", "Ida Brook")
    at.press("Add them")
    at.reach("Put in their words", back=True)
    at.page.keyboard.press("Enter")
    at.page.keyboard.type("I never liked them sweet.")
    at.write("Day on which it is published", "05052026")
    at.press("Keep", "BUTTON")
    path = "stories/sour-plums/index.md"
    record = record_of(at.desk.text(path))
    assert value_at(record, "date") == "2026-05-05"
    assert "::: voice ida-brook\nI never liked them sweet.\n:::" in at.desk.text(path)
    assert (
        "I never liked them sweet." in at.page.frame_locator("iframe").locator("body").inner_text()
    )
    _a_roundtable(at)
    at.page.goto(f"{at.desk.address}story?path={path}")
    at.press("Permission of Ida Brook")
    at.press("Make the form")
    at.reach("Who said yes")
    at.page.keyboard.type("They themselves")
    at.reach("Be on the website")
    at.page.keyboard.press("Space")
    at.press("Go on")
    at.enter()
    assert value_at(record_of(at.desk.text(path)), "voices", "ida-brook", "consent", "uses") == (
        "web",
    )
    at.press("Send", "A", back=True)
    assert "Becomes public" in at.page.inner_text("main")
    at.press("Send", "BUTTON")
    assert "It is sent" in at.page.inner_text("h1")
    assert "I never liked them sweet." in git(bare, "show", f"main:{path}")
    at.page.goto(f"{at.desk.address}voice?story={path}&voice=ida-brook")
    at.press("Take permission back")
    at.enter()
    assert "Permission is taken back" in at.page.inner_text("h1")
    at.press("See what changes, and send it")
    assert "Goes from it: Ida Brook" in at.page.inner_text("main")
    at.press("Send", "BUTTON")
    assert "withdrawn: 2026-06-01" in git(bare, "show", f"main:{path}")
    _two_at_once(at, path, other)
    _in_every_scheme(at, path)
    assert at.found == []


def type_a_roundtable(at: Walk) -> None:
    """Behind its title: an event with a day, a place, access and the first line of a programme."""
    at.reach("A story")
    at.page.keyboard.press("ArrowDown")
    at.write("Day", "02022027")
    at.write("Time", "1000AM")
    at.press("Begin")
    at.write("What kind of event", "roundtable")
    at.write("Place", "Lea hall")
    at.write("What, line 1", "step-free")
    at.write("What happens", "Welcome")
    at.press("One line more")


def _a_roundtable(at: Walk) -> None:
    """With a day, a time, what makes it possible to take part, and two lines of its programme."""
    at.page.goto(f"{at.desk.address}new")
    at.page.keyboard.type("Roundtable on plums")
    type_a_roundtable(at)
    at.page.keyboard.type("Plums")
    at.press("Keep", "BUTTON")
    record = record_of(at.desk.text("stories/roundtable-on-plums/index.md"))
    assert value_at(record, "event", "starts") == "2027-02-02 10:00"
    assert value_at(record, "event", "access") == ("step-free",)
    titles = [value_at(one, "title") for one in value_at(record, "event", "programme") or ()]
    assert titles == ["Welcome", "Plums"]


def _two_at_once(at: Walk, path: str, other: Path) -> None:
    """What another program wrote meanwhile, and what another editor has sent."""
    at.page.goto(f"{at.desk.address}story?path={path}")
    at.write("Title", "!")
    at.desk.put({path: at.desk.text(path).replace("Sour plums", "Sour plums?")})
    at.press("Keep", "BUTTON")
    assert "What both of you have changed" in at.page.inner_text("main")
    at.press("Keep", "BUTTON")
    git(other, "pull", "-q")
    theirs = (other / path).read_text("utf-8").replace("title: Sour plums", "title: Plums")
    (other / path).write_text(theirs, "utf-8")
    sent(other)
    at.page.goto(f"{at.desk.address}send")
    at.press("Send", "BUTTON")
    assert "Somebody else has changed the same" in at.page.inner_text("h1")
    at.reach("Yours")
    at.page.keyboard.press("Space")
    at.press("Bring them together")
    assert "It is sent" in at.page.inner_text("h1")


def _in_every_scheme(at: Walk, path: str) -> None:
    """The same in the dark and in colours of one's own, also where something is to be mended."""
    file = at.desk.folder / path
    file.write_text(at.desk.text(path).replace("date: 2026-05-05", "date: 2026-05-50"), "utf-8")
    for scheme in _SCHEMES:
        if scheme == "forced":
            at.page.emulate_media(forced_colors="active")
        else:
            at.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for address in ("findings", f"story?path={path}"):
            at.page.goto(f"{at.desk.address}{address}")
            at.look()

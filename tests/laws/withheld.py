"""What is withheld of a site: things, each with the reasons for which it is not published."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """The kinds of things that can be withheld."""

    STORY = "story"
    VOICE = "voice"
    PASSAGE = "passage"
    LINE = "programme line"
    MEDIUM = "medium"


class Why(Enum):
    """The reasons, by the rules of consent; each is one sentence of them."""

    DRAFT = "it has no date or no voices"
    FUTURE = "its date is not yet"
    ERROR = "its file has an error"
    NO_PERMISSION = "permission is not given, is over, was stopped or is not for the web"
    WORDS = "its words are not those that were agreed"
    VOICE_HOLDS_NAME = "the words about this voice hold the name of a withheld voice"
    BY = "it is by a withheld voice"
    ABOUT = "it is about a withheld voice"
    MENTIONS = "it mentions a withheld voice by id"
    NAMES = "it holds the name of a withheld voice"
    LINK_WORDS = "a link in it says the title of a withheld story or the name of one of its voices"
    AUTHOR = "an author is withheld"
    TITLE = "its title names a withheld voice"
    SUMMARY = "its summary names a withheld voice"
    OUTCOME = "what happened since names a withheld voice"
    NOTICE = "what readers are told before they begin names a withheld voice"
    RIGHTS = "what is said of copying names a withheld voice"
    CHECKED_WITH = "whom its text was tried with names a withheld voice"
    ALLOWED = "the reason for an exception names a withheld voice"
    ADDRESS_NAMES = "the name of its file, or an old address of it, names a withheld voice"
    UNMARKED = "its unmarked text names a withheld voice"
    EVENT_WORDS = "the words of the event name a withheld voice"
    RESPONSE = "it responds to a story that is not published"
    REPLY = "it replies to a response that is not published"
    VERSION = "it is a version of a story that is not published"
    EASY_READ = "it is the Easy Read version of a story that is not published"
    SHOWS = "it shows a withheld voice"
    SHOWN_ELSEWHERE = "another story shows a withheld voice in it"
    ALT = "its description or caption names a withheld voice"
    FILE_NAMES = "its file is called after a withheld voice"
    LINE_VOICE = "it is a withheld voice's"
    LINE_WORDS = "its title or room names a withheld voice"
    ADDRESS = "two published stories are at one address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One thing that is not published, and why; `which` is the id, key or number in the story."""

    kind: Kind
    story: str
    which: str = ""
    why: Why


class Withheld:
    """All that is withheld; it only ever grows."""

    def __init__(self, losses: Iterable[Loss] = ()) -> None:
        self.losses = frozenset(losses)
        self._things = {(loss.kind, loss.story, loss.which) for loss in self.losses}

    def __or__(self, more: Iterable[Loss]) -> "Withheld":
        return Withheld(self.losses.union(more))

    def __len__(self) -> int:
        return len(self.losses)

    def story(self, path: str) -> bool:
        """Whether the whole story is withheld."""
        return (Kind.STORY, path, "") in self._things

    def voice(self, path: str, voice_id: str) -> bool:
        """Whether a voice is withheld in the story that declares it."""
        return (Kind.VOICE, path, voice_id) in self._things

    def passage(self, path: str, number: int) -> bool:
        """Whether a part of the body, counted from 0, is withheld."""
        return (Kind.PASSAGE, path, str(number)) in self._things

    def line(self, path: str, number: int) -> bool:
        """Whether a programme line, counted from 0, is withheld."""
        return (Kind.LINE, path, str(number)) in self._things

    def medium(self, path: str, key: str) -> bool:
        """Whether a medium of the story is withheld."""
        return (Kind.MEDIUM, path, key) in self._things

    def reasons(self) -> Counter[Why]:
        """How many things are withheld for each reason."""
        return Counter(loss.why for loss in self.losses)

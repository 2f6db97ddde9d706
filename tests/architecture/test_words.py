"""Our own files keep to our own words, and say nothing of the machine that they were written on."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import REPOSITORY, own_files, put, text_of

# Words that make people into something they are not, or that say nothing.
NEVER = re.compile(
    r"\b(subjects?|beneficiar(?:y|ies)|case[ -]stud(?:y|ies)|service[ -]users?|vulnerable"
    r"|utils?|utilit(?:y|ies)|helpers?|managers?|misc(?:ellaneous)?)\b",
    re.IGNORECASE,
)

# What Python, its libraries and standards (RFC 6068, DPV, DCMI) call things is not ours to change.
OTHERS_NAMES = re.compile(
    r"\b(?:dpv|dct):\w+|\bAbstractContextManager\b|\bimportlib\.util\b"
    r"|\bemail\.utils\b|\bdistributed\.utils\b|\bDASK_\w+|\?subject="
)

# A licence is quoted word for word; this file has to name what it looks for.
QUOTED = {"LICENSE", "tests/architecture/test_words.py"}

# The list that warns editors about words has to name them, each on a line that begins so.
WARNING_LIST = "words-to-avoid"
NAMED = "- term:"

# A line of the docs that begins so tells people which words we do not use.
TELLING = re.compile(r"\W*Never\b")

# Paths of one machine, and the hosts of registries, which a mirror may stand in for.
PLACES = re.compile(
    r"(?<![\w.~/-])/(?:root|opt|srv|tmp|home/\w+|Users/\w+|work/main|work/shared)/"
    r"|\b[A-Z]:\\Users\\"
    r"|\b(?:pypi\.org|pythonhosted\.org|npmjs\.org|npmjs\.com|yarnpkg\.com|debian\.org)\b"
)


def words_in(path: str, text: str) -> list[str]:
    """Each word in a file that is not ours, with its place."""
    if path in QUOTED:
        return []
    return [
        f"{path}:{number}: {match[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        if not (path.endswith(".md") and TELLING.match(line))
        if not (Path(path).stem == WARNING_LIST and line.startswith(NAMED))
        for match in NEVER.finditer(_apart(OTHERS_NAMES.sub("", line)))
    ]


def _apart(line: str) -> str:
    """The line with the words of names apart: `someName` and `some_name` are two words each."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", line)


def places_in(path: str, text: str) -> list[str]:
    """Each place in a file that only one machine, or one network, has."""
    if path in QUOTED:
        return []
    return [
        f"{path}:{number}: {match[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        for match in PLACES.finditer(line)
    ]


def texts() -> list[tuple[str, str]]:
    """Every text file of the repository, with its path; of the others, the path alone."""
    return [(path.relative_to(REPOSITORY).as_posix(), text_of(path) or "") for path in own_files()]


@pytest.mark.slow
def test_only_our_words_are_used() -> None:
    """In code, templates, stories and docs alike, names of files included."""
    assert [fault for path, text in texts() for fault in words_in(path, f"{text}\n{path}")] == []


@pytest.mark.slow
def test_nothing_names_a_machine() -> None:
    """What works here works elsewhere: no paths of this machine, and no registry's address."""
    assert [fault for path, text in texts() for fault in places_in(path, text)] == []


def test_all_of_the_repository_is_looked_at() -> None:
    """The two tests above see code, settings and locks, and nothing that was only made here."""
    paths = {path for path, _ in texts()}
    assert {"pyproject.toml", "Makefile", "requirements/site.txt", ".ci/run"} <= paths
    assert "generator/byleave/write/__init__.py" in paths
    assert not any(path.startswith((".venv/", "public/")) for path in paths)


@pytest.mark.parametrize(
    "text",
    [
        "the subject of a photograph",
        "Beneficiaries said",
        "a case study",
        "SERVICE USERS",
        "vulnerable people",
        "from byleave import utils",
        "class StoryHelper:",
        "file_manager = 1",
        "misc.css",
    ],
)
def test_a_word_that_is_not_ours_is_noticed(text: str) -> None:
    """Also as part of a name, in the plural, and in capitals."""
    assert len(words_in("docs/a.md", f"First line.\n{text}\n")) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/words.md", "Never: subject, misc."),
        ("generator/byleave/wording/words-to-avoid.yaml", "- term: vulnerable"),
        ("generator/byleave/a.py", "from contextlib import AbstractContextManager"),
        ("generator/byleave/a.py", "import shutil  # subjective, managed, utilised, miscounted"),
        ("LICENSE", "subject to the following conditions"),
    ],
)
def test_what_may_be_said_is_let_be(path: str, text: str) -> None:
    """Telling people what not to say, names that are not ours, and other words altogether."""
    assert words_in(path, text) == []


def test_the_warning_list_names_words_and_does_not_use_them() -> None:
    """The exception is for the terms that it has, not for the file."""
    said = "- term: vulnerable\n  why: no beneficiary wants it\n"
    assert words_in("wording/words-to-avoid.yaml", said) == [
        "wording/words-to-avoid.yaml:2: beneficiary"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "cd /root/project",
        "see /home/sam/notes",
        'open("/tmp/a")',
        r"C:\Users\sam",
        "/work/main/generator",
        "--index-url https://pypi.org/simple",
        "https://files.pythonhosted.org/packages",
        "registry.npmjs.org",
    ],
)
def test_a_machines_place_is_noticed(text: str) -> None:
    """Wherever in a file it stands."""
    assert len(places_in("Makefile", f"first:\n\t{text}\n")) == 1


@pytest.mark.parametrize("text", ["site_src/root/CNAME", "/themes/work/", "../shared/acceptance"])
def test_an_address_is_no_machines_place(text: str) -> None:
    """Folders of a site, addresses on it and folders beside the repository may be named."""
    assert places_in("README.md", text) == []


def test_a_picture_is_not_text(tmp_path: Path) -> None:
    """What is not text is not read as text."""
    put(tmp_path, {"a.txt": "words"})
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\0misc")
    assert text_of(tmp_path / "a.jpg") is None
    assert text_of(tmp_path / "a.txt") == "words"

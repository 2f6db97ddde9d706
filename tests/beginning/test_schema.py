"""JSON Schema of what editors write: what we take it takes, and what we refuse it refuses."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from byleave.read.schemas import SCHEMAS, SchemaOf
from tests.architecture.sources import REPOSITORY
from tests.cli.running import run
from tests.docs.records import RECORDS, keys


class _Editor(yaml.SafeLoader):
    """YAML 1.2 as the programs of editors read it: no dates, and yes and no are words."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
READERS = [_Editor, yaml.BaseLoader]


@cache
def validator(kind: SchemaOf) -> Draft7Validator:
    """What holds something against the schema that the command prints."""
    said = run("schema", kind)
    assert (said.code, said.err) == (0, "")
    schema = json.loads(said.out)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def faults(kind: SchemaOf, text: str, reader: Any = _Editor) -> list[str]:
    """What is wrong with a text by its schema."""
    data = yaml.load(text, Loader=reader)  # noqa: S506 - one for text alone, and a safe one
    return [fault.message for fault in validator(kind).iter_errors(data)]


def written() -> list[tuple[SchemaOf, Path]]:
    """Every file of the demonstration that has keys."""
    folders: dict[SchemaOf, str] = {
        "story": "stories/**/*.md",
        "theme": "themes/*.md",
        "page": "site_src/pages/*.md",
        "settings": "site_src/site.yaml",
    }
    return [
        (kind, path)
        for kind, pattern in folders.items()
        for path in sorted(REPOSITORY.glob(pattern))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS, ids=["as editors read", "as text"])
def test_the_demonstration_is_right_by_it(reader: Any) -> None:
    """Whoever writes what is right sees no red line."""
    assert {kind for kind, _ in written()} == set(SCHEMAS)
    for kind, path in written():
        text = path.read_text("utf-8")
        matter = text if kind == "settings" else text.split("---\n")[1]
        assert faults(kind, matter, reader) == [], path


RIGHT: list[tuple[SchemaOf, str]] = [
    ("story", "title: 2024"),
    ("story", "title: no"),
    ("story", "responds_to: stories/a.md"),
    ("story", "{title: T, voices: {a: {name: A, identity: named, part: poet, consent: {}}}}"),
    ("story", "{title: T, media: {a.jpg: {alt: A, shows: nobody}}}"),
    ("story", "{title: T, media: {a.jpg: {decorative: YES}}}"),
    ("story", "{title: T, event: {starts: 2026-02-03 10:00, access: [a, b]}}"),
    ("story", "{title: T, event: {starts: 2026-02-03, access: {BSL: yes, lift: 2}}}"),
    (
        "story",
        "{title: T, voices: {a: {name: 7, identity: named, part: author,"
        " consent: {record: 0035, given: 2026-01-01, until: 2027-01-01, withdrawn: , uses: [x]}}}}",
    ),
    (
        "settings",
        "{format: 1, title: T, url: https://a.org/, permission: {person: P, within: W, text: 1}}",
    ),
    (
        "settings",
        "{format: '1', title: T, url: https://a.org/, contact: a@b.org,"
        " permission: {person: {cy: P, en-GB: Q}, within: W, post: 1, law: {country: GB}}}",
    ),
]


@pytest.mark.parametrize(("kind", "text"), RIGHT)
@pytest.mark.parametrize("reader", READERS, ids=["as editors read", "as text"])
def test_what_we_take_it_takes(kind: SchemaOf, text: str, reader: Any) -> None:
    """Also where other programs would take a value for a number, or nothing for a fault."""
    assert faults(kind, text, reader) == []


def test_nothing_beside_a_key_is_as_good_as_none() -> None:
    """A form to fill in is no fault yet, unless what is missing is needed."""
    assert faults("story", "{title: T, date: , summary: , themes: , voices: , event: }") == []
    assert faults("page", "{title: }") != []


VOICE = "name: A, identity: named, part: author"
WRONG: list[tuple[SchemaOf, str]] = [
    ("story", "{tittle: T, title: T}"),
    ("story", "{summary: S}"),
    ("story", "{title: [T]}"),
    ("story", "{title: T, date: 1 May 2026}"),
    ("story", "{title: T, themes: one}"),
    ("story", "{title: T, aliases: [old/]}"),
    ("story", "{title: T, language: English}"),
    ("story", "{title: T, posted_by: Sam}"),
    ("story", "{title: T, media: {a.jpg: {alt: A, shows: everybody}}}"),
    ("story", "{title: T, media: {a.jpg: {decorative: perhaps}}}"),
    ("story", "{title: T, event: {ends: 2026-02-03}}"),
    ("story", "{title: T, event: {starts: 2026-02-03, status: over}}"),
    ("story", "{title: T, event: {starts: 2026-02-03, map: maps.example.org}}"),
    ("story", "{title: T, event: {starts: 2026-02-03, booking: {closes: 2026-02-01}}}"),
    ("story", "{title: T, event: {starts: 2026-02-03, programme: [{at: '9:30', title: T}]}}"),
    ("story", "{title: T, event: {starts: 2026-02-03, programme: [{at: '09:30'}]}}"),
    ("story", f"{{title: T, voices: {{Sam: {{{VOICE}}}}}}}"),
    ("story", "{title: T, voices: {sam: {name: A, identity: secret, part: author}}}"),
    ("story", "{title: T, voices: {sam: {identity: named, part: author}}}"),
    ("story", f"{{title: T, voices: {{sam: {{{VOICE}, e-mail: a@b.org}}}}}}"),
    ("story", f"{{title: T, voices: {{sam: {{{VOICE}, consent: {{withdrawm: }}}}}}}}"),
    ("story", f"{{title: T, voices: {{sam: {{{VOICE}, consent: {{given: 2026-01-01}}}}}}}}"),
    ("story", f"{{title: T, voices: {{sam: {{{VOICE}, consent: {{by: friend}}}}}}}}"),
    ("theme", "{also_known_as: [T]}"),
    ("theme", "{title: T, colour: red}"),
    ("page", "{title: T, summary: [S]}"),
    ("settings", "{format: 1, title: T, url: https://a.org/}"),
    (
        "settings",
        "{format: 1, title: T, url: https://a.org/,"
        " permission: {person: {Welsh: P}, within: W, text: 1}}",
    ),
    (
        "settings",
        "{format: 1, title: T, url: https://a.org/,"
        " permission: {person: P, within: W, text: 1, law: {country: Wales}}}",
    ),
    (
        "settings",
        "{format: 3, title: T, url: https://a.org/, permission: {person: P, within: W, text: 1}}",
    ),
    ("settings", "{format: 1, title: T, url: a.org, permission: {person: P, within: W, text: 1}}"),
    ("settings", "{format: 1, title: T, url: https://a.org/, permission: {person: P, within: W}}"),
    (
        "settings",
        "{format: 1, title: T, url: https://a.org/, host: myspace,"
        " permission: {person: P, within: W, text: 1}}",
    ),
]


@pytest.mark.parametrize(("kind", "text"), WRONG)
@pytest.mark.parametrize("reader", READERS, ids=["as editors read", "as text"])
def test_what_we_refuse_it_refuses(kind: SchemaOf, text: str, reader: Any) -> None:
    """An editor sees the mistake while it is made, and not with the next build."""
    assert faults(kind, text, reader) != []


def test_it_has_every_key_and_no_other() -> None:
    """What is added to a record is in the schema by itself."""
    found: dict[str, set[str]] = {}
    for kind in SCHEMAS:
        schema: Any = validator(kind).schema
        for name, group in schema.get("definitions", {}).items():
            found[name] = set(group["properties"])
        found[kind] = set(schema["properties"])
    whole = {"FrontMatter": "story", "Settings": "settings", "ThemeRecord": "theme"}
    for record in RECORDS:
        name = {**whole, "PageRecord": "page"}.get(record.__name__, record.__name__)
        assert found[name] == keys(record), name


def test_no_group_takes_keys_that_it_does_not_know() -> None:
    """A misspelt key is told at every depth."""
    for kind in SCHEMAS:
        schema: Any = validator(kind).schema
        for name, group in {"": schema, **schema.get("definitions", {})}.items():
            assert group["additionalProperties"] is False, name


def test_words_are_offered() -> None:
    """Where another word is fine as well, an editor still offers those that have a meaning."""
    schema: Any = validator("story").schema
    voice = json.dumps(schema["definitions"]["SourceVoice"]["properties"]["part"])
    consent = json.dumps(schema["definitions"]["Consent"]["properties"]["uses"])
    assert '"told-about"' in voice
    assert '"engines"' in consent

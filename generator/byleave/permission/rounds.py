"""What people were shown: the round of a form or a proof, which of them a code stands for.

Which were made on this computer is kept, so that it can be said what has changed since. It lies
beside them and is as private, and holds no words and no names. Without it a code still stands for
what it stood for.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct

from byleave.editing.whole_files import write_private
from byleave.model.paper_codes import Round, RoundKind, called, code_of
from byleave.model.records import record_key
from byleave.model.register import Expectation
from byleave.model.uses import asked_uses
from byleave.permission.forms_folder import NAME, prepare
from byleave.values import replace

_FILE = "rounds.jsonl"
_BREAK = b"\n"
# A form that nobody answers for longer than this is made anew.
_DAYS = 3 * 366


class AskedVoice(Struct, frozen=True, kw_only=True):
    """A voice, by the path of the file that declares it; `identity` as that file says it.

    `after` is the number of its record where that is over in this file, or "".
    """

    story: str
    voice: str
    name: str
    identity: str
    after: str = ""


def shown_round(
    kind: RoundKind, whose: AskedVoice, expectation: Expectation, until: date | None
) -> Round:
    """What is shown of a voice, whose story `expectation` is about.

    What only shows asks nothing, and so neither about uses nor about an end.
    """
    own = expectation.rehearsal.settings.uses
    asks = kind == "form"
    return Round(
        kind=kind,
        story=whose.story,
        voice=whose.voice,
        called=called(whose.name, whose.identity),
        words=frozenset(one.fingerprint for one in expectation.shown[whose.voice]),
        files=frozenset(one.media.file.sha256 for one in expectation.media[whose.voice]),
        uses=asked_uses(whose.identity, own) if asks else (),
        until=until if asks else None,
        day=expectation.day,
        after=record_key(whose.after) if asks else "",
    )


def rounds_made(site: Path) -> tuple[Round, ...]:
    """The rounds for which papers were made here, as far as they can be read, the oldest first."""
    try:
        content = (site / NAME / _FILE).read_bytes()
    except OSError:
        return ()
    return tuple(_read(content.split(_BREAK)))


def _read(lines: Iterable[bytes]) -> Iterator[Round]:
    decoder = msgspec.json.Decoder(Round)
    for line in lines:
        try:
            yield decoder.decode(line)
        except msgspec.DecodeError:
            continue  # an empty line, or one that somebody changed


def keep_made(site: Path, rounds: Iterable[Round]) -> None:
    """Keep that papers were made for `rounds`; raises UnsafeFolderError and OSError."""
    there = {code_of(one): one for one in (*rounds_made(site), *rounds)}
    prepare(site / NAME, site)
    lines = (msgspec.json.encode(one, order="deterministic") for one in there.values())
    write_private(site / NAME / _FILE, b"".join(line + _BREAK for line in lines))


def round_of(site: Path, code: str, today: Round, ends: Iterable[date | None]) -> Round | None:
    """The round for which `code` stands; None where it is neither known here nor like `today`.

    Of `today` the day may be an earlier one, the end one of `ends`, and the uses those of before
    the site had some of its own.
    """
    made = (one for one in rounds_made(site) if code_of(one) == code)
    return next(made, None) or _derived(code, today, ends)


def _derived(code: str, today: Round, ends: Iterable[date | None]) -> Round | None:
    uses = dict.fromkeys(today.uses[:number] for number in range(len(today.uses), 0, -1)) or {(): 0}
    for until in dict.fromkeys(ends):
        for asked in uses:
            for ago in range(_DAYS):
                day = today.day - timedelta(days=ago)
                one = replace(today, until=until, uses=asked, day=day)
                if code_of(one) == code:
                    return one
    return None

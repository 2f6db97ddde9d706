"""One request to the desk as its pages read it, and the answer that each of them gives."""

from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlencode

from msgspec import Struct
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from byleave.desk.guarding import is_the_word
from byleave.desk.workplace import Workplace
from byleave.desk.writing.outlived import drop_outlived
from byleave.preview import Answering, SiteInMemory

WORD = "word"
# Bytes of one text in a form; the longest story is a fraction of it.
_LONGEST = 8_000_000
# Bytes of a whole form with its pictures.
_LARGEST = 200_000_000
_MOST_FIELDS = 5_000
_SEE_OTHER = 303


class Upload(Struct, frozen=True, kw_only=True):
    """A file that came with a form."""

    name: str
    content: bytes


class Asked(Struct, frozen=True, kw_only=True):
    """What a request says: its query, and its form where it is to change something."""

    query: Mapping[str, str] = {}
    fields: tuple[tuple[str, str], ...] = ()
    uploads: Mapping[str, Upload] = {}

    def said(self, name: str) -> str:
        """What one field of the form says; "" where it is not there."""
        return next((words for field, words in self.fields if field == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """What every field of this name says."""
        return tuple(words for field, words in self.fields if field == name)


# A page, made in a thread of its own while nobody else touches the site.
Page = Callable[[Workplace, SiteInMemory, Asked], Response]


def answering(page: Page, place: Workplace, live: Answering) -> Callable[..., Awaitable[Response]]:
    """What answers requests with `page`; a change is refused without the word of this start."""

    async def answer(request: Request) -> Response:
        fields: tuple[tuple[str, str], ...] = ()
        uploads: dict[str, Upload] = {}
        if request.method == "POST":
            if int(request.headers.get("content-length", "0")) > _LARGEST:
                return PlainTextResponse("This is too large to be kept with a site.", 413)
            async with request.form(max_part_size=_LONGEST, max_fields=_MOST_FIELDS) as form:
                if not is_the_word(str(form.get(WORD, "")), place.word):
                    words = "This page was made by a desk that has ended. Go back, load it again."
                    return PlainTextResponse(words, 403)
                fields, uploads = await _read(form)
        asked = Asked(query=dict(request.query_params), fields=fields, uploads=uploads)
        response = await live.ask(lambda held: _answered(page, place, held, asked))
        await place.tell_public()
        return response

    return answer


def _answered(page: Page, place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    # Somebody may have left by a command, where no change of a file is heard of.
    drop_outlived(place.site, place.drafts)
    return page(place, held, asked)


async def _read(form: FormData) -> tuple[tuple[tuple[str, str], ...], dict[str, Upload]]:
    fields = tuple((name, one) for name, one in form.multi_items() if isinstance(one, str))
    uploads = {}
    for name, one in form.multi_items():
        if isinstance(one, UploadFile) and one.filename:
            uploads[name] = Upload(name=one.filename, content=await one.read())
    return fields, uploads


def to(path: str, anchor: str = "", /, **query: str) -> Response:
    """Send the browser to another page of the desk, so that nothing is done twice."""
    return RedirectResponse(link(path, anchor, **query), _SEE_OTHER)


def link(path: str, anchor: str = "", /, **query: str) -> str:
    """The address of a page of the desk."""
    said = urlencode({name: words for name, words in query.items() if words})
    return path + (f"?{said}" if said else "") + (f"#{anchor}" if anchor else "")

"""Which page of the desk is at which address, and what each may do: GET shows, POST changes."""

from collections.abc import Mapping

from byleave.desk.asking import Page
from byleave.desk.findings import findings_page
from byleave.desk.permission.answers import change_voice
from byleave.desk.permission.overview import permission_page
from byleave.desk.permission.papers import paper_page
from byleave.desk.permission.voice_page import voice_page
from byleave.desk.sending.send_page import send_it, send_page
from byleave.desk.shelf import shelf_page
from byleave.desk.viewing import choose_day, public_page
from byleave.desk.writing.beginning import begin, new_page
from byleave.desk.writing.keeping import change_story
from byleave.desk.writing.picture_file import picture_file
from byleave.desk.writing.story_page import story_page
from byleave.desk.writing.unkept import keep_draft
from byleave.desk.writing.whole_file import change_file, file_page

PAGES: Mapping[tuple[str, str], Page] = {
    ("GET", "/"): shelf_page,
    ("GET", "/findings"): findings_page,
    ("GET", "/send"): send_page,
    ("POST", "/send"): send_it,
    ("GET", "/public"): public_page,
    ("POST", "/public"): choose_day,
    ("GET", "/new"): new_page,
    ("POST", "/new"): begin,
    ("GET", "/story"): story_page,
    ("POST", "/story"): change_story,
    ("POST", "/draft"): keep_draft,
    ("GET", "/picture"): picture_file,
    ("GET", "/permission"): permission_page,
    ("GET", "/voice"): voice_page,
    ("POST", "/voice"): change_voice,
    ("GET", "/paper"): paper_page,
    ("GET", "/file"): file_page,
    ("POST", "/file"): change_file,
}

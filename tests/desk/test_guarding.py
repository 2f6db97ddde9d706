"""Whatever else is open in an editor's browser, or knocks at this machine, changes nothing here."""

from collections.abc import Iterator

import pytest

from tests.desk.running import AtDesk, at_desk
from tests.preview.sites import FILES
from tests.read.folders import put

NEW = {"kind": "story", "title": "A new shed"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtDesk]:
    """A desk; nothing that these tests send is taken in."""
    folder = put(tmp_path_factory.mktemp("site"), FILES)
    with at_desk(folder, tmp_path_factory.mktemp("state")) as found:
        yield found


def files(desk: AtDesk) -> dict[str, bytes]:
    """Every file of the site."""
    found = sorted(one for one in desk.folder.rglob("*") if one.is_file())
    return {str(one): one.read_bytes() for one in found}


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"Host": "evil.example.org"}, 421),
        ({"Host": "localhost.evil.example.org"}, 421),
        ({"Origin": None}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://evil.example.org"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
    ],
)
def test_a_change_from_elsewhere_is_refused(
    desk: AtDesk, more: dict[str, str | None], status: int
) -> None:
    """A name of somebody else's that leads here, and a form on some other website (CSRF)."""
    before = files(desk)
    assert desk.post("/new", {"word": desk.word, **NEW}, **more).status == status
    assert files(desk) == before


def test_the_live_site_is_another_origin(desk: AtDesk) -> None:
    """A page of the site itself, which others wrote, cannot change anything either."""
    for origin in (desk.origins.live, desk.origins.public):
        answer = desk.post("/new", {"word": desk.word, **NEW}, Origin=origin.rstrip("/"))
        assert answer.status == 403


@pytest.mark.parametrize("word", ["", "x", "ö" * 43])
def test_a_change_without_the_word_of_this_start_is_refused(desk: AtDesk, word: str) -> None:
    """A page that an earlier desk made, or that somebody else wrote, does not know it."""
    before = files(desk)
    assert desk.post("/new", {"word": word, **NEW}).status == 403
    assert desk.post("/new", NEW).status == 403
    assert files(desk) == before


def test_looking_changes_nothing_and_tells_nobody_else(desk: AtDesk) -> None:
    """No other website may show a page of the desk, read it, or keep it."""
    answer = desk.get("/")
    assert answer.status == 200
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in answer.headers
    assert desk.get("/", headers={"Host": "evil.example.org"}).status == 421


def test_only_the_desk_may_show_the_live_site_within_its_pages(desk: AtDesk) -> None:
    """Nobody else can put what is withheld into a frame."""
    policy = desk.get("/", port=desk.live_port).headers["content-security-policy"]
    (ancestors,) = (one for one in policy.split("; ") if one.startswith("frame-ancestors"))
    assert desk.address.rstrip("/") in ancestors
    assert "*" not in ancestors


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_ways_to_ask_are_refused(desk: AtDesk, method: str) -> None:
    """A browser's own forms need none of them."""
    assert desk._answer(method, "/", desk.port, {}, None).status == 405


@pytest.mark.parametrize(
    "path",
    [
        "../site_src/site.yaml",
        "stories/../../outside.md",
        "stories/./fair.md",
        "stories//fair.md",
        "/etc/passwd",
        "stories/cup.png",
        "site_src/records.tsv",
        "stories/.hidden.md",
        "stories\\..\\..\\outside.md",
        "stories/linked.md",
        ".byleave/a.md",
        "stories/not-there.md",
        "",
    ],
)
def test_only_texts_of_the_site_are_opened(desk: AtDesk, path: str) -> None:
    """A path that climbs out, a link that leads out, and the list of records are not for here."""
    outside = desk.folder.parent / "outside.md"
    outside.write_text("---\ntitle: Outside\n---\nSecret words.\n", "utf-8")
    link = desk.folder / "stories" / "linked.md"
    if not link.is_symlink():
        link.symlink_to(outside)
    for page in ("/story", "/file"):
        answer = desk.get(f"{page}?path={path}")
        assert answer.status == 404
        assert "Secret words" not in answer.text
        assert desk.post(page, {"word": desk.word, "path": path, "do": "keep"}).status == 404
    assert outside.read_text("utf-8").endswith("Secret words.\n")
    link.unlink()


@pytest.mark.parametrize("cookie", ["", "byleave-{port}=", "byleave-{port}=x", "=;,{port}"])
def test_another_account_of_this_computer_reads_nothing(desk: AtDesk, cookie: str) -> None:
    """It reaches every port that listens, and the desk shows what is withheld."""
    headers = {"Cookie": cookie.format(port=desk.port)} if cookie else {}
    for port in (desk.port, desk.live_port, desk.public_port):
        for path in ("/", "/stories/fair/", "/-byleave/changes", "/desk.js", "/?key=", "/?key=x"):
            answer = desk.ask("GET", path, port, headers, None)
            assert (answer.status, "set-cookie" in answer.headers) == (403, False), path
            assert "by the address that it has printed" in answer.text
            assert answer.headers["cache-control"] == "no-store"
    for way in ("HEAD", "POST", "PUT"):
        assert desk.ask(way, desk.keys.address("/"), desk.port, headers, None).status == 403


def test_a_key_opens_the_desk_alone_and_no_script_reads_what_it_gives(desk: AtDesk) -> None:
    """The pages of the site itself are by others; and another site cannot use the cookie."""
    for port in (desk.live_port, desk.public_port):
        assert desk.ask("GET", desk.keys.address("/"), port, {}, None).status == 403
    opened = desk.ask("GET", desk.keys.address("/"), desk.port, {}, None)
    assert opened.status == 200
    assert 'href="/"' in opened.text
    given = opened.headers["set-cookie"]
    assert "HttpOnly" in given
    assert "SameSite=strict" in given
    assert "Domain" not in given


def test_what_stood_on_a_command_line_opens_once(desk: AtDesk) -> None:
    """A browser is started with an address that other accounts can read while it runs."""
    address = desk.keys.address_for_once("/")
    assert address != desk.keys.address("/")
    assert desk.ask("GET", address, desk.port, {}, None).status == 200
    assert desk.ask("GET", address, desk.port, {}, None).status == 403

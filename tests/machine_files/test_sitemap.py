"""The sitemap, held against the schema of the protocol; and what else robots and servers read."""

from collections.abc import Mapping
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree, html

from byleave.model.machine_files import SitemapIndexView, SitemapView
from byleave.relate import relate
from byleave.relate.files import robots as robots_file
from byleave.relate.files import sitemap
from byleave.render.policy import server_policy
from tests.machine_files.folder import URL
from tests.relate.making import published, rendered, story, views, voice

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

# The protocol (sitemaps.org/protocol.html) as an XML Schema: what has to be there, once and in
# which form, and how many at most.
SCHEMA = f"""\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{SPACE}" xmlns:s="{SPACE}"
 targetNamespace="{SPACE}" elementFormDefault="qualified">
 <xs:simpleType name="address"><xs:restriction base="xs:anyURI">
  <xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://[!-~]+"/>
 </xs:restriction></xs:simpleType>
 <xs:simpleType name="changed"><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>
 <xs:complexType name="place"><xs:sequence>
  <xs:element name="loc" type="address"/>
  <xs:element name="lastmod" type="changed" minOccurs="0"/>
 </xs:sequence></xs:complexType>
 <xs:element name="urlset"><xs:complexType><xs:sequence>
  <xs:element name="url" type="place" maxOccurs="50000"/>
 </xs:sequence></xs:complexType>
  <xs:unique name="once"><xs:selector xpath="s:url"/><xs:field xpath="s:loc"/></xs:unique>
 </xs:element>
 <xs:element name="sitemapindex"><xs:complexType><xs:sequence>
  <xs:element name="sitemap" type="place" maxOccurs="50000"/>
 </xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""

# Closed: what holds words of a voice that did not give that use, and the lists that have it.
CLOSED = {"stories/closed/", "stories/quiet/", "stories/", "stories/years/2021/", "a-to-z/"}


def read(data: bytes) -> list[tuple[str, str]]:
    """The places in a sitemap and when each changed, after it was found to keep the rules."""
    tree = etree.fromstring(data)
    etree.XMLSchema(etree.XML(SCHEMA.encode())).assertValid(tree)
    return [
        (place.findtext(f"{{{SPACE}}}loc") or "", place.findtext(f"{{{SPACE}}}lastmod") or "")
        for place in tree
    ]


def test_the_sitemap_has_just_the_pages_that_may_be_indexed(site: Mapping[str, bytes]) -> None:
    """Each page says the same of itself."""
    there = {place.removeprefix(f"{URL}/") for place, _ in read(site["sitemap.xml"])}
    open_ = set()
    for path, data in site.items():
        if path.endswith("index.html"):
            robots = html.fromstring(data).xpath("//meta[@name='robots']/@content")
            open_ |= set() if "noindex" in str(robots) else {path.removesuffix("index.html")}
    assert there == open_
    assert not there & CLOSED
    assert {"", "stories/bread/", "stories/bara/", "stories/about-cat/", "themes/"} <= there


def test_a_place_says_when_it_changed(site: Mapping[str, bytes]) -> None:
    """Stories do, by the day that readers see as well."""
    changed = dict(read(site["sitemap.xml"]))
    assert changed[f"{URL}/stories/bread/"] == "2021-02-01"
    assert changed[f"{URL}/stories/in-summer/"] == "2021-03-01"
    assert changed[f"{URL}/"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "<url/>",
        "<url><loc>/stories/</loc></url>",
        "<url><loc>https://a.example.org/ŵ</loc></url>",
        "<url><loc>https://a.example.org/</loc><lastmod>1 March</lastmod></url>",
        "<url><loc>https://a.example.org/</loc></url>" * 2,
        "",
    ],
)
def test_a_sitemap_that_breaks_the_rules_is_noticed(text: str) -> None:
    """Each rule of the schema above can fail."""
    right = "<url><loc>https://a.example.org/</loc><lastmod>2021-03-01</lastmod></url>"
    assert read(f'<urlset xmlns="{SPACE}">{right}</urlset>'.encode())
    with pytest.raises(etree.DocumentInvalid):
        read(f'<urlset xmlns="{SPACE}">{text}</urlset>'.encode())


def test_a_long_sitemap_is_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The protocol allows so many pages in one file, and an index of the files."""
    monkeypatch.setattr(sitemap, "MOST_IN_SITEMAP", 10)
    plan = relate(published(*(story(f"s{number}") for number in range(15))))
    (index,) = views(plan, SitemapIndexView)
    parts = views(plan, SitemapView)
    assert index.parts == tuple(part.address for part in parts)
    addresses = [address for part in parts for address, _ in part.pages]
    assert len(addresses) == len(set(addresses)) > 15
    output = rendered(plan, f"{URL}/")
    made = {file.path: file.content for file in output.files}
    files = [made[path.lstrip("/")] for path in ("/sitemap.xml", *index.parts)]
    assert all(isinstance(data, bytes) and read(data) for data in files)


def test_robots_find_the_sitemap(site: Mapping[str, bytes]) -> None:
    """Read by Python's own reader of such files (RFC 9309)."""
    robots = RobotFileParser()
    robots.parse(site["robots.txt"].decode().splitlines())
    assert robots.site_maps() == [f"{URL}/sitemap.xml"]
    assert robots.can_fetch("anybody", f"{URL}/stories/bread/")


def headers(data: bytes) -> dict[str, dict[str, str]]:
    """Headers by the path that they are for: a line that is not indented is a path."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in data.decode().splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            assert name not in found[path]
            found[path][name] = value
        else:
            path = line
            found[path] = {}
    return found


def test_servers_send_a_strict_policy(site: Mapping[str, bytes]) -> None:
    """In the form of Netlify and Cloudflare Pages, whose lines have 2,000 characters at most."""
    found = headers(site["_headers"])
    assert next(iter(found)) == "/*"
    assert all(len(line) < 2000 for line in site["_headers"].splitlines())
    policy = found["/*"]["Content-Security-Policy"]
    assert policy == str(server_policy(searches=True))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["frame-ancestors"] == "'none'"
    # One page has a script and a form, and every other says that it has none.
    assert rules["script-src"] == rules["form-action"] == "'self'"
    assert "script-src 'none'" in str(server_policy(searches=False))
    assert rules["style-src"] == rules["img-src"] == "'self'"
    assert "unsafe" not in policy
    assert found["/*"]["X-Content-Type-Options"] == "nosniff"
    assert found["/*"]["Strict-Transport-Security"] == "max-age=31536000"


def test_an_old_address_leads_on(site: Mapping[str, bytes]) -> None:
    """At once, without a script, and without being taken for a page of its own."""
    page = html.fromstring(site["old/bread/index.html"])
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=/stories/bread/"]
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{URL}/stories/bread/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//main//a/@href") == ["/stories/bread/"]


def test_what_shares_a_page_is_told_of_it_where_everybody_allowed_that(
    site: Mapping[str, bytes],
) -> None:
    """Open Graph (ogp.me): its four required facts but a picture, or nothing at all."""
    page = html.fromstring(site["stories/bread/index.html"])
    told = {str(one.get("property")): one.get("content") for one in page.iter("meta")}
    assert told["og:title"] == "Bread </script> & “roses”"
    assert told["og:type"] == "article"
    assert told["og:url"] == f"{URL}/stories/bread/"
    # Said once, for search engines and for what shares it.
    (said,) = (one for one in page.iter("meta") if one.get("content") == told["og:description"])
    assert said.get("name") == "description"
    assert b'property="og:' not in site["stories/closed/index.html"]


def trained(*lacking: str) -> tuple[RobotFileParser, str, Mapping[str, Mapping[str, str]]]:
    """What robots and servers are told where the stories `lacking` are not for machines."""
    both = ("bread", "salt")
    stories = [story(name, voice("ann", *("ai",) * (name in lacking))) for name in both]
    files = {
        file.path: file.content for file in rendered(relate(published(*stories)), f"{URL}/").files
    }
    robots, servers = files["robots.txt"], files["_headers"]
    assert isinstance(robots, bytes)
    assert isinstance(servers, bytes)
    parser = RobotFileParser()
    parser.parse(robots.decode().replace("$", "").splitlines())
    return parser, robots.decode(), headers(servers)


def test_machines_that_learn_are_told_where_not_to() -> None:
    """Page by page: in robots.txt for their own names, and in a header for whoever reads that."""
    parser, robots, found = trained("bread")
    assert "Content-Usage: /stories/bread/$ train-ai=n" in robots
    assert "Disallow: /stories/bread/$" in robots
    assert "/stories/salt/$" not in robots
    assert not parser.can_fetch("GPTBot", f"{URL}/stories/bread/")
    assert parser.can_fetch("anybody", f"{URL}/stories/bread/")
    assert found["/stories/bread/"] == {
        "Content-Usage": "train-ai=n",
        "X-Robots-Tag": "noai, noimageai",
    }
    assert "/stories/salt/" not in found


def test_a_site_in_which_nobody_said_yes_to_it_says_so_once() -> None:
    """As for all permissions that were given before anybody asked."""
    parser, robots, found = trained("bread", "salt")
    assert "\nContent-Usage: train-ai=n\n" in robots
    assert list(found) == ["/*"]
    assert found["/*"]["Content-Usage"] == "train-ai=n"
    assert not parser.can_fetch("CCBot", f"{URL}/stories/salt/")
    assert parser.can_fetch("anybody", f"{URL}/stories/salt/")


def test_where_everybody_said_yes_nothing_is_said() -> None:
    """No machine is told to stay away from what people meant it to have."""
    _, robots, found = trained()
    assert "train-ai" not in robots + str(found)
    assert "Disallow" not in robots


def test_more_pages_than_a_server_reads_rules_for_close_the_site(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A rule that is not read would let in where somebody said no."""
    monkeypatch.setattr(robots_file, "MOST_RULES", 1)
    _, robots, found = trained("bread")
    assert "\nContent-Usage: train-ai=n\n" in robots
    assert list(found) == ["/*"]


def test_a_page_tells_machines_by_itself(site: Mapping[str, bytes]) -> None:
    """Whatever server it comes from, and if it comes from a disk."""
    said = {
        path: html.fromstring(data).xpath("//meta[@name='robots']/@content")
        for path, data in site.items()
        if path.endswith("index.html")
    }
    assert said["stories/bread/index.html"] == []
    assert said["stories/closed/index.html"] == ["noindex, noai, noimageai"]
    assert said["stories/quiet/index.html"] == ["noindex"]

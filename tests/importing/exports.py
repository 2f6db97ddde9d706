"""Exports as WordPress writes them, of invented people, with all that it keeps of them beside."""

from collections.abc import Sequence
from html import escape
from typing import Any

PRIVATE = (
    "kwame.login",
    "kwame.private@mail.example",
    "Kwame Offstage",
    "visitor.secret@mail.example",
    "203.0.113.77",
    "https://visitor.example/at-home",
    "01632 960555",
    "Only for the board",
    "swordfish",
    "Not to be read by anybody",
    "An unapproved remark",
    "An earlier wording of it",
    "organiser.secret@mail.example",
    "a remark in the markup",
)
"""What stands in such an export and nobody may find in the site: each in a place of its own."""


def comment(number: int, author: str, text: str, **more: Any) -> str:
    """A comment with an e-mail address, a network address and a site of whoever wrote it."""
    parent, approved, kind = more.get("parent", 0), more.get("approved", "1"), more.get("kind", "")
    return f"""<wp:comment><wp:comment_id>{number}</wp:comment_id>
<wp:comment_author><![CDATA[{author}]]></wp:comment_author>
<wp:comment_author_email>visitor.secret@mail.example</wp:comment_author_email>
<wp:comment_author_url>https://visitor.example/at-home</wp:comment_author_url>
<wp:comment_author_IP>203.0.113.77</wp:comment_author_IP>
<wp:comment_date>2019-05-0{number % 9 + 1} 10:00:00</wp:comment_date>
<wp:comment_content><![CDATA[{text}]]></wp:comment_content>
<wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>{kind}</wp:comment_type>
<wp:comment_parent>{parent}</wp:comment_parent>
<wp:comment_user_id>0</wp:comment_user_id></wp:comment>"""


def item(number: int, title: str, text: str = "", **more: Any) -> str:
    """A post, or whatever else `kind` says, at /2019/05/NAME/."""
    name = more.get("name", title.casefold().replace(" ", "-"))
    terms = "".join(
        f'<category domain="{domain}" nicename="{nice}"><![CDATA[{said}]]></category>'
        for domain, nice, said in more.get("terms", ())
    )
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for key, value in more.get("meta", {}).items()
    )
    file = f"<wp:attachment_url>{more['file']}</wp:attachment_url>" if "file" in more else ""
    return f"""<item><title>{escape(title)}</title>
<link>https://old.example/2019/05/{name}/</link>
<dc:creator><![CDATA[{more.get("author", "kwame.login")}]]></dc:creator>
<content:encoded><![CDATA[{text}]]></content:encoded>
<excerpt:encoded><![CDATA[{more.get("summary", "")}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id>
<wp:post_date>{more.get("day", "2019-05-01")} 23:30:00</wp:post_date>
<wp:post_date_gmt>2019-05-02 04:30:00</wp:post_date_gmt>
<wp:post_name>{name}</wp:post_name><wp:status>{more.get("status", "publish")}</wp:status>
<wp:post_parent>{more.get("parent", 0)}</wp:post_parent>
<wp:post_type>{more.get("kind", "post")}</wp:post_type>
<wp:post_password>{more.get("password", "")}</wp:post_password>{file}{terms}{meta}
{"".join(more.get("comments", ()))}</item>"""


def export(items: Sequence[str], language: str = "en-GB") -> str:
    """A whole export of https://old.example/."""
    return f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old site</title><link>https://old.example</link><language>{language}</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>kwame.login</wp:author_login>
<wp:author_email>kwame.private@mail.example</wp:author_email>
<wp:author_display_name><![CDATA[Kwame A]]></wp:author_display_name>
<wp:author_first_name>Kwame</wp:author_first_name>
<wp:author_last_name>Kwame Offstage</wp:author_last_name></wp:author>
<wp:author><wp:author_login>ada</wp:author_login>
<wp:author_display_name>ada</wp:author_display_name></wp:author>
{"".join(items)}</channel></rss>"""


CLASSIC = """<strong>We began</strong> with {beds} and <em>mud</em>.
It was cold.

::: voice sam

[caption id="attachment_9" align="alignnone"]<img src="https://old.example/wp-content/uploads/\
2019/05/urn-300x200.jpg" alt="" /> The urn, at last[/caption]

<!-- a remark in the markup -->
See <a href="https://old.example/2019/05/the-walk/">the walk</a>, and [sic] the rest.
<script>track("a remark in the markup")</script>
[gallery ids="9"]
[vc_row]Inside a builder.[/vc_row]
"""
BLOCKS = """<!-- wp:paragraph {"x":"a remark in the markup"} -->
<p>We walked to the mill &amp; back.</p>
<!-- /wp:paragraph -->
<!-- wp:table --><figure class="wp-block-table"><table><tbody>
<tr><td>Day</td><td>Who | how</td></tr>
<tr><td>Monday</td><td>Nine<br>and a dog</td></tr></tbody></table><figcaption>How many</figcaption>\
</figure><!-- /wp:table -->
<!-- wp:embed --><figure><iframe src="https://www.youtube.com/embed/abc123" title="The film">\
</iframe></figure><!-- /wp:embed -->
<!-- wp:latest-posts /-->"""


def whole() -> str:
    """An export with one of everything that a group may have, and of what it may not want shown."""
    urn = "https://old.example/wp-content/uploads/2019/05/urn.jpg"
    return export(
        [
            item(
                1,
                "The urn & the {kettle}",
                CLASSIC,
                name="the-urn",
                summary="Loud &amp; <b>hot</b>.",
                terms=[
                    ("category", "news", "News"),
                    ("post_tag", "tea", "Tea"),
                    ("category", "uncategorized", "Uncategorized"),
                ],
                meta={"_edit_lock": "1557:1", "_private_note": "01632 960555"},
                comments=[
                    comment(1, "Betty", "I was *there*.\n\nWith {sam}."),
                    comment(2, "kwame.login", "So was I.", parent=1),
                    comment(3, "Eve", "An unapproved remark", approved="0"),
                    comment(4, "", "And I.", parent=3),
                    comment(5, "Other site", "ping", kind="pingback"),
                ],
            ),
            item(2, "The walk", BLOCKS, author="ada"),
            item(3, "Only for the board", "Not to be read by anybody", status="private"),
            item(4, "Locked", "Not to be read by anybody", password="swordfish"),  # noqa: S106 - of a post that nobody wrote
            item(5, "Later", "Not to be read by anybody", status="future", day="2031-01-01"),
            item(6, "Half done", "A beginning.", status="draft"),
            item(7, "About us", "Who we are.", kind="page"),
            item(8, "Old words", "An earlier wording of it", kind="revision", status="inherit"),
            item(
                9,
                "urn",
                kind="attachment",
                status="inherit",
                file=urn,
                meta={"_wp_attachment_image_alt": "IMG_0042"},
            ),
            item(
                10,
                "Roundtable",
                "Join us: https://zoom.us/j/123?pwd=swordfish",
                kind="tribe_events",
                meta={
                    "_EventStartDate": "2019-06-01 18:00:00",
                    "_EventEndDate": "2019-06-01 20:00:00",
                    "_EventVenueID": "11",
                    "_EventCost": "5",
                    "_EventCurrencySymbol": "£",
                    "_EventOrganizerID": "12",
                },
            ),
            item(
                11,
                "The Mill",
                kind="tribe_venue",
                meta={"_VenueAddress": "2 Mill Lane", "_VenueCity": "Milltown"},
            ),
            item(
                12,
                "Ona",
                kind="tribe_organizer",
                meta={"_OrganizerEmail": "organiser.secret@mail.example"},
            ),
            item(13, "A form", "visitor.secret@mail.example", kind="feedback"),
        ]
    )

"""The view of a story's page, made of the story and of what is around it: it sees no index."""

from byleave.model.published import Story
from byleave.model.site import StoryView
from byleave.relate.index.list_lines import kind, listed_voices, person, recordings, signed
from byleave.relate.pages.bodies import story_body
from byleave.relate.pages.events import event_view
from byleave.relate.pages.lead import with_lead
from byleave.relate.pages.story_surroundings import Surroundings


def story_view(story: Story, around: Surroundings) -> StoryView:
    """What the page of `story` shows. Whatever it takes from elsewhere is `around` it."""
    lead, blocks = with_lead(story)
    page = StoryView(
        address=story.address,
        title=story.title,
        language=story.language,
        summary=story.summary,
        what_happened=story.what_happened,
        notice=story.notice,
        rights=story.rights,
        checked_with=story.checked_with,
        pull=story.pull,
        shareable=around.shareable,
        source=story.path,
        kind=kind(story),
        date=story.date,
        updated=story.updated,
        lead=lead,
        body=story_body(story, around.links, blocks),
        voices=tuple(map(person, listed_voices(story))),
        themes=around.themes,
        series=around.series,
        series_items=around.series_items,
        similar=around.similar,
        versions=around.versions,
        easy_read=story.easy_read_of is not None,
        recordings=recordings(story),
        signed=signed(story),
        report_of=around.report_of,
        responses=around.responses,
        responses_address=around.responses_address,
        earlier=around.earlier,
        later=around.later,
        withheld=story.withheld,
    )
    if story.event is None or around.occasion is None:
        return page
    return event_view(page, story.event, around.occasion, past=story.past)

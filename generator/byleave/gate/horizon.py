"""Until when the answers of the gate stand, if no file changes."""

from datetime import datetime, time, timedelta

from byleave.gate.publish import end_of
from byleave.model.published import PublishedSet


def stands_until(published: PublishedSet, as_of: datetime) -> datetime:
    """The first moment at which `published` may be another set than at `as_of`.

    Both are naive, in the site's time zone. Permissions and stories begin and end with days, so
    it is never later than midnight: no later day has to be known for it, nor kept anywhere.
    """
    midnight = datetime.combine(as_of.date() + timedelta(days=1), time.min)
    ends = (end_of(story.event) for story in published.stories if story.event and not story.past)
    return min((midnight, *(end for end in ends if end >= as_of)))

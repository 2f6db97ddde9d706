"""The sites on which `make test` tries the laws: always the same, so that everybody's run is.

A seed stands for one site. Which one it is hangs on the generator too: when that learns something
new, the seeds lead to other sites. What a seed found is therefore held by a test with a name, and
the seed is recorded as well, because what failed once is a good place to look again.
"""

SITES = 1200

FAILED = (
    298368532,
    528589521,
    293311619,
    932814583,
    641230577,
    348967799,
    817651965,
    2198,
    100280,
    100439,
    31005,
    41041,
    41261,
    210249167,
    536888889,
    536888824,
    700046,
    637543255,
    637543443,
    637543469,
    148542661,
    469649005,
    476386887,
    129694392,
    444115897,
    899472011,
    771000747,
    2099,
    772000618,
)
"""Every seed on which a law was ever broken; `make laws` says which to add."""


def recorded(sites: int = SITES) -> tuple[int, ...]:
    """The seeds that failed once, and so many others."""
    return (*FAILED, *range(1, sites + 1))

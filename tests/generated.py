"""What tests that generate their examples have in common: nothing about them is left to chance.

`make test` tries the same examples for everybody, however many processes share the tests and
however busy they are; `make laws` tries new ones, with the profile `new`. A quick run tries a tenth
of them, with the profile `quick`.
"""

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

_PART = 10


def _none_is(_path: str) -> bool:
    """Whether a module is one of which Hypothesis takes constants for its examples."""
    return False


def leave_nothing_to_chance() -> None:
    """Have Hypothesis generate for everybody the same, unless another profile is asked for."""
    # It would take constants of whichever modules of ours are loaded: the tests before decide that.
    vars(providers)["is_local_module_file"] = _none_is
    # Nothing that depends on how long something took.
    settings.register_profile("new", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    new = settings.get_profile("new")
    settings.register_profile("recorded", new, derandomize=True, database=None)
    recorded = settings.get_profile("recorded")
    settings.register_profile("quick", recorded, max_examples=recorded.max_examples // _PART)
    settings.load_profile("recorded")


def have_few() -> None:
    """Have Hypothesis generate only the first of the examples from now on."""
    settings.load_profile("quick")


def examples(wanted: int) -> int:
    """How many examples a test tries that wants so many: all of them, or a part in a quick run."""
    return wanted * settings().max_examples // settings.get_profile("recorded").max_examples

"""What tests that generate their examples have in common: nothing about them is left to chance.

`make test` tries the same examples for everybody, however many processes share the tests and
however busy they are; `make laws` tries new ones, with the profile `new`.
"""

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers


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
    settings.load_profile("recorded")

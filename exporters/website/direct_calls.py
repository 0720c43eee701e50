"""Templates that call the functions they are given without asking how each wants to be called.

Jinja2 looks at every function at every call, whether it wants the context; a page makes thousands
of calls. Functions that templates are given here never do: they are called as Python calls them.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import Environment, TemplateAssertionError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

_PREFIX = "called_"


class _DirectCalls(CodeGenerator):
    def visit_Call(  # noqa: N802 - Jinja2's name
        self, node: nodes.Call, frame: Frame, *more: Any, **named: Any
    ) -> None:
        # What is reached by a dot is a method: only what templates name can be a macro.
        is_direct = isinstance(node.node, nodes.EnvironmentAttribute | nodes.Getattr)
        if not is_direct or _unpacks(node) or more or named:  # those bring a block to call back
            super().visit_Call(node, frame, *more, **named)
            return
        self.visit(node.node, frame)
        self.write("(")
        for arg in node.args:
            self.visit(arg, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_escaped(node, self.environment) and finalize.src is None:
            self.write("(")  # in the place of a second look whether it is
        else:
            super()._output_child_pre(node, frame, finalize)


def _is_escaped(node: nodes.Expr, environment: Environment) -> bool:
    """Whether a function is called that returns Markup."""
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.EnvironmentAttribute)):
        return False
    function = getattr(environment, node.node.name)
    return getattr(function, "__annotations__", {}).get("return") is Markup


def _unpacks(node: nodes.Call) -> bool:
    return bool(node.dyn_args or node.dyn_kwargs)


class _Marking(NodeTransformer):
    """Marks the calls that can be made directly."""

    def __init__(self, functions: Mapping[str, Callable[..., Any]]) -> None:
        self._functions = functions

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja2's name
        self.generic_visit(node)
        called = node.node
        if isinstance(called, nodes.Name) and called.name in self._functions:
            node.node = nodes.EnvironmentAttribute(_PREFIX + called.name)
        return node


def _given_names(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """Return what a template gives names of its own to, and on which lines."""
    for name in tree.find_all(nodes.Name):
        if name.ctx in {"store", "param"}:
            yield name.name, name.lineno
    for macro in tree.find_all(nodes.Macro):
        yield macro.name, macro.lineno
    for imported in tree.find_all(nodes.FromImport):
        for each in imported.names:
            yield each if isinstance(each, str) else each[1], imported.lineno
    for module in tree.find_all(nodes.Import):
        yield module.target, module.lineno


class DirectEnvironment(Environment):
    """An environment whose templates call `functions` directly.

    A template that gives one of their names to something else is refused: its calls would go past
    that. Raises TemplateAssertionError.
    """

    code_generator_class = _DirectCalls

    def __init__(self, functions: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        super().__init__(**options)
        self.globals.update(functions)
        self._functions = functions
        for name, function in functions.items():
            setattr(self, _PREFIX + name, function)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for given, line in _given_names(tree):
            if given in self._functions:
                told = f"“{given}” is the name of a function that templates call"
                raise TemplateAssertionError(told, line, name, filename)
        _Marking(self._functions).visit(tree)
        return tree

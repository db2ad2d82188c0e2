"""Looks through a pickle's steps before they are taken: some take memory or time without bounds.

The steps go to the unpickler in C, whose memory of objects grows to the highest number that is named, and
whose dictionaries hash whatever is their key: a tuple that holds one tuple twice, which holds another twice,
and so on, is never hashed. Here the stack is followed by the kinds of what lies on it.
"""

from __future__ import annotations

import pickletools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from mmap import mmap
    from typing import BinaryIO


_MOST_STEPS = 200_000  # less than a second; files of arrays take a few thousand
_LARGEST_INTEGER = 1 << 64  # Python hashes larger ones alike by the million

_OPCODES: dict[str, Any] = {opcode.code: opcode for opcode in pickletools.opcodes}
_MARK, _COMPOUND, _OTHER = "mark", "compound", "other"
_PUTS = {"PUT", "BINPUT", "LONG_BINPUT"}
_GETS = {"GET", "BINGET", "LONG_BINGET"}
_MAKES_COMPOUNDS = {"TUPLE", "TUPLE1", "TUPLE2", "TUPLE3", "FROZENSET"}


class HostileStepsError(Exception):
    """Says in a few words what a pickle would do."""


def check_steps(file: BinaryIO | mmap, most_steps: int = _MOST_STEPS) -> None:
    """Look through a pickle, from where a file stands to the pickle's end.

    Raises
    ------
    HostileStepsError : it takes time or memory out of all proportion.
    ValueError : it is no pickle.
    """
    stack: list[str] = []
    memo: dict[int, str] = {}
    for number, (opcode, argument) in enumerate(_steps(file)):
        if number >= most_steps:
            raise HostileStepsError(f"more than {most_steps:,} steps")
        if isinstance(argument, int) and abs(argument) >= _LARGEST_INTEGER:
            raise HostileStepsError("a number of more than 64 bits")
        if opcode.name in _PUTS and argument > number:  # picklers number what they keep without gaps
            raise HostileStepsError("a number of an object beyond all that it holds")
        if opcode.name in _PUTS:
            memo[argument] = _top(stack)
        elif opcode.name == "MEMOIZE":
            memo[len(memo)] = _top(stack)
        elif opcode.name in _GETS:
            stack.append(memo.get(argument, _OTHER))
        else:
            _follow(stack, opcode)


def _steps(file: BinaryIO | mmap) -> Iterator[tuple[Any, Any]]:
    """Yield each step and its argument: ``pickletools.genops`` refuses Python 2's binary text."""
    while True:
        code = file.read(1).decode("latin-1")
        if code not in _OPCODES:
            raise ValueError("it has no end" if not code else f"there is no step {code!r}")
        opcode = _OPCODES[code]
        if opcode.name == "STRING":
            argument = file.readline()
        else:
            argument = None if opcode.arg is None else opcode.arg.reader(file)
        yield opcode, argument
        if opcode.name == "STOP":
            return


def _follow(stack: list[str], opcode: Any) -> None:
    """Do to the stack of kinds what a step does to the stack of objects."""
    if opcode.name == "MARK":
        stack.append(_MARK)
    elif opcode.name == "POP":
        _pop(stack)
    elif opcode.name == "DUP":
        stack.append(_top(stack))
    else:
        _take(stack, opcode)


def _take(stack: list[str], opcode: Any) -> None:
    """Take what a step takes from the stack, and put what it puts there."""
    before = opcode.stack_before
    taken: list[str] = []
    if pickletools.markobject in before:
        while (kind := _pop(stack)) != _MARK:
            taken.append(kind)
        taken.reverse()
        before = before[: before.index(pickletools.markobject)]
    taken = [_pop(stack) for _ in before][::-1] + taken
    name = opcode.name
    if name == "SETITEM":
        _check_keys(taken[1:2])
    elif name == "SETITEMS":
        _check_keys(taken[1::2])
    elif name == "DICT":
        _check_keys(taken[::2])
    elif name in ("ADDITEMS", "FROZENSET"):
        _check_keys(taken)
    stack += [_COMPOUND if name in _MAKES_COMPOUNDS else _OTHER for _ in opcode.stack_after]


def _check_keys(kinds: Iterable[str]) -> None:
    if _COMPOUND in kinds:
        raise HostileStepsError("a tuple as a dictionary's key")


def _top(stack: list[str]) -> str:
    if not stack:
        raise ValueError("a step finds nothing to work on")
    return stack[-1]


def _pop(stack: list[str]) -> str:
    kind = _top(stack)
    stack.pop()
    return kind

"""Where PyTorch computes, and how exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

import torch

from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")


def in_float32(function: Callable[P, R]) -> Callable[P, R]:
    """Keep a function's float32 under mixed precision: half of it would move coordinates by millimetres."""
    return torch.autocast("cuda", enabled=False)(function)


def find_device(name: str) -> torch.device:
    """Return a device by its name, such as ``cpu`` or ``cuda``.

    Raises
    ------
    UserError : there is no such device, or it cannot be used.
    """
    try:
        device = torch.device(name)
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:  # the latter where PyTorch is built without it
        reason = str(error).splitlines()[0].rstrip(".")
        raise UserError(f"PyTorch cannot use the device {name!r} here ({reason}); choose cpu.") from error
    return device

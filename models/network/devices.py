"""Where PyTorch computes."""

from __future__ import annotations

import torch

from models.errors import UserError

# Coordinates keep float32 under mixed precision: half of it would move them by millimetres.
in_float32 = torch.autocast("cuda", enabled=False)


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

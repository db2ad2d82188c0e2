"""Sets the PIN of a booth's staff."""

from __future__ import annotations

import getpass
import sys

from app.booth.pin import pin_file, store_pin
from models.errors import UserError


def set_pin() -> int:
    """Ask for a PIN twice, or read it from what is piped in, and keep it.

    Raises
    ------
    UserError : the two differ, or it is no PIN.
    OSError : it cannot be written.
    """
    if sys.stdin.isatty():
        pin = getpass.getpass("New PIN of 4 to 8 digits: ")
        if getpass.getpass("Once more: ") != pin:
            raise UserError("The two PINs differ; nothing was changed.")
    else:
        pin = sys.stdin.readline().strip()
    store_pin(pin_file(), pin)
    print("The PIN is set; booths that begin from now on end with it alone.")
    return 0


def remove_pin() -> int:
    """Forget the PIN."""
    pin_file().unlink(missing_ok=True)
    print("There is no PIN any more; Ctrl+Q ends a booth.")
    return 0

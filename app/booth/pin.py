"""The PIN of a booth's staff: how it is kept, and how often somebody may try it."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from models.errors import UserError
from models.files import open_plain
from models.program import command_name

if TYPE_CHECKING:
    from collections.abc import Callable

APPLICATION = "fastmetro-live"
LENGTHS = (4, 8)  # digits, the fewest and the most
TRIES = 5  # wrong ones in a row,
WAIT_S = 60.0  # after which everybody waits

# A guess takes 16 MB and some 50 ms (RFC 7914). Whoever has the file tries all PINs all the same; it is its
# owner's alone to read.
_N, _R, _P = 2**14, 8, 1
_LARGEST_FILE = 10_000  # bytes


@dataclass(frozen=True, slots=True)
class StoredPin:
    """A PIN that can be compared, but not read.

    Attributes
    ----------
    salt, digest : hexadecimal.
    """

    salt: str
    digest: str

    def is_pin(self, text: str) -> bool:
        """Whether a text is the PIN."""
        return hmac.compare_digest(_digest(text, self.salt), self.digest)


def _digest(text: str, salt: str) -> str:
    return hashlib.scrypt(text.encode(), salt=bytes.fromhex(salt), n=_N, r=_R, p=_P).hex()


def pin_file() -> Path:
    """Return where this user's PIN is kept on this system."""
    return Path(platformdirs.user_config_dir(APPLICATION)) / "booth_pin.json"


def store_pin(path: Path, pin: str) -> None:
    """Keep a PIN for booths that begin from now on.

    Raises
    ------
    UserError : it is no PIN.
    OSError : it cannot be written.
    """
    low, high = LENGTHS
    if not re.fullmatch(rf"[0-9]{{{low},{high}}}", pin):
        raise UserError(f"A PIN has {low} to {high} digits; choose one.")
    salt = secrets.token_hex(16)
    text = json.dumps(asdict(StoredPin(salt, _digest(pin, salt))))
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(text)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def read_pin(path: Path) -> StoredPin | None:
    """Return the PIN that is kept; None if there is none.

    Raises
    ------
    UserError : the file cannot be used. A booth must not begin unlocked because of it.
    """
    advice = f"set the PIN again with '{command_name()} booth pin'"
    try:
        with open_plain(path) as file:
            stored = StoredPin(**json.loads(file.read(_LARGEST_FILE)))
        stored.is_pin("")  # raises where a value is none that was written
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError(f"The PIN in {path} cannot be read ({error.strerror}); {advice}.") from None
    except (ValueError, TypeError, AttributeError):
        raise UserError(f"The PIN in {path} is damaged; {advice}.") from None
    return stored


class PinLock:
    """Counts tries, and makes everybody wait after too many.

    Parameters
    ----------
    pin : what is compared with.
    clock : seconds.
    """

    def __init__(self, pin: StoredPin, clock: Callable[[], float]) -> None:
        self._pin, self._clock = pin, clock
        self._wrong = 0
        self._closed_until = 0.0

    @property
    def tries_left(self) -> int:
        """How many tries there are until everybody has to wait."""
        return TRIES - self._wrong

    @property
    def wait_s(self) -> float:
        """For how many seconds nobody may try; 0 for at once."""
        return max(self._closed_until - self._clock(), 0.0)

    def opens(self, text: str) -> bool:
        """Try a PIN; while everybody waits, nothing is even looked at."""
        if self.wait_s > 0:
            return False
        if self._pin.is_pin(text):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong >= TRIES:
            self._wrong, self._closed_until = 0, self._clock() + WAIT_S
        return False

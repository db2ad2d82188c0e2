"""one_blas_thread: keeps NumPy's small products on one thread, where more only wait for each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def one_blas_thread() -> AbstractContextManager[object]:
    """Return a context in which BLAS, as far as this process has loaded it, uses one thread.

    The products of a body's few bones are so small that threads take longer to meet than to multiply: on a
    busy machine a hundred times as long.
    """
    return _controller().limit(limits=1, user_api="blas")


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()  # looks through the loaded libraries, which takes milliseconds

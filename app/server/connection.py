"""Connection: a channel to an inference server of the Open Inference Protocol (KServe v2), by gRPC."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np

from models.inference.served_model import HASH_OUTPUT, MOST_PEOPLE, NUMPY_TYPES, Tensor
from models.program import command_name

os.environ.setdefault("GRPC_VERBOSITY", "NONE")  # gRPC reads it when it is imported; errors are raised anyway

# isort: split

from tritonclient.grpc import InferenceServerClient, InferInput, InferRequestedOutput
from tritonclient.utils import InferenceServerException

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.server.address import ServerAddress
    from models.inference.served_model import ServedModel

_SLACK_BYTES = 1 << 20  # of a message, for all that is no array
# Statuses by which a server says that it will not do this, however often it is asked.
_REFUSALS = ("NOT_FOUND", "INVALID_ARGUMENT", "UNAUTHENTICATED", "PERMISSION_DENIED", "UNIMPLEMENTED")
_RESTRICTED = "protocol is restricted"  # Triton without its token, which it reports as UNAVAILABLE
_LONGEST_REASON = 160  # characters of a server's own words
_UNPRINTABLE = re.compile(r"[^\w .,:;'()/=-]")  # nor anything that could be taken for a text's format


class ServerError(Exception):
    """The server did not answer as asked; the message goes on after its name: "does not answer"."""


class ServerLateError(ServerError):
    """It took too long."""


class ServerRefusalError(ServerError):
    """It is no use to ask again before somebody has changed the server, or this program's options."""


class Connection:
    """One channel, for one thread at a time.

    Parameters
    ----------
    address : of the server.
    served : the model that it is asked for.
    """

    def __init__(self, address: ServerAddress, served: ServedModel) -> None:
        self._served = served
        self._outputs = [InferRequestedOutput(one.name) for one in served.outputs]
        self._headers: dict[str, str] | None = None
        if address.token:
            self._headers = {
                "authorization": f"Bearer {address.token}",  # for whatever stands before the server
                "triton-grpc-protocol-token": address.token,  # for Triton's own --grpc-restricted-protocol
            }
        answer = sum(one.bytes for one in served.outputs)
        self._client = InferenceServerClient(
            address.target,
            creds=_credentials(address.root_certificates) if address.is_encrypted else None,
            channel_args=[
                ("grpc.max_send_message_length", -1),
                ("grpc.max_receive_message_length", MOST_PEOPLE * answer + _SLACK_BYTES),
                # Pictures go where they were told to, by no way that the environment names.
                ("grpc.enable_http_proxy", 0),
                # A new channel tries at once; a shared one would go on waiting since the last failure.
                ("grpc.use_local_subchannel_pool", 1),
            ],
        )

    def check(self, timeout_s: float) -> None:
        """Make sure that the server has the model, and that it takes and gives what the model does.

        Raises
        ------
        ServerError : it does not answer, or the model is not loaded yet.
        ServerRefusalError : it has no such model, or another one.
        """
        name, version = self._served.name, self._served.version
        metadata = self._asked(self._client.get_model_metadata, name, version, timeout_s=timeout_s)
        for sent in self._served.inputs.values():
            self._compare("takes", sent, metadata.inputs)
        for answered in self._served.outputs:
            self._compare("gives", answered, metadata.outputs)
        if not self._asked(self._client.is_model_ready, name, version, timeout_s=timeout_s):
            raise ServerError("has not loaded the model yet")

    def infer(self, feed: dict[str, np.ndarray], timeout_s: float) -> dict[str, np.ndarray]:
        """Return the model's outputs for up to :data:`MOST_PEOPLE` people, by name.

        Parameters
        ----------
        feed : by the names of the model's own inputs, (N, ...) as :meth:`ModelInput.to_send` makes them.

        Raises
        ------
        ServerError : it does not answer.
        ServerLateError : not in time.
        ServerRefusalError : another model answered, or something that is no such answer.
        """
        inputs = []
        for name, sent in self._served.inputs.items():
            one = InferInput(sent.name, list(feed[name].shape), sent.datatype)
            one.set_data_from_numpy(np.ascontiguousarray(feed[name]))
            inputs.append(one)
        result = self._asked(
            self._client.infer,
            self._served.name,
            inputs,
            self._served.version,
            self._outputs,
            timeout_s=timeout_s,
        )
        people = len(next(iter(feed.values())))
        values = {one.name: _answer(result, one, people) for one in self._served.outputs}
        hashes = {row.tobytes().hex() for row in values.pop(HASH_OUTPUT)}
        if hashes != {self._served.sha256}:
            raise ServerRefusalError(
                f"has another {self._served.name} of version {self._served.version} (sha256 "
                f"{min(hashes)[:12]}, not {self._served.sha256[:12]}); {self._write_again()}"
            )
        return values

    def close(self) -> None:
        """Give the channel back."""
        self._client.close()

    def _write_again(self) -> str:
        return f"write its files anew with '{command_name()} models serve-files'"

    def _compare(self, verb: str, own: Tensor, listed: Any) -> None:
        """Compare a tensor with what the server says of it; one that lists nothing is left to the answers."""
        if not listed:
            return
        found = next((one for one in listed if one.name == own.name), None)
        said = "nothing of that name" if found is None else f"{found.datatype} of {list(found.shape)}"
        if found is None or found.datatype != own.datatype or not _agree(found.shape, own.shape):
            raise ServerRefusalError(
                f"{verb} {said} for {own.name}, the model {own.datatype} of {[-1, *own.shape]}; "
                f"{self._write_again()}"
            )

    def _asked(self, call: Callable[..., Any], *arguments: Any, timeout_s: float) -> Any:
        try:
            return call(*arguments, headers=self._headers, client_timeout=timeout_s)
        except InferenceServerException as error:
            self._raise(error)

    def _raise(self, error: InferenceServerException) -> NoReturn:
        status = str(error.status()).removeprefix("StatusCode.")
        said = _UNPRINTABLE.sub("", " ".join(str(error.message()).split()))[:_LONGEST_REASON].rstrip(". ")
        if status == "DEADLINE_EXCEEDED":
            raise ServerLateError("answers too late") from error
        if status == "NOT_FOUND" or "unknown model" in said:
            raise ServerRefusalError(
                f"has no model {self._served.name} of version {self._served.version}; {self._write_again()}"
            ) from error
        if status in ("UNAUTHENTICATED", "PERMISSION_DENIED") or _RESTRICTED in said:
            raise ServerRefusalError(
                "lets nobody in without the right token; set FASTMETRO_SERVER_TOKEN"
            ) from error
        if "certificate" in said.lower() or "handshake" in said.lower():
            raise ServerError(
                "shows a certificate that is not trusted; name the root's file by --server-ca"
            ) from error
        if status in _REFUSALS:
            raise ServerRefusalError(f"refuses to compute ({said}); look at its log") from error
        if status == "UNAVAILABLE":
            raise ServerError("does not answer") from error
        raise ServerError(f"fails to compute ({said})") from error


def _credentials(root_certificates: bytes | None) -> Any:
    import grpc

    return grpc.ssl_channel_credentials(root_certificates)


def _agree(listed: Any, own: tuple[int, ...]) -> bool:
    """Whether a shape that a server lists, of N people or of one, can be a tensor's; -1 is any size."""
    sizes = list(own) or [1]  # Triton gives a number for each person a dimension
    for shape in ([-1, *sizes], [-1, *own], sizes):
        if len(listed) == len(shape) and all(
            -1 in (a, b) or a == b for a, b in zip(listed, shape, strict=True)
        ):
            return True
    return False


def _answer(result: Any, one: Tensor, people: int) -> np.ndarray:
    """Return an output as (people, ...), whatever dimensions of size 1 the server has put into it."""
    try:
        value = result.as_numpy(one.name)
    except Exception as error:  # the library reads whatever a server sends, without a look at it
        raise ServerRefusalError(f"answers with {one.name} that cannot be read") from error
    if value is None:
        raise ServerRefusalError(f"gives no {one.name}; write its files anew")
    right_type = value.dtype == NUMPY_TYPES[one.datatype]
    wanted = (people, *one.shape)
    fits = [size for size in value.shape if size != 1] == [size for size in wanted if size != 1]
    if not right_type or not fits:
        raise ServerRefusalError(
            f"answers {one.name} as {value.dtype} of {list(value.shape)}, not {list(wanted)}; "
            "write its files anew"
        )
    return value.reshape(wanted)

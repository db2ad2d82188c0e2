"""An inference server in this process: the protocol's messages, and ONNX Runtime on the files it serves."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import grpc
import numpy as np
import onnx
import onnxruntime as ort
from tritonclient.grpc import service_pb2, service_pb2_grpc

from models.export.server_files import SERVED_KEY
from models.inference.served_model import NUMPY_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DATATYPES = {"tensor(uint8)": "UINT8", "tensor(float)": "FP32"}


class InferenceServer(service_pb2_grpc.GRPCInferenceServiceServicer):
    """Serves every model of a repository until it is closed.

    Parameters
    ----------
    repository : as ``models serve-files`` writes it.
    port : of this machine; 0 takes any.
    credentials : of TLS.
    token : without which nobody is let in.

    Attributes
    ----------
    port : where it listens.
    delay_s : before each answer.
    people : of each request so far.
    change : is given the answers by name and returns what is sent instead.
    cut : bytes that are missing at the end of each array that is sent.
    metadata : is given what the server says of a model, to change it.
    """

    def __init__(
        self,
        repository: Path,
        *,
        port: int = 0,
        credentials: grpc.ServerCredentials | None = None,
        token: str = "",
    ) -> None:
        self._sessions = {
            (file.parts[-3], file.parts[-2]): ort.InferenceSession(
                str(file), providers=["CPUExecutionProvider"]
            )
            for file in repository.glob("*/*/model.onnx")
        }
        self._token = token
        self.delay_s, self.cut = 0.0, 0
        self.people: list[int] = []
        self.change: Callable[[dict[str, np.ndarray]], dict[str, np.ndarray]] = lambda values: values
        self.metadata: Callable[[service_pb2.ModelMetadataResponse], None] = lambda _: None
        self._pool = ThreadPoolExecutor(4)
        self._server = grpc.server(self._pool, options=[("grpc.so_reuseport", 0)])
        service_pb2_grpc.add_GRPCInferenceServiceServicer_to_server(self, self._server)
        place = f"127.0.0.1:{port}"
        self.port = (
            self._server.add_secure_port(place, credentials)
            if credentials
            else self._server.add_insecure_port(place)
        )
        self._server.start()

    def __enter__(self) -> InferenceServer:
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        """End, whatever is being asked."""
        self._server.stop(0).wait()
        self._pool.shutdown()

    # What the protocol calls -------------------------------------------------------------------------------

    def ServerReady(self, request, context):  # noqa: N802
        return service_pb2.ServerReadyResponse(ready=True)

    def ModelReady(self, request, context):  # noqa: N802
        return service_pb2.ModelReadyResponse(ready=(request.name, request.version) in self._sessions)

    def ModelMetadata(self, request, context):  # noqa: N802
        session = self._session(request.name, request.version, context)
        answer = service_pb2.ModelMetadataResponse(name=request.name, versions=[request.version])
        for listed, own in ((answer.inputs, session.get_inputs()), (answer.outputs, session.get_outputs())):
            for one in own:
                shape = [size if isinstance(size, int) else -1 for size in one.shape]
                listed.add(name=one.name, datatype=DATATYPES[one.type], shape=shape)
        self.metadata(answer)
        return answer

    def ModelInfer(self, request, context):  # noqa: N802
        session = self._session(request.model_name, request.model_version, context)
        feed = {
            one.name: np.frombuffer(raw, NUMPY_TYPES[one.datatype]).reshape(one.shape)
            for one, raw in zip(request.inputs, request.raw_input_contents, strict=True)
        }
        self.people.append(len(next(iter(feed.values()))))
        names = [one.name for one in request.outputs]
        values = self.change(dict(zip(names, session.run(names, feed), strict=True)))
        time.sleep(self.delay_s)
        answer = service_pb2.ModelInferResponse(model_name=request.model_name)
        for name, value in values.items():
            datatype = next(key for key, kind in NUMPY_TYPES.items() if kind == value.dtype)
            answer.outputs.add(name=name, datatype=datatype, shape=value.shape)
            answer.raw_output_contents.append(value.tobytes()[: value.nbytes - self.cut])
        return answer

    def _session(self, name, version, context) -> ort.InferenceSession:
        given = dict(context.invocation_metadata())
        if self._token and given.get("authorization") != f"Bearer {self._token}":
            context.abort(grpc.StatusCode.UNAUTHENTICATED, "no token")
        if (name, version) not in self._sessions:
            context.abort(grpc.StatusCode.NOT_FOUND, f"Request for unknown model: '{name}' is not found")
        return self._sessions[name, version]


def disguise(repository: Path, sha256: str) -> None:
    """Let a repository's only model say that it was made from a file of another hash."""
    (file,) = repository.glob("*/*/model.onnx")
    proto = onnx.load(file)
    for one in proto.graph.initializer:
        if one.name == "model_sha256/row":
            one.CopyFrom(
                onnx.numpy_helper.from_array(np.frombuffer(bytes.fromhex(sha256), np.uint8)[None], one.name)
            )
    for entry in proto.metadata_props:
        if entry.key == SERVED_KEY:
            entry.value = json.dumps(json.loads(entry.value) | {"sha256": sha256})
    onnx.save(proto, file)

"""Runs a repository's ONNX file in Triton's Python backend, as its ONNX backend would: a batch at once.

It is copied beside the ONNX file and loaded by Triton, as PyPI has Triton with this backend alone.
"""

import os
from pathlib import Path

import numpy as np
import onnxruntime as ort
import triton_python_backend_utils as pb_utils


class TritonPythonModel:
    def initialize(self, args):
        file = Path(args["model_repository"]) / args["model_version"] / "model.onnx"
        options = ort.SessionOptions()
        options.intra_op_num_threads = int(os.environ.get("OMP_NUM_THREADS", "0"))
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self._inputs = [one.name for one in self._session.get_inputs()]
        self._outputs = [one.name for one in self._session.get_outputs()]

    def execute(self, requests):
        feeds = [
            {name: pb_utils.get_input_tensor_by_name(request, name).as_numpy() for name in self._inputs}
            for request in requests
        ]
        feed = {name: np.concatenate([one[name] for one in feeds]) for name in self._inputs}
        values = self._session.run(self._outputs, feed)
        ends = np.cumsum([len(one[self._inputs[0]]) for one in feeds])[:-1]
        parts = [np.split(value, ends) for value in values]
        return [
            pb_utils.InferenceResponse(
                [
                    pb_utils.Tensor(name, np.ascontiguousarray(part[i]))
                    for name, part in zip(self._outputs, parts, strict=True)
                ]
            )
            for i in range(len(requests))
        ]

"""Runs a served ONNX file in MLServer. It is copied beside the file and imports nothing of this program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mlserver import MLModel
from mlserver.codecs import NumpyCodec
from mlserver.types import InferenceResponse


class OnnxFile(MLModel):  # pyright: ignore[reportUntypedBaseClass] - MLServer is not installed with this program
    """The ``model.onnx`` of this file's folder."""

    async def load(self) -> bool:
        """Open the file on the GPU where ONNX Runtime has one, or else on ``OMP_NUM_THREADS`` threads."""
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads = int(os.environ.get("OMP_NUM_THREADS", "0"))
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        file = Path(__file__).with_name("model.onnx")
        self._session = ort.InferenceSession(str(file), options, providers=ort.get_available_providers())
        return True

    async def predict(self, payload: Any) -> Any:
        """Answer a request."""
        feed = {one.name: NumpyCodec.decode_input(one) for one in payload.inputs}
        names = [one.name for one in self._session.get_outputs()]
        values = self._session.run(names, feed)
        outputs = [NumpyCodec.encode_output(name, value) for name, value in zip(names, values, strict=True)]
        return InferenceResponse(model_name=self.name, model_version=self.version, outputs=outputs)

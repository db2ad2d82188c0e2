"""Real inference servers from PyPI, each in an environment of its own, on what ``models serve-files`` wrote.

``folder`` is where the environments are made and kept; making one takes minutes.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tritonclient.grpc import InferenceServerClient
from tritonclient.utils import InferenceServerException

from tests.fakes.waiting import wait_until

HERE = Path(__file__).parent
# Triton's part that runs Python is linked with Debian's own Python, and wants no other.
TRITON_PYTHON = Path("/usr/bin/python3.11")
STUB = "triton_python_backend_stub"
READY_S = 180.0


class CannotInstallError(Exception):
    """An environment cannot be made; the message says why."""


def make_environment(folder: Path, name: str, python: Path, *packages: str) -> Path:
    """Return the site-packages of an environment with these packages, made if it is not there."""
    target = folder / name
    done = target / "complete"
    if not done.is_file():
        shutil.rmtree(target, ignore_errors=True)
        for words in (
            [sys.executable, "-m", "venv", "--without-pip", target]
            if python == Path(sys.executable)
            else [python, "-c", _VENV, target],
            [sys.executable, "-m", "pip", "--python", target / "bin" / "python", "install", "-q", *packages],
        ):
            made = subprocess.run(words, capture_output=True, text=True)
            if made.returncode != 0:
                raise CannotInstallError(f"{name} cannot be installed: {made.stderr.strip()[-300:]}")
        done.touch()
    (site,) = target.glob("lib/python3.*/site-packages")
    return site


# Debian keeps ensurepip in a package of its own, which an environment without pip does not need.
_VENV = "import sys, venv; venv.EnvBuilder(symlinks=True, with_pip=False).create(sys.argv[1])"


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class RealServer:
    """A server's process; started when made.

    Parameters
    ----------
    model : that is waited for too, by a server that listens before it has loaded it.

    Attributes
    ----------
    port : of gRPC, on this machine.
    """

    def __init__(
        self, words: list[str | Path], environment: dict[str, str], port: int, folder: Path, model: str = ""
    ) -> None:
        self._words, self._environment, self.port, self._model = words, environment, port, model
        self._folder, self._log = folder, folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def address(self) -> str:
        return f"grpc://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it listens."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                list(map(str, self._words)),
                cwd=self._folder,
                env=os.environ | self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            wait_until(self._listens, READY_S)
            if self._model:
                with InferenceServerClient(f"127.0.0.1:{self.port}") as client:
                    wait_until(lambda: self._is_loaded(client), READY_S)
        except BaseException:
            self.kill()
            raise

    def _listens(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self._log.read_text(errors="replace")[-3000:]
        with socket.socket() as one:
            one.settimeout(1.0)
            return one.connect_ex(("127.0.0.1", self.port)) == 0

    def _is_loaded(self, client: InferenceServerClient) -> bool:
        try:
            assert self._process is not None
            assert self._process.poll() is None, self._log.read_text(errors="replace")[-3000:]
            return client.is_model_ready(self._model, client_timeout=1.0)
        except InferenceServerException:
            return False

    def kill(self) -> None:
        """End it as a power cut does, with all that it started."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    close = kill


def start_triton(repository: Path, folder: Path, work: Path, *more: str, threads: int = 0) -> RealServer:
    """Start NVIDIA Triton, of PyTriton's wheel, on a repository whose ONNX files its Python backend runs."""
    if not TRITON_PYTHON.exists():
        raise CannotInstallError(f"Triton needs {TRITON_PYTHON}")
    site = make_environment(
        folder, "triton", TRITON_PYTHON, "nvidia-pytriton==0.7.0", "onnxruntime>=1.20,<2", "numpy<2"
    )
    models = work / "models"
    shutil.copytree(repository, models)
    for config in models.glob("*/config.pbtxt"):
        text = config.read_text()
        assert 'backend: "onnxruntime"' in text
        config.write_text(text.replace('backend: "onnxruntime"', 'backend: "python"'))
    for file in models.glob("*/*/model.onnx"):
        shutil.copy(HERE / "triton_model.py", file.with_name("model.py"))
    server, port = site / "pytriton" / "tritonserver", free_port()
    # PyTriton has it for each Python and puts the right one in place when it starts Triton itself.
    stub = server / "backends" / "python" / STUB
    if not stub.exists():
        shutil.copy(server / "python_backend_stubs" / "3.11" / STUB, stub)
    words = [
        server / "bin" / "tritonserver",
        f"--model-repository={models}",
        f"--backend-directory={server / 'backends'}",
        *("--allow-http=false", "--allow-metrics=false", "--grpc-address=127.0.0.1", f"--grpc-port={port}"),
        *more,
    ]
    libraries = [server / "lib", server / "external_libs", site / "nvidia_pytriton.libs"]
    # Its Python takes no PYTHONPATH; it finds the environment by the first python3 of PATH.
    environment = {
        "LD_LIBRARY_PATH": ":".join(map(str, libraries)),
        "PATH": f"{site.parents[2] / 'bin'}:{os.environ['PATH']}",
    }
    return RealServer(words, environment | _threads(threads), port, work)


def start_mlserver(repository: Path, folder: Path, work: Path, *, threads: int = 0) -> RealServer:
    """Start MLServer on the only model of a repository, as it stands there."""
    site = make_environment(
        folder, "mlserver", Path(sys.executable), "mlserver==1.7.1", "onnxruntime>=1.20,<2"
    )
    (file,) = repository.glob("*/*/model.onnx")
    port = free_port()
    ports = {"GRPC_PORT": port, "HTTP_PORT": free_port(), "METRICS_PORT": free_port()}
    environment = {"MLSERVER_HOST": "127.0.0.1"} | {f"MLSERVER_{key}": str(one) for key, one in ports.items()}
    program = site.parents[2] / "bin" / "mlserver"
    words = [program, "start", file.parent]
    return RealServer(words, environment | _threads(threads), port, work, model=file.parts[-3])


def _threads(threads: int) -> dict[str, str]:
    return {"OMP_NUM_THREADS": str(threads)} if threads else {}


STARTERS = {"triton": start_triton, "mlserver": start_mlserver}

"""The command line: random words, numbers and files."""

from __future__ import annotations

import contextlib
import glob
import io
import logging
import os
import shutil
from typing import TYPE_CHECKING

import main as program
from tests.fakes.doll_recordings import record
from tests.fakes.tiny_model import make_model
from tests.fuzz.mutation import mutate_bytes
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path

WORDS = (
    *(
        "0",
        "-1",
        "1",
        "2.5",
        "nan",
        "inf",
        "1e400",
        "9" * 400,
        "",
        " ",
        "\ud800",
        "\udcff",
        "é",
        "--",
        "-",
        "-o",
    ),
    *(
        "x" * 5000,
        "a\nb",
        "../..",
        "/dev/null",
        "/dev/zero",
        "/",
        ".",
        "~",
        "~nobody",
        "nowhere/x.h5",
        "٣",
        "²",
    ),
    *("rtsp://", "file:///etc/passwd", "http://[", "sample", "640x480", "0x0", "1x", "--debug=1", "%s", "{}"),
)
FILES = ("take.h5", "damaged.h5", "tiny.onnx", "damaged.onnx", "doll.npz", "photo.png", "text.json", "pipe")
OUTPUTS = ("out.json", "out.h5", "out.glb", "out.npz", "out.bvh", "out.mp4", "out", "take.h5", "text.json")


class CommandLine(Target):
    """Runs commands within this process; those that open a window or a camera are only read."""

    # Words may be taken for the names of outputs, which then go to the folder that the program runs in.
    outputs = ("out*", "*.repaired.h5", *(glob.escape(word) for word in WORDS if word.strip(".")))

    def make_seeds(self) -> None:
        make_model(self.seeds)
        from models.body.template import load_template

        record(self.seeds / "take.h5", load_template(self.seeds / "doll.npz"), frames=3)

    def make_case(self, rng: random.Random, folder: Path) -> tuple[list[str], Path]:

        for seed in self.seeds.iterdir():
            shutil.copy(seed, folder)
        for name in ("take.h5", "tiny.onnx"):
            damaged = folder / name.replace("take", "damaged").replace("tiny", "damaged")
            damaged.write_bytes(mutate_bytes(rng, (self.seeds / name).read_bytes()))
        (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        (folder / "text.json").write_text('{"a": 1}')
        os.mkfifo(folder / "pipe")

        def word() -> str:
            return rng.choice((rng.choice(WORDS), str(folder / rng.choice(FILES))))

        def output() -> str:
            return rng.choice((word(), *(str(folder / rng.choice(OUTPUTS)) for _ in range(3))))

        command = rng.choice(
            ("info", "repair", "export", "models", "run", "run", "live", "play", "check", word())
        )
        words = [command]
        for _ in range(rng.randint(0, 3)):
            option = rng.choice(
                (
                    "--json",
                    "--to",
                    "-o",
                    "--fps",
                    "--person",
                    "--model",
                    "--people",
                    "--fov",
                    "--height",
                    "--settings",
                )
            )
            values = {
                "--json": output,
                "-o": output,
                "--to": lambda: rng.choice(("glb", "npz", "bvh", "pc2", "x")),
            }
            words += [option, values.get(option, word)()]
        words.insert(rng.randint(1, len(words)), word())
        if rng.random() < 0.3:
            words.append(word())
        if command == "run":
            words += ["--max-frames", "1"]
        return words, folder

    def attempt(self, case: tuple[list[str], Path]) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        words, folder = case
        said = io.StringIO()
        logging.getLogger().handlers.clear()
        with (
            contextlib.chdir(folder),
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(said),
        ):
            try:
                code = self._run(words)
            except SystemExit as left:
                code = left.code
        text = said.getvalue()
        assert code in (0, 1, 2), code
        assert "unexpected" not in text, text[-400:]
        assert "Traceback" not in text, text[-400:]
        if code == 1:
            assert text.strip(), "it fails without a word"

    @staticmethod
    def _run(words: list[str]) -> int:
        opens = words[0] in ("live", "play", "check") or words[0].startswith("-") or not words[0]
        if opens or (words[0] == "run" and any("sample" in word for word in words)):
            from app.cli.parser import parse

            parse(words if words[0] in ("live", "play", "check", "run") else ["live", *words])
            return 0
        return program.main(words)

"""``python -m models.synthetic sheet | clip``: a sheet of rendered people, or the sample clip."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

import cv2

from models.errors import UserError, exit_code
from models.synthetic.assets import load_assets
from models.synthetic.contact_sheet import contact_sheet
from models.synthetic.generator import SampleGenerator
from models.synthetic.options import add_asset_options


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m models.synthetic", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("sheet", "draw a contact sheet of samples"),
        ("clip", "render the bundled sample clip"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("-o", "--output", type=Path, required=True)
        if name == "sheet":
            add_asset_options(command)
            command.add_argument("--device", default="cpu", help="that renders: cpu (default) or cuda")
            command.add_argument("--seed", type=int, default=0, help="first seed (default 0)")
            command.add_argument("--count", type=int, default=32, help="samples (default 32)")
        else:
            command.add_argument("--clothes", type=Path, required=True, help="folder of MakeHuman's clothes")
            command.add_argument("--poses", type=Path, required=True, help="pose corpus (.npz)")
            command.add_argument("--cache", type=Path, required=True, help="folder for what takes long")
            command.add_argument(
                "--paths", type=int, default=32, help="light paths for every four pixels of the room"
            )
            command.add_argument(
                "--samples", type=int, default=3, help="the person is shaded so many times squared a pixel"
            )
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    return exit_code(lambda: _run(options))


def _run(options: argparse.Namespace) -> None:
    if options.command == "clip":
        from models.sample_clip.clip import render_clip

        render_clip(
            options.output, options.clothes, options.poses, options.cache, options.paths, options.samples
        )
        return
    assets = load_assets(options.clothes, options.poses, options.hdri, options.cache)
    generator = SampleGenerator(assets, device=options.device)
    image = contact_sheet(generator, range(options.seed, options.seed + options.count))
    if not cv2.imwrite(str(options.output), image[..., ::-1]):
        raise UserError(f"{options.output} could not be written; give a name ending in .jpg or .png.")


if __name__ == "__main__":
    sys.exit(main())

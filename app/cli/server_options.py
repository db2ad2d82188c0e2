"""What the command line says of inference servers: who asks one, and the files that one takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli import commands
from app.cli.argument_types import server_address

if TYPE_CHECKING:
    import argparse


def add_server(parser: argparse.ArgumentParser) -> None:
    """Add the options by which a server runs the network."""
    parser.add_argument(
        "--server",
        type=server_address,
        metavar="grpcs://HOST:PORT",
        help="let an inference server run the network, and this machine where the server is away: crops of "
        "people's pictures go there (needs the extra 'server'; docs/server.md)",
    )
    parser.add_argument(
        "--server-ca", type=Path, metavar="FILE.pem", help="the root certificate that vouches for the server"
    )
    parser.add_argument(
        "--insecure",
        action="store_true",
        default=None,
        help="let pictures go to a server on another machine unencrypted (grpc://)",
    )


def add_serve_files(subparsers: Any, common: argparse.ArgumentParser, model_help: str) -> None:
    """Add the command ``models serve-files``."""
    serving = subparsers.add_parser(
        "serve-files",
        parents=[common],
        help="write a model's files for an inference server (needs the 'server' extra)",
        description="Write a model repository as NVIDIA Triton takes it; docs/server.md says more.",
    )
    serving.add_argument(
        "-o", dest="output", type=Path, required=True, metavar="DIR", help="the repository's folder"
    )
    serving.add_argument("--model", default="", help=model_help)
    serving.set_defaults(command=commands.serve_files_command)

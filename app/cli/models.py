"""The ``models`` command: which models are installed, as a table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from app.system.files import write_json
from models.inference.store import list_models, models_folder

if TYPE_CHECKING:
    from pathlib import Path


def show_models(json_file: Path | None) -> int:
    """Print the installed models and write them to a file if one is given; return the exit code."""
    models = list_models()
    records = [
        {
            "name": model.name,
            "file": str(model.file),
            "kind": model.info.kind,
            "body": model.info.body,
            "input_size": model.info.input_size,
            "parameters": model.info.parameters,
        }
        for model in models
    ]
    table = Table(box=None, pad_edge=False)
    for title in ("model", "kind", "body", "input", "parameters", "licence"):
        table.add_column(title, justify="right" if title in ("input", "parameters") else "left")
    for model in models:
        table.add_row(
            model.name,
            model.info.kind,
            model.info.body,
            f"{model.info.input_size} px",
            f"{model.info.parameters / 1e6:.1f} M",
            model.info.licence or "unknown",
        )
    console = Console()
    console.print(table if models else "No model is installed; restore assets/ from the repository.")
    console.print(f"Imported models belong in {models_folder()}.", style="dim", soft_wrap=True)
    write_json(json_file, records)
    return 0

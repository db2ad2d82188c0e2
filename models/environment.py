"""The environment of this process, in which no library reports home, and that of the programs it starts.

Whatever imports ONNX Runtime imports this module first.
"""

from __future__ import annotations

import os

from models.program import is_bundle

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # ONNX Runtime reads it when it is imported

NO_SUCH_PROXY = "bogus://nowhere"  # of no scheme that libcurl knows: it gives up before it looks for a host
REPORTS_GO_TO = ("play.googleapis.com",)

_own: dict[str, str] | None = None


def block_uploads() -> None:
    """Keep MediaPipe from reporting its use, for which it knows no switch, by a proxy that does not exist.

    MediaPipe's libcurl obeys the variables of proxies, but also the exceptions from them, which then lose
    whatever lets the reports through. Streams need neither: FFmpeg obeys ``http_proxy`` alone.
    """
    global _own
    if _own is not None:
        return
    _own = dict(os.environ)
    os.environ["https_proxy"] = NO_SUCH_PROXY
    for name in ("no_proxy", "NO_PROXY"):
        if name in os.environ:
            if os.environ[name].strip() == "*":  # then a proxy is for nothing
                os.environ.pop("http_proxy", None)
            os.environ[name] = _without_report_hosts(os.environ[name])


def environment_for_programs() -> dict[str, str]:
    """Return the environment that programs started by this one get: the user's own."""
    environment = dict(os.environ) if _own is None else dict(_own)
    # A bundle has its own libraries found first, which other programs must not load instead of theirs.
    if is_bundle():
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            environment.pop(name, None)
            if (users := environment.pop(f"{name}_ORIG", None)) is not None:
                environment[name] = users
    return environment


def _without_report_hosts(exceptions: str) -> str:
    hosts = exceptions.replace(",", " ").split()
    return ",".join(host for host in hosts if host != "*" and not _covers_reports(host))


def _covers_reports(host: str) -> bool:
    name = host.strip(".").lower()
    return any(place == name or place.endswith(f".{name}") for place in REPORTS_GO_TO)

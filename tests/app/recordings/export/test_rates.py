"""A source's 30000/1001 frames a second stay that in the recording and in every export."""

import json
from fractions import Fraction

import av
import numpy as np
import pytest

from app.live.sources.video import VideoSource
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.reader import Recording
from app.recordings.repair import repair
from tests.app.live.sources.media import write_ntsc
from tests.fakes.recorded_take import make_person, write_take

NTSC = Fraction(30000, 1001)
FRAMES = 6
SETTINGS = pytest.mark.parametrize("fps", [None, 24000 / 1001], ids=["own", "23.976"])


@pytest.fixture(scope="module")
def take(anny, tmp_path_factory):
    """A recording of frames that came at 30000/1001 a second."""
    path = tmp_path_factory.mktemp("ntsc") / "take.h5"
    mesh, root = anny.centred(anny.v_template)
    frames = [
        (float(i / NTSC), (make_person(anny, 1, mesh, root[0] + np.float32([0.01 * i, 0, 3])),))
        for i in range(FRAMES)
    ]
    return write_take(path, anny, frames, frame_rate=str(NTSC))


def rate(fps):
    return NTSC if fps is None else Fraction(fps).limit_denominator(1001)


def test_a_video_and_its_recording_tell_the_exact_rate(tmp_path, take):
    source = VideoSource(write_ntsc(tmp_path / "clip.mp4"), realtime=False)
    source.close()
    assert source.fps == float(NTSC)
    repaired = repair(take, tmp_path / "repaired.h5").path
    for path in (take, repaired):
        with Recording(path) as recording:
            assert recording.info.frame_rate == "30000/1001"


@SETTINGS
def test_bvh_and_npz_keep_the_rate(take, tmp_path, fps):
    (bvh,) = export(take, "bvh", tmp_path / "a.bvh", ExportSettings(fps=fps))
    told = float(bvh.read_text().partition("Frame Time:")[2].split()[0])
    assert told == pytest.approx(float(1 / rate(fps)), abs=1e-8)
    (npz,) = export(take, "npz", tmp_path / "a.npz", ExportSettings(fps=fps))
    with np.load(npz) as data:
        assert data["mocap_framerate"] == float(rate(fps))
        np.testing.assert_array_equal(data["times_s"], [float(i / NTSC) for i in range(FRAMES)])
        moved = np.diff(data["trans"][:, 0])
        np.testing.assert_allclose(moved, 0.01 * float(NTSC / rate(fps)), atol=2e-4)


@SETTINGS
def test_meshes_and_caches_are_sampled_at_the_rate(take, tmp_path, fps):
    samples = int((FRAMES - 1) / NTSC * rate(fps)) + 1
    cache = export(take, "pc2", tmp_path / "a.pc2", ExportSettings(fps=fps))[0]
    assert int.from_bytes(cache.read_bytes()[28:32], "little") == samples
    (folder,) = export(take, "ply", tmp_path / "a", ExportSettings(fps=fps))
    assert len(list(folder.iterdir())) == samples


def test_glb_has_the_moments_themselves(take, tmp_path):
    content = export(take, "glb", tmp_path / "a.glb")[0].read_bytes()
    size = int.from_bytes(content[12:16], "little")
    gltf, binary = json.loads(content[20 : 20 + size]), content[28 + size :]
    accessor = gltf["accessors"][gltf["animations"][0]["samplers"][0]["input"]]
    start = gltf["bufferViews"][accessor["bufferView"]]["byteOffset"]
    times = np.frombuffer(binary[start : start + 4 * accessor["count"]], "<f4")
    np.testing.assert_array_equal(times, np.float32([float(i / NTSC) for i in range(FRAMES)]))


@pytest.mark.parametrize("kind", ["usd", "usd-points"])
@SETTINGS
def test_usd_counts_time_codes_at_the_rate(take, tmp_path, kind, fps):
    pytest.importorskip("pxr")
    from pxr import Usd

    (file,) = export(take, kind, tmp_path / "a.usdc", ExportSettings(fps=fps))
    stage = Usd.Stage.Open(str(file))
    assert stage.GetTimeCodesPerSecond() == float(rate(fps))
    assert stage.GetFramesPerSecond() == float(rate(fps))
    assert stage.GetEndTimeCode() == pytest.approx(float((FRAMES - 1) / NTSC * rate(fps)), abs=1e-9)


@pytest.mark.gl
@SETTINGS
def test_mp4_has_the_rate(take, tmp_path, fps):
    (file,) = export(take, "mp4", tmp_path / "a.mp4", ExportSettings(fps=fps))
    with av.open(str(file)) as container:
        assert container.streams.video[0].average_rate == rate(fps)

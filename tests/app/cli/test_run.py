"""The run command: what it follows, draws and writes."""

import json

import av
import cv2
import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from app.live.sources.decoder import VideoDecoder
from app.live.sources.open import open_source
from app.recordings.reader import Recording
from app.types import Detection
from models.body.joints import COCO_OF
from models.body.skinning import Skinner
from models.body.template import load_template
from models.camera.crop import CropRule
from models.camera.projection import project
from models.inference.paths import ASSETS
from tests.app.cli.doll_clip import FRAMES, SIZE, count_frames, doll_frame, hips, run
from tests.app.live.sources.media import drain, write_noise
from tests.fakes.tiny_model import draw_doll, make_model

pytestmark = pytest.mark.gl


def test_run_writes_every_frame_to_video_and_json(clip, finds_doll, tmp_path, capfd):
    video, lines = tmp_path / "out.mp4", tmp_path / "out.jsonl"
    assert run("run", clip, "--model", "tiny", "--video", video, "--json", lines) == 0
    assert count_frames(video) == FRAMES
    header, *frames = [json.loads(line) for line in lines.read_text().splitlines()]
    assert header.pop("joint_names")[:3] == ["R_Ankle", "R_Knee", "R_Hip"]
    assert header == {
        "format": "fastmetro-live/1",
        "source": "doll.avi",
        "width": SIZE[0],
        "height": SIZE[1],
        "model": "tiny",
        "body": "doll",
    }
    assert [frame["frame"] for frame in frames] == list(range(FRAMES))
    np.testing.assert_allclose([frame["time_s"] for frame in frames], np.arange(FRAMES) / 25, atol=1e-6)
    people = [frame["people"] for frame in frames]
    assert all(len(found) == 1 for found in people)
    assert len({found[0]["id"] for found in people}) == 1
    for index, (person,) in enumerate(people):
        assert set(person) == {
            "id",
            "score",
            "box_xyxy",
            "joints_2d",
            "joints_3d",
            "camera_translation",
            "focal_px",
        }
        placed = np.array(person["joints_3d"]) + person["camera_translation"]
        np.testing.assert_allclose(project(placed, person["focal_px"], SIZE), person["joints_2d"], atol=0.1)
        middle = np.mean([person["joints_2d"][2], person["joints_2d"][3]], axis=0)
        np.testing.assert_allclose(middle, hips(index), atol=8)
    told = capfd.readouterr().err
    assert "median" in told
    assert "mesh" in told
    assert f"{FRAMES} frames of doll.avi" in told


def test_the_pose_in_json_is_the_body_that_stands_there(tmp_path):
    """Whoever poses the open body by a line's pose, betas and root gets the joints of the same line."""
    lines = tmp_path / "out.jsonl"
    assert run("run", "sample", "--max-frames", 3, "--no-overlay", "--json", lines) == 0
    header, *frames = [json.loads(line) for line in lines.read_text().splitlines()]
    template = load_template(ASSETS / "anny.npz")
    assert header["bone_names"] == list(template.skeleton.names)
    labelled = template.joint_sets["coco17"]
    limbs = [labelled.names.index(COCO_OF[name]) for name in header["joint_names"][:12]]
    for frame in frames:
        (person,) = frame["people"]
        rotations = Rotation.from_rotvec(person["pose"]).as_matrix().astype(np.float32)
        posed = Skinner(template).pose(np.float32([person["betas"]]), rotations[None])[0][0]
        joints = labelled.regress(posed + np.float32(person["root"]))[limbs]
        told = np.array(person["joints_3d"])[:12] + person["camera_translation"]
        assert np.linalg.norm(joints - told, axis=-1).mean() < 0.03


def test_a_video_that_does_not_know_its_rate_is_drawn_frame_by_frame(clip, finds_doll, tmp_path, monkeypatch):
    class Untold(VideoDecoder):
        @property
        def fps(self):
            return None

        @fps.setter
        def fps(self, _):
            """The file's own rate is not told."""

    monkeypatch.setattr("app.live.sources.video.VideoDecoder", Untold)
    video = tmp_path / "out.mp4"
    assert run("run", clip, "--model", "tiny", "--video", video) == 0
    monkeypatch.undo()
    assert count_frames(video) >= FRAMES  # at 30 frames a second, of 25


def test_every_picture_of_an_uneven_clip_is_drawn_at_its_own_time(models, tmp_path):
    stamps = [0, 33, 67, 500, 533, 1000]  # milliseconds; six a second on average
    clip, video = write_noise(tmp_path / "uneven.mkv", stamps), tmp_path / "out.mp4"
    assert run("run", clip, "--model", "tiny", "--video", video) == 0
    with av.open(str(video)) as container:
        shown = [(frame.time, frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)]
    source = [frame.image for frame in drain(open_source(str(clip), realtime=False))]
    for image, stamp in zip(source, stamps, strict=True):
        alike = [time for time, picture in shown if np.abs(picture - image.astype(float)).mean() < 25]
        assert min(alike) == pytest.approx(stamp / 1000, abs=0.02)


def test_photos_are_shown_for_a_second_or_two_each(models, finds_doll, tmp_path):
    (tmp_path / "photos").mkdir()
    for index in range(3):
        image = doll_frame(load_template(models / "doll.npz"), index)
        cv2.imwrite(str(tmp_path / "photos" / f"{index}.png"), image[..., ::-1])
    assert run("run", tmp_path / "photos", "--model", "tiny", "--video", tmp_path / "out.mp4") == 0
    capture = cv2.VideoCapture(str(tmp_path / "out.mp4"))
    rate = capture.get(cv2.CAP_PROP_FPS)
    capture.release()
    assert (rate, count_frames(tmp_path / "out.mp4")) == (1, 5)


def test_photos_of_a_folder_are_told_by_their_places_names_and_sizes(models, finds_doll, tmp_path):
    photos = tmp_path / "photos"
    photos.mkdir()
    image = doll_frame(load_template(models / "doll.npz"), 0)[..., ::-1]
    cv2.imwrite(str(photos / "1.png"), image)
    (photos / "2.png").write_text("this is no picture")
    cv2.imwrite(str(photos / "3.png"), image)
    cv2.imwrite(str(photos / "10.png"), image[:100])
    lines, file = tmp_path / "out.jsonl", tmp_path / "take.h5"
    assert run("run", photos, "--model", "tiny", "--json", lines) == 0
    header, *frames = [json.loads(line) for line in lines.read_text().splitlines()]
    assert (header["width"], header["height"]) == SIZE
    assert [frame["frame"] for frame in frames] == [0, 2, 3]
    assert [frame["image"] for frame in frames] == ["1.png", "3.png", "10.png"]
    sizes = [(frame.get("width"), frame.get("height")) for frame in frames]
    assert sizes == [(None, None), (None, None), (192, 100)]
    assert run("run", photos, "--model", "tiny", "--record", file) == 0
    with Recording(file) as recording:
        assert [frame.index for frame in recording.frames()] == [0, 2, 3]
        assert [(drop.count, drop.cause) for drop in recording.drops] == [(1, "could not be read")]


def test_run_draws_the_mesh_unless_told_otherwise(clip, models, finds_doll, tmp_path):
    template = load_template(models / "doll.npz")
    reddest = []
    for words in ((), ("--no-overlay",)):
        video = tmp_path / "out.mp4"
        assert run("run", clip, "--model", "tiny", "--video", video, "--max-frames", 3, *words) == 0
        assert count_frames(video) == 3
        capture = cv2.VideoCapture(str(video))
        picture = capture.read()[1][..., ::-1].astype(int)
        capture.release()
        reddest.append(picture[60, 70])
    drawn, plain = reddest
    assert np.abs(plain - doll_frame(template, 0)[60, 70]).max() < 40
    assert drawn[2] > plain[2] + 60  # the mesh is pale blue


def test_run_draws_from_where_and_as_it_is_asked(clip, finds_doll, tmp_path):
    def first_picture(name, *words):
        words = ("--video", tmp_path / f"{name}.png", "--max-frames", 1, *words)
        assert run("run", clip, "--model", "tiny", *words) == 0
        return cv2.imread(str(tmp_path / f"{name}.png")).astype(int)

    plain, mirrored = first_picture("plain"), first_picture("mirrored", "--mirror")
    assert np.abs(mirrored[:, ::-1] - plain).max() <= 2
    alone = first_picture("alone", "--view", "mesh")
    beside = first_picture("beside", "--view", "side-by-side")
    assert np.abs(alone[:5, :5] - plain[:5, :5]).min() > 10  # the camera's picture is not there
    assert alone.shape == beside.shape == plain.shape
    assert len({picture.tobytes() for picture in (plain, alone, beside)}) == 3


def test_run_smooths_as_much_as_it_is_asked(clip, finds_doll, tmp_path):
    def path_of(name, *words):
        lines = tmp_path / f"{name}.jsonl"
        assert run("run", clip, "--model", "tiny", "--json", lines, *words) == 0
        frames = map(json.loads, lines.read_text().splitlines()[1:])
        return np.array([frame["people"][0]["joints_2d"] for frame in frames])

    raw, steady = path_of("raw", "--smoothing", "0"), path_of("steady", "--smoothing", "1")
    np.testing.assert_array_equal(path_of("usual"), path_of("half", "--smoothing", "0.5"))
    assert np.abs(np.diff(steady, axis=0)).max() < np.abs(np.diff(raw, axis=0)).max()


@pytest.fixture
def no_opengl(monkeypatch):
    def refuse(*_, **__):
        raise RuntimeError("no driver")

    monkeypatch.setattr("models.rendering.offscreen.OffscreenScene", refuse)


def test_without_opengl_the_mesh_is_drawn_all_the_same_and_it_is_said(
    clip, models, finds_doll, tmp_path, no_opengl, caplog
):
    (tmp_path / "plain").mkdir()
    assert run("run", clip, "--model", "tiny", "--video", tmp_path / "out.mp4", "--max-frames", "3") == 0
    assert "OpenGL could not be started (RuntimeError: no driver), so the processor draws" in caplog.text
    ignored = ["run", clip, "--model", "tiny", "--no-overlay", "--max-frames", "3"]
    assert run(*ignored, "--video", tmp_path / "plain" / "out.mp4") == 0
    drawn, plain = (
        cv2.VideoCapture(str(folder / "out.mp4")).read()[1].astype(int)
        for folder in (tmp_path, tmp_path / "plain")
    )
    assert (np.abs(drawn - plain).max(axis=2) > 30).sum() > 100


def test_run_makes_a_picture_of_a_photo(models, finds_doll, tmp_path):
    photo = tmp_path / "photo.png"
    image = doll_frame(load_template(models / "doll.npz"), 0)
    cv2.imwrite(str(photo), image[..., ::-1])
    assert run("run", photo, "--model", "tiny", "--video", tmp_path / "out.png") == 0
    drawn = cv2.imread(str(tmp_path / "out.png"))
    assert drawn.shape == image.shape
    assert np.abs(drawn[..., ::-1].astype(int) - image).max() > 60


def test_run_of_pictures_without_people_says_so(tmp_path, finds_doll, capfd):
    empty = tmp_path / "empty.png"
    cv2.imwrite(str(empty), np.full((40, 60, 3), 90, np.uint8))
    dot = tmp_path / "dot.png"
    cv2.imwrite(str(dot), np.full((1, 1, 3), 90, np.uint8))
    for photo in (empty, dot):
        lines = tmp_path / "out.jsonl"
        assert run("run", photo, "--model", "tiny", "--json", lines, "--video", tmp_path / "out.mp4") == 0
        assert json.loads(lines.read_text().splitlines()[1])["people"] == []
        assert "people in 0" in capfd.readouterr().err


def test_run_with_a_model_of_hands_says_which_are_left(tmp_path, monkeypatch, capfd):
    make_model(tmp_path, name="palm", kind="hand", crop=CropRule("box", 2.0))
    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path))
    template = load_template(tmp_path / "doll.npz")
    fingers = template.joint_sets["hand21"].regress(template.centred(template.v_template)[0])[:, :2]

    class TwoHands:
        def __init__(self, kind):
            assert kind == "hand"

        def detect(self, image, regions=None):
            return [
                Detection(np.float32(fingers * 30 + [x, 64]), np.ones(21, np.float32), 1.0, is_left=x > 96)
                for x in (50, 140)
            ]

        def close(self):
            pass

    monkeypatch.setattr("app.live.loaded_model.PersonDetector", TwoHands)
    photo, lines = tmp_path / "photo.png", tmp_path / "out.jsonl"
    image = np.full((SIZE[1], SIZE[0], 3), 60, np.uint8)
    for x in (50, 140):
        draw_doll(image, template, (x, 64), 30)
    cv2.imwrite(str(photo), image[..., ::-1])
    assert run("run", photo, "--model", "palm", "--people", 2, "--json", lines) == 0
    hands = json.loads(lines.read_text().splitlines()[1])["people"]
    assert {hand["box_xyxy"][0] > 96: hand["is_left"] for hand in hands} == {False: False, True: True}
    assert "1 frame of photo.png, 192x128; hands in 1;" in capfd.readouterr().err


def test_of_a_file_the_table_counts_no_waiting_of_frames_for_one_another(clip, finds_doll, capfd):
    assert run("run", clip, "--model", "tiny") == 0
    told = capfd.readouterr().err
    rows = {words[0]: words[1:] for line in told.splitlines() if (words := line.split())}
    assert "wait" not in rows
    work = [float(rows[stage][1]) for stage in ("mesh", "smooth", "draw")]
    assert float(rows["total"][0]) > 0
    assert all(median > 0 for median in work)
    assert run("run", clip, "--model", "tiny", "--realtime") == 0
    assert "\nwait" in capfd.readouterr().err


def test_run_in_real_time_ends_with_the_file(clip, finds_doll, tmp_path):
    lines = tmp_path / "out.jsonl"
    assert run("run", clip, "--model", "tiny", "--realtime", "--json", lines) == 0
    indices = [json.loads(line)["frame"] for line in lines.read_text().splitlines()[1:]]
    assert indices == sorted(set(indices))
    assert 0 < len(indices) <= FRAMES


def test_run_of_a_photo_in_real_time_ends(models, finds_doll, tmp_path, monkeypatch):
    monkeypatch.setattr("app.live.sources.images.IMAGE_SHOWN_S", 0.5)
    cv2.imwrite(str(tmp_path / "photo.png"), doll_frame(load_template(models / "doll.npz"), 0)[..., ::-1])
    lines = tmp_path / "out.jsonl"
    words = (tmp_path / "photo.png", "--model", "tiny", "--realtime", "--json", lines, "--max-frames", 50)
    assert run("run", *words) == 0
    assert 2 <= len(lines.read_text().splitlines()) <= 6


def test_a_height_is_refused_for_a_model_of_hands(tmp_path, monkeypatch, capfd):
    make_model(tmp_path, name="palm", kind="hand", crop=CropRule("box", 2.0))
    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path))
    assert run("run", "sample", "--model", "palm", "--height", 175) == 1
    told = capfd.readouterr().err
    assert all(word in told for word in ("--height 175", "palm makes hands", "leave it out"))


def test_fingers_are_refused_for_a_body_without_them(clip, models, capfd):
    assert run("run", clip, "--model", "tiny", "--hands") == 1
    told = capfd.readouterr().err
    assert all(word in told for word in ("--hands", "tiny", "no finger bones", "leave it out"))
    assert run("run", clip, "--model", "tiny", "--no-hands", "--max-frames", 1) == 0

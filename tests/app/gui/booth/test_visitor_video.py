"""The picture of visitors is kept only while everybody in view has consented; each frame is looked at."""

import av
import numpy as np
import pytest

from app.booth.picture_consent import HELD_BACK_S
from app.recordings.reader import Recording

ALONE, STRANGER = (30, 200, 60), (220, 40, 230)  # what the camera shows without and with somebody else


@pytest.fixture
def filmed(visitors):
    def build(**changes):
        return visitors(video=True, **changes)

    return build


def colours(v):
    """Return the mean colour of every picture in the folder, (N, 3), in whatever video."""
    seen = []
    for path in v.folder.glob("*.m*"):
        with av.open(str(path)) as video:
            seen += [f.to_ndarray(format="rgb24").reshape(-1, 3).mean(0) for f in video.decode(video=0)]
    return np.array(seen).reshape(-1, 3)


def is_all(seen, colour):
    return bool(len(seen)) and bool((np.abs(seen - colour).max(axis=1) < 20).all())


def test_who_is_alone_and_consents_is_filmed_until_they_go(filmed):
    v = filmed()
    v.go(1, 7, colour=STRANGER)  # before consent
    assert "the picture is stored too" in v.recording.offer.accessibleName()
    v.go(1, 2.5, arms_up=True, colour=ALONE)
    v.go(1, 12, colour=ALONE)
    assert "with picture" in v.recording.offer.accessibleName()
    v.go(None, 3, colour=STRANGER)
    v.finish()
    seen = colours(v)
    assert is_all(seen, ALONE)
    assert len(seen) > 4 * 7
    (take,) = v.folder.glob("*.h5")
    with Recording(take) as recording:
        assert recording.video_path is not None


def test_no_frame_of_somebody_who_comes_into_view_is_kept_though_found_late(filmed):
    v = filmed()
    v.go(1, 7)
    v.go(1, 12, arms_up=True, colour=ALONE)
    v.go(1, HELD_BACK_S - 0.5, colour=STRANGER)  # there, and not found yet
    v.go(1, 2, others=(2,), colour=STRANGER)
    assert "with picture" not in v.recording.offer.accessibleName()
    v.go(1, 6, colour=STRANGER)  # gone again for all we know
    v.go(None, 3, colour=STRANGER)
    v.finish()
    assert is_all(colours(v), ALONE)


def test_with_somebody_who_has_not_consented_no_picture_is_kept(filmed):
    v = filmed()
    v.go(1, 7, others=(2,))
    v.go(1, 3, arms_up=True, others=(2,), colour=STRANGER)
    assert v.b.one.session.is_recording
    assert "If everybody in view does" in v.recording.offer.accessibleName()
    v.go(1, 12, others=(2,), colour=STRANGER)
    v.go(None, 3)
    v.finish()
    assert len(colours(v)) == 0
    assert not list(v.folder.glob("*.mp4"))
    assert len(list(v.folder.glob("*.h5"))) == 1


def test_each_consents_by_arms_of_their_own(filmed):
    v = filmed()
    v.go(1, 7, others=(2,))
    v.go(1, 3, arms_up=True, others=(2,), colour=STRANGER)
    v.go(1, 1.5, others=(2,), raising=(2,), colour=STRANGER)
    v.go(1, 1, others=(2,), raising=(2,), colour=STRANGER)
    v.go(1, 12, others=(2,), colour=ALONE)
    assert "with picture" in v.recording.offer.accessibleName()
    v.go(None, 3)
    v.finish()
    seen = colours(v)
    is_alone = np.abs(seen - ALONE).max(axis=1) < 20
    assert is_alone.sum() > 4 * 6
    assert (~is_alone).sum() <= 4  # of the moment after the second one's two seconds
    with Recording(next(v.folder.glob("*.h5"))) as recording:
        assert {person.id for frame in recording.frames() for person in frame.people} == {1}


def test_together_from_the_beginning(filmed):
    v = filmed()
    v.go(1, 7, others=(2,), colour=STRANGER)
    v.go(1, 3, arms_up=True, others=(2,), raising=(2,), colour=ALONE)
    v.go(1, 10, others=(2,), colour=ALONE)
    v.go(None, 3)
    v.finish()
    assert is_all(colours(v), ALONE)


def test_where_more_may_be_in_view_than_are_followed_no_picture_is_kept(filmed):
    v = filmed()  # three are followed
    v.go(1, 7, others=(2, 3))
    v.go(1, 3, arms_up=True, others=(2, 3), raising=(2, 3), colour=STRANGER)
    v.go(1, 8, others=(2, 3), colour=STRANGER)
    v.go(None, 3)
    v.finish()
    assert len(colours(v)) == 0


def test_without_being_asked_no_picture_is_kept(visitors):
    v = visitors()
    v.go(1, 7)
    v.go(1, 10, arms_up=True)
    v.go(None, 3)
    v.finish()
    assert [path.suffix for path in v.folder.iterdir() if path.suffix != ".json"] == [".h5"]

"""USD files, read and skinned by OpenUSD, hold the recorded motion."""

import re

import numpy as np
import pytest

from app.recordings.export.exporter import ExportSettings, export
from models.errors import UserError
from models.program import install_line
from tests.fakes.meshes import Y_UP, apart_mm, dressed
from tests.fakes.recorded_take import TIMES, record_one


def usd_faults(stage):
    """What USD's own validators object to."""
    from pxr import UsdValidation

    validators = UsdValidation.ValidationRegistry().GetOrLoadAllValidators()
    assert len(validators) > 10
    return [error.GetMessage() for error in UsdValidation.ValidationContext(validators).Validate(stage)]


@pytest.mark.parametrize("person_id", [1, 4])
def test_usd_skinned_by_usd_is_the_recorded_mesh_dressed(take, anny, tmp_path, person_id):
    pytest.importorskip("pxr")
    from pxr import Usd, UsdGeom, UsdSkel

    path, meshes = take
    stage = Usd.Stage.Open(
        str(export(path, "usd", tmp_path / "take.usdc", ExportSettings(origin="camera", fps=30))[0])
    )
    assert usd_faults(stage) == []
    assert (UsdGeom.GetStageUpAxis(stage), UsdGeom.GetStageMetersPerUnit(stage)) == ("Y", 1)
    assert stage.GetTimeCodesPerSecond() == 30
    assert stage.GetEndTimeCode() == pytest.approx(30 * TIMES[-1])
    root = UsdSkel.Root.Get(stage, f"/people/person_{person_id}")
    mesh = UsdGeom.Mesh.Get(stage, f"/people/person_{person_id}/mesh")
    cache = UsdSkel.Cache()
    cache.Populate(root, Usd.PrimDefaultPredicate)
    skinning = cache.GetSkinningQuery(mesh.GetPrim())
    skeleton = cache.GetSkelQuery(UsdSkel.Skeleton.Get(stage, f"/people/person_{person_id}/skeleton"))
    for time, expected in zip(TIMES[-len(meshes[person_id]) :], meshes[person_id], strict=True):
        points = mesh.GetPointsAttr().Get()
        skinning.ComputeSkinnedPoints(skeleton.ComputeSkinningTransforms(30 * time), points, 30 * time)
        assert apart_mm(np.array(points) * Y_UP, dressed(expected, anny.faces[0])).mean() < 1


@pytest.mark.parametrize(("kind", "path"), [("usd", "person_4/mesh"), ("usd-points", "person_4")])
def test_usd_has_a_material_for_skin_suit_and_shoes(take, anny, tmp_path, kind, path):
    pytest.importorskip("pxr")
    from pxr import Usd, UsdGeom, UsdShade

    stage = Usd.Stage.Open(str(export(take[0], kind, tmp_path / "take.usdc")[0]))
    mesh = UsdGeom.Mesh.Get(stage, f"/people/{path}")
    covered, colours = [], set()
    for subset in UsdShade.MaterialBindingAPI(mesh.GetPrim()).GetMaterialBindSubsets():
        material, _ = UsdShade.MaterialBindingAPI(subset.GetPrim()).ComputeBoundMaterial()
        shader, _, _ = material.ComputeSurfaceSource()
        colours.add(tuple(shader.GetInput("diffuseColor").Get()))
        covered += list(subset.GetIndicesAttr().Get())
    assert len(colours) == 3
    assert sorted(covered) == list(range(len(anny.faces[0])))


def test_usd_without_its_library_says_how_to_get_it(take, tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(UserError, match=re.escape(install_line("usd"))):
        export(take[0], "usd", tmp_path / "take.usdc")
    assert not list(tmp_path.iterdir())


def test_usd_points_are_the_recorded_ones_dressed_and_hide_who_is_away(take, anny, tmp_path):
    pytest.importorskip("pxr")
    from pxr import Usd, UsdGeom

    path, meshes = take
    stage = Usd.Stage.Open(
        str(export(path, "usd-points", tmp_path / "take.usdc", ExportSettings(origin="camera", fps=30))[0])
    )
    assert usd_faults(stage) == []
    mesh = UsdGeom.Mesh.Get(stage, "/people/person_4")
    for time, expected in zip(TIMES[1:], meshes[4], strict=True):
        points = np.array(mesh.GetPointsAttr().Get(30 * time))
        assert apart_mm(points * Y_UP, dressed(expected, anny.faces[0])).max() < 0.2
    assert mesh.ComputeVisibility(0) == "invisible"
    assert mesh.ComputeVisibility(30 * TIMES[1]) == "inherited"
    assert UsdGeom.Mesh.Get(stage, "/people/person_1").ComputeVisibility(0) == "inherited"


@pytest.mark.parametrize("kind", ["usd", "usd-points"])
@pytest.mark.parametrize("missing", [(4, 5), (4, 5, 6, 7)])
def test_usd_shows_who_leaves_until_then_and_who_returns_again(anny, tmp_path, kind, missing):
    pytest.importorskip("pxr")
    from pxr import Usd, UsdGeom

    times = np.arange(8) / 2
    meshes = np.tile(anny.v_template, (8, 1, 1))
    path = record_one(tmp_path / "take.h5", anny, times, meshes, missing=missing)
    stage = Usd.Stage.Open(str(export(path, kind, tmp_path / "take.usdc", ExportSettings(fps=30))[0]))
    person = UsdGeom.Imageable.Get(stage, "/people/person_1")
    shown = [person.ComputeVisibility(30 * time) for time in times]
    assert shown == ["invisible" if i in missing else "inherited" for i in range(8)]

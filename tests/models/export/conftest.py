"""Files in the licensed layouts."""

import pytest

from tests.fakes import published_files


@pytest.fixture(scope="module")
def licensed(tmp_path_factory):
    """Invented files of the licensed layouts."""
    folder = tmp_path_factory.mktemp("licensed")
    smpl = published_files.write_smpl(folder / "basicModel_neutral_lbs_10_207_0_v1.0.0.pkl")
    mano = published_files.write_mano(folder / "MANO_RIGHT.pkl")
    levels = published_files.write_fastmetro_data(folder / "data", smpl["v_template"], mano["v_template"])
    return folder, levels

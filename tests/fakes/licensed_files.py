"""What an import is given: networks in the authors' form, bodies, and the command's words."""

import argparse

import torch

from models.export.import_arguments import add_import_arguments
from tests.fakes.published_networks import AuthorsFastMetro, randomise, resnet50


def authors_network(licensed, size, hand=False, smpl_head=False):
    folder, (body, palm) = licensed
    stem, count = ("mano_195", 195) if hand else ("smpl_431", 431)
    indices = torch.load(folder / "data" / f"{stem}_adjmat_indices.pt")
    adjacency = torch.zeros(count, count)
    adjacency[tuple(indices)] = 1
    upsample = torch.tensor((palm if hand else body)["U"][0].toarray(), dtype=torch.float32)
    return randomise(AuthorsFastMetro(size, resnet50(), adjacency, upsample, hand, smpl_head), seed=len(stem))


def body_file(licensed, hand=False):
    return licensed[0] / ("MANO_RIGHT.pkl" if hand else "basicModel_neutral_lbs_10_207_0_v1.0.0.pkl")


def arguments(*words):
    parser = argparse.ArgumentParser()
    add_import_arguments(parser)
    return parser.parse_args(list(map(str, words)))

"""The Trainer: network, optimiser and data of a run, one training step, validation, and its checkpoint."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from threadpoolctl import threadpool_limits
from torch import Tensor

from models.body.template import load_template
from models.errors import UserError
from models.evaluate.metrics import mpjpe, pa_mpjpe, pve
from models.export.onnx_export import describe, export_onnx
from models.files import replacing
from models.network.blazepose import LANDMARKER, BlazePosePrediction, load_blazepose
from models.network.checkpoints import (
    BLAZEPOSE,
    READS_BESIDE,
    blazepose_learned,
    checkpoint_record,
    files_of_their_own,
    load_checkpoint,
    read_checkpoint,
    weights_for,
)
from models.network.config import find_config
from models.network.devices import find_device
from models.network.fastmetro import FastMetro, build_network
from models.network.readings import combine
from models.network.stems import LandmarkStem
from models.synthetic.landmark_noise import bone_length
from models.synthetic.landmark_simulation import LandmarkSimulator, SimulatedBatch, SimulatedReadings
from models.synthetic.targets import Targets
from models.train.blazepose_finetuning import BlazePoseFinetuner
from models.train.blazepose_predictions import BlazePosePredictions
from models.train.data import MakeGenerator, TrainingData, split
from models.train.losses import MeshLoss
from models.train.vertex_subsets import fit_mesh_pca, make_subsets

if TYPE_CHECKING:  # rendering needs numba, which simulated landmarks do without
    from pathlib import Path

    from models.camera.crop import CropRule
    from models.evaluate.photos import Reference
    from models.network.prediction import Prediction, VertexQuerySubset
    from models.synthetic.generator import SampleGenerator
    from models.train.data import Batch
    from models.train.settings import TrainSettings

PHOTO_FRAMES, SHEET_SIZE = 10, 200  # frames of each clip; pixels of a view on the contact sheet
ADDED = ("stem.feature_attention.", "stem.thunder.", "refiner.")  # parts that weights to begin with may lack


@dataclass(frozen=True, slots=True, eq=False)
class DeviceBatch:
    """N people to learn from, on the device.

    Attributes
    ----------
    targets : with everybody at the same size.
    image : (N, 3, S, S) normalised crops; None where the network is given landmarks.
    landmarks : (N, 33, 8) that BlazePose predicted, or would predict; None where the network is given images.
    features : (N, C, 8, 8) feature maps of BlazePose; None where there are none.
    """

    targets: Targets[Tensor]
    image: Tensor | None = None
    landmarks: Tensor | None = None
    features: Tensor | None = None

    def with_blazepose(self, prediction: BlazePosePrediction) -> DeviceBatch:
        """Return the same people, with what BlazePose predicts for them in the place of their images."""
        landmarks, _, features = prediction
        return replace(self, image=None, landmarks=landmarks, features=features)


class Trainer:
    """Network, optimiser, data and place in the run; all of it goes into the checkpoint.

    Parameters
    ----------
    settings : of the run.
    make_generator : see :class:`TrainingData`; by default it follows the settings.
    """

    def __init__(self, settings: TrainSettings, make_generator: MakeGenerator | None = None):
        self.settings = settings
        self.device = find_device(settings.device)
        torch.set_num_threads(settings.threads)
        threadpool_limits(settings.threads)  # NumPy's threads would wait for each other on a busy machine
        self.template = load_template(settings.template)
        self.model, pretrained = self._network()
        self.model.to(self.device)
        self.info = describe(self.model, self.template, settings.template.name)
        self.finetuner = None
        if settings.blazepose_lr_factor and self.model.blazepose is not None:
            self.finetuner = BlazePoseFinetuner(self.model.blazepose, load_blazepose(), settings.loss)
            self.finetuner.to(self.device)
        self.data = TrainingData(
            settings,
            self.template,
            simulates=self.model.blazepose is not None,
            crop=self.info.crop,
            input_size=self.info.input_size,
            make_generator=make_generator or partial(_make_generator, settings),
            blazepose=self.model.blazepose if self.finetuner is None else None,
        )
        self.size, self.subsets, self.all_queries = self._queries(self.data.simulator)
        with torch.no_grad():  # the smoother, in the place of the learned upsampling; it stays as it is
            self.model.upsample.weight.copy_(self.all_queries.to_mid)
            self.model.upsample.bias.zero_()
        self.model.upsample.requires_grad_(False)
        self.loss = MeshLoss(self.template, settings.loss).to(self.device)
        self.optimiser = torch.optim.AdamW(
            self._groups(pretrained), lr=settings.lr, weight_decay=settings.weight_decay, betas=(0.9, 0.98)
        )
        self.step = 0
        self.samples = 0
        self.held_out_mm: dict[str, float] = {}

    def _network(self) -> tuple[FastMetro, set[str]]:
        """Return the network as training begins, and the names of the weights that come from ``start``."""
        s = self.settings
        torch.manual_seed(s.seed)
        model = build_network(find_config(s.network), self.template)
        if s.start is None:
            if model.config.lifter_width:
                raise UserError(
                    f"{s.network} has a lifter, which learns apart; give --start, a checkpoint that "
                    "models.train.lifter_training wrote."
                )
            return model, set()
        start, _ = load_checkpoint(s.start, self.template)
        weights, own = weights_for(model, start), model.state_dict()
        missing = [name for name in own if name not in weights and not name.startswith(ADDED)]
        if missing or any(name not in own or own[name].shape != v.shape for name, v in weights.items()):
            raise UserError(f"{s.start.name} holds another network than {s.network}.")
        model.load_state_dict(own | weights)
        for name, parameter in model.named_parameters():
            if name.startswith(READS_BESIDE):
                parameter.requires_grad_(False)
        if model.blazepose is not None and blazepose_learned(start):
            model.blazepose.learned = True
            if s.predictions:
                raise UserError(
                    f"The BlazePose of {s.start.name} has learned, so it predicts otherwise than was kept in "
                    "--predictions; give --clothes."
                )
        return model, set(weights)

    def _queries(
        self, simulator: LandmarkSimulator
    ) -> tuple[float, list[VertexQuerySubset], VertexQuerySubset]:
        """Return everybody's size in metres, the subsets of queries, and all queries."""
        s = self.settings
        rng = np.random.default_rng(s.seed)
        batches = [simulator.sample(n, rng) for n in split(s.pca_bodies, 100)]
        size = float(np.median(np.concatenate([bone_length(b.landmarks) for b in batches])))
        pca = fit_mesh_pca(np.concatenate([b.mid for b in batches]))
        subsets = make_subsets(self.template, pca, s.queries, s.subsets, s.noise, rng)
        (everything,) = make_subsets(self.template, pca, self.template.level_sizes[-1], 1, s.noise, rng)
        return size, [subset.to(self.device) for subset in subsets], everything.to(self.device)

    def _groups(self, pretrained: set[str]) -> list[dict[str, Any]]:
        """Return the optimiser's groups: new weights, those that were learned before, and BlazePose's."""
        new, learned, blazepose = [], [], []
        factors = self.settings.pretrained_lr_factor, self.settings.blazepose_lr_factor
        for name, parameter in self.model.named_parameters():
            if name.startswith(BLAZEPOSE):
                group, factor = blazepose, factors[1]
            else:
                group, factor = (learned, factors[0]) if name in pretrained else (new, 1.0)
            if factor == 0:
                parameter.requires_grad_(False)
            if parameter.requires_grad:
                group.append(parameter)
        groups = [
            {"params": new, "factor": 1.0},
            {"params": learned, "factor": factors[0]},
            {"params": blazepose, "factor": factors[1]},
        ]
        return [group for group in groups if group["params"]]

    def batch(self, people: Batch) -> DeviceBatch:
        """Put people, with what the network is given of them, on the device."""
        targets = self._targets(people)
        if isinstance(people, SimulatedBatch):
            landmarks = self._on_device(people.blazepose_landmarks)
            if isinstance(people, SimulatedReadings):
                landmarks = self._combined(landmarks, people)
            return DeviceBatch(targets, landmarks=landmarks)
        if isinstance(people, BlazePosePredictions):
            landmarks = self._on_device(people.blazepose_landmarks)
            attends = self.model.config.feature_layers > 0
            features = self._on_device(people.features) if attends else None
            return DeviceBatch(targets, landmarks=landmarks, features=features)
        mean, std = (torch.tensor(v)[:, None, None] for v in (self.info.mean, self.info.std))
        image = torch.from_numpy(people.image).to(self.device).permute(0, 3, 1, 2).float() / 255
        return DeviceBatch(targets, image=(image - mean.to(image)) / std.to(image))

    @torch.no_grad()
    def _combined(self, landmarks: Tensor, people: SimulatedReadings) -> Tensor:
        """Return BlazePose's landmarks with Thunder's joints, lifted, in their place."""
        assert isinstance(self.model.stem, LandmarkStem)
        assert self.model.stem.lifter is not None
        joints, crop = self._on_device(people.thunder_joints), self._on_device(people.crop)
        at_one = torch.tensor([0.0, 0.0, 2.0, 1.0, 0.0], device=self.device).expand(len(crop), 5)
        assert isinstance(self.model.stem, LandmarkStem)
        assert self.model.stem.lifter is not None
        return combine(landmarks, joints, crop, at_one, self.model.stem.lifter)

    def _on_device(self, array: np.ndarray) -> Tensor:
        return torch.from_numpy(array).to(self.device).float()

    def _targets(self, people: Batch) -> Targets[Tensor]:
        """Return the targets, with everybody at the same size.

        No image shows how large somebody is. A network that may guess lets people grow and shrink from frame
        to frame, and their feet slide.
        """
        size = (self.size / bone_length(people.landmarks))[:, None, None].astype(np.float32)
        return Targets(
            mid=torch.from_numpy(people.mid * size).to(self.device),
            joints=torch.from_numpy(people.joints * size).to(self.device),
            landmarks=torch.from_numpy(people.landmarks * size).to(self.device),
            joints_2d=torch.from_numpy(people.joints_2d).to(self.device),
            landmarks_2d=torch.from_numpy(people.landmarks_2d).to(self.device),
        )

    def predict(self, batch: DeviceBatch, queries: VertexQuerySubset) -> Prediction:
        """Run the network, asking for some or all coarse vertices; the prediction has the middle mesh."""
        if self.finetuner is not None and batch.image is not None:
            batch = batch.with_blazepose(self.finetuner.predict(batch.image))
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda"):
            if batch.image is not None:
                prediction = self.model(batch.image, subset=queries)
            else:
                assert batch.landmarks is not None
                prediction = self.model.forward_landmarks(batch.landmarks, batch.features, subset=queries)
        return replace(prediction, mid=queries.to_mid @ prediction.coarse)

    def train_step(self) -> dict[str, float]:
        """Draw a batch, learn from it and return the terms of the loss."""
        s = self.settings
        full = s.is_full(self.step)
        count = max(1, s.batch // 4) if full else s.batch
        batches = [self.batch(people) for people in self.data.draw(count)]
        queries = self.all_queries if full else self.subsets[self.data.rng.integers(len(self.subsets))]
        for group in self.optimiser.param_groups:
            group["lr"] = s.learning_rate(self.step) * group["factor"]
        self.model.train()
        self.optimiser.zero_grad(set_to_none=True)
        sums: dict[str, float] = {}
        weights: dict[str, float] = {}
        for batch in batches:  # one after the other: only one of them has images
            fraction = len(batch.targets) / count
            loss, terms = self._losses(batch, queries)
            if loss.requires_grad:  # simulated landmarks teach nothing to feature attention alone
                (loss * fraction).backward()
            for name, value in ({"loss": float(loss.detach())} | terms).items():
                sums[name] = sums.get(name, 0.0) + fraction * value
                weights[name] = weights.get(name, 0.0) + fraction
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), s.max_grad_norm)
        if not torch.isfinite(norm):
            raise UserError(f"The loss became {sums['loss']:g} at step {self.step}; lower --lr.")
        self.optimiser.step()
        self.step += 1
        self.samples += count
        return {name: value / weights[name] for name, value in sums.items()}

    def _losses(self, batch: DeviceBatch, queries: VertexQuerySubset) -> tuple[Tensor, dict[str, float]]:
        """Return the loss of a batch and its terms; BlazePose's own ones where it is fine-tuned."""
        if self.finetuner is None or batch.image is None:
            return self.loss(self.predict(batch, queries), batch.targets, queries.index)
        found, own, own_terms = self.finetuner(batch.image, batch.targets, self.size, self.data.rng)
        prediction = self.predict(batch.with_blazepose(found), queries)
        loss, terms = self.loss(prediction, batch.targets, queries.index)
        return loss + own, terms | own_terms

    def validate(self) -> dict[str, float]:
        """Return (and keep) the errors on held-out people, always the same ones, in millimetres.

        Of simulated people ``mpjpe`` and so on, of rendered ones by the groups of
        :meth:`TrainingData.held_out`: ``clear_mpjpe``.
        """
        figures: dict[str, list[np.ndarray]] = {}
        for people, groups in self.data.held_out():
            for name, errors in self._errors(self.batch(people)).items():
                for group, chosen in groups.items():
                    key = f"{group}_{name}" if group else name
                    figures.setdefault(key, []).append(errors[chosen])
        joined = {name: np.concatenate(parts) for name, parts in figures.items()}
        self.held_out_mm = {name: round(float(v.mean()), 1) for name, v in joined.items() if len(v)}
        return self.held_out_mm

    def _errors(self, batch: DeviceBatch) -> dict[str, np.ndarray]:
        """Return the (N,) errors of a batch in millimetres."""
        self.model.eval()
        with torch.no_grad():
            mid = self.predict(batch, self.all_queries).mid
            assert mid is not None
            joints, centred = (a.cpu().numpy() for a in self.loss.joints_and_mesh(mid))
        true_joints, true_mid = (a.cpu().numpy() for a in (batch.targets.joints, batch.targets.mid))
        return {
            "mpjpe": mpjpe(joints, true_joints),
            "pa_mpjpe": pa_mpjpe(joints, true_joints),
            "pve": pve(centred, true_mid),
        }

    def evaluate_photos(self) -> dict[str, float]:
        """Return how the network agrees with MediaPipe on photos, and write the contact sheet."""
        from models.evaluate.photos import evaluate, summary
        from models.inference.onnx_model import OnnxModel

        s = self.settings
        path = s.out / "photos.onnx"
        model = copy.deepcopy(self.model).cpu()
        if model.blazepose is not None:
            model.blazepose.round()
        export_onnx(model, self.info, path, precision="half_weights")
        judged = evaluate(
            OnnxModel(path, threads=1, template_file=s.template),
            self.photographed,
            s.out / f"photos_{self.step}.jpg",
            SHEET_SIZE,
        )
        return {f"photos_{name}": round(value, 3) for name, value in summary(judged).items()}

    @cached_property
    def photographed(self) -> list[Reference]:
        """The people in the photos, as MediaPipe finds them.

        Raises
        ------
        UserError : there is nobody.
        """
        from models.evaluate.photos import find_people, frames

        assert self.settings.photos is not None
        people = list(find_people(frames(self.settings.photos, PHOTO_FRAMES), 1, LANDMARKER))
        if not people:
            raise UserError(f"MediaPipe finds nobody in {self.settings.photos}; give photos of people.")
        return people

    def facts(self) -> dict[str, Any]:
        """Return what a model's record says about its training."""
        corpus = self.settings.poses.name if self.settings.poses else "none (procedural postures)"
        rendered = self.data.rendered / max(self.samples, 1)
        return {
            "data": f"the open body, {rendered:.0%} rendered, {1 - rendered:.0%} simulated landmarks; "
            f"motion capture: {corpus}",
            "samples": self.samples,
            "steps": self.step,
            "settings": self.settings.record(),
            "held_out_mm": self.held_out_mm,
        } | ({"blazepose": "its later layers learned on"} if blazepose_learned(self.model) else {})

    def save(self, path: Path) -> None:
        """Write the checkpoint; a crash while writing leaves the last one whole."""
        path.parent.mkdir(parents=True, exist_ok=True)
        content = checkpoint_record(self.model, self.template, self.facts()) | {
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "samples": self.samples,
            "rendered": self.data.rendered,
            "position": self.data.position,
            "numpy_rng": json.dumps(self.data.rng.bit_generator.state),
            "torch_rng": torch.get_rng_state(),
        }
        if self.device.type == "cuda":
            content["cuda_rng"] = torch.cuda.get_rng_state(self.device)
        with replacing(path) as file:
            torch.save(content, file)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint.

        Raises
        ------
        UserError : it is none, or belongs to another run.
        """
        content = read_checkpoint(path)
        if content["template_sha256"] != self.template.sha256:
            raise UserError(f"{path} was trained on another body template; choose another --out.")
        if "position" not in content:
            raise UserError(
                f"{path} is of an earlier version, or holds weights alone; choose another --out and begin "
                f"with --start {path}."
            )
        try:
            self._load_weights(content["model"])
            self.optimiser.load_state_dict(content["optimiser"])
        except (RuntimeError, ValueError) as error:
            raise UserError(
                f"{path} is of a run with another --network, --blazepose-lr-factor or "
                f"--pretrained-lr-factor; repeat its command, or choose another --out and begin with --start "
                f"{path}."
            ) from error
        self.held_out_mm = json.loads(content["training"])["held_out_mm"]
        self.step, self.samples = content["step"], content["samples"]
        self.data.go_on(content["rendered"], content["position"])
        self.data.rng.bit_generator.state = json.loads(content["numpy_rng"])
        torch.set_rng_state(content["torch_rng"])
        if self.device.type == "cuda" and "cuda_rng" in content:
            torch.cuda.set_rng_state(content["cuda_rng"], self.device)

    def _load_weights(self, weights: dict[str, Tensor]) -> None:
        """Load a checkpoint's weights, which lack those of what reads images unless it has learned."""
        left_out = files_of_their_own(self.model)
        own = self.model.state_dict()
        self.model.load_state_dict({n: own[n] for n in own if n.startswith(left_out)} | weights)


def _make_generator(settings: TrainSettings, rule: CropRule, held_out: bool) -> SampleGenerator:
    """Return what renders people by the settings."""
    from models.synthetic.stream import make_generator

    s = settings
    return make_generator(s.clothes, s.poses, s.hdri, s.cache, s.characters, s.device, rule, held_out)

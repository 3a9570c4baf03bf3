"""Teach the network anew, and store its weights: `python -m teaching.teach --base model.safetensors`."""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

import allegiance.reading.learned
from allegiance.reading.learned.labels import LABELS, SAME, STANCES
from teaching.model import Answering, Model
from teaching.passages import FOLDER, all_of
from teaching.rows import Row, Taking, rows_of, rows_of_frames
from teaching.stored import go_on_from

BASE = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the weights that teaching begins with: all-MiniLM-L6-v2 as it is published."""
WEIGHTS = Path(allegiance.reading.learned.__file__).parent / "weights"
AT_ONCE, NEGATIVES = 32, 120
KEPT = 0.999
"""How much of the weights' mean each step keeps: it is the mean that is stored, not where the last steps led."""
RATE, FASTER = 3.5e-4, 5
"""How fast is learnt, and how many times as fast by the judge, which begins with nothing."""


class Batch:
    """Rows as tensors: every pair with a label, and as many of the others as asked for, weighed for those left out."""

    def __init__(self, rows: Sequence[Row], others: int) -> None:
        longest = max(len(row.shown.pieces) for row in rows)
        self.pieces, self.marks = (torch.zeros(len(rows), longest, dtype=torch.long) for _ in range(2))
        self.there = torch.zeros(len(rows), longest, dtype=torch.bool)
        pairs, wanted, weights, stances, told, same = [], [], [], [], [], []
        for number, row in enumerate(rows):
            size = len(row.shown.pieces)
            self.pieces[number, :size] = torch.tensor(row.shown.pieces)
            self.marks[number, :size] = torch.tensor(row.shown.marks)
            self.there[number, :size] = True
            asked = {tuple(pair): k for k, pair in enumerate(row.shown.asked.tolist())}
            noted = row.labels.keys() | row.same.keys()
            rest = [pair for pair in asked if pair not in noted]
            picked = random.sample(rest, min(others, len(rest)))
            for pair in [*(p for p in asked if p in noted), *picked]:
                one, other, over, distance, way = row.shown.pairs[asked[pair]].tolist()
                first = number * longest
                pairs.append((first + one, first + other, first + over, distance, way))
                wanted.append([float(k in row.labels.get(pair, ())) for k in range(len(LABELS))])
                weights.append(1.0 if pair in noted else len(rest) / len(picked))
                stances.append(row.stances.get(pair, (False,) * len(STANCES)))
                told.append(float(pair in row.stances))
                same.append((float(row.same.get(pair, False)), float(pair in row.same)))
        self.pairs = torch.tensor(pairs, dtype=torch.long).view(-1, 5)
        self.wanted, self.weights = torch.tensor(wanted).view(-1, len(LABELS)), torch.tensor(weights).view(-1, 1)
        self.stances = torch.tensor(stances, dtype=torch.float).view(-1, len(STANCES))
        self.told, self.same = torch.tensor(told).view(-1, 1), torch.tensor(same).view(-1, 2)

    def loss(self, model: Model, half: bool = True) -> torch.Tensor:
        """How far the model is from what is wanted, a sentence; computed in half precision, or else in whole."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            answers = model(self.pieces, self.marks, self.there, self.pairs).float()
        labels, stances = answers[:, : len(LABELS)], answers[:, len(LABELS) : SAME]
        off = functional.binary_cross_entropy_with_logits(labels, self.wanted, reduction="none") * self.weights
        aside = functional.binary_cross_entropy_with_logits(stances, self.stances, reduction="none") * self.told
        meant, asked = self.same.unbind(1)
        same = functional.binary_cross_entropy_with_logits(answers[:, SAME], meant, reduction="none") * asked
        return (off.sum() + aside.sum() + same.sum()) / len(self.pieces)


def _batches(rows: list[Row]) -> Iterator[Batch]:
    """The rows in another order each time, those of like length together."""
    random.shuffle(rows)
    groups = []
    for first in range(0, len(rows), AT_ONCE * 20):
        near = sorted(rows[first : first + AT_ONCE * 20], key=lambda row: len(row.shown.pieces))
        groups += [near[k : k + AT_ONCE] for k in range(0, len(near), AT_ONCE)]
    random.shuffle(groups)
    for group in groups:
        yield Batch(group, NEGATIVES)


def teach(
    model: Model, rows: list[Row], epochs: int, rate: float = RATE, kept: float = KEPT, half: bool = True
) -> None:
    """Teach a model by rows, the rate rising at first and then falling; the words themselves stay as they were.

    At the end the model has the running mean of its weights, of which each step keeps so much.
    """
    judge = {"a", "b", "c", "c2", "l", "dist", "path", "same", "h", "out"}
    parts: tuple[list[torch.nn.Parameter], list[torch.nn.Parameter]] = ([], [])
    for name, value in model.named_parameters():
        if value.requires_grad:
            parts[name.split(".")[0] in judge].append(value)
    groups = [{"params": parts[0], "lr": rate}, {"params": parts[1], "lr": rate * FASTER}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = epochs * -(-len(rows) // AT_ONCE)
    falling = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.06 * steps + 1)) * max(0.02, 1 - step / steps)
    )
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(kept))
    for epoch in range(epochs):
        total, count = 0.0, 0
        for batch in _batches(rows):
            loss = batch.loss(model, half)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            falling.step()
            mean.update_parameters(model)
            total, count = total + loss.item(), count + 1
        print(f"epoch {epoch + 1} of {epochs}: loss {total / max(1, count):.3f} a sentence", flush=True)
    model.load_state_dict(mean.module.state_dict())


def store(model: Model, folder: Path) -> None:
    """Store the network as a graph for ONNX Runtime, its matrices as whole numbers with a scale for each column.

    Seven bits of eight are used: with all eight, processors without the newest instructions compute something else.
    """
    asked = Answering(model).eval()
    pieces, marks, pairs = torch.arange(9), torch.ones(9, dtype=torch.long), torch.ones(7, 5, dtype=torch.long)
    places, rows = torch.export.Dim("places"), torch.export.Dim("rows")
    with TemporaryDirectory() as made:
        whole = Path(made) / "network.onnx"
        torch.onnx.export(
            asked, (pieces, marks, pairs), whole, input_names=["pieces", "marks", "pairs"], dynamo=True,
            output_names=["told"], dynamic_shapes=({0: places}, {0: places}, {0: rows}), external_data=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "network.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )  # fmt: skip
    _without_traces(folder / "network.onnx")


def _without_traces(path: Path) -> None:
    """Leave out of a stored graph where, on the machine that it was made on, each of its steps stood in a file."""
    stored = onnx.load(path)
    graph = stored.graph
    for part in (stored, graph, *graph.node, *graph.value_info, *graph.initializer, *graph.input, *graph.output):
        del part.metadata_props[:]
        part.doc_string = ""
    onnx.save(stored, path)


def files_without(without: Sequence[str]) -> list[Path]:
    """The files of passages, but for those of these stems."""
    return [path for path in sorted(FOLDER.glob("*.txt")) if path.stem not in without]


def main() -> None:
    """Read the passages, teach, store."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--base", type=Path, required=True, help="the weights to begin with, model.safetensors")
    asked.add_argument("--epochs", type=int, default=6)
    asked.add_argument("--further", action="store_true", help="go on from the stored network, not from the base")
    asked.add_argument("--rate", type=float, default=RATE, help="how fast is learnt at most")
    asked.add_argument("--kept", type=float, default=KEPT, help="how much of the weights' mean each step keeps")
    asked.add_argument("--thinned", type=float, default=1.0, help="how many of the sentences without a claim are shown")
    asked.add_argument("--whole", action="store_true", help="compute in whole precision: for older processors")
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--without", nargs="*", default=[], help="files that are kept out, by their stems")
    given = asked.parse_args()
    if hashlib.sha256(given.base.read_bytes()).hexdigest() != BASE:
        raise SystemExit(f"{given.base} is not all-MiniLM-L6-v2 as it is published: its digest is another")
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    taking = Taking()
    rows = [row for one in all_of(files_without(given.without)) for row in rows_of(one, taking)]
    rows += rows_of_frames(taking)
    rows = [row for row in rows if row.labels or row.same or random.random() < given.thinned]
    print(f"{len(rows)} sentences, {sum(len(row.labels) for row in rows)} pairs with labels")
    model = Model(given.base)
    if given.further:
        go_on_from(WEIGHTS / "network.onnx", model)
    teach(model, rows, given.epochs, given.rate, given.kept, half=not given.whole)
    store(model, WEIGHTS)


if __name__ == "__main__":
    main()

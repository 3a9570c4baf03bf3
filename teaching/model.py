"""The network as it is taught, in PyTorch: what `allegiance.reading.learned.network` has ONNX Runtime compute.

PyTorch is none of the project's dependencies: `teaching/README.md` says what to install.
"""

from __future__ import annotations

import random
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from allegiance.reading.learned.drawing import FARTHEST, LONGEST, PATHS
from allegiance.reading.learned.labels import SAME

WIDTH, INNER, HEADS, JUDGE, LAYERS = 384, 1536, 12, 192, 6
TENTH = 0.1
POOL = 1 << 22


class Drop(nn.Module):
    """Leaves out each tenth number, as `nn.Dropout` does, from a pool of choices drawn once, which is far quicker."""

    def __init__(self) -> None:
        super().__init__()
        self.pool: torch.Tensor | None = None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """What is left, the rest made as much larger."""
        if not self.training:
            return x
        if self.pool is None or len(self.pool) < 2 * x.numel():
            self.pool = torch.empty(max(POOL, 4 * x.numel())).bernoulli_(1 - TENTH).div_(1 - TENTH).to(torch.bfloat16)
        first = random.randrange(len(self.pool) - x.numel())
        return x * self.pool[first : first + x.numel()].view_as(x).to(x.dtype)


class Layer(nn.Module):
    """One layer of the transformer; names of parts are those of the stored weights."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.f1, self.f2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop()

    def forward(self, x: torch.Tensor, there: torch.Tensor | None) -> torch.Tensor:
        """The states after this layer; `there` tells places from padding, where there is any."""
        batch, places, _ = x.shape
        query, key, value = (
            part(x).view(batch, places, HEADS, WIDTH // HEADS).transpose(1, 2) for part in (self.q, self.k, self.v)
        )
        weights = query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5
        if there is not None:
            weights = weights.masked_fill(~there[:, None, None, :], -1e4)
        seen = weights.softmax(-1) @ value
        x = self.n1(x + self.drop(self.o(seen.transpose(1, 2).reshape(batch, places, WIDTH))))
        return self.n2(x + self.drop(self.f2(functional.gelu(self.f1(x), approximate="tanh"))))


class Model(nn.Module):
    """The transformer and the judge of pairs."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        stored = {key.removeprefix("bert."): value for key, value in load_file(base).items()}
        self.words = nn.Embedding.from_pretrained(stored["embeddings.word_embeddings.weight"], freeze=True)
        places = stored["embeddings.position_embeddings.weight"][: LONGEST + 10].clone()
        self.places = nn.Parameter(places + stored["embeddings.token_type_embeddings.weight"][0])
        self.marks = nn.Embedding(16, WIDTH)
        nn.init.normal_(self.marks.weight, std=0.05)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = Drop()
        self._begin(stored)
        self.a, self.b = nn.Linear(WIDTH, JUDGE), nn.Linear(WIDTH, JUDGE)
        self.c, self.c2, self.l = (nn.Linear(WIDTH, JUDGE, bias=False) for _ in range(3))
        self.dist, self.path = nn.Embedding(2 * FARTHEST + 1, JUDGE), nn.Embedding(PATHS, JUDGE)
        for table in (self.dist, self.path):
            nn.init.normal_(table.weight, std=0.02)
        self.same = nn.Parameter(torch.zeros(JUDGE))
        self.h, self.out = nn.Linear(JUDGE, JUDGE), nn.Linear(JUDGE, SAME + 1)
        self.out.bias.data.fill_(-4.0)  # Nearly every pair is in no claim: that is where teaching begins.

    def _begin(self, stored: dict[str, torch.Tensor]) -> None:
        """Take over the weights that the transformer begins with."""
        names = {
            "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
            "o": "attention.output.dense", "n1": "attention.output.LayerNorm", "f1": "intermediate.dense",
            "f2": "output.dense", "n2": "output.LayerNorm",
        }  # fmt: skip
        for i, layer in enumerate(self.layers):
            for mine, theirs in names.items():
                for part in ("weight", "bias"):
                    getattr(getattr(layer, mine), part).data = stored[f"encoder.layer.{i}.{theirs}.{part}"].clone()
        self.norm.weight.data = stored["embeddings.LayerNorm.weight"].clone()
        self.norm.bias.data = stored["embeddings.LayerNorm.bias"].clone()

    def forward(
        self, pieces: torch.Tensor, marks: torch.Tensor, there: torch.Tensor | None, pairs: torch.Tensor
    ) -> torch.Tensor:
        """What is answered of each pair, before it is made a probability; places of pairs count through the batch."""
        x = torch.where((marks > 0)[..., None], self.marks(marks), self.words(pieces))
        x = self.drop(self.norm(x + self.places[: pieces.shape[1]]))
        for layer in self.layers:
            x = layer(x, there)
        x = self.drop(x).reshape(-1, WIDTH)
        one, other, over, distance, way = pairs.unbind(1)
        z = self.a(x)[one] + self.b(x)[other] + self.c(x)[one] * self.c2(x)[other] + self.l(x)[over]
        z = z + self.dist(distance) + self.path(way) + (one == other)[:, None] * self.same
        z = functional.gelu(z, approximate="tanh")
        z = z + functional.gelu(self.h(self.drop(z)), approximate="tanh")
        out: torch.Tensor = self.out(z)
        return out


class Answering(nn.Module):
    """The network as it is asked: of one sentence, in probabilities."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: torch.Tensor, marks: torch.Tensor, pairs: torch.Tensor) -> torch.Tensor:
        """How probable each label is of each pair: pairs × labels, stances, and whether both are the same."""
        out: torch.Tensor = self.model(pieces[None], marks[None], None, pairs).sigmoid()
        return out

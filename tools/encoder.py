"""The MiniLM sentence encoder in plain PyTorch, which can be fitted and exported without further libraries.

Architecture: Devlin et al., NAACL 2019 (BERT), in the size of Wang et al., NeurIPS 2020 (MiniLM): six layers, 384
dimensions, twelve heads; a text's vector is the mean of its tokens' last states, scaled to length one (Reimers and
Gurevych, EMNLP 2019, section 3).
"""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

LAYERS, WIDTH, HEADS, INNER, TOKENS, POSITIONS = 6, 384, 12, 1536, 30522, 512
#: The longest text, in word pieces; longer ones are cut.
LONGEST = 96


class Layer(nn.Module):
    """One transformer layer: self-attention and a feed-forward step, each added and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: torch.Tensor, blocked: torch.Tensor) -> torch.Tensor:
        """The next states (batch, length, 384); ``blocked`` is added to the attention scores."""
        batch, length, _ = x.shape

        def split(linear: nn.Linear) -> torch.Tensor:
            return linear(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = split(self.query) @ split(self.key).transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
        mixed = torch.softmax(scores + blocked, -1) @ split(self.value)
        x = self.first(x + self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.second(x + self.down(nn.functional.gelu(self.up(x))))


class Encoder(nn.Module):
    """The network from texts, as token numbers (batch, length) and a mask, to unit vectors (batch, 384)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(TOKENS, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, tokens: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The vectors (batch, 384)."""
        places = torch.arange(tokens.shape[1], device=tokens.device)
        x = self.norm(self.words(tokens) + self.positions(places) + self.kind)
        blocked = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, blocked)
        weight = mask[:, :, None].to(x.dtype)
        mean = (x * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
        return nn.functional.normalize(mean, dim=1)


def load(folder: Path) -> tuple[Encoder, Tokenizer]:
    """The encoder with the published weights (``model.safetensors``), and the tokenizer, from a folder."""
    published = load_file(folder / "model.safetensors")
    published = {key.removeprefix("bert."): value for key, value in published.items()}
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "first": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "second": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{layer}.{ours}.{kind}"] = f"encoder.layer.{layer}.{theirs}.{kind}"
    state = {ours: published[theirs] for ours, theirs in names.items()}
    state["kind"] = published["embeddings.token_type_embeddings.weight"][0]
    encoder = Encoder()
    encoder.load_state_dict(state)
    return encoder, tokenizer_of(folder / "tokenizer.json")


def tokenizer_of(path: Path) -> Tokenizer:
    """The tokenizer in a file; it cuts at ``LONGEST`` and pads each batch to its longest text."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    return tokenizer


def batch_of(tokenizer: Tokenizer, texts: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
    """The token numbers and the mask of texts, each (batch, length)."""
    encoded = tokenizer.encode_batch(texts)
    return torch.tensor([text.ids for text in encoded]), torch.tensor([text.attention_mask for text in encoded])


@torch.no_grad()
def embed(encoder: Encoder, tokenizer: Tokenizer, texts: list[str], size: int = 64) -> torch.Tensor:
    """The vectors of texts (texts, 384), computed in batches of similar length."""
    encoder.eval()
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    vectors = torch.zeros(len(texts), WIDTH)
    for start in range(0, len(order), size):
        rows = order[start : start + size]
        vectors[rows] = encoder(*batch_of(tokenizer, [texts[i] for i in rows]))
    return vectors

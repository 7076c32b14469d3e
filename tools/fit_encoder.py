"""Fit the encoder to the language of business owners: texts on one theme move together, whatever the trade.

Supervised contrastive loss over themes (Khosla et al., NeurIPS 2020, eq. 2) on theme-balanced batches; all layers
are trained and the embeddings are frozen. The weights of several seeds are averaged. Run it in an environment with the
CPU build of torch, safetensors and tokenizers:

    python tools/fit_encoder.py BASE OUT.pt [--seeds 2] [--authors abcde]
"""

import argparse
import random
import time
from collections import defaultdict
from pathlib import Path

import corpus
import torch
from encoder import Encoder, batch_of, load

TEMPERATURE, RATE, EPOCHS = 0.07, 1e-4, 6
THEMES, EACH = 32, 4
#: The longest text in training, in word pieces: a batch is as long as its longest text.
CUT = 48


def contrastive(vectors: torch.Tensor, themes: torch.Tensor) -> torch.Tensor:
    """The loss that pulls together texts that share a theme and pushes apart those that do not."""
    scores = vectors @ vectors.T / TEMPERATURE
    itself = torch.eye(len(themes), dtype=torch.bool)
    same = (themes[:, None] == themes[None]) & ~itself
    odds = scores - torch.logsumexp(scores.masked_fill(itself, -1e9), 1, keepdim=True)
    return -((odds * same).sum(1) / same.sum(1)).mean()


def batches(by_theme: dict[int, list[str]], chance: random.Random) -> list[tuple[list[str], list[int]]]:
    """One epoch, cut into batches of ``EACH`` texts from each of ``THEMES`` themes."""
    queues = {theme: chance.sample(texts, len(texts)) for theme, texts in by_theme.items()}
    cut = []
    while sum(len(queue) >= EACH for queue in queues.values()) >= THEMES:
        ready = [theme for theme, queue in queues.items() if len(queue) >= EACH]
        ready.sort(key=lambda theme: (-len(queues[theme]), chance.random()))
        texts, labels = [], []
        for theme in ready[:THEMES]:
            texts += [queues[theme].pop() for _ in range(EACH)]
            labels += [theme] * EACH
        cut.append((texts, labels))
    chance.shuffle(cut)
    return cut


def fit(base: Path, examples: list[corpus.Answer], seed: int) -> Encoder:
    """An encoder fitted once from the base weights."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    encoder, tokenizer = load(base)
    tokenizer.enable_truncation(CUT)
    for frozen in (encoder.words, encoder.positions):
        frozen.requires_grad_(False)
    names = {name: number for number, name in enumerate(sorted({example.theme for example in examples}))}
    by_theme = defaultdict(list)
    for example in examples:
        by_theme[names[example.theme]].append(example.text)
    trained = [value for value in encoder.parameters() if value.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)
    steps = EPOCHS * len(batches(by_theme, random.Random(seed)))
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    started = time.monotonic()
    for epoch in range(EPOCHS):
        encoder.train()
        total, count = 0.0, 0
        for texts, labels in batches(by_theme, chance):
            loss = contrastive(encoder(*batch_of(tokenizer, texts)), torch.tensor(labels))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            schedule.step()
            total, count = total + float(loss.detach()), count + 1
        seconds = time.monotonic() - started
        print(f"seed {seed} epoch {epoch + 1}: loss {total / count:.3f}, {seconds:.0f} s", flush=True)
    return encoder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--authors", default="abcde")
    options = parser.parse_args()
    examples = corpus.answers(*options.authors) + corpus.prototypes()
    states = [fit(options.base, examples, seed).state_dict() for seed in range(options.seeds)]
    mean = {key: torch.stack([state[key] for state in states]).mean(0) for key in states[0]}
    torch.save(mean, options.out)


if __name__ == "__main__":
    main()

"""Write the fitted encoder as ONNX with int8 weights (one scale per channel), and print how far it deviates.

python tools/export_encoder.py BASE FITTED.pt OUT_FOLDER
"""

import argparse
import hashlib
import shutil
import tempfile
from pathlib import Path

import corpus
import numpy as np
import torch
from encoder import batch_of, embed, load, tokenizer_of

from ok_match.similarity.encoder.quiet_runtime import quiet_runtime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("fitted", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    runtime = quiet_runtime()
    from onnxruntime.quantization import QuantType, quantize_dynamic

    encoder, _ = load(options.base)
    encoder.load_state_dict(torch.load(options.fitted))
    encoder.eval()
    tokenizer = tokenizer_of(options.base / "tokenizer.json")
    tokens, mask = batch_of(tokenizer, ["one short text", "and a text that is somewhat longer"])
    model = options.out / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            encoder,
            (tokens, mask),
            str(whole),
            input_names=["tokens", "mask"],
            output_names=["vectors"],
            dynamic_axes={
                "tokens": {0: "texts", 1: "length"},
                "mask": {0: "texts", 1: "length"},
                "vectors": {0: "texts"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, model, weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(options.base / "tokenizer.json", options.out / "tokenizer.json")
    session = runtime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    texts = [answer.text for answer in corpus.answers("a")[:200]]
    exact = embed(encoder, tokenizer, texts).numpy()
    small = np.vstack(
        [
            session.run(None, {"tokens": t.numpy(), "mask": m.numpy()})[0]
            for t, m in (batch_of(tokenizer, [text]) for text in texts)
        ]
    )
    print(f"cosine of exact and int8 vectors: mean {np.mean((exact * small).sum(1)):.4f}")
    for file in (model, options.out / "tokenizer.json"):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        print(f"{digest}  {file.name}  {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

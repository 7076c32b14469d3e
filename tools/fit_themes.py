"""Fit the classifier of the theme space on the shipped text model; write theme_space.npz and examples.tsv.

Run it with the package installed and the text model in its place:

    python tools/fit_themes.py
"""

import corpus
import numpy as np

from ok_match.similarity.themes.refit import EXAMPLES, TEMPERATURE, fit_themes
from ok_match.similarity.themes.theme_space import HERE, shipped_themes


def main() -> None:
    themes = shipped_themes()
    keys = [theme["key"] for theme in themes]
    known = [(answer.theme, answer.text) for answer in corpus.answers(*corpus.AUTHORS)]
    known += [("", text) for text in corpus.nothings()]
    EXAMPLES.write_text("theme\ttext\n" + "".join(f"{key}\t{text}\n" for key, text in known), "utf-8")
    examples = [(phrase, number) for number, theme in enumerate(themes) for phrase in theme["phrases"]]
    examples += [(text, keys.index(key) if key else len(keys)) for key, text in known]
    fit = fit_themes(examples, len(keys))
    np.savez_compressed(
        HERE / "theme_space.npz",
        weights=fit.weights.astype(np.float32),
        bias=fit.bias.astype(np.float32),
        temperature=np.float64(TEMPERATURE),
        examples=fit.examples,
        starts=fit.starts,
    )
    print(f"{len(examples)} examples, {len(keys)} themes")


if __name__ == "__main__":
    main()

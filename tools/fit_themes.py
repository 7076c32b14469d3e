"""Fit the classifier of the theme space on the shipped text model, and write theme_space.npz.

Multinomial logistic regression on the vectors of all examples, prototypes and answers about nothing; run it with the
package installed, after the text model is in its place:

    python tools/fit_themes.py [--authors abcdefgo] [--temperature T]
"""

import argparse
import tomllib

import corpus
import numpy as np
from sklearn.linear_model import LogisticRegression

from ok_match.similarity import theme_space
from ok_match.similarity.text_model import embed

REGULARISATION = 10.0
TEMPERATURE = 0.85


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--authors", default="".join(corpus.AUTHORS))
    parser.add_argument("--temperature", type=float, default=TEMPERATURE)
    options = parser.parse_args()
    themes = tomllib.loads((theme_space.HERE / "themes.toml").read_text("utf-8"))["themes"]
    keys = [theme["key"] for theme in themes]
    examples = [(one.text, keys.index(one.theme)) for one in corpus.answers(*options.authors)]
    examples += [(phrase, number) for number, theme in enumerate(themes) for phrase in theme["phrases"]]
    examples += [(text, len(keys)) for text in corpus.nothings()]
    vectors = embed([text for text, _ in examples])
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    model.fit(vectors, [label for _, label in examples])
    np.savez_compressed(
        theme_space.HERE / "theme_space.npz",
        weights=model.coef_.T.astype(np.float32),
        bias=model.intercept_.astype(np.float32),
        temperature=np.float64(options.temperature),
    )
    print(
        f"{len(examples)} examples, {len(keys)} themes, right on {model.score(vectors, [n for _, n in examples]):.1%}"
    )


if __name__ == "__main__":
    main()

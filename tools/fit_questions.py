"""Fit the classifier of questions on the shipped text model; write questions.npz.

Run it with the package installed and the text model in its place. It prints the accuracy in cross-validation:

    python tools/fit_questions.py
"""

from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from ok_match.similarity.classifiers.questions import FITTED, features, words_of

QUESTIONS = Path(__file__).parent / "corpus" / "questions.txt"
REGULARISATION = 25.0


def read() -> list[tuple[str, str]]:
    """The questions of the corpus, each after its field."""
    questions, field = [], ""
    for line in filter(None, map(str.strip, QUESTIONS.read_text("utf-8").splitlines()[1:])):
        if line.startswith("["):
            field = line.strip("[]")
        else:
            questions.append((field, line))
    return questions


def main() -> None:
    known = read()
    fields = sorted({field for field, _ in known})
    labels = np.array([fields.index(field) for field, _ in known])
    vocabulary = sorted(set().union(*(words_of(text) for _, text in known)))
    seen = features([text for _, text in known], vocabulary)
    model = LogisticRegression(C=REGULARISATION, max_iter=2000)
    folds = StratifiedKFold(7, shuffle=True, random_state=0)
    odds = cross_val_predict(model, seen, labels, cv=folds, method="predict_proba")
    right, sure = odds.argmax(1) == labels, odds.max(1)
    print(f"{len(known)} questions, {len(fields)} fields; left out: {right.mean():.0%} right")
    for gate in (0.4, 0.5, 0.6, 0.7, 0.8):
        print(f"at {gate:.0%} and more: {(sure >= gate).mean():.0%} of them, {right[sure >= gate].mean():.0%} right")
    model.fit(seen, labels)
    np.savez_compressed(
        FITTED,
        fields=np.array(fields),
        vocabulary=np.array(vocabulary),
        weights=model.coef_.T.astype(np.float16),
        bias=model.intercept_.astype(np.float32),
    )


if __name__ == "__main__":
    main()

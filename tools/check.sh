#!/usr/bin/env bash
# Decides whether a change lands. Two lanes run side by side, since a suite uses one core:
#
#   one:  the README's test command as written, in a clean copy, on the oldest supported Python; lint and types; the
#         built wheel alone
#   two:  the source distribution's own tests, unpacked elsewhere, on the newest supported Python; the lowest declared
#         versions of all dependencies
#
# So the whole suite runs twice: once in the way of the README, once in the way of a packager. The lowest versions get a
# part of it (PART), which goes through every library; what is compared to the byte is left out, because bytes are only
# promised for one version of the libraries. Each step prints what it said when it has ended. Libraries are installed
# without compiling all of their modules beforehand, which takes as long as the rest of the installation; but for the
# lowest versions, whose sources give warnings when they are compiled.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
PART=(
  tests/intake tests/model tests/similarity tests/season
  tests/cli/test_use.py tests/cli/test_init.py tests/cli/test_explain.py tests/laws/test_score_laws.py
)

# The Pythons that pyproject.toml names, oldest first.
supported() { sed -n 's/.*"Programming Language :: Python :: \(3\.[0-9]*\)".*/\1/p' "$root/pyproject.toml"; }
# The path of a Python that runs and can make environments: on the path, or among pyenv's.
python_of() {
  local candidate
  for candidate in $(type -ap "python$1" python3) "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1".*/bin/python3; do
    "$candidate" -c "import ensurepip, sys, venv; sys.exit('%d.%d' % sys.version_info[:2] != '$1')" 2>/dev/null || continue
    echo "$candidate"
    return
  done
}
# The command in the first code block below a marker of the README.
readme_command() { awk -v mark="<!-- $1 -->" '$0 == mark { on = 1 } on && /^```$/ { exit } on && !/^```|^<!--/' README.md; }
# Runs a step, and prints its title, the time it took, and all that it said.
step() {
  local log="$work/$2.log" code=0
  SECONDS=0
  # In a process of its own, where the first command that fails ends the step.
  (set -euo pipefail; "$2") >"$log" 2>&1 &
  wait $! || code=$?
  { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; cat "$log"; } >"$log.whole"
  cat "$log.whole"
  test "$code" = 0 || { printf '\n== FAILED: %s\n' "$1"; return 1; }
}

readme_tests() {
  git clone --quiet "$root" "$work/copy" 2>/dev/null || cp -R "$root" "$work/copy"
  cd "$work/copy"
  rm -rf .venv
  mkdir "$work/bin"
  printf '#!/bin/sh\nexec "%s" "$@"\n' "$oldest" >"$work/bin/python3"
  chmod +x "$work/bin/python3"
  readme_command test | tee /dev/stderr | PATH="$work/bin:$PATH" bash -euo pipefail
}

lint_and_types() {
  cd "$work/copy"
  .venv/bin/pip install --quiet --editable '.[dev]'
  .venv/bin/ruff check .
  .venv/bin/ruff format --check .
  .venv/bin/mypy
}

wheel_alone() {
  (cd "$work/copy" && .venv/bin/python -m build --wheel --outdir "$work/wheel" . >/dev/null)
  "$oldest" -m venv "$work/user"
  "$work/user/bin/pip" install --quiet --no-compile "$work"/wheel/*.whl
  cd "$work"
  user/bin/ok-match --help
  user/bin/ok-match match "$root/data/samples/google-forms.csv" --program "$root/data/samples/program.toml" | head -n 12
  user/bin/ok-match match "$root/data/samples/microsoft-forms.xlsx" --format json --output record.json
  test -s record.json
}

sdist_tests() {
  git clone --quiet "$root" "$work/source" 2>/dev/null || cp -R "$root" "$work/source"
  "$newest" -m venv "$work/packager"
  "$work/packager/bin/pip" install --quiet 'build>=1.2'
  "$work/packager/bin/python" -m build --sdist --outdir "$work/sdist" "$work/source" >/dev/null
  mkdir "$work/unpacked"
  tar -xzf "$work"/sdist/*.tar.gz -C "$work/unpacked" --strip-components=1
  rm -rf "$work/source"
  cd "$work/unpacked"
  "$work/packager/bin/pip" install --quiet --no-compile --editable '.[test]'
  "$work/packager/bin/python" -m pytest
}

lowest_versions() {
  cd "$work/unpacked"
  "$oldest" -m venv "$work/lowest"
  "$oldest" - >"$work/lowest.txt" <<'PYTHON'
import tomllib

with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)["project"]
for bound in project["dependencies"] + project["optional-dependencies"]["test"]:
    print(bound.replace(">=", "==", 1))
PYTHON
  paste -sd ' ' "$work/lowest.txt"
  "$work/lowest/bin/pip" install --quiet --editable '.[test]' --constraint "$work/lowest.txt"
  "$work/lowest/bin/python" -m pytest "${PART[@]}"
}

lane_one() {
  step "the README's test command, in a clean copy, on Python $first" readme_tests
  step "lint and types" lint_and_types
  step "the wheel, in an environment of its own, on Python $first" wheel_alone
}
lane_two() {
  step "the source distribution's own tests, on Python $last" sdist_tests
  step "a part of the tests with the lowest versions, on Python $first" lowest_versions
}

first="" last="" oldest="" newest=""
for version in $(supported); do
  python=$(python_of "$version")
  echo "Python $version: ${python:-not found}"
  test -n "$python" || continue
  last=$version newest=$python
  test -n "$first" || first=$version oldest=$python
done
test -n "$first" || { echo "No supported Python was found."; exit 1; }
echo "Run on the oldest and the newest found: Python $first and Python $last."

lane_one & one=$!
lane_two & two=$!
failed=0
wait "$one" || failed=1
wait "$two" || failed=1
test "$failed" = 0
printf '\n== done\n'

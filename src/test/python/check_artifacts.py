#!/usr/bin/env python3
"""Do public readers accept our artifacts? Give the target folder(s) of a run; needs dbt-artifacts-parser from PyPI."""

import json
import pathlib
import sys

from dbt_artifacts_parser.parser import parse_manifest_v12, parse_run_results_v6

READERS = {"manifest.json": parse_manifest_v12, "run_results.json": parse_run_results_v6}


def read(path):
    with path.open(encoding="utf-8") as file:
        return json.load(file)


def dangling(manifest, results):
    """Ids of results that the manifest does not know, and edges that lead nowhere."""
    known = set(manifest["nodes"]) | set(manifest["sources"]) | set(manifest["exposures"])
    missing = {result["unique_id"] for result in results["results"]} - known
    for edges in (manifest["parent_map"], manifest["child_map"]):
        missing |= set(edges) - known
        missing |= {end for ends in edges.values() for end in ends} - known
    return sorted(missing)


def check(folder):
    problems = []
    for name, reader in READERS.items():
        path = folder / name
        if not path.is_file():
            problems.append(f"{path}: there is none")
            continue
        try:
            reader(read(path))
        except ValueError as refused:  # pydantic's refusals are ValueErrors
            problems.append(f"{path}: {refused}")
    if not problems:
        ids = dangling(read(folder / "manifest.json"), read(folder / "run_results.json"))
        problems += [f"{folder}: {unknown} is in no list of manifest.json" for unknown in ids]
    return problems


def main(folders):
    if not folders:
        print("usage: check_artifacts.py TARGET_FOLDER...", file=sys.stderr)
        return 2
    problems = [problem for folder in folders for problem in check(pathlib.Path(folder))]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(folders)} folder(s) checked, {len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

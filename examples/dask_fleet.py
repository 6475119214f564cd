"""Checks a fleet on the workers of Dask: `dask_fleet.py FOLDER [PARTITIONS]`.

Every worker judges some of the files. What streams claim comes back with the findings as plain data, without the texts, and is
compared once. Prints the document that `rung check --no-config --format json FOLDER` prints, and ends with the same code.

    pip install rung distributed
    dask_fleet.py channels/
"""

import json
import pathlib
import sys

from distributed import Client, LocalCluster

import rung


def judge(paths: list[str], files: dict[str, str]) -> dict[str, object]:
    """Runs on a worker. Paths are of a disk that all workers see; texts from elsewhere do as well."""
    return rung.part([(path, pathlib.Path(path).read_bytes()) for path in paths], files=files)


def main(folder: str, partitions: int = 16) -> int:
    paths = sorted((str(path) for pattern in ("*.yaml", "*.yml") for path in pathlib.Path(folder).rglob(pattern)), key=str.encode)
    # What others extend: small, and sent to every worker.
    bases = {path: pathlib.Path(path).read_text() for path in paths if "base" in pathlib.Path(path).name}
    size = -(-len(paths) // partitions) or 1
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        shared = client.scatter(bases, broadcast=True)
        parts = [client.submit(judge, paths[start : start + size], shared) for start in range(0, len(paths), size)]
        # In the order of the paths: of two streams that clash, the finding is in the second.
        report = rung.merge(client.gather(parts))
    print(json.dumps(report.document, indent=2, ensure_ascii=False))
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:3])))

"""Writes those lines of posts.jsonl that are posts as Parquet, in several files.

as_parquet.py posts.jsonl FOLDER
"""

import json
import sys
from itertools import islice
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

SCHEMA = pa.schema(
    [("id", pa.int64())]
    + [(name, pa.string()) for name in ("text", "title", "url", "language", "published", "source")]
)


def main() -> None:
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    # Those of a run with more posts would be read as well.
    for part in folder.glob("part-*.parquet"):
        part.unlink()
    with open(sys.argv[1], encoding="utf-8", errors="replace") as file:
        # Only posts name their source; every bad record is something else.
        posts = (json.loads(line) for line in file if '"source"' in line)
        number = 0
        while rows := list(islice(posts, 50_000)):
            table = pa.Table.from_pylist(rows, schema=SCHEMA)
            parquet.write_table(table, folder / f"part-{number}.parquet")
            number += 1


main()

"""Says whether a job's datasets are what one machine made of the same posts; exit code 1 if not.

compare.py lines TAGGED.jsonl OUTPUT     every line that `earshot tag` answered, to the byte
compare.py trends TRENDS.json OUTPUT     every figure of `earshot trends` that both have
compare.py same OUTPUT OTHER             two jobs' datasets
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from pyarrow import parquet

TONES = ["positive", "neutral", "negative", "mixed", "undecided"]
NUMBER = re.compile(r'^\{"error":"line \d+: ')


def without_number(line: str) -> str:
    """An error without the number of its line, which is another one in each partition."""
    return NUMBER.sub('{"error":"', line)


def column(folder: Path, name: str) -> list:
    return parquet.read_table(folder, columns=[name]).column(name).to_pylist()


def tagged_lines(output: Path) -> Counter:
    """Each line as often as there were records of its id."""
    lines: Counter = Counter()
    for line, copies in zip(column(output / "tagged", "line"), column(output / "tagged", "copies")):
        lines[without_number(line)] += copies
    return lines


def compare_lines(lines: Path, output: Path) -> list[str]:
    expected: Counter = Counter()
    with lines.open(encoding="utf-8") as file:
        for line in file:
            expected[without_number(line.rstrip("\n"))] += 1
    found = tagged_lines(output)
    print(f"lines: {expected.total()} on one machine, {found.total()} on Spark")
    return [f"only on one machine: {line[:200]}" for line in (expected - found)][:5] + [
        f"only on Spark: {line[:200]}" for line in (found - expected)
    ][:5]


class Table:
    """Rows of a trend table, by what they are counted by."""

    def __init__(self, output: Path, name: str, *keys: str) -> None:
        files = sorted((output / "trends" / name).glob("part-*.json"))
        rows = [json.loads(line) for file in files for line in file.read_text().splitlines()]
        self.rows = {tuple(row[key] for key in keys): row for row in rows}
        assert len(self.rows) == len(rows), f"{name} has a row twice"

    def get(self, *key: object, column: str = "mentions") -> object:
        return self.rows.get(key, {}).get(column, 0 if column in ["mentions", *TONES] else None)


def figures(trends: dict, output: Path) -> list[tuple[str, object, object]]:
    """Every figure that both have: its name, here and there."""
    found: list[tuple[str, object, object]] = []
    days = trends["period"]["days"]
    totals = Table(output, "totals").rows[()]
    found.append(("totals", trends["totals"]["counts"]["mentions"], totals["mentions"]))
    assert totals["spam_left_out"] > 0, "the posts have no spam that could be left out"
    assert {"own", "competitor", "topic"} <= {brand["kind"] for brand in trends["brands"]}
    found.append(("spam", trends["totals"]["spam_left_out"], totals["spam_left_out"]))
    whole = Table(output, "brands", "brand")
    daily = Table(output, "brands_daily", "brand", "day")
    assert {day for _, day in daily.rows} == set(days), "the days of the period differ"
    assert len(whole.rows) == len(trends["brands"]), "the brands differ"
    for brand in trends["brands"]:
        id = brand["id"]
        for key in ["name", "kind", "market"]:
            found.append((f"{id} {key}", brand.get(key), whole.get(id, column=key)))
        found.append((id, brand["counts"]["mentions"], whole.get(id)))
        for tone in TONES:
            found.append(
                (f"{id} {tone}", brand["tone"][tone]["mentions"], whole.get(id, column=tone))
            )
        for ratio in ["net_sentiment", "share_of_voice"]:
            here = brand.get(ratio, {}).get("mentions")
            found.append((f"{id} {ratio}", here, whole.get(id, column=ratio)))
        net = {day["day"]: day["value"].get("mentions") for day in brand["daily_net_sentiment"]}
        for index, day in enumerate(days):
            found.append((f"{id} {day}", brand["daily"]["mentions"][index], daily.get(id, day)))
            found.append(
                (f"{id} {day} net", net.get(day), daily.get(id, day, column="net_sentiment"))
            )
            for tone in TONES:
                here = brand["daily_tone"][tone]["mentions"][index]
                found.append((f"{id} {day} {tone}", here, daily.get(id, day, column=tone)))
    for key, name in [("category", "categories"), ("source", "sources"), ("language", "languages")]:
        table = Table(output, f"{name}_daily", key, "day")
        assert {id for id, _ in table.rows} == {series["id"] for series in trends[name]}, name
        for series in trends[name]:
            for index, day in enumerate(days):
                here = series["daily"]["mentions"][index]
                found.append((f"{name} {series['id']} {day}", here, table.get(series["id"], day)))
    weeks = Table(output, "weeks", "week", "brand")
    for week in trends["weeks"]:
        for share in week["shares"]:
            key = (week["week"], share["brand"])
            found.append((f"{key}", share["counts"]["mentions"], weeks.get(*key)))
            here = share["share_of_voice"].get("mentions")
            found.append((f"{key} share", here, weeks.get(*key, column="share_of_voice")))
    hours = Table(output, "hours", "weekday", "hour")
    for row in trends["hours"]:
        for hour, count in enumerate(row["mentions"]):
            key = (row["weekday"], hour)
            found.append((f"weekday and hour {key}", count, hours.get(*key)))
    return found


def compare_trends(trends: Path, output: Path) -> list[str]:
    found = figures(json.loads(trends.read_text()), output)
    print(f"trends: {len(found)} figures, {sum(bool(here) for _, here, _ in found)} not zero")
    return [
        f"{name}: {here} in the report, {there} on Spark"
        for name, here, there in found
        if here != there
    ]


def compare_outputs(output: Path, other: Path) -> list[str]:
    def held(folder: Path) -> tuple:
        reasons = Counter(column(folder / "errors", "reason"))
        mentions = parquet.read_table(folder / "mentions", columns=["id", "day", "brand", "tone"])
        trends = sorted(
            (file.parent.name, file.read_text()) for file in folder.glob("trends/*/part-*.json")
        )
        return tagged_lines(folder), reasons, Counter(map(str, mentions.to_pylist())), trends

    names = ["tagged", "errors", "mentions", "trends"]
    return [f"{n} differ" for n, a, b in zip(names, held(output), held(other)) if a != b]


def main() -> int:
    what, here, there = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    compare = {"lines": compare_lines, "trends": compare_trends, "same": compare_outputs}[what]
    differences = compare(here, there)
    print("\n".join(differences[:20]) or f"{what}: equal")
    return 1 if differences else 0


sys.exit(main())

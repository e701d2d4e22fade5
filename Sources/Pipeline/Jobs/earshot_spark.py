"""Tags an archive of posts with Earshot on a Spark cluster, as one machine would, to the byte.

Made by `earshot spark --print`. Spark 3.4 or later, Python 3.9 or later, with pandas and pyarrow on
every node (`pip install "pyspark[sql]"`). `earshot` runs on the nodes and on the driver: it is
installed there, or travels with the job as an archive, as the rules do.

    spark-submit earshot_spark.py --input posts/ --output tagged/ --rules rules/

What is written below --output; every dataset is replaced as a whole, so that a job that is run
again leaves what it would have left at once:

    documents/  only of --format warc: each response, its posts or why it has none
    tagged/     each post with the line that `earshot tag` answers, as it answers it
    mentions/   each post once for each brand that it names, by day and brand
    errors/     each record that could not be tagged, and why
    trends/     totals, brands, brands_daily, categories_daily, sources_daily, languages_daily, weeks
                and hours: the tables of the trend report that need no more than tagged posts
    summary/    written last: how many records there were and what became of them

Trends count mentions: an entry that names a brand is one mention of it. What needs the archive is not
here: stories (which posts are reprints of one another), what is usual for a day, incidents,
influencers, tickets, and corrections by reviewers.
"""

from __future__ import annotations

import argparse
import atexit
import base64
import json
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F

# --- What rows hold ------------------------------------------------------------------------------

#: A post on its way: `line` is what `earshot tag` reads, `copies` how many records had its id.
POST_COLUMNS = ["source", "id", "published", "copies", "line"]

#: An answer: `input` is the beginning of a line that could not be tagged.
ANSWER_SCHEMA = (
    "source STRING, id STRING, published STRING, copies BIGINT, line STRING, input STRING"
)

DOCUMENT_SCHEMA = (
    "document STRING, error STRING, "
    "posts ARRAY<STRUCT<source: STRING, id: STRING, published: STRING, line: BINARY>>"
)

_SENTIMENT = (
    "STRUCT<label: STRING, score: DOUBLE, evidence: ARRAY<STRUCT<term: STRING, field: STRING, "
    "start: INT, `end`: INT, weight: DOUBLE, negated: BOOLEAN>>>"
)

#: What `earshot schema tag` describes; `field` is absent where a term stands in the text.
TAGS_SCHEMA = f"""
    id STRING, error STRING,
    language STRUCT<code: STRING, confidence: DOUBLE>,
    sentiment {_SENTIMENT},
    categories ARRAY<STRUCT<id: STRING, confidence: DOUBLE, evidence: ARRAY<STRUCT<
        rule: STRING, term: STRING, field: STRING, start: INT, `end`: INT>>>>,
    facets MAP<STRING, ARRAY<STRUCT<id: STRING, confidence: DOUBLE, evidence: ARRAY<STRUCT<
        rule: STRING, term: STRING, field: STRING, start: INT, `end`: INT>>>>>,
    mentions ARRAY<STRUCT<brand: STRING, form: STRING, field: STRING, start: INT, `end`: INT,
        confidence: DOUBLE, direct: BOOLEAN, sentiment: {_SENTIMENT}>>,
    severity STRING, severity_reason STRING, team STRING, team_reason STRING, spam BOOLEAN
"""

#: As `earshot parse` refuses more.
LARGEST_DOCUMENT = 10_000_000
# Days.
LONGEST_GAP = 56


class JobError(Exception):
    """What ends the job, in words for who started it."""


# --- Earshot beside a partition ------------------------------------------------------------------


@dataclass(frozen=True)
class Shipped:
    """A file or folder that each node finds in its own place."""

    path: str
    #: Under which Spark unpacked it; `None` for what is installed on every node.
    name: str | None = None

    def local(self) -> str:
        return self.path if self.name is None else SparkFiles.get(self.name)


@dataclass(frozen=True)
class Earshot:
    """The program, and the rules it tags by."""

    program: Shipped
    rules: Shipped

    def command(self, *arguments: str) -> list[str]:
        program = self.program.local()
        if self.program.name is not None:
            found = sorted(path for path in Path(program).rglob("earshot") if path.is_file())
            if not found:
                raise JobError(f"{self.program.path}: there is no file 'earshot' in it")
            program = str(found[0])
        return [program, *arguments]

    def tag(self) -> list[str]:
        return self.command("tag", "--threads", "1", "--rules", self.rules.local())

    def parse(self) -> list[str]:
        return self.command("parse", "--lines", "--threads", "1")

    def describe(self) -> dict[str, Any]:
        """Brands, time zone and hash of the rules; asked on the driver."""
        command = self.command("spark", "--describe", "--rules", self.rules.local())
        try:
            answer = subprocess.run(command, capture_output=True, check=False)
        except OSError as error:
            raise JobError(f"{command[0]}: cannot be started ({error.strerror})") from error
        if answer.returncode != 0:
            raise JobError(
                f"the rules cannot be used: {answer.stderr.decode(errors='replace').strip()}"
            )
        return dict(json.loads(answer.stdout))


class Chunk(NamedTuple):
    """Lines that go to a child together, none blank, none with a line feed in it."""

    lines: list[bytes]
    #: What they are of.
    context: Any


class Child:
    """A program that answers each line of its input with one line, in the same order.

    A thread feeds it while its answers are read, so that neither waits for the other. Memory is
    bounded by the chunks under way: three, and what two pipes hold.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the child)
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                bufsize=1 << 20,
            )
        except OSError as error:
            raise JobError(f"{command[0]}: cannot be started ({error.strerror})") from error
        self._under_way: queue.Queue[Chunk | None] = queue.Queue(maxsize=2)
        self._failure: BaseException | None = None
        self._is_given_up = threading.Event()
        self._answered = 0

    def answers(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, list[bytes]]]:
        """Each chunk with the answers to its lines, without line ends."""
        feeder = threading.Thread(target=self._feed, args=(iter(chunks),), daemon=True)
        feeder.start()
        try:
            while (chunk := self._under_way.get()) is not None:
                yield chunk, [self._answer() for _ in chunk.lines]
            feeder.join()
            self._finish()
        finally:
            # Reached early when the task is cancelled, or has failed.
            self._is_given_up.set()
            self._process.kill()
            self._process.wait()
            self._errors.close()

    def _feed(self, chunks: Iterator[Chunk]) -> None:
        assert self._process.stdin is not None
        try:
            for chunk in chunks:
                if not self._put(chunk):
                    return
                if chunk.lines:
                    self._process.stdin.write(b"\n".join(chunk.lines) + b"\n")
                    self._process.stdin.flush()
            self._process.stdin.close()
        except BrokenPipeError:
            pass  # The child has ended; who reads its answers tells how.
        except BaseException as error:  # noqa: BLE001 (raised again by who reads the answers)
            self._failure = error
            self._process.kill()
        self._put(None)

    def _put(self, chunk: Chunk | None) -> bool:
        while not self._is_given_up.is_set():
            try:
                self._under_way.put(chunk, timeout=1)
                return True
            except queue.Full:
                continue
        return False

    def _answer(self) -> bytes:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.endswith(b"\n"):
            raise self._ended("before it had answered every line")
        self._answered += 1
        return line[:-1]

    def _finish(self) -> None:
        assert self._process.stdout is not None
        if self._failure is not None:
            raise self._failure
        if self._process.stdout.read(1):
            raise JobError(f"{self._name} answered more lines than it was asked")
        if self._process.wait() != 0:
            raise self._ended("after its last answer")

    @property
    def _name(self) -> str:
        return " ".join(["earshot", *self._command[1:2]])

    def _ended(self, when: str) -> BaseException:
        code = self._process.wait()
        if self._failure is not None:
            return self._failure
        how = f"exit code {code}" if code >= 0 else f"signal {-code}"
        self._errors.seek(0, 2)
        self._errors.seek(max(0, self._errors.tell() - 4_000))
        said = self._errors.read().decode(errors="replace").strip() or "nothing"
        return JobError(
            f"{self._name} ended with {how} {when}, after {self._answered} lines of this partition; "
            f"on standard error: {said}"
        )


# --- What the nodes do ---------------------------------------------------------------------------


def tagging(earshot: Earshot) -> Any:
    """What tags the posts of a partition: of Arrow batches makes Arrow batches."""

    def tag(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        chunks = (Chunk(batch.column("line").to_pylist(), batch) for batch in batches)
        for (lines, batch), answers in Child(earshot.tag()).answers(chunks):
            inputs = [
                line[:200].decode(errors="replace") if answer.startswith(b'{"error":') else None
                for line, answer in zip(lines, answers)
            ]
            columns = [batch.column(name) for name in POST_COLUMNS[:-1]]
            columns += [
                pa.array(answers, pa.binary()).cast(pa.string()),
                pa.array(inputs, pa.string()),
            ]
            yield pa.RecordBatch.from_arrays(columns, names=[*POST_COLUMNS, "input"])

    return tag


def parsing(earshot: Earshot, kind: str) -> Any:
    """What reads the WARC files of a partition: of batches of their paths makes batches of documents."""

    def parse(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        paths = (path for batch in batches for path in batch.column("path").to_pylist())
        records = (record for path in paths for record in warc_records(path))
        chunks = (Chunk([] if record.error else [record.line(kind)], record) for record in records)
        for (_, record), answers in Child(earshot.parse()).answers(chunks):
            error, posts = record.error, []
            if answers:
                answer = json.loads(answers[0])
                error = answer.get("error")
                posts = [post_of(entry, record.url) for entry in answer.get("entries", [])]
            yield pa.RecordBatch.from_pylist(
                [{"document": record.name, "error": error, "posts": posts}], schema=DOCUMENT_ARROW
            )

    return parse


DOCUMENT_ARROW = pa.schema(
    [
        ("document", pa.string()),
        ("error", pa.string()),
        (
            "posts",
            pa.list_(
                pa.struct(
                    [
                        ("source", pa.string()),
                        ("id", pa.string()),
                        ("published", pa.string()),
                        ("line", pa.binary()),
                    ]
                )
            ),
        ),
    ]
)


@dataclass(frozen=True)
class WarcDocument:
    """A response of a web crawl, or why there is none."""

    #: The file and the record's place in it.
    name: str
    url: str = ""
    content_type: str = ""
    body: bytes = b""
    error: str | None = None

    def line(self, kind: str) -> bytes:
        """What `earshot parse --lines` reads."""
        if kind == "auto":
            kind = "page" if "html" in self.content_type.lower() else "feed"
        body = base64.b64encode(self.body).decode("ascii")
        document = {"id": self.name, "url": self.url, "kind": kind, "body": body}
        if self.content_type:
            document["content_type"] = self.content_type
        return json.dumps(document).encode()


def warc_records(path: str) -> Iterator[WarcDocument]:
    """The responses of a WARC file (ISO 28500), one at a time; what cannot be read is told as one."""
    try:
        from pyarrow.fs import FileSystem
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise JobError(f"--format warc needs pyarrow and warcio on every node ({error})") from error

    number = 0
    try:
        # Spark's names for Amazon's storage are Hadoop's.
        system, place = FileSystem.from_uri(path.replace("s3a://", "s3://", 1))
        with system.open_input_stream(place, compression=None) as stream:
            for record in ArchiveIterator(stream):
                number += 1
                if record.rec_type == "response" and record.http_headers is not None:
                    yield warc_document(f"{path}#{number}", record)
    except Exception as error:  # noqa: BLE001 (the file is damaged or gone; the others are not)
        yield WarcDocument(f"{path}#{number + 1}", error=f"the file cannot be read on: {error}")


def warc_document(name: str, record: Any) -> WarcDocument:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    status = record.http_headers.get_statuscode()
    if status != "200":
        return WarcDocument(name, url, error=f"the answer was {status}")
    body = record.content_stream().read(LARGEST_DOCUMENT + 1)
    if len(body) > LARGEST_DOCUMENT:
        return WarcDocument(name, url, error=f"the document has more than {LARGEST_DOCUMENT} bytes")
    content_type = record.http_headers.get_header("Content-Type") or ""
    return WarcDocument(name, url, content_type, body)


def post_of(entry: dict[str, Any], url: str) -> dict[str, Any]:
    """A post out of an entry that `earshot parse` printed; its source is the document's host."""
    names = [author["name"] for author in entry.get("authors", []) if author.get("name")]
    published = entry.get("published") or entry.get("updated")
    post = {
        "id": entry["id"],
        "text": entry.get("text") or "",
        "title": entry.get("title"),
        "url": entry.get("link"),
        "language": entry.get("language"),
        "author": names[0] if names else None,
        "published": published,
    }
    stated = {name: value for name, value in post.items() if value is not None}
    line = json.dumps(stated, ensure_ascii=False).encode()
    return {
        "source": urlsplit(url).hostname,
        "id": entry["id"],
        "published": published,
        "line": line,
    }


# --- From the input to posts ---------------------------------------------------------------------


def json_lines(spark: SparkSession, path: str) -> DataFrame:
    """Lines as they stand: what `earshot tag` reads here is what it would read there."""
    # Lone carriage returns end no line.
    lines = spark.read.text(path, lineSep="\n").where(~F.col("value").rlike(r"\A[ \t]*\r?\z"))
    head = F.from_json("value", "source STRING, id STRING, published STRING")
    return lines.select(
        head["source"].alias("source"),
        head["id"].alias("id"),
        head["published"].alias("published"),
        F.col("value").cast("binary").alias("line"),
    )


def parquet_rows(spark: SparkSession, path: str) -> DataFrame:
    """Rows with the columns id and text, and maybe more of what `earshot tag` reads."""
    rows = spark.read.parquet(path)
    types = dict(rows.dtypes)
    if missing := [name for name in ("id", "text") if name not in types]:
        raise JobError(
            f"{path}: there is no column {missing[0]}; there are {', '.join(rows.columns)}"
        )
    if types["id"] not in ("string", "tinyint", "smallint", "int", "bigint"):
        raise JobError(f"{path}: id is of type {types['id']}; make it a string or a whole number")

    def text(name: str) -> Column:
        if types.get(name, "").startswith("timestamp"):
            return F.date_format(name, "yyyy-MM-dd'T'HH:mm:ss'Z'")
        return F.col(name).cast("string") if name in types else F.lit(None).cast("string")

    known = ("text", "title", "url", "language", "author", "source", "published")
    names = [name for name in known if name in types]
    line = F.to_json(F.struct(F.col("id"), *[text(name).alias(name) for name in names]))
    return rows.select(
        text("source").alias("source"),
        F.col("id").cast("string").alias("id"),
        text("published").alias("published"),
        line.cast("binary").alias("line"),
    )


def warc_documents(spark: SparkSession, path: str, earshot: Earshot, kind: str) -> DataFrame:
    # Spark reads the content of binary files only where that column is asked for.
    files = spark.read.format("binaryFile").load(path).select("path")
    count = files.count()
    if count == 0:
        raise JobError(f"{path}: there are no files")
    # A file is read from its beginning to its end, so each has a task of its own.
    spread = files.repartition(count)
    return spread.mapInArrow(parsing(earshot, kind), DOCUMENT_SCHEMA)


def stated_moment() -> Column:
    """When a post says that it was published; null for what Spark cannot read."""
    return F.expr("try_cast(published AS TIMESTAMP)")


def each_once(posts: DataFrame, partitions: int, ids_are_unique: bool) -> DataFrame:
    """One post for each source and id: the one published last, of those the greatest line.

    `copies` says how many there were. A record whose id cannot be read is known by all its line.
    """
    if ids_are_unique:
        once = posts.withColumn("copies", F.lit(1).cast("bigint"))
        return (once.repartition(partitions) if partitions else once).select(POST_COLUMNS)
    strange = F.when(F.col("id").isNull(), F.col("line"))
    if partitions:
        posts = posts.repartition(partitions, "source", "id", strange)
    same = Window.partitionBy("source", "id", strange)
    latest = same.orderBy(stated_moment().desc_nulls_last(), F.col("line").desc())
    return (
        posts.withColumn("copies", F.count("*").over(same))
        .withColumn("place", F.row_number().over(latest))
        .where("place = 1")
        .select(POST_COLUMNS)
    )


# --- From answers to datasets --------------------------------------------------------------------


def with_outcome(answers: DataFrame, now: datetime, zone: str) -> DataFrame:
    """Answers with what became of them, and when they count, as in an archive that imports them.

    That is never later than now, and on no day for those of which nobody knows when they were written.
    """
    moment = F.lit(now).cast("timestamp")
    stated = stated_moment()
    unreadable = F.col("published").isNotNull() & stated.isNull()
    outcome = (
        F.when(F.col("line").startswith('{"error":'), "error")
        .when(unreadable, "error")
        .when(F.col("line").endswith(',"mentions":[]}'), "unmentioned")
        .otherwise("tagged")
    )
    said = F.when(stated.isNotNull(), F.date_trunc("second", F.least(stated, moment)))
    local = F.from_utc_timestamp("said", zone)
    return (
        answers.withColumn("outcome", outcome)
        .withColumn("said", said)
        .withColumn("day", F.date_format(local, "yyyy-MM-dd"))
    )


def mentions_of(tagged: DataFrame, zone: str) -> DataFrame:
    """Each tagged post once for each brand that it names, the brand's tone over all its places."""
    tags = tagged.where("outcome = 'tagged'").withColumn("tags", F.from_json("line", TAGS_SCHEMA))
    named = tags.withColumn(
        "brands", F.expr("array_distinct(transform(tags.mentions, m -> m.brand))")
    )
    places = F.expr("filter(tags.mentions, m -> m.brand = brand)")
    labels = F.expr("transform(places, p -> p.sentiment.label)")
    # Good and bad together are mixed; either outweighs neutral and undecided.
    tone = F.expr("""
        CASE WHEN array_contains(labels, 'mixed') THEN 'mixed'
            WHEN array_contains(labels, 'positive') AND array_contains(labels, 'negative')
            THEN 'mixed'
            WHEN array_contains(labels, 'negative') THEN 'negative'
            WHEN array_contains(labels, 'positive') THEN 'positive'
            WHEN array_contains(labels, 'neutral') THEN 'neutral'
            ELSE 'undecided' END
        """)
    local = F.from_utc_timestamp("said", zone)
    return (
        named.withColumn("brand", F.explode("brands"))
        .withColumn("places", places)
        .withColumn("labels", labels)
        .select(
            "source",
            "id",
            "said",
            F.hour(local).alias("hour"),
            tone.alias("tone"),
            "brands",
            F.col("places").alias("mentions"),
            "tags.language",
            "tags.sentiment",
            "tags.categories",
            "tags.facets",
            "tags.severity",
            "tags.severity_reason",
            "tags.team",
            "tags.team_reason",
            "tags.spam",
            "day",
            "brand",
        )
    )


def errors_of(tagged: DataFrame) -> DataFrame:
    """Reasons without the number of a line, which tells nothing of a line in the middle of a file."""
    reason = F.regexp_replace(F.get_json_object("line", "$.error"), r"\Aline \d+: ", "")
    unread = F.concat(
        F.lit("'published': '"), "published", F.lit("' is no time that Spark can read")
    )
    return tagged.where("outcome = 'error'").select(
        "source",
        "id",
        F.lit("tag").alias("stage"),
        F.coalesce(reason, unread).alias("reason"),
        F.coalesce("input", F.substring("line", 1, 200)).alias("input"),
        "copies",
    )


# --- The trend report's tables -------------------------------------------------------------------

_TONES = ("positive", "neutral", "negative", "mixed", "undecided")
_COUNT_TONES = ", ".join(f"count_if(tone = '{tone}') AS {tone}" for tone in _TONES)


def _rounded(ratio: str) -> str:
    """A ratio in SQL with four decimals, halves away from zero."""
    return f"round({ratio} * 10000) / 10000"


#: Of all but undecided.
_NET_SENTIMENT = _rounded("(positive - negative) / nullif(mentions - undecided, 0)")
#: What is said of all of a brand's market but topics; those without a market are one of their own.
_ALL_VOICES = "sum(CASE WHEN kind <> 'topic' THEN mentions END) OVER (PARTITION BY market)"

#: In the views below, a post counts on the day it was said, one that does not say when on none, and one
#: that names two brands is one mention of each: `mention` has those of the period without spam, `post`
#: each of its posts once, `day` its days and `brand` those of the rules.
TRENDS = {
    "totals": """
        SELECT count_if(NOT spam) AS mentions, count_if(spam) AS spam_left_out
        FROM mention_or_spam WHERE brand = brands[0]
        """,
    "brands": f"""
        SELECT id AS brand, name, kind, mentions, {", ".join(_TONES)},
            {_NET_SENTIMENT} AS net_sentiment,
            CASE WHEN kind <> 'topic'
                THEN {_rounded(f"mentions / nullif({_ALL_VOICES}, 0)")}
            END AS share_of_voice, market
        FROM (
            SELECT place, brand.id, name, kind, market, count(tone) AS mentions, {_COUNT_TONES}
            FROM brand LEFT JOIN mention ON mention.brand = brand.id
            GROUP BY place, brand.id, name, kind, market
        )
        ORDER BY place
        """,
    "brands_daily": f"""
        SELECT day, id AS brand, mentions, {", ".join(_TONES)}, {_NET_SENTIMENT} AS net_sentiment
        FROM (
            SELECT day.day, place, brand.id, count(tone) AS mentions, {_COUNT_TONES}
            FROM day CROSS JOIN brand
            LEFT JOIN mention ON mention.day = day.day AND mention.brand = brand.id
            GROUP BY day.day, place, brand.id
        )
        ORDER BY day, place
        """,
    "categories_daily": """
        SELECT day, category, count(*) AS mentions
        FROM (SELECT day, explode(categories.id) AS category FROM post)
        GROUP BY day, category ORDER BY day, category
        """,
    "sources_daily": """
        SELECT day, source, count(*) AS mentions FROM post
        GROUP BY day, source ORDER BY day, source
        """,
    "languages_daily": """
        SELECT day, language.code AS language, count(*) AS mentions FROM post
        GROUP BY day, language.code ORDER BY day, language
        """,
    "weeks": f"""
        SELECT week, id AS brand, mentions,
            {_rounded("mentions / nullif(sum(mentions) OVER (PARTITION BY week, market), 0)")}
                AS share_of_voice
        FROM (
            SELECT week, place, brand.id, market, count(tone) AS mentions
            FROM day CROSS JOIN brand
            LEFT JOIN mention ON mention.day = day.day AND mention.brand = brand.id
            WHERE kind <> 'topic' GROUP BY week, place, brand.id, market
        )
        ORDER BY week, place
        """,
    "hours": """
        SELECT week_hour.weekday, week_hour.hour, count(own.id) AS mentions
        FROM (
            SELECT weekday, explode(sequence(0, 23)) AS hour
            FROM (SELECT explode(sequence(1, 7)) AS weekday)
        ) AS week_hour
        LEFT JOIN (
            SELECT id, weekday(to_date(day)) + 1 AS weekday, hour FROM post WHERE names_own
        ) AS own ON own.weekday = week_hour.weekday AND own.hour = week_hour.hour
        GROUP BY week_hour.weekday, week_hour.hour ORDER BY week_hour.weekday, week_hour.hour
        """,
}


class Period(NamedTuple):
    """The local days of the trends, both included, `2026-11-22`."""

    first: str
    last: str


def period_of(mentions: DataFrame, now: datetime, zone: str, days: int) -> Period:
    """So many whole days and today, but none before the archive begins.

    A feed may hold a post from years ago: a hundredth at most does not count where nothing follows
    it for eight weeks.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    first = (today - timedelta(days=days)).isoformat()
    dated = mentions.where("brand = brands[0] AND day IS NOT NULL")
    counts = dated.groupBy("day").count().orderBy("day").collect()
    few = sum(row["count"] for row in counts) // 100
    begin, last, before = None, None, 0
    for row in counts:
        if last is None or (before <= few and days_between(last, row["day"]) > LONGEST_GAP):
            begin = row["day"]
        last, before = row["day"], before + row["count"]
    return Period(max(first, begin or first), today.isoformat())


def days_between(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def write_trends(
    spark: SparkSession, mentions: DataFrame, rules: dict[str, Any], period: Period, output: str
) -> None:
    brands = [
        (place, brand["id"], brand["name"], brand["kind"], brand.get("market"))
        for place, brand in enumerate(rules["brands"])
    ]
    frame = spark.createDataFrame(
        brands, "place INT, id STRING, name STRING, kind STRING, market STRING"
    )
    frame.createOrReplaceTempView("brand")
    days = f"explode(sequence(DATE'{period.first}', DATE'{period.last}'))"
    spark.sql(f"""
        SELECT date_format(date, 'yyyy-MM-dd') AS day,
            format_string('%d-W%02d', extract(YEAROFWEEK FROM date), weekofyear(date)) AS week
        FROM (SELECT {days} AS date)
        """).createOrReplaceTempView("day")
    inside = F.col("day").between(period.first, period.last)
    heard = mentions.where(inside)
    heard.createOrReplaceTempView("mention_or_spam")
    heard.where("NOT spam").createOrReplaceTempView("mention")
    own = [F.lit(brand["id"]) for brand in rules["brands"] if brand["kind"] == "own"]
    names_own = F.arrays_overlap("brands", F.array(*own)) if own else F.lit(False)
    heard.where("NOT spam AND brand = brands[0]").withColumn(
        "names_own", names_own
    ).createOrReplaceTempView("post")
    for name, query in TRENDS.items():
        spark.sql(query).coalesce(1).write.mode("overwrite").json(f"{output}/trends/{name}")


# --- The job -------------------------------------------------------------------------------------


def shipped(spark: SparkSession, path: str, name: str) -> Shipped:
    """Sends a folder or an archive to every node; anything else is what every node has."""
    if Path(path).is_dir():
        # Nodes ask for it as long as the job runs.
        folder = tempfile.mkdtemp()
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = shutil.make_archive(f"{folder}/{name}", "gztar", root_dir=path)
    elif not path.endswith((".zip", ".tar.gz", ".tgz", ".tar")):
        return Shipped(path)
    spark.sparkContext.addArchive(f"{path}#{name}")
    return Shipped(path, name)


@dataclass(frozen=True)
class Heard:
    """What the input holds."""

    posts: DataFrame
    counts: dict[str, int]
    #: Why some records have no posts to give, as `errors_of` has it; `None` for no such records.
    errors: DataFrame | None = None


def read(spark: SparkSession, options: argparse.Namespace, earshot: Earshot) -> Heard:
    if options.format == "warc":
        return read_warc(spark, options, earshot)
    rows = json_lines if options.format == "jsonl" else parquet_rows
    posts = rows(spark, options.input)
    return Heard(with_source(posts, options.source), {"posts": posts.count()})


def read_warc(spark: SparkSession, options: argparse.Namespace, earshot: Earshot) -> Heard:
    place = f"{options.output}/documents"
    with telling("documents"):
        found = warc_documents(spark, options.input, earshot, options.kind)
        found.write.mode("overwrite").parquet(place)
    documents = spark.read.parquet(place)
    failed = documents.where("error IS NOT NULL")
    posts = documents.select(F.explode("posts").alias("post")).select("post.*")
    counts = {
        "documents": documents.count(),
        "documents_failed": failed.count(),
        "posts": posts.count(),
    }
    nothing = F.lit(None).cast("string")
    errors = failed.select(
        nothing.alias("source"),
        F.col("document").alias("id"),
        F.lit("parse").alias("stage"),
        F.col("error").alias("reason"),
        nothing.alias("input"),
        F.lit(1).cast("bigint").alias("copies"),
    )
    return Heard(with_source(posts, options.source), counts, errors)


def with_source(posts: DataFrame, source: str) -> DataFrame:
    return posts.withColumn("source", F.coalesce("source", F.lit(source)))


def run(spark: SparkSession, options: argparse.Namespace) -> dict[str, Any]:
    output = options.output
    if f"{options.input}/".startswith(f"{output}/"):
        raise JobError(f"{options.input}: lies in the output, which is replaced; choose another")
    earshot = Earshot(
        shipped(spark, options.earshot, "earshot-program"),
        shipped(spark, options.rules, "earshot-rules"),
    )
    rules = earshot.describe()
    # Until the new one is written, an earlier job's summary must not tell of datasets half replaced.
    write_summary(spark, output, {"is_finished": False})
    zone = options.time_zone or rules["time_zone"]
    heard = read(spark, options, earshot)

    once = each_once(heard.posts, options.partitions, options.unique_ids)
    answers = once.mapInArrow(tagging(earshot), ANSWER_SCHEMA)
    answered = with_outcome(answers, options.now, zone)
    with telling("tagged"):
        answered.write.mode("overwrite").parquet(f"{output}/tagged")
    tagged = spark.read.parquet(f"{output}/tagged")

    # One file for each day and brand, and more for those that are large. As SQL, since `hint` takes no
    # columns before Spark 3.5.
    mentions_of(tagged, zone).createOrReplaceTempView("unsorted")
    spread = spark.sql("SELECT /*+ REBALANCE(day, brand) */ * FROM unsorted")
    with telling("mentions"):
        spread.write.mode("overwrite").partitionBy("day", "brand").parquet(f"{output}/mentions")
    failed = errors_of(tagged)
    failed = failed if heard.errors is None else failed.union(heard.errors)
    failed.write.mode("overwrite").parquet(f"{output}/errors")

    # Where there are none, no file tells their schema.
    mentions = spark.read.schema(spread.schema).parquet(f"{output}/mentions")
    period = period_of(mentions, options.now, zone, options.days)
    with telling("trends"):
        write_trends(spark, mentions, rules, period, output)
    counts = heard.counts | outcomes(tagged, mentions)
    check(counts)
    summary = {
        "is_finished": True,
        "now": options.now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "time_zone": zone,
        "rules_hash": rules["rules_hash"],
        "program_version": rules["program_version"],
        "trends": period._asdict(),
        "counts": counts,
    }
    write_summary(spark, output, summary)
    return summary


def write_summary(spark: SparkSession, output: str, summary: dict[str, Any]) -> None:
    lines = spark.createDataFrame([(json.dumps(summary, sort_keys=True),)], "value STRING")
    lines.coalesce(1).write.mode("overwrite").text(f"{output}/summary")


def outcomes(tagged: DataFrame, mentions: DataFrame) -> dict[str, int]:
    """What became of the posts, counted where it was written."""
    rows = tagged.groupBy("outcome").agg(F.count("*").alias("n"), F.sum("copies").alias("all"))
    found = {row["outcome"]: row for row in rows.collect()}
    counts = {
        name: found[outcome]["n"] if outcome in found else 0
        for name, outcome in (("tagged", "tagged"), ("unmentioned",) * 2, ("errors", "error"))
    }
    counts["duplicates"] = sum(row["all"] - row["n"] for row in found.values())
    counts["mentions"] = mentions.count()
    counts["posts_in_mentions"] = mentions.where("brand = brands[0]").count()
    return counts


def check(counts: dict[str, int]) -> None:
    """Nothing is lost and nothing invented."""
    told = sum(counts[name] for name in ("tagged", "unmentioned", "errors", "duplicates"))
    if told != counts["posts"]:
        raise JobError(f"{counts['posts']} posts were read and {told} are told of: {counts}")
    if counts["posts_in_mentions"] != counts["tagged"]:
        raise JobError(f"not every tagged post is in mentions/, or another is: {counts}")


@contextmanager
def telling(dataset: str) -> Iterator[None]:
    """Says on standard error how long a dataset took to write."""
    start = time.monotonic()
    yield
    print(f"earshot_spark: {dataset} in {time.monotonic() - start:.1f} s", file=sys.stderr)


def without_slash(path: str) -> str:
    return path.rstrip("/") or "/"


def moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is no time; write 2026-11-22T06:00:00Z"
        ) from None
    return found.astimezone(timezone.utc).replace(microsecond=0)


def parser() -> argparse.ArgumentParser:
    lines = (__doc__ or "").split("\n\n", 1)
    parser = argparse.ArgumentParser(
        prog="earshot_spark.py",
        description=lines[0],
        epilog=lines[-1],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add(
        "--input",
        required=True,
        type=without_slash,
        help="files, folders or patterns, wherever Spark can read",
    )
    add("--format", choices=["jsonl", "parquet", "warc"], default="jsonl", help="default: jsonl")
    add(
        "--output",
        required=True,
        type=without_slash,
        help="a folder; what this job wrote into it before is replaced",
    )
    add("--rules", required=True, help="the folder of the rules, or an archive of it")
    add(
        "--earshot",
        default="earshot",
        help="the program on every node, or an archive (.tar.gz, .zip) with it; default: earshot",
    )
    add("--source", default="unknown", help="the source of posts that name none; default: unknown")
    add(
        "--kind",
        choices=["auto", "feed", "page", "forum"],
        default="auto",
        help="how documents of --format warc are read; default: HTML as pages, others as feeds",
    )
    add("--partitions", type=int, default=0, help="tasks that tag; default: as Spark sees fit")
    add(
        "--unique-ids",
        action="store_true",
        help="no source has an id twice: posts need not be brought together by it",
    )
    add("--time-zone", help="in which days are counted; default: that of the rules")
    add("--days", type=int, default=28, help="whole days of the trends before today; default: 28")
    add(
        "--now",
        type=moment,
        default=datetime.now(timezone.utc).replace(microsecond=0),
        help="the moment to work for; the same moment gives the same files; default: the present",
    )
    return parser


def main() -> int:
    options = parser().parse_args()
    spark = (
        SparkSession.builder.appName("earshot")
        # Text that comes out of a pipe is held in memory by so many lines.
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "2000")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .config("spark.sql.sources.partitionOverwriteMode", "static")
        .getOrCreate()
    )
    try:
        print(json.dumps(run(spark, options), indent=2, sort_keys=True))
        return 0
    except JobError as error:
        print(f"earshot_spark: {error}", file=sys.stderr)
        return 1
    except Exception as error:
        # What a node raised comes inside the text of Spark's own exception.
        told = re.search(r"JobError: (.+)", str(error))
        if told is None:
            raise
        print(f"earshot_spark: {told.group(1)}", file=sys.stderr)
        return 1
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main())

"""Writes a small web crawl, feeds and pages and what goes wrong with them, and judges what a job made of it.

warc.py write FOLDER       two files, the second cut short
warc.py judge OUTPUT       exit code 1 where a post or a document is missing
"""

import io
import json
import sys
from collections import Counter
from pathlib import Path

from pyarrow import parquet

FEED = """<?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel><title>{name}</title>
<link>https://{name}/</link>{items}</channel></rss>"""
ITEM = """<item><guid>{id}</guid><title>Zefirnet</title><link>https://{name}/{id}</link>
<pubDate>Sat, 21 Nov 2026 18:00:00 +0100</pubDate><description>{text}</description></item>"""


def feed(name: str, texts: list[str], charset: str = "utf-8") -> bytes:
    items = "".join(ITEM.format(id=f"{name}-{n}", name=name, text=t) for n, t in enumerate(texts))
    return FEED.format(charset=charset, name=name, items=items).encode(charset)


def write(folder: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    def record(writer: "WARCWriter", url: str, status: str, kind: str, body: bytes) -> None:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        found = writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), http_headers=headers
        )
        writer.write_record(found)

    rss = "application/rss+xml"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "crawl-1.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        writer.write_record(writer.create_warcinfo_record("crawl-1.warc.gz", {"software": "check"}))
        posts = ["Zefirnet nie działa", "Lubię Kawkę na Długiej", "nic ciekawego"]
        record(writer, "https://a.example/feed", "200 OK", rss, feed("a.example", posts))
        latin = feed("b.example", ["Zefirnet padł, wstyd"], "iso-8859-2")
        record(writer, "https://b.example/feed", "200 OK", "text/xml", latin)
        record(writer, "https://a.example/gone", "404 Not Found", "text/html", b"<p>gone</p>")
        record(writer, "https://a.example/", "200 OK", "text/html", b"<html><p>Zefirnet</p></html>")
        record(
            writer, "https://a.example/x", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(64)
        )
        record(writer, "https://a.example/empty", "200 OK", rss, b"")
        record(writer, "https://a.example/large", "200 OK", rss, b"x" * 10_000_001)
    whole = io.BytesIO()
    writer = WARCWriter(whole, gzip=True)
    record(
        writer, "https://c.example/feed", "200 OK", rss, feed("c.example", ["Baltfon jest drogi"])
    )
    record(writer, "https://c.example/2", "200 OK", rss, feed("c.example", ["cut short"] * 50))
    (folder / "crawl-2.warc.gz").write_bytes(whole.getvalue()[:-60])


def judge(output: Path) -> int:
    tagged = parquet.read_table(output / "tagged").to_pylist()
    named = {
        row["id"]: sorted({mention["brand"] for mention in json.loads(row["line"])["mentions"]})
        for row in tagged
    }
    reasons = Counter(
        row["reason"].split(";")[0] for row in parquet.read_table(output / "errors").to_pylist()
    )
    expected = {
        "a.example-0": ["zefirnet"],
        "a.example-1": ["kawka", "zefirnet"],
        "a.example-2": ["zefirnet"],
        "b.example-0": ["zefirnet"],
        "c.example-0": ["baltfon", "zefirnet"],
    }
    print(json.dumps({"named": named, "reasons": reasons}, indent=2, ensure_ascii=False))
    return 0 if named == expected and reasons.total() == 6 else 1


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]))
    else:
        sys.exit(judge(Path(sys.argv[2])))

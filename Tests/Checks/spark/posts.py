"""Gives generated posts a source and a time, and puts among them what an archive has of bad records.

earshot-bench write-posts --count N | posts.py > posts.jsonl
"""

import json
import random
import sys

#: Each is a record that `earshot tag` has to refuse, whatever stands around it.
BAD = [
    b"no JSON at all",
    b"{",
    b"[1, 2]",
    b'{"id": "bad-ID"}',
    b'{"text": "no id"}',
    b'{"id": null, "text": "an id that is none"}',
    b'{"id": {"a": "bad-ID"}, "text": "an id that is an object"}',
    b'{"id": "bad-ID", "text": 5}',
    b'{"id": "bad-ID", "text": "a day", "published": "yesterday"}',
    b'{"id": "bad-ID", "text": "\xff\xfe is not UTF-8"}',
]
BAD_RECORDS = 100

SPAM = "Zefirnet: you have won a cash prize, claim now, click here for your free gift"


def main() -> None:
    dice = random.Random(20_261_122)
    write = sys.stdout.buffer.write
    for number, line in enumerate(sys.stdin):
        post = json.loads(line)
        post["source"] = f"site{number % 40}"
        if number % 300 == 9:
            post["text"] = SPAM
        # One in 400 has no time and counts on no day; one in 400 is of the day after and counts now.
        if number % 400 == 7:
            pass
        elif number % 400 == 8:
            post["published"] = "2026-11-23T09:00:00Z"
        else:
            hour, minute, second = dice.randrange(24), dice.randrange(60), dice.randrange(60)
            zone = dice.choice(["Z", "+01:00", "-05:00"])
            month, day = dice.choice([(10, 30), (11, 21)])
            post["published"] = (
                f"2026-{month}-{dice.randrange(day) + 1:02}T{hour:02}:{minute:02}:{second:02}{zone}"
            )
        text = json.dumps(post, ensure_ascii=False).encode() + b"\n"
        # One in 1000 comes twice.
        write(text * (2 if number % 1_000 == 500 else 1))
        if number % 50 == 0:
            write(b" \t\r\n" if number % 100 == 0 else b"\n")
        if number < BAD_RECORDS:
            bad = BAD[number % len(BAD)].replace(b"bad-ID", b"bad-%d" % number)
            write(bad + (b"\r\n" if number % 3 == 0 else b"\n"))


main()

"""Holds the job's way of talking to a program against programs that behave otherwise than Earshot.

PYTHONPATH=FOLDER child.py     the folder has earshot_spark.py in it
"""

import sys
import time
from collections.abc import Iterator

from earshot_spark import Child, Chunk, JobError

TEXT = b"x" * 1_000


def chunks(count: int, size: int = 500) -> Iterator[Chunk]:
    for number in range(count):
        yield Chunk([b"%d %d " % (number, line) + TEXT for line in range(size)], number)
        # As a record that has nothing to ask.
        yield Chunk([], "nothing")


def failing() -> Iterator[Chunk]:
    yield Chunk([b"a line"], 0)
    raise ValueError("the input broke")


def told(command: list[str], given: Iterator[Chunk]) -> str:
    try:
        for _ in Child(command).answers(given):
            pass
    except (JobError, ValueError) as error:
        return str(error)
    return "nothing"


def main() -> int:
    asked = answered = 0
    # Far more than pipes hold, and read more slowly than it is answered.
    for chunk, answers in Child(["cat"]).answers(chunks(100)):
        assert answers == chunk.lines
        asked += len(chunk.lines)
        answered += len(answers)
        time.sleep(0.001)
    assert asked == answered == 50_000

    script = 'head -n 3; echo "no more" >&2; exit 3'
    reason = told(["sh", "-c", script], chunks(100))
    assert "ended with exit code 3" in reason and "no more" in reason, reason
    reason = told(["sh", "-c", "kill -9 $$"], chunks(100))
    assert "ended with signal 9" in reason, reason
    reason = told(["sh", "-c", "cat; echo one more"], chunks(2))
    assert "more lines than it was asked" in reason, reason
    reason = told(["sh", "-c", "cat; exit 4"], chunks(2))
    assert "exit code 4 after its last answer" in reason, reason
    reason = told(["sh", "-c", "printf 'half a line'"], chunks(2))
    assert "before it had answered every line" in reason, reason
    reason = told(["/nowhere/earshot"], chunks(2))
    assert "/nowhere/earshot: cannot be started" in reason, reason
    assert told(["cat"], failing()) == "the input broke"

    child = Child(["cat"])
    answers = child.answers(chunks(100))
    next(answers)
    answers.close()
    assert child._process.poll() is not None, "a task that is cancelled leaves its program behind"
    print("child: as it should be")
    return 0


sys.exit(main())

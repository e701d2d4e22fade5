"""Sorts and searches the tables of a run's pages as a reader would, by keyboard; by hand:

    apt-get install chromium
    python3 -m venv .checks && .checks/bin/pip install websocket-client
    .checks/bin/python Tests/Checks/pages/tables.py OUT

OUT is the `out` folder of a workspace. Ends with 1 if a column is in the wrong order, a head does not say
its order, rows are lost, or a page without scripts has a button that does nothing.
"""

import glob
import os
import sys

from browser import Page

HEADS = """[...document.querySelectorAll("table.sortable")].flatMap((table, number) =>
    [...table.querySelectorAll("th[data-sort]")].map(
        (head, place) => [number, place, head.dataset.sort, head.textContent]))"""
COLUMN = """(() => {{
    const table = document.querySelectorAll("table.sortable")[{0}];
    const head = table.querySelectorAll("th[data-sort]")[{1}];
    return [head.getAttribute("aria-sort"), [...table.tBodies[0].rows].map((row) => {{
        const cell = row.cells[head.cellIndex];
        return (cell.querySelector("b") ?? cell).textContent.trim();
    }})];
}})()"""
FOCUS = """document.querySelectorAll("table.sortable")[{0}]
    .querySelectorAll("th[data-sort] button")[{1}].focus()"""
ORDERS = {"text": ["ascending", "descending", None], "number": ["descending", "ascending", None]}


def number(text):
    """What an English page writes at the beginning of a cell; nothing where there is no number."""
    digits = text.replace("−", "-").replace(",", "").lstrip("+")
    end = 0
    while end < len(digits) and (digits[end].isdigit() or digits[end] in "-."):
        end += 1
    try:
        return float(digits[:end])
    except ValueError:
        return None


def is_sorted(values, order, kind):
    if kind == "text":
        # The order of letters is the browser's; that nothing is lost is told elsewhere.
        return True
    known = [value for value in map(number, values) if value is not None]
    tail = [value for value in values[len(known):] if number(value) is not None]
    return not tail and known == sorted(known, reverse=order == "descending")


def press(page, key, code):
    for kind in ("keyDown", "keyUp"):
        page.call("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                  windowsVirtualKeyCode=code, text="\r" if key == "Enter" else "")


def flaws_of_sorting(page):
    flaws = []
    heads = page.run(HEADS)
    for table, place, kind, name in heads:
        _, written = page.run(COLUMN.format(table, place))
        page.run(FOCUS.format(table, place))
        for expected in ORDERS[kind]:
            press(page, "Enter", 13)
            order, values = page.run(COLUMN.format(table, place))
            good = values == written if expected is None else (
                sorted(values) == sorted(written) and is_sorted(values, order, kind))
            if order != expected or not good:
                flaws.append((name, order, expected, values[:6]))
    return flaws, len(heads)


def flaws_of_finding(page):
    """What a table's first word finds is that row at least; Escape brings all back."""
    flaws = []
    count = page.run("document.querySelectorAll('.find input').length")
    for place in range(count):
        shown = f"""(() => {{
            const finder = document.querySelectorAll(".find")[{place}];
            const rows = [...finder.nextElementSibling.tBodies[0].rows];
            return [rows.filter((row) => !row.hidden).length, rows.length,
                rows[0].cells[0].textContent.trim().split(/\\s+/)[0], finder.querySelector("output").value];
        }})()"""
        _, every, word, _ = page.run(shown)
        page.run(f"document.querySelectorAll('.find input')[{place}].focus()")
        page.call("Input.insertText", text=word.upper())
        some, _, _, told = page.run(shown)
        press(page, "Escape", 27)
        back = page.run(shown)[0]
        if not 0 < some < every or told != f"{some} / {every}" or back != every:
            flaws.append((word, some, every, told, back))
    return flaws, count


def main(out):
    bad = 0
    pages = sorted(glob.glob(out + "/digests/*.html") + glob.glob(out + "/trends/*.html"))
    with Page() as page:
        for path in pages:
            for width in (1200, 390):
                page.go(path, width=width)
                sorting, heads = flaws_of_sorting(page)
                finding, finders = flaws_of_finding(page)
                bad += len(sorting) + len(finding) + len(page.log) + (heads == 0)
                print(os.path.relpath(path, out), width, f"{heads} heads, {finders} fields,",
                      "flaws:", sorting + finding or "none", page.log[:1] or "")
            page.go(path, scripts=False)
            left = page.run("document.querySelectorAll('th button, .find').length")
            bad += left
            print("   without scripts:", left, "buttons in heads")
    print("bad:", bad)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))

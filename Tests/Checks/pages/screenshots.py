"""Pictures of a run's pages, to be looked at: light, dark, phone and print; by hand:

    apt-get install chromium
    python3 -m venv .checks && .checks/bin/pip install websocket-client
    .checks/bin/python Tests/Checks/pages/screenshots.py OUT FOLDER [PAGE…]

Without PAGE every digest and trend report of OUT, the index and the wallboard. A page is cut into
pieces of 1400 units.
"""

import glob
import os
import sys

from browser import Page

KINDS = {
    "light": dict(width=1200), "dark": dict(width=1200, dark=True), "phone": dict(width=390),
    "print": dict(width=800, media="print"), "plain": dict(width=1200, scripts=False),
}
PIECE = 1400


def main(out, folder, pages):
    os.makedirs(folder, exist_ok=True)
    with Page() as page:
        for path in pages:
            name = os.path.relpath(path, out).replace("/", "-").removesuffix(".html")
            for kind, how in KINDS.items():
                page.go(path, **how)
                height = page.run("document.documentElement.scrollHeight")
                for number in range(-(-height // PIECE)):
                    top = number * PIECE
                    page.picture(
                        f"{folder}/{name}-{kind}-{number}.png", top, how["width"],
                        min(PIECE, height - top), scale=0.62)
                print(name, kind, height)


if __name__ == "__main__":
    OUT = os.path.abspath(sys.argv[1])
    PAGES = [os.path.abspath(page) for page in sys.argv[3:]] or sorted(
        glob.glob(OUT + "/digests/*.html") + glob.glob(OUT + "/trends/*.html")
        + [OUT + "/index.html", OUT + "/wallboard.html"])
    main(OUT, os.path.abspath(sys.argv[2]), PAGES)

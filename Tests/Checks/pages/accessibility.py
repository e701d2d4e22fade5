"""Runs axe-core on a run's pages: light and dark, desktop and phone, all of it opened; by hand:

    apt-get install chromium
    python3 -m venv .checks && .checks/bin/pip install websocket-client axe-playwright-python
    .checks/bin/python Tests/Checks/pages/accessibility.py OUT

OUT is the `out` folder of a workspace. Ends with 1 for a violation, a sideways scroll, or anything
that a page's script complains of.
"""

import glob
import importlib.util
import os
import sys

from browser import Page

OPEN = """
document.querySelectorAll("details").forEach(part => part.open = true);
document.querySelector(".wrong")?.click();
"""
CHECK = """
axe.run(document, {resultTypes: ["violations"]}).then(result => ({
    passes: result.passes.length,
    violations: result.violations.map(found =>
        [found.id, found.impact, found.nodes.length, found.nodes[0].html.slice(0, 160)])}))
"""


def axe():
    package = importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0]
    with open(os.path.join(package, "axe.min.js"), encoding="utf-8") as file:
        return file.read()


def main(out):
    pages = sorted(
        glob.glob(out + "/digests/*.html") + glob.glob(out + "/trends/*.html")
        + [out + "/index.html", out + "/wallboard.html"])
    library = axe()
    bad = 0
    with Page() as page:
        for path in pages:
            for dark in (False, True):
                for width in (1200, 390):
                    page.go(path, width=width, dark=dark)
                    page.run(OPEN)
                    page.run(library)
                    result = page.run(CHECK)
                    over = page.run("document.documentElement.scrollWidth - innerWidth")
                    bad += len(result["violations"]) + (over > 0) + len(page.log)
                    print(os.path.relpath(path, out), "dark" if dark else "light", width,
                          f"{len(result['violations'])} violations, {result['passes']} passes,",
                          f"{max(over, 0)} px too wide", page.log[:1] or "")
                    for violation in result["violations"]:
                        print("   ", *violation)
    print("bad:", bad)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))

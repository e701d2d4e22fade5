"""Validates what a run of the sample writes, prints and sends by an independent validator; by hand:

    python3 -m venv .checks && .checks/bin/pip install 'jsonschema[format]'
    .checks/bin/python Tests/Checks/contract_schemas.py EARSHOT SAMPLE

EARSHOT is the program, SAMPLE a folder with the project's feeds/ and rules/. The notices are the bodies
that a webhook on loopback gets. Ends with 1 if anything does not conform.
"""

import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

from jsonschema import Draft202012Validator

NOW = "2026-11-22T06:00:00Z"
SENDING = """
sending:
  channels:
    - {{id: hook, type: webhook, url: "http://127.0.0.1:{port}/in", token: "secret:file:hook"}}
  notices:
    - {{id: morning, send: digest, to: [hook], at: "07:00"}}
    - {{id: urgent, send: alerts, to: [hook], severity_at_least: high}}
"""


class Hook(http.server.BaseHTTPRequestHandler):
    bodies = []

    def do_POST(self):
        self.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def main(program, sample):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    flaws = checked = 0
    with tempfile.TemporaryDirectory() as place:
        work = pathlib.Path(place) / "work"
        for part in ("feeds", "rules"):
            shutil.copytree(sample / part, work / part)
        with open(work / "rules/routing.yaml", "a", encoding="utf-8") as file:
            file.write(SENDING.format(port=server.server_port))
        (work / "hook").write_text("signing-secret")
        os.chmod(work / "hook", 0o600)

        def output(*arguments, text=None):
            return subprocess.run(
                [program, *arguments], input=text, stdout=subprocess.PIPE, check=True).stdout

        def on_sample(*arguments):
            return output(*arguments, "-w", str(work), "--now", NOW, "--format", "json")

        def check(shape, name, document):
            nonlocal flaws, checked
            schema = json.loads(output("schema", shape))
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(
                schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
            errors = list(validator.iter_errors(json.loads(document)))
            checked += 1
            flaws += len(errors)
            for error in errors[:5]:
                print(f"{shape}, {name}: {error.json_path}: {error.message[:200]}")

        output("run", "-w", str(work), "--now", NOW, "--quiet")
        for shape, files in (("digest", "digests/*.json"), ("trends", "trends/*.json"),
                             ("wallboard", "wallboard.json")):
            for file in sorted((work / "out").glob(files)):
                check(shape, file.name, file.read_bytes())
        for language in ("en", "pl", "lv"):
            for period in ("hour", "day", "week", "month"):
                check("digest", period, on_sample("digest", "--period", period, "--locale", language))
            for unit in ("hour", "day", "week"):
                check("trends", unit, on_sample("trends", "--by", unit, "--locale", language))
        check("backtest", "rules", on_sample("rules", "backtest", "--against", str(sample)))
        for period in ("week", "month"):
            check("rules-usage", period, on_sample("rules", "usage", "--period", period, "--all"))
        for number, body in enumerate(Hook.bodies):
            check("notice", f"no. {number}", body)
        posts = []
        for file in sorted((work / "feeds").glob("sample/**/*")):
            parsed = subprocess.run(
                [program, "parse", str(file)], capture_output=True, check=False).stdout
            if parsed:
                check("parse", file.name, parsed)
                posts += [{"id": str(len(posts) + place), "text": entry["text"]}
                          for place, entry in enumerate(json.loads(parsed)["entries"])
                          if "text" in entry]
        lines = "\n".join(json.dumps(post) for post in posts).encode()
        rules = str(sample / "rules")
        for line in output("tag", "--all", "--rules", rules, text=lines).splitlines():
            check("tag", "line", line)
    kinds = sorted(json.loads(body)["kind"] for body in Hook.bodies)
    print(f"{checked} documents, {len(posts)} posts among them, notices: {kinds}, flaws: {flaws}")
    return 1 if flaws or set(kinds) != {"digest", "alerts"} else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()))

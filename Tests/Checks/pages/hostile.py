"""Hostile strings in every field of a feed, and the pages read by two HTML parsers; by hand:

    python3 -m venv .checks && .checks/bin/pip install html5lib lxml
    .checks/bin/python Tests/Checks/pages/hostile.py EARSHOT RULES

EARSHOT is the program, RULES a folder of rules whose brands have a Zefirnet among them. A run on
harmless strings gives the elements and attributes that the templates have; one on hostile strings
must give no other kind. Ends with 1 if it does.
"""

import collections
import glob
import html
import json
import os
import shutil
import subprocess
import sys
import tempfile

import html5lib
import lxml.html

STRINGS = [
    '<script>alert(1)</script>',
    '</script><script>alert(1)</script>',
    '<!--',
    '-->',
    '<!--<script>',
    '--!>',
    '<![CDATA[',
    ']]>',
    '\u2028alert(1)',
    '\u2029',
    '<img src=x onerror=alert(1)>',
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '</style><script>1</script>',
    '</title><script>1</script>',
    '</textarea><script>1</script>',
    '</template><script>1</script>',
    '</option></select><script>1</script>',
    '</bdi></p></li></ol></main><h1>owned</h1>',
    '<template><script>1</script></template>',
    '<iframe srcdoc=x>',
    '<base href=//evil>',
    '<meta http-equiv=refresh content=0>',
    '<form action=//e><input>',
    '<a href=javascript:alert(1)>x</a>',
    '<math><mtext><script>1</script>',
    '<svg><style><img src=x onerror=1>',
    '{{frame.style}}',
    '{{{frame.script}}}',
    '{{> head}}',
    '{{#answers}}',
    '{{=<% %>=}}',
    '${7*7}',
    '`+alert(1)+`',
    '"́ onclick=alert(1) x="',
    '"̸><img src=x>',
    '&lt;script&gt;',
    '&#60;script&#62;',
    '&#x3c;script',
    '&quot; onclick=1',
    '\u202egnp.exe',
    '\u2066x\u2069',
    '\ufeffx',
    '\u200b<b>',
    '%3Cscript%3E',
    '+ADw-script+AD4-',
    '\\u003cscript\\u003e',
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:1',
    '<x onclick=1>',
    '<noscript><p title="</noscript><img src=x onerror=1>">',
    '<plaintext>',
    '<xmp></xmp><script>1</script>',
    '<select><option>',
    '<table><tr><td>',
    '<body onload=1>',
    '<html onmouseover=1>',
    '<input autofocus onfocus=1>',
    '<details open ontoggle=1>',
    '<object data=javascript:1>',
    '<embed src=//e>',
    '<link rel=stylesheet href=//e>',
    '<style>*{display:none}</style>',
    '<button popovertarget=x>',
    '<dialog open>',
    '<output id=shown>',
    '<b id=tools name=elements>',
    '<p id=mentions>',
    '<i class=wrong>',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
]
# In capitals, between quotes, before a combining stroke, behind blanks.
ALL = list(dict.fromkeys(
    STRINGS + [form for text in STRINGS
               for form in (text.upper(), f'"{text}\'', text + "\u0338", "   " + text)]))
NOW = "2026-11-22T06:00:00Z"
ITEM = """<item><title>{0}</title><link>https://e.example/{1}?a={0}</link>
<guid isPermaLink="false">{1} {0}</guid><author>{0}</author><category>{0}</category>
<comments>{0}</comments><description>{2}</description>
<pubDate>Sat, 21 Nov 2026 {3:02d}:{4:02d}:00 GMT</pubDate></item>"""
SOURCES = """sources:
  - {{id: f, name: {0}, path: feeds/d/f.xml, region: {0}}}
  - {{id: g, name: {0}, path: feeds/d/g.xml, region: {0}, channel: news}}
  - {{id: h, name: {0}, path: feeds/d/h.xml, region: elsewhere}}
  - {{id: gone, name: {0}, path: feeds/d/none.xml}}
"""


def escaped(text):
    return html.escape("".join(c for c in text if c in "\t\n" or ord(c) >= 32))


def feed(strings, title):
    items = "".join(
        ITEM.format(
            escaped(text), number,
            escaped(f"<p>Zefirnet nie działa, awaria! {html.escape(text)}</p>"),
            10 + number // 60, number % 60)
        for number, text in enumerate(strings))
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>
<title>{escaped(title)}</title><description>{escaped(title)}</description>{items}</channel></rss>"""


def out(folder, program, rules, strings, name):
    """The pages of a run on these strings."""
    shutil.copytree(rules, folder + "/rules")
    os.makedirs(folder + "/feeds/d")
    for file, some in (("f", strings), ("g", strings[:40]), ("h", strings[40:80])):
        with open(f"{folder}/feeds/d/{file}.xml", "w", encoding="utf-8") as target:
            target.write(feed(some, " ".join(strings[:20])))
    with open(folder + "/feeds/f.yaml", "w", encoding="utf-8") as target:
        target.write(SOURCES.format(json.dumps(name, ensure_ascii=False)))
    subprocess.run([program, "run", "-w", folder, "--now", NOW, "--quiet"], check=True)
    subprocess.run([program, "digest", "-w", folder, "--now", NOW, "--period", "hour",
                    "--team", "support", "--save"], check=True, stdout=subprocess.DEVNULL)
    return folder + "/out"


def kinds(document):
    """How often each element and attribute stands there."""
    counts = collections.Counter()
    for element in document.iter():
        if not isinstance(element.tag, str):
            counts["comment"] += 1
            continue
        tag = element.tag.split("}")[-1]
        counts[tag] += 1
        for attribute in element.attrib:
            counts[f"{tag}@{attribute.split('}')[-1]}"] += 1
    return counts


def scripts(document):
    return [element.text for element in document.iter("script")]


def leads_out(link):
    known = ("#", "https://e.example/", "digests/", "trends/", "mailto:")
    return not link.startswith(known)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main(program, rules):
    bad = 0
    with tempfile.TemporaryDirectory() as place:
        harmless = out(place + "/harmless", program, rules, ["harmless"] * len(ALL), "harmless")
        name = STRINGS[0] + STRINGS[1] + '" onclick=1'
        hostile = out(place + "/hostile", program, rules, ALL, name)
        for path in sorted(glob.glob(hostile + "/**/*.html", recursive=True)):
            page = os.path.relpath(path, hostile)
            texts = read(path), read(f"{harmless}/{page}")
            for parse in (html5lib.parse, lxml.html.document_fromstring):
                counts = [kinds(parse(text)) for text in texts]
                strange = sorted(set(counts[0]) - set(counts[1]))
                bad += len(strange)
                print(page, parse.__module__.split(".")[0], sum(counts[0].values()),
                      "elements and attributes, strange:", strange or "none")
            documents = [lxml.html.document_fromstring(text) for text in texts]
            # Of the last, the data of the mentions, the strings are the content.
            ours = [[text for text in scripts(document) if not text.lstrip().startswith("{")]
                    for document in documents]
            links = [link for element in documents[0].iter()
                     if (link := element.get("href")) and leads_out(link)]
            if ours[0] != ours[1] or links:
                bad += 1
                print("   scripts differ, or a link leads elsewhere:", links[:3])
    print(len(ALL), "strings, bad:", bad)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))

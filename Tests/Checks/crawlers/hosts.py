"""Feeds of many hosts, on addresses of this machine, and a diary of who asked what when.

    python3 hosts.py PORT HOSTS FEEDS_PER_HOST DIARY

Every address is a host. Each feed has two entries, which are the same each time. The diary gets a line
for each request once it is answered: host, path, client, seconds at its begin and its end.
"""

import asyncio
import sys
import time

port, hosts, feeds_per_host = map(int, sys.argv[1:4])
diary = open(sys.argv[4], "w", buffering=1 << 16)

BODY = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>{name}</title><link>http://{name}/</link><description>d</description>
<item><guid>{name}/1</guid><title>Zefirnet at {name}</title><pubDate>Sun, 22 Nov 2026 04:00:00 GMT</pubDate>
<description>The internet of Zefirnet has been down since the morning, says reader {number}.</description></item>
<item><guid>{name}/2</guid><title>Weather at {name}</title><pubDate>Sun, 22 Nov 2026 03:00:00 GMT</pubDate>
<description>It rains in street {number}.</description></item></channel></rss>"""


def answer(host, path):
    if not path.startswith("/feed/"):
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    number = path.removeprefix("/feed/")
    body = BODY.format(name=f"{host}/{number}", number=number).encode()
    return (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"1\"\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    ) + body


class Connection(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.host = transport.get_extra_info("sockname")[0]
        self.client = "{}:{}".format(*transport.get_extra_info("peername"))
        self.rest = b""

    def data_received(self, data):
        self.rest += data
        while b"\r\n\r\n" in self.rest:
            head, self.rest = self.rest.split(b"\r\n\r\n", 1)
            begun = time.monotonic()
            path = head.split(b" ", 2)[1].decode()
            # Answers take a while, so that two at once would be seen.
            asyncio.get_running_loop().call_later(0.02, self.reply, path, begun)

    def reply(self, path, begun):
        self.transport.write(answer(self.host, path))
        diary.write(f"{self.host} {path} {self.client} {begun:.4f} {time.monotonic():.4f}\n")


async def main():
    server = await asyncio.get_running_loop().create_server(
        Connection, "0.0.0.0", port, backlog=1024
    )
    print("ready", flush=True)
    try:
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    finally:
        diary.close()


asyncio.run(main())

"""One headless Chromium, driven over its DevTools protocol."""

import base64
import json
import subprocess
import tempfile
import time
import urllib.request

import websocket


class Page:
    """A tab. `log` holds what the console and uncaught errors said since the last `go`."""

    def __init__(self, port=9333):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--remote-debugging-port={port}", "--remote-allow-origins=*",
             f"--user-data-dir={self.profile.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        tab = next(t for t in self._tabs(port) if t["type"] == "page")
        self.socket = websocket.create_connection(tab["webSocketDebuggerUrl"], timeout=180)
        self.number = 0
        self.log = []
        for domain in ("Page", "Runtime", "Log"):
            self.call(domain + ".enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
        self.process.terminate()
        self.process.wait()

    def call(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown"):
                self.log.append(message["params"])
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def run(self, script):
        """The value of an expression, awaited."""
        result = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"])[:600])
        return result["result"].get("value")

    def go(self, path, width=1200, dark=False, media="", scripts=True):
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900,
                  deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.log = []
        url = "file://" + path
        self.call("Page.navigate", url=url)
        while self.run("document.readyState") != "complete" or self.run("location.href") != url:
            time.sleep(0.05)

    def picture(self, path, top, width, height, scale=1.0):
        data = self.call("Page.captureScreenshot", captureBeyondViewport=True, clip={
            "x": 0, "y": top, "width": width, "height": height, "scale": scale})["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    @staticmethod
    def _tabs(port):
        for _ in range(100):
            try:
                return json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
            except OSError:
                time.sleep(0.3)
        raise RuntimeError("chromium does not answer")

"""Providers as their documents describe them, on the loopback interface, for scripts to be tried on.

    server.py --provider NAME --schemas DIR [--there KIND,KIND]

Each provider is a file of its own in `servers`, under its id. Prints the port on its first line. States move on one step
with every question about them, and only then. What is asked too early or in the wrong order is refused. Bodies are held against the schemas. `--there` names kinds of things that the
plan does not make, so that they are there already.

A fault is injected with GET /_fail?kind=KIND&at=NUMBER&times=COUNT&process=FILE&after=SECONDS: into the request of that number, from 1, where a
request that repeats the one before does not count. KIND is `500`, `429`, `drop`, `cut` (half an answer) or `kill` (the process whose
number is in the file, then `drop`), `page` (200 with a page of HTML) or any other status, and `-after` when the request takes effect all the same. GET /_requests says how many there were.

For the tests: GET /_playing says whether somebody could watch now, GET /_left what there is, GET /_faults what no sound
script sends, GET /_bodies every body that came, GET /_stored what became of them, GET /_made everything that was ever created.
"""

import argparse
import http.server
import importlib
import json
import os
import pathlib
import signal
import sys
import threading
import urllib.parse

SERVERS = pathlib.Path(__file__).parent / "servers"
sys.dont_write_bytecode = True
sys.path.insert(0, str(SERVERS))

from provider import Provider, Refusal  # noqa: E402


class Fault:
    """What goes wrong with one request, and how often."""

    def __init__(self, kind="", at="0", times="1", process="", after="0"):
        self.kind, self.at, self.times, self.process, self.after = kind, int(at), int(times), process, after
        self.count, self.last = 0, None

    def strikes(self, request):
        if request != self.last:
            self.count, self.last = self.count + 1, request
        if self.count < self.at or self.times < 1 or not self.kind:
            return False
        self.times -= 1
        return True


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    provider = None
    bodies = []
    fault = Fault()

    def serve(self):
        url = urllib.parse.urlsplit(self.path)
        if url.path == "/_fail":
            Handler.fault = Fault(**dict(urllib.parse.parse_qsl(url.query)))
            return self.reply(200, None)
        length = self.headers.get("Content-Length")
        if self.command in ("POST", "PUT") and length is None:
            return self.reply(411, {"error": "length required"})
        raw = self.rfile.read(int(length or 0))
        provider = self.provider
        # What a signature is made of: the path as it was sent, and the bytes of the body.
        self.headers.sent_path, self.headers.raw = self.path, raw
        about = {
            "/_playing": provider.playing, "/_left": provider.left, "/_faults": lambda: provider.faults, "/_bodies": lambda: self.bodies,
            "/_stored": provider.stored, "/_made": lambda: provider.made, "/_requests": lambda: self.fault.count,
        }.get(url.path)
        if about:
            return self.reply(200, about())
        if self.fault.strikes((self.command, self.path)):
            kind, _, moment = self.fault.kind.partition("-")
            if moment == "after":
                answer = self.answer(url, raw)
            else:
                answer = 200, {"half": "of an answer"}
            return self.fail(kind, answer)
        self.reply(*self.answer(url, raw))

    def answer(self, url, raw):
        provider = self.provider
        try:
            body = json.loads(raw) if raw else None
            if raw:
                self.bodies.append(body)
            if raw and self.headers.get("Content-Type") != "application/json":
                provider.faults.append(f"{self.command} {url.path}: a body of another type")
            return provider.answer(self.command, url.path, self.headers, body)
        except Refusal as refusal:
            return refusal.status, refusal.answer
        except ValueError as error:
            provider.faults.append(f"{self.command} {url.path}: {error}")
            return 400, {"error": "not JSON"}

    def fail(self, kind, answer):
        if kind.isdigit():
            return self.reply(int(kind), {"error": "injected"}, {"Retry-After": self.fault.after})
        if kind == "page":
            return self.reply(200, None, page=b"<html>Sign in</html>")
        if kind == "cut":
            body = json.dumps(answer[1]).encode()
            self.send_response(answer[0])
            self.send_header("Content-Length", str(len(body) + 10))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2])
        if kind == "kill":
            os.kill(int(pathlib.Path(self.fault.process).read_text()), signal.SIGKILL)
        self.close_connection = True

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve

    def reply(self, status, answer, headers={}, page=b""):
        body = page if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def leave():
    """Whoever started this holds the other end of standard input; when they are gone there is nobody to serve."""
    sys.stdin.read()
    os._exit(0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--provider", required=True, choices=sorted(file.stem for file in SERVERS.glob("*.py") if file.stem != "provider"))
    parser.add_argument("--schemas", required=True, type=pathlib.Path)
    parser.add_argument("--there", default="")
    options = parser.parse_args()
    module = importlib.import_module(options.provider)
    (kind,) = (one for one in vars(module).values() if isinstance(one, type) and issubclass(one, Provider) and one is not Provider)
    Handler.provider = kind(options.schemas, options.there.split(","))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    threading.Thread(target=leave, daemon=True).start()
    server.serve_forever()


main()

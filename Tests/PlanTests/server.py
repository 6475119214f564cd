"""Providers as their documents describe them, on the loopback interface, for scripts to be tried on.

    server.py --provider NAME --schemas DIR [--there KIND,KIND]

Each provider is a file of its own in `servers`, under its id. Prints the port on its first line. States move on one step
with every question about them, and only then. What is asked too early or in the wrong order is refused. Bodies are held against the schemas. `--there` names kinds of things that the
plan does not make, so that they are there already.

For the tests: GET /_playing says whether somebody could watch now, GET /_left what there is, GET /_faults what no sound
script sends, GET /_bodies every body that came, GET /_stored what became of them.
"""

import argparse
import http.server
import importlib
import json
import os
import pathlib
import sys
import threading
import urllib.parse

SERVERS = pathlib.Path(__file__).parent / "servers"
sys.dont_write_bytecode = True
sys.path.insert(0, str(SERVERS))

from provider import Provider, Refusal  # noqa: E402


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    provider = None
    bodies = []

    def serve(self):
        url = urllib.parse.urlsplit(self.path)
        length = self.headers.get("Content-Length")
        if self.command in ("POST", "PUT") and length is None:
            return self.reply(411, {"error": "length required"})
        raw = self.rfile.read(int(length or 0))
        provider = self.provider
        about = {
            "/_playing": provider.playing, "/_left": provider.left, "/_faults": lambda: provider.faults, "/_bodies": lambda: self.bodies,
            "/_stored": provider.stored,
        }.get(url.path)
        if about:
            return self.reply(200, about())
        try:
            body = json.loads(raw) if raw else None
            if raw:
                self.bodies.append(body)
            if raw and self.headers.get("Content-Type") != "application/json":
                provider.faults.append(f"{self.command} {url.path}: a body of another type")
            self.reply(*provider.answer(self.command, url.path, self.headers, body))
        except Refusal as refusal:
            self.reply(refusal.status, refusal.answer)
        except ValueError as error:
            provider.faults.append(f"{self.command} {url.path}: {error}")
            self.reply(400, {"error": "not JSON"})

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve

    def reply(self, status, answer):
        body = b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
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

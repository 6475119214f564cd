"""Runs a script of a plan against a server on this machine, and judges with botocore how its requests are signed.

    credentials.py SCRIPT VARIABLE TOKEN

VARIABLE is given the URL of the server; TOKEN is a session token, or nothing. Prints `basic` or `signed` for each request whose credentials are right,
and what is wrong with the others.
"""

import base64
import http.server
import os
import subprocess
import sys
import threading

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.compat import HTTPHeaders
from botocore.credentials import Credentials

KEY, SECRET = "AKID-\"\\'$`&%", "secret-\"\\'$`&%/+="


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        print(self.judged(raw), flush=True)
        answer = b'{"id": "1", "status": "live"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST

    def judged(self, raw):
        given = self.headers.get("Authorization", "")
        if given.startswith("Basic "):
            return "basic" if base64.b64decode(given[6:]).decode() == f"{KEY}:{SECRET}" else f"wrong: {given}"
        scope, _, rest = given.partition(", SignedHeaders=")
        names = rest.partition(",")[0].split(";")
        region, service = scope.split("/")[-3:-1]
        request = AWSRequest(self.command, f"http://{self.headers['Host']}{self.path}", {name: self.headers[name] for name in names}, raw)
        request.context["timestamp"] = self.headers["X-Amz-Date"]
        judge = SigV4Auth(Credentials(KEY, SECRET, sys.argv[3] or None), service, region)
        # Signs the headers that curl signed.
        judge.headers_to_sign = lambda request: HTTPHeaders.from_dict({name: self.headers[name] for name in names})
        for name in ["X-Amz-Security-Token"] if sys.argv[3] else []:
            if self.headers.get(name) != sys.argv[3] or name.lower() not in names:
                return f"wrong: {name} is not signed"
        wanted = judge.signature(judge.string_to_sign(request, judge.canonical_request(request)), request)
        return f"signed {region} {service}" if given.endswith(f"Signature={wanted}") else f"wrong: {given}, not {wanted}"

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
environment = dict(
    os.environ, RUNG_RETRIES="0", RUNG_STATE=sys.argv[1] + ".state", no_proxy="127.0.0.1", **{sys.argv[2]: f"http://127.0.0.1:{server.server_address[1]}"})
for name in ["AWS_ACCESS_KEY_ID", "BASIC_USER"]:
    environment[name] = KEY
for name in ["AWS_SECRET_ACCESS_KEY", "BASIC_PASSWORD"]:
    environment[name] = SECRET
environment.pop("AWS_SESSION_TOKEN", None)
if sys.argv[3]:
    environment["AWS_SESSION_TOKEN"] = sys.argv[3]
result = subprocess.run(["sh", sys.argv[1]], env=environment, capture_output=True, text=True)
if SECRET in result.stdout + result.stderr or result.returncode:
    print(result.returncode, result.stdout, result.stderr)

"""What `rung lsp` takes to answer, a Markdown table: editor.py RUNG.

A spec of 10 KB with a base, four targets and a configuration; one line is typed anew for each question, so that nothing is remembered of the answer.
Beside each answer stands `rung check` of the same file, a process of its own, turn about.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

rung = os.path.abspath(sys.argv[1])
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 200

BASE = """rung: 1
base: true
targets:
  tenbyte: {region: sg-edge-04}
  mkio: {}
  qencode: {}
  livekit: {}
ingest: {mode: push, protocols: [rtmp]}
ladder:
  defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
packaging:
  hls: {segment_format: mpegts, segment_duration: 4s}
"""


def spec():
    text = "rung: 1\nname: News\nextends: base.yaml\nladder:\n  renditions:\n"
    for number in range(6):
        text += f"    - name: r{number}\n      resolution: {1920 - 128 * number * 2}x{1080 - 72 * number * 2}\n      bitrate: {5000 - 700 * number}k\n      max_bitrate: {5500 - 700 * number}k\n"
        text += f"      buffer: {11000 - 1400 * number}k\n      profile: high\n      level: \"4.0\"\n      bframes: 2\n      ref_frames: 3\n"
    text += "labels:\n"
    while len(text) < 10_000:
        text += f"  label_{len(text)}: a value that is passed on where the provider supports it\n"
    return text


class Server:
    def __init__(self, folder):
        self.process = subprocess.Popen([rung, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder)
        self.number = 0
        # The version that findings have been published of: they may come before an answer or after it.
        self.published = None

    def write(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self):
        length = int(self.process.stdout.readline().split(b":")[1])
        self.process.stdout.readline()
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published = message["params"].get("version")
        return message

    def until_published(self, version):
        while self.published != version:
            self.read()

    def ask(self, method, params):
        self.number += 1
        self.write({"id": self.number, "method": method, "params": params})
        while (message := self.read()).get("id") != self.number:
            pass
        return message

    def memory(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


with tempfile.TemporaryDirectory() as folder:
    text = spec()
    for name, content in (("base.yaml", BASE), ("rung.yaml", "severity:\n  tenbyte/not-expressible: note\n"), ("a.rung.yaml", text)):
        with open(os.path.join(folder, name), "w") as file:
            file.write(content)
    uri = f"file://{folder}/a.rung.yaml"
    document = {"textDocument": {"uri": uri}}
    server = Server(folder)
    server.ask("initialize", {"capabilities": {}})
    server.write({"method": "initialized", "params": {}})
    version = 1
    server.write({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "yaml", "version": version, "text": text}}})
    server.until_published(version)
    line = text[: text.index("bitrate: 4300k")].count("\n")

    def edit():
        global version
        version += 1
        change = {"range": {"start": {"line": line, "character": 15}, "end": {"line": line, "character": 20}}, "text": f"{random.randint(2000, 9999)}k"}
        server.write({"method": "textDocument/didChange", "params": {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}})

    here = {"line": line, "character": 8}
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 10_000, "character": 0}}
    questions = {
        "findings": None,
        "hover": ("textDocument/hover", {"position": here}),
        "completion": ("textDocument/completion", {"position": {"line": line, "character": 6}}),
        "quick fixes": ("textDocument/codeAction", {"range": {"start": here, "end": here}, "context": {"diagnostics": [], "only": ["quickfix"]}}),
        "definition": ("textDocument/definition", {"position": here}),
        "symbols": ("textDocument/documentSymbol", {}),
        "inlay hints": ("textDocument/inlayHint", {"range": whole}),
        "code lens": ("textDocument/codeLens", {}),
        "formatting": ("textDocument/formatting", {"options": {"tabSize": 2, "insertSpaces": True}}),
    }
    print("| answers after an edit, a spec of 10 KB with a base, four targets and a configuration | half within | 95 of 100 within | half of `rung check` within | ratio | bar |\n|---|---|---|---|---|---|")
    for title, question in questions.items():
        answers, checks = [], []
        for _ in range(rounds):
            start = time.perf_counter()
            edit()
            if question:
                server.ask(question[0], {**document, **question[1]})
                answers.append(time.perf_counter() - start)
            # What is published of the edit belongs to it.
            server.until_published(version)
            if not question:
                answers.append(time.perf_counter() - start)
            if len(checks) < rounds // 10:
                start = time.perf_counter()
                subprocess.run([rung, "check", "--quiet", "a.rung.yaml"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                checks.append(time.perf_counter() - start)
        middle, most, check = statistics.median(answers), sorted(answers)[len(answers) * 95 // 100 - 1], statistics.median(checks)
        print(f"| {title} | {middle * 1e3:.1f} ms | {most * 1e3:.1f} ms | {check * 1e3:.1f} ms | {middle / check:.2f} | 95 of 100 within 20 ms |", flush=True)
    def edits():
        """Ten thousand; nothing is read before a hundred are written."""
        for _ in range(100):
            for _ in range(100):
                edit()
            server.until_published(version)
        return server.memory()

    early, late = edits(), edits()
    print(f"\nThe server has {early / 1e3:.0f} MB after 10,000 edits, and {late / 1e3:.0f} MB after 10,000 more: {late / early:.2f} times.")
    server.ask("shutdown", None)
    server.write({"method": "exit"})
    server.process.wait()

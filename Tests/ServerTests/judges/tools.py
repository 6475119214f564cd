"""Drives `rung mcp` by the reference client of the Model Context Protocol, which checks each answer against the protocol and the schema of its tool.

RUNG names the program.
"""

import json
import os
import pathlib
import subprocess

import anyio
import jsonschema
import mcp_types as types
import pytest
from mcp import ClientSession, MCPError, StdioServerParameters
from mcp.client.client import Client
from mcp.client.stdio import stdio_client

RUNG = os.environ["RUNG"]
SCHEMAS = pathlib.Path(__file__).parents[3] / "schemas"

BASE = """\
rung: 1
targets:
  tenbyte: {region: sg-edge-04}
ingest: {mode: push, protocols: [rtmp]}
ladder:
  defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
    - {name: 720p, resolution: 1280x720, bitrate: 1500k}
packaging:
  hls: {segment_format: mpegts}
"""
GOOD = "rung: 1\nname: News\nextends: base.yaml\n"
BROKEN = "rung: 1\nname: Broken\nextends: base.yaml\nladder: {renditions: [{name: 1080p, bitrate: 1500}]}\nlabels: {key: '${env:TOP_SECRET}'}\n"
UNREADABLE = 'rung: 1\nname: "never closed\n'
INGRESS = {"name": "news", "input_type": "RTMP_INPUT", "room_name": "news", "participant_identity": "host"}


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.fixture
def folder(tmp_path):
    channels = tmp_path / "channels"
    channels.mkdir()
    # A configuration holds up to the root of a repository.
    (tmp_path / ".git").mkdir()
    (channels / "base.yaml").write_text(BASE)
    (channels / "news.yaml").write_text(GOOD)
    (tmp_path / "broken.yaml").write_text(BROKEN.replace("base.yaml", "channels/base.yaml"))
    (tmp_path / "unreadable.yaml").write_text(UNREADABLE)
    (tmp_path / "rung.yaml").write_text("severity:\n  spec/base-not-marked: note\n")
    (tmp_path / "ingress.json").write_text(json.dumps(INGRESS))
    return tmp_path


def parameters(folder, *arguments):
    return StdioServerParameters(command=RUNG, args=["mcp", *arguments], cwd=folder, env={"TOP_SECRET": "hunter2-very-secret"})


def rung(folder, *arguments, status=None):
    run = subprocess.run([RUNG, *arguments], cwd=folder, capture_output=True, text=True)
    assert status is None or run.returncode == status, run.stderr
    return run.stdout


def documents(result, of=None):
    """The document of an answer, which stands there twice, held against the published schemas."""
    assert not result.is_error, result.content
    document = result.structured_content
    assert json.loads(result.content[0].text) == document and document["version"] == 1
    assert "hunter2" not in result.content[0].text
    if "findings" in document:
        jsonschema.validate(document["findings"], json.loads((SCHEMAS / "diagnostics.v1.schema.json").read_text()))
    if of and document["result"] is not None:
        jsonschema.validate(document["result"], json.loads((SCHEMAS / f"{of}.v1.schema.json").read_text()))
    return document


def message(result):
    assert result.is_error and result.structured_content is None
    return result.content[0].text


def ids(document):
    return [finding["id"] for finding in document["findings"]["diagnostics"]]


@pytest.mark.anyio
async def test_negotiation(folder):
    """A client that probes for what is newer falls back; one of each edition gets its own, and an unknown one the newest."""
    async with Client(parameters(folder)) as client:
        assert client.protocol_version == "2025-11-25"
        assert client.server_info.name == "rung" and client.instructions
        assert client.server_info.version == rung(folder, "--version").strip()
        assert client.server_capabilities.tools and not client.server_capabilities.resources
    async with Client(parameters(folder), mode="legacy") as client:
        await client.send_ping()
    for asked, given in [(each, each) for each in ("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")] + [("2019-01-01", "2025-11-25")]:
        lines = raw(folder, {"id": 1, "method": "initialize", "params": {"protocolVersion": asked, "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}})
        assert lines[0]["result"]["protocolVersion"] == given
        types.InitializeResult.model_validate(lines[0]["result"])


@pytest.mark.anyio
async def test_list(folder):
    async with stdio_client(parameters(folder)) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        tools = (await session.list_tools()).tools
        assert [tool.name for tool in tools] == ["check", "compile", "plan", "convert", "explain", "design"]
        for tool in tools:
            assert tool.title and tool.description and tool.annotations.read_only_hint and tool.annotations.open_world_hint is False
            for schema in (tool.input_schema, tool.output_schema):
                jsonschema.Draft202012Validator.check_schema(schema)
                assert schema["type"] == "object" and schema["additionalProperties"] is False
            for name, member in tool.input_schema["properties"].items():
                assert member["description"], name
        with pytest.raises(MCPError) as error:
            await session.call_tool("destroy", {})
        assert error.value.error.code == -32602 and "check, compile" in error.value.error.message


@pytest.mark.anyio
async def test_check(folder):
    async with Client(parameters(folder)) as client:
        for paths in (["channels"], ["channels/news.yaml"], ["channels/base.yaml"], ["broken.yaml"], ["unreadable.yaml"], ["."], ["channels/*.yaml", "broken.yaml"], ["channels", "missing.yaml"]):
            document = documents(await client.call_tool("check", {"paths": paths}))
            assert document["findings"] == json.loads(rung(folder, "check", "--format", "json", *paths)), paths
            assert document["result"] is None
        mkio = documents(await client.call_tool("check", {"paths": ["channels"], "targets": ["mkio"], "packs": ["apple-hls"]}))
        assert mkio["findings"] == json.loads(rung(folder, "check", "--format", "json", "--for", "mkio", "--pack", "apple-hls", "channels"))
        # A text is judged as standard input of its name is: with what it extends, and the configuration there.
        document = documents(await client.call_tool("check", {"inputs": [{"name": "channels/draft.yaml", "text": BROKEN}]}))
        run = subprocess.run([RUNG, "check", "-", "--stdin-filename", "channels/draft.yaml", "--format", "json"], cwd=folder, capture_output=True, text=True, input=BROKEN)
        assert document["findings"] == json.loads(run.stdout) and "spec/unit-missing" in ids(document)
        # What is handed over counts in place of files.
        document = documents(await client.call_tool("check", {"inputs": [{"text": "rung: 1\nname: a\nextends: b.yaml\n"}], "files": {"b.yaml": "rung: 1\nbase: true\nlables: {}\n"}}))
        assert any(finding["file"] == "b.yaml" for finding in document["findings"]["diagnostics"])
        body = documents(await client.call_tool("check", {"paths": ["ingress.json"], "as": "livekit"}))
        assert body["findings"] == json.loads(rung(folder, "check", "--as", "livekit", "--format", "json", "ingress.json"))
        for arguments, words in [
            ({}, "paths"), ({"paths": []}, "empty"), ({"paths": ["missing.yaml"]}, "missing.yaml"), ({"paths": ["ingress.json", "-"]}, "-"), ({"paths": ["/dev/fd/0"]}, "/dev/fd/0"),
            ({"paths": "channels"}, "not a list"), ({"paths": ["channels"], "inputs": [{"text": ""}]}, "remove one"), ({"inputs": [{"name": "a"}]}, "text"), ({"input": {"text": ""}}, "no member `input`"),
            ({"paths": ["channels"], "packs": ["apple"]}, "apple-hls"), ({"paths": ["channels"], "targets": ["tenbite"]}, "did you mean `tenbyte`"), ({"paths": ["ingress.json"], "as": "livekid"}, "livekit"), ({"paths": ["channels"], "operation": "merge"}, "no member `operation`"),
        ]:
            assert words in message(await client.call_tool("check", arguments)), arguments


@pytest.mark.anyio
async def test_compile_and_plan(folder):
    async with Client(parameters(folder)) as client:
        document = documents(await client.call_tool("compile", {"paths": ["channels"]}))
        assert document["result"] == json.loads(rung(folder, "compile", "channels", status=0))
        document = documents(await client.call_tool("compile", {"paths": ["channels"], "targets": ["tenbyte", "qencode"]}))
        assert document["result"] == json.loads(rung(folder, "compile", "channels", "--for", "tenbyte,qencode", status=0))
        for tool in ("compile", "plan"):
            for paths in (["broken.yaml"], ["unreadable.yaml"], ["channels", "missing.yaml"], ["channels/base.yaml"]):
                document = documents(await client.call_tool(tool, {"paths": paths}))
                assert document["result"] is None and rung(folder, tool, *paths) == "", (tool, paths)
            assert "channels/nowhere" in message(await client.call_tool(tool, {"paths": ["channels/nowhere"]}))
        document = documents(await client.call_tool("plan", {"paths": ["channels"]}), "plan")
        assert document["result"] == json.loads(rung(folder, "plan", "channels", "--format", "json", status=0))
        assert "Evening" in message(await client.call_tool("plan", {"paths": ["channels"], "stream": "Evening"}))
        assert "nothing" in message(await client.call_tool("compile", {"paths": ["channels"], "request": "nothing"}))
        # References stay what they are.
        text = GOOD + "labels: {key: '${env:TOP_SECRET}'}\n"
        document = documents(await client.call_tool("compile", {"inputs": [{"name": "channels/secret.yaml", "text": text}]}))
        assert "${env:TOP_SECRET}" in json.dumps(document)


@pytest.mark.anyio
async def test_convert_explain_design(folder):
    async with Client(parameters(folder)) as client:
        arguments = {"from": "livekit", "targets": ["mux"], "paths": ["ingress.json"]}
        document = documents(await client.call_tool("convert", arguments))
        printed = rung(folder, "convert", "--from", "livekit", "--for", "mux", "ingress.json")
        assert document["result"] == (json.loads(printed) if printed else None) and document["findings"]["summary"]["files"] == 1
        open_ = documents(await client.call_tool("convert", {**arguments, "targets": ["tenbyte"]}))
        assert open_["result"] is None and ids(open_)
        for wrong, words in [({"targets": ["mux", "mkio"]}, "one provider"), ({"from": "nobody"}, "nobody"), ({"paths": ["missing.json"]}, "missing.json"), ({"paths": ["channels/missing", "ingress.json"]}, "missing")]:
            assert words in message(await client.call_tool("convert", {**arguments, **wrong})), wrong

        document = documents(await client.call_tool("explain", {"rule": "ladder/gop-mismatch"}), "rules")
        rules = json.loads(rung(folder, "rules", "--format", "json"))["rules"]
        assert document["result"]["rules"] == [rule for rule in rules if rule["id"] == "ladder/gop-mismatch"]
        assert "gop-mismatch" in message(await client.call_tool("explain", {"rule": "ladder/gop-missmatch"}))
        assert "rule" in message(await client.call_tool("explain", {}))

        arguments = {"source": "1920x1080@50", "targets": ["tenbyte"], "fps": "25", "max_bitrate": "5M", "rungs": 3, "content": "sports", "codec": "h264"}
        document = documents(await client.call_tool("design", arguments), "design")
        options = ["--source", "1920x1080@50", "--for", "tenbyte", "--fps", "25", "--max-bitrate", "5M", "--rungs", "3", "--content", "sports"]
        assert document["result"] == json.loads(rung(folder, "ladder", "design", *options, "--format", "json", status=0)) and document["findings"]["diagnostics"] == []
        assert document["result"]["spec"] == rung(folder, "ladder", "design", *options) and len(document["result"]["renditions"]) == 3
        document = documents(await client.call_tool("design", {**arguments, "fps": "29"}), "design")
        assert document["result"] == json.loads(rung(folder, "ladder", "design", *options[:4], "--fps", "29", *options[6:], "--format", "json", status=1))
        assert document["result"]["spec"] is None and document["result"]["obstacles"]
        for wrong, words in [({"source": "1080p"}, "1920x1080@30"), ({"rungs": "3"}, "integer"), ({"codec": "mpeg2"}, "h265"), ({"max_bitrate": "5"}, "5M"), ({"halve_low_rungs": "yes"}, "true or false")]:
            assert words in message(await client.call_tool("design", {**arguments, **wrong})), wrong


@pytest.mark.anyio
async def test_options(folder):
    """--root is a fence and where relative paths start; --baseline passes what is known; a configuration with a fault is told."""
    os.unlink(folder / "rung.yaml")
    rung(folder, "check", ".", "--baseline", "known.json", "--update-baseline")
    async with Client(parameters(folder, "--baseline", "known.json")) as client:
        document = documents(await client.call_tool("check", {"paths": ["."]}))
        assert document["findings"] == json.loads(rung(folder, "check", ".", "--baseline", "known.json", "--format", "json")) and document["findings"]["summary"]["suppressed"]
    os.symlink(folder / "broken.yaml", folder / "channels" / "linked.yaml")
    async with Client(parameters(folder, "--root", "channels")) as client:
        document = documents(await client.call_tool("check", {"paths": ["news.yaml"]}))
        assert document["findings"]["summary"]["errors"] == 0
        assert "outside" in message(await client.call_tool("check", {"paths": ["../broken.yaml"]}))
        assert "outside" in message(await client.call_tool("check", {"paths": ["linked.yaml"]}))
        assert "outside" in message(await client.call_tool("check", {"inputs": [{"name": "../a.yaml", "text": GOOD}]}))
        document = documents(await client.call_tool("check", {"inputs": [{"name": "a.yaml", "text": "rung: 1\nname: a\nextends: ../broken.yaml\n"}]}))
        assert "outside" in json.dumps(document)
    os.unlink(folder / "channels" / "linked.yaml")
    async with Client(parameters(folder)) as client:
        (folder / "rung.yaml").write_text("severity:\n  ladder/gop-mismatch: loud\n")
        fault = message(await client.call_tool("check", {"paths": ["channels"]}))
        assert "rung.yaml has errors" in fault and "loud" in fault
        os.unlink(folder / "rung.yaml")
        documents(await client.call_tool("check", {"paths": ["channels"]}))
        # Nothing is remembered of a file that goes away.
        os.unlink(folder / "channels" / "news.yaml")
        assert "news.yaml" in message(await client.call_tool("check", {"paths": ["channels/news.yaml"]}))


@pytest.mark.anyio
async def test_nothing_is_written(folder):
    def state():
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else None) for path in sorted(folder.rglob("*"))}

    before = state()
    async with Client(parameters(folder)) as client:
        for tool, arguments in [
            ("check", {"paths": ["."]}), ("compile", {"paths": ["channels"]}), ("plan", {"paths": ["channels"]}), ("convert", {"from": "livekit", "targets": ["mux"], "paths": ["ingress.json"]}),
            ("design", {"source": "1920x1080@25"}),
        ]:
            documents(await client.call_tool(tool, arguments))
    assert state() == before


@pytest.mark.anyio
async def test_large(folder):
    """A text of 1 MB beside small ones, sent at once: every answer comes, each to its request."""
    large = GOOD + "labels:\n" + "".join(f"  label_{number}: some value that is passed on\n" for number in range(25_000))
    assert len(large) > 1_000_000
    async with Client(parameters(folder)) as client:
        results = {}

        async def ask(key, text):
            results[key] = documents(await client.call_tool("check", {"inputs": [{"name": f"channels/{key}.yaml", "text": text}]}))

        async with anyio.create_task_group() as group:
            group.start_soon(ask, "large", large)
            for number in range(5):
                group.start_soon(ask, f"n{number}", GOOD.replace("News", f"News {number}"))
        assert len(results) == 6 and all(result["findings"]["summary"]["files"] == 1 for result in results.values())


@pytest.mark.anyio
async def test_cancellation(folder):
    """A client that gives up goes on with the next call."""
    large = GOOD + "labels:\n" + "".join(f"  label_{number}: some value that is passed on\n" for number in range(10_000))
    async with Client(parameters(folder)) as client:
        for _ in range(3):
            with anyio.move_on_after(0.02):
                await client.call_tool("check", {"inputs": [{"text": large}]})
        documents(await client.call_tool("check", {"paths": ["channels"]}))


# What no client sends.


def raw(folder, *messages, close=True):
    """Writes messages, or lines, and reads all that is answered."""
    lines = [each if isinstance(each, bytes) else json.dumps(each if isinstance(each, list) else {"jsonrpc": "2.0", **each}).encode() for each in messages]
    run = subprocess.run([RUNG, "mcp"], cwd=folder, input=b"".join(line + b"\n" for line in lines), capture_output=True, timeout=60)
    assert run.returncode == 0 and run.stderr == b"", run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def initialize(version="2025-11-25"):
    return {"id": 0, "method": "initialize", "params": {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}}


PING = {"jsonrpc": "2.0", "id": 7, "method": "ping"}


def test_malformed(folder):
    answers = raw(
        folder, {"id": 1, "method": "tools/list"}, initialize(), initialize(), b"{", b"\xff\xfe", b"", b"[]", b"17", {"id": 2, "method": "tools/call"}, {"id": 3, "method": "tools/list", "params": {"cursor": "x"}},
        {"id": 4, "method": "tools/call", "params": {"name": "check", "arguments": []}}, {"id": "five", "method": "resources/list"}, {"method": "notifications/unheardOf"}, {"id": 9, "result": {}},
        {"method": "notifications/cancelled", "params": {"requestId": 77}}, {"method": "notifications/cancelled"}, [PING], b'{"jsonrpc":"1.0","id":6,"method":"ping"}', PING)
    codes = [(answer["id"], answer.get("error", {}).get("code")) for answer in answers]
    assert codes == [
        (1, -32600), (0, None), (0, -32600), (None, -32700), (None, -32700), (None, -32600), (None, -32600), (2, -32602), (3, -32602), (4, -32602), ("five", -32601), (None, -32600), (6, -32600), (7, None),
    ]


def test_batches(folder):
    """Lists of messages are of one edition only."""
    call = {"jsonrpc": "2.0", "id": "a", "method": "tools/call", "params": {"name": "explain", "arguments": {"rule": "ladder/gop-mismatch"}}}
    note = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    answers = raw(folder, initialize("2025-03-26"), [note], [PING, note, 17, call, {"jsonrpc": "2.0", **initialize()}], [], PING)
    assert isinstance(answers[1], list) and [(each["id"], each.get("error", {}).get("code")) for each in answers[1]] == [(7, None), (None, -32600), ("a", None), (0, -32600)]
    assert answers[2]["error"]["code"] == -32600 and answers[3]["id"] == 7 and len(answers) == 4


def test_cancelled_before_it_begins(folder):
    calls = [{"id": number, "method": "tools/call", "params": {"name": "check", "arguments": {"paths": ["channels"]}}} for number in range(1, 21)]
    cancels = [{"method": "notifications/cancelled", "params": {"requestId": number, "reason": "enough"}} for number in range(11, 21)]
    answers = raw(folder, initialize(), *calls, *cancels, PING)
    assert [answer["id"] for answer in answers] == [0, *range(1, 11), 7]


def test_closed_pipes(folder):
    server = subprocess.Popen([RUNG, "mcp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    server.stdin.write(json.dumps({"jsonrpc": "2.0", **initialize()}).encode() + b"\n")
    server.stdin.flush()
    server.stdout.readline()
    # Nobody reads any more.
    server.stdout.close()
    try:
        for _ in range(20):
            server.stdin.write(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/list"}).encode() + b"\n")
            server.stdin.flush()
    except BrokenPipeError:
        pass
    assert server.wait(timeout=20) == 0 and server.stderr.read() == b""
    # Half of a message, and the end.
    run = subprocess.run([RUNG, "mcp"], input=b'{"jsonrpc":"2.0","id":1,"meth', capture_output=True, timeout=20)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")

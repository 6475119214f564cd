"""Drives every feature of `rung lsp` as editors do: pytest-lsp checks each answer against the types of the protocol.

RUNG names the program. The tests run once with the capabilities of each editor.
"""

import json
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

EDITORS = ["neovim@v0.7.0", "neovim@v0.11.0", "visual-studio-code@v1.65.2", "emacs@v29.1"]
if os.environ.get("RUNG_DEPTH") not in ("full", "all"):
    # One that counts in UTF-16, and one that offers UTF-8.
    EDITORS = EDITORS[:2]

BASE = """\
rung: 1
base: true
targets:
  tenbyte: {region: sg-edge-04}
  qencode: {}
ingest: {mode: push, protocols: [rtmp]}
ladder:
  defaults:
    fps: 25
    keyframe_interval: 2s
    codec: h264
    audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
    - {name: 720p, resolution: 1280x720, bitrate: 1500k}
packaging:
  hls: {segment_format: mpegts}
"""

SPEC = """\
# Two lines
# of comment.
rung: 1
name: Näws 📺
extends: base.yaml
description: &about Evening news
labels: {about: *about}
ladder:
  drop: [720p]
  renditions:
    - name: 1080p
      bitrate: 2800k
      max_bitrate: 3000k
packaging:
  hls: {segment_format: mpegts, segment_duration: 3s}
"""

BODY = {"name": "news", "region": "sg-edge-04", "ingest": {"protocols": ["rtmp"]}, "type": "linear", "ladder": {"video": []}}


class Editor:
    """A client with the capabilities of one editor, and a folder of files."""

    def __init__(self, client: LanguageClient, folder: pathlib.Path):
        self.client, self.folder, self.texts, self.versions = client, folder, {}, {}

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def open(self, name: str, text: str | None = None, language: str = "yaml") -> str:
        text = (self.folder / name).read_text() if text is None else text
        self.texts[name], self.versions[name] = text, 1
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(self.uri(name), language, 1, text)))
        return self.uri(name)

    def change(self, name: str, text: str) -> None:
        self.texts[name] = text
        self.versions[name] += 1
        document = lsp.VersionedTextDocumentIdentifier(uri=self.uri(name), version=self.versions[name])
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [lsp.TextDocumentContentChangeWholeDocument(text)]))

    async def findings(self, name: str):
        """What was published of the newest text."""
        while True:
            for params in self.client.published:
                if params.uri == self.uri(name) and params.version == self.versions[name]:
                    self.client.published.remove(params)
                    return params.diagnostics
            await self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    def units(self, text: str) -> int:
        if self.encoding == "utf-8":
            return len(text.encode())
        return len(text.encode("utf-16-le")) // 2

    def position(self, name: str, mark: str, more: int = 0) -> lsp.Position:
        text = self.texts[name]
        index = text.index(mark) + more
        start = text.rfind("\n", 0, index) + 1
        return lsp.Position(text.count("\n", 0, index), self.units(text[start:index]))

    def at(self, name: str, mark: str, more: int = 0) -> dict:
        return {"text_document": lsp.TextDocumentIdentifier(self.uri(name)), "position": self.position(name, mark, more)}

    def offset(self, name: str, position: lsp.Position) -> int:
        lines = self.texts[name].split("\n")
        line, units = lines[position.line], 0
        for column in range(len(line) + 1):
            if self.units(line[:column]) == position.character:
                return sum(len(each) + 1 for each in lines[: position.line]) + column
        raise AssertionError(f"{position} is in the middle of a character")

    def text(self, name: str, range_: lsp.Range) -> str:
        return self.texts[name][self.offset(name, range_.start) : self.offset(name, range_.end)]

    def edited(self, name: str, edits) -> str:
        text = self.texts[name]
        for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
            text = text[: self.offset(name, edit.range.start)] + edit.new_text + text[self.offset(name, edit.range.end) :]
        return text

    def everything(self, name: str) -> lsp.Range:
        return lsp.Range(lsp.Position(0, 0), lsp.Position(self.texts[name].count("\n"), 0))

    def document(self, name: str) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri(name))

    async def actions(self, name: str, range_: lsp.Range, only=None):
        context = lsp.CodeActionContext(diagnostics=[], only=only)
        return await self.client.text_document_code_action_async(lsp.CodeActionParams(self.document(name), range_, context)) or []


def made() -> LanguageClient:
    """A client that keeps all that was published: that of pytest-lsp forgets of which version it was."""
    client = LanguageClient(converter_factory=default_converter)
    client.published = []

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: lsp.PublishDiagnosticsParams):
        client.published.append(params)

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def registered(params: lsp.RegistrationParams):
        return None

    @client.feature(lsp.WINDOW_SHOW_MESSAGE)
    def message(params: lsp.ShowMessageParams):
        client.messages.append(params)

    @client.feature(lsp.WINDOW_SHOW_DOCUMENT)
    def shown(params: lsp.ShowDocumentParams):
        client.shown_documents.append(params)
        return lsp.ShowDocumentResult(True)

    return client


@pytest_lsp.fixture(params=EDITORS, config=ClientServerConfig([os.environ["RUNG"], "lsp"], client_factory=made))
async def client(request, lsp_client: LanguageClient):
    answer = await lsp_client.initialize_session(
        lsp.InitializeParams(capabilities=client_capabilities(request.param), root_uri=None, process_id=os.getpid()))
    lsp_client.encoding = answer.capabilities.position_encoding or "utf-16"
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(client, tmp_path):
    made = Editor(client, tmp_path)
    made.encoding = client.encoding
    made.write("base.yaml", BASE)
    made.write("news.rung.yaml", SPEC)
    return made


def codes(findings) -> list[str]:
    return [finding.code for finding in findings]


async def test_findings(editor):
    editor.open("news.rung.yaml", SPEC.replace("bitrate: 2800k", "bitrate: 2800"))
    findings = await editor.findings("news.rung.yaml")
    wrong = [finding for finding in findings if finding.code == "spec/unit-missing"]
    assert len(wrong) == 1 and editor.text("news.rung.yaml", wrong[0].range) == "2800"
    assert wrong[0].severity == lsp.DiagnosticSeverity.Error and wrong[0].source == "rung" and "2800k" in wrong[0].message
    page = pathlib.Path(wrong[0].code_description.href.removeprefix("file://"))
    assert "spec/unit-missing" in page.read_text()
    editor.change("news.rung.yaml", SPEC)
    assert "spec/unit-missing" not in codes(await editor.findings("news.rung.yaml"))


async def test_characters_outside_of_ascii(editor):
    editor.open("news.rung.yaml", SPEC.replace("name: Näws 📺", "name: Näws 📺 # rung: alow spec/no-target -- 📺"))
    found = [finding for finding in await editor.findings("news.rung.yaml") if finding.code == "allow/malformed"]
    assert [editor.text("news.rung.yaml", finding.range) for finding in found] == ["alow"]


async def test_finding_in_a_base(editor):
    editor.write("base.yaml", BASE.replace("fps: 25", "fps: 23"))
    editor.open("news.rung.yaml")
    found = [finding for finding in await editor.findings("news.rung.yaml") if finding.code == "tenbyte/frame-rate-not-taken"]
    assert found and editor.text("news.rung.yaml", found[0].range) == "base.yaml"
    assert found[0].related_information[0].location.uri == editor.uri("base.yaml")
    # Where the base is open, it is there.
    editor.open("base.yaml")
    await editor.findings("base.yaml")
    editor.change("news.rung.yaml", SPEC + "\n")
    assert "tenbyte/frame-rate-not-taken" not in codes(await editor.findings("news.rung.yaml"))


async def test_base_that_is_not_saved(editor):
    editor.open("news.rung.yaml")
    assert "tenbyte/frame-rate-not-taken" not in codes(await editor.findings("news.rung.yaml"))
    editor.open("base.yaml", BASE.replace("fps: 25", "fps: 23"))
    while True:
        await editor.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        if any(params.uri == editor.uri("base.yaml") and "tenbyte/frame-rate-not-taken" in codes(params.diagnostics) for params in editor.client.published):
            break


async def test_configuration(editor):
    editor.write("rung.yaml", "severity:\n  spec/no-target: off\n")
    editor.open("alone.rung.yaml", "rung: 1\nname: a\n")
    assert "spec/no-target" not in codes(await editor.findings("alone.rung.yaml"))
    # What is typed counts, and a configuration that cannot be read is a finding of the spec.
    editor.open("rung.yaml", "severity:\n  spec/no-target: oof\n")
    assert "spec/not-one-of" in codes(await editor.findings("rung.yaml"))
    editor.change("alone.rung.yaml", "rung: 1\nname: b\n")
    assert "configuration" in (await editor.findings("alone.rung.yaml"))[0].message


async def test_quick_fix(editor):
    editor.open("news.rung.yaml", SPEC.replace("max_bitrate", "max_bitrte"))
    finding = [each for each in await editor.findings("news.rung.yaml") if each.code == "spec/unknown-key"][0]
    action = [each for each in await editor.actions("news.rung.yaml", finding.range) if each.title.startswith("write")][0]
    assert action.kind == lsp.CodeActionKind.QuickFix
    editor.change("news.rung.yaml", editor.edited("news.rung.yaml", action.edit.changes[editor.uri("news.rung.yaml")]))
    assert editor.texts["news.rung.yaml"] == SPEC
    assert "spec/unknown-key" not in codes(await editor.findings("news.rung.yaml"))


async def test_fix_all(editor):
    editor.open("news.rung.yaml", SPEC.replace("max_bitrate", "max_bitrte").replace("ladder:", "laddr:"))
    await editor.findings("news.rung.yaml")
    (action,) = await editor.actions("news.rung.yaml", editor.everything("news.rung.yaml"), [lsp.CodeActionKind.SourceFixAll])
    assert editor.edited("news.rung.yaml", action.edit.changes[editor.uri("news.rung.yaml")]) == SPEC


async def test_allow_with_a_reason(editor):
    name = "news.rung.yaml"
    editor.open(name)
    finding = [each for each in await editor.findings(name) if each.code == "ladder/max-without-buffer"][0]
    action = [each for each in await editor.actions(name, finding.range) if each.title == f"allow {finding.code} with a reason"][0]
    editor.change(name, editor.edited(name, action.edit.changes[editor.uri(name)]))
    after = codes(await editor.findings(name))
    assert finding.code not in after and "allow/reason-missing" in after
    editor.change(name, editor.texts[name].replace(f"{finding.code} -- \n", f"{finding.code} -- known\n"))
    after = codes(await editor.findings(name))
    assert finding.code not in after and "allow/reason-missing" not in after


async def test_hover(editor):
    name = "news.rung.yaml"
    editor.open(name)

    async def hover(mark, more=0):
        answer = await editor.client.text_document_hover_async(lsp.HoverParams(**editor.at(name, mark, more)))
        return answer and answer.contents.value

    text = await hover("max_bitrate")
    assert "VBV" in text and "`3000k`" in text
    text = await hover("bitrate: 2800k")
    assert "all renditions together" in text and "needed level: 4.0" in text and "1 kbps" in text and "checked 20" in text
    text = await hover("segment_duration")
    assert "2s to 4s long" in text
    assert await hover("Two lines") is None
    editor.change(name, SPEC + "# rung: allow-file ladder/gop-mismatch -- x\n")
    assert "ladder/gop-mismatch" in await hover("ladder/gop-mismatch", 3)
    editor.open("base.yaml")
    name = "base.yaml"
    assert "Published limits" in await hover("tenbyte", 2)
    assert "checked 20" in await hover("fps")


async def test_completion(editor):
    name = "news.rung.yaml"
    editor.open(name, SPEC)

    async def labels(text, mark, more):
        editor.change(name, text)
        answer = await editor.client.text_document_completion_async(lsp.CompletionParams(**editor.at(name, mark, more)))
        return [item.label for item in getattr(answer, "items", answer)]

    assert "bframes" in await labels(SPEC.replace("max_bitrate: 3000k", "b"), "      b\n", 7)
    assert {"playback", "recording"} <= set(await labels(SPEC + "pl", "\npl", 3))
    assert await labels(SPEC + "encoding: ", "encoding: ", 10) == ["transcode", "passthrough"]
    assert "segment_duration" in await labels(SPEC.replace(", segment_duration: 3s", ", "), "mpegts, ", 8)
    assert "tenbyte-balanced" in await labels(SPEC.replace("  drop: [720p]", "  preset: "), "preset: ", 8)
    assert {"1080p", "720p"} <= set(await labels(SPEC.replace("[720p]", "[]"), "drop: [", 7))
    assert "base.yaml" in await labels(SPEC.replace("extends: base.yaml", "extends: "), "extends: ", 9)
    assert {"tenbyte", "mkio"} <= set(await labels(SPEC.replace("extends: base.yaml", "targets: []"), "targets: [", 10))
    assert "tenbyte" in await labels(SPEC.replace("extends: base.yaml", "targets:\n  t"), "\n  t\n", 4)
    assert {"35k", "35M"} <= set(await labels(SPEC.replace("2800k", "35"), "bitrate: 35", 11))
    assert "ladder/gop-mismatch" in await labels(SPEC + "# rung: allow ladder/", "allow ladder/", 13)
    # While the text is broken.
    assert "bframes" in await labels(SPEC.replace("max_bitrate: 3000k", "b").replace("drop: [720p]", "drop: [720p"), "      b\n", 7)


async def test_definition(editor):
    name = "news.rung.yaml"
    editor.open(name)

    async def places(mark, more=0):
        return await editor.client.text_document_definition_async(lsp.DefinitionParams(**editor.at(name, mark, more)))

    (anchor,) = await places("*about", 2)
    assert anchor.uri == editor.uri(name) and editor.text(name, anchor.range) == "&about"
    (file,) = await places("base.yaml", 2)
    assert file.uri == editor.uri("base.yaml")
    editor.texts["base.yaml"] = BASE
    (value,) = await places("bitrate: 2800k", 2)
    assert value.uri == editor.uri("base.yaml") and value.range.start == editor.position("base.yaml", "bitrate: 3000k")
    (dropped,) = await places("[720p", 2)
    assert dropped.uri == editor.uri("base.yaml") and editor.text("base.yaml", dropped.range) == "720p"
    editor.change(name, SPEC.replace("  drop: [720p]", "  preset: tenbyte-balanced"))
    (preset,) = await places("tenbyte-balanced", 2)
    assert "renditions" in pathlib.Path(preset.uri.removeprefix("file://")).read_text()


async def test_references_and_rename(editor):
    name = "base.yaml"
    editor.open(name)
    where = editor.at(name, "name: 720p", 7)
    found = await editor.client.text_document_references_async(lsp.ReferenceParams(context=lsp.ReferenceContext(True), **where))
    assert {place.uri for place in found} == {editor.uri(name), editor.uri("news.rung.yaml")}
    prepared = await editor.client.text_document_prepare_rename_async(lsp.PrepareRenameParams(**where))
    assert prepared.placeholder == "720p"
    edit = await editor.client.text_document_rename_async(lsp.RenameParams(new_name="hd", **where))
    editor.texts["news.rung.yaml"] = SPEC
    assert editor.edited(name, edit.changes[editor.uri(name)]) == BASE.replace("name: 720p", "name: hd")
    assert editor.edited("news.rung.yaml", edit.changes[editor.uri("news.rung.yaml")]) == SPEC.replace("[720p]", "[hd]")
    with pytest.raises(Exception, match="already"):
        await editor.client.text_document_rename_async(lsp.RenameParams(new_name="1080p", **where))
    name = "news.rung.yaml"
    editor.open(name)
    where = editor.at(name, "&about", 2)
    found = await editor.client.text_document_references_async(lsp.ReferenceParams(context=lsp.ReferenceContext(False), **where))
    assert [editor.text(name, place.range) for place in found] == ["*about"]
    edit = await editor.client.text_document_rename_async(lsp.RenameParams(new_name="text", **where))
    assert editor.edited(name, edit.changes[editor.uri(name)]) == SPEC.replace("&about", "&text").replace("*about", "*text")
    found = await editor.client.text_document_references_async(
        lsp.ReferenceParams(context=lsp.ReferenceContext(True), **editor.at(name, "base.yaml", 1)))
    assert [editor.text(name, place.range) for place in found] == ["base.yaml"]


async def test_symbols_folding_and_links(editor):
    name = "news.rung.yaml"
    editor.open(name, SPEC + "# rung: allow-file ladder/gop-mismatch -- x\n")
    symbols = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(editor.document(name)))
    assert [symbol.name for symbol in symbols] == ["rung", "name", "extends", "description", "labels", "ladder", "packaging"]
    assert [child.name for child in symbols[5].children] == ["drop", "renditions"]
    assert symbols[5].children[1].children[0].name == "1080p"
    folds = await editor.client.text_document_folding_range_async(lsp.FoldingRangeParams(editor.document(name)))
    assert (0, 1, "comment") in [(fold.start_line, fold.end_line, fold.kind) for fold in folds]
    assert (7, 12) in [(fold.start_line, fold.end_line) for fold in folds]
    links = await editor.client.text_document_document_link_async(lsp.DocumentLinkParams(editor.document(name)))
    assert [editor.text(name, link.range) for link in links] == ["base.yaml", "ladder/gop-mismatch"]
    assert links[0].target == editor.uri("base.yaml")
    # While it is typed.
    editor.change(name, SPEC.replace("drop: [720p]", "drop: [720p"))
    symbols = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(editor.document(name)))
    assert [symbol.name for symbol in symbols][-2:] == ["ladder", "packaging"]


async def test_formatting(editor):
    editor.open("base.yaml", BASE.replace("    fps: 25", "    fps:   25").replace("3000k", "3 Mbps"))
    options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
    edits = await editor.client.text_document_formatting_async(lsp.DocumentFormattingParams(editor.document("base.yaml"), options))
    assert editor.edited("base.yaml", edits) == BASE


async def test_hints(editor):
    name = "news.rung.yaml"
    editor.open(name, SPEC)
    hints = await editor.client.text_document_inlay_hint_async(lsp.InlayHintParams(editor.document(name), editor.everything(name)))
    labels = [hint.label for hint in hints]
    assert "kind: linear, media: video, encoding: transcode" in labels and "2s to 4s long" in labels and "level 4.0 or more needed" in labels
    editor.open("base.yaml")
    hints = await editor.client.text_document_inlay_hint_async(lsp.InlayHintParams(editor.document("base.yaml"), editor.everything("base.yaml")))
    (frames,) = [hint for hint in hints if hint.label == "= 50 frames"]
    assert frames.position == editor.position("base.yaml", "keyframe_interval: 2s", 21)


async def test_lens(editor):
    name = "news.rung.yaml"
    editor.open(name, SPEC)
    (lens,) = await editor.client.text_document_code_lens_async(lsp.CodeLensParams(editor.document(name)))
    assert lens.command.title == "runs on 2 of 2"
    shown = await editor.client.workspace_execute_command_async(lsp.ExecuteCommandParams(lens.command.command, arguments=lens.command.arguments))
    assert "| Tenbyte |" in shown


async def test_bodies(editor):
    editor.open("body.json", json.dumps({**BODY, "nme": 1}, indent=2), "json")
    assert codes(await editor.findings("body.json"))
    answer = await editor.client.text_document_hover_async(lsp.HoverParams(**editor.at("body.json", '"region"', 2)))
    assert "region" in answer.contents.value
    editor.change("body.json", json.dumps(BODY, indent=2).replace('"type": "linear"', '"type": ""'))
    answer = await editor.client.text_document_completion_async(lsp.CompletionParams(**editor.at("body.json", '"type": ""', 9)))
    assert "linear" in [item.label for item in answer]

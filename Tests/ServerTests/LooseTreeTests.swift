@testable import RungServers
import RungTestSupport
import Testing

@Suite struct LooseTreeTests {
  private func paths(_ text: String) -> [String] {
    let tree = LooseTree(Array(text.utf8))
    return tree.entries.indices.filter { !tree.entries[$0].isRoot }.map { index in
      let entry = tree.entries[index]
      return tree.path(of: index).map { $0 ?? "[]" }.joined(separator: ".") + (entry.value.isEmpty ? "" : "=\(tree.plain(entry.value))") + (entry.isWhole ? "" : "?")
    }
  }

  @Test("keys of block and flow style, and of JSON", arguments: [
    ("a: 1\nb:\n  c: x y # z\n  d: 'it''s'\ne: \"#\"\n", ["a=1", "b", "b.c=x y", "b.d=it's", "e=#"]),
    ("a:\n- x\n- y: 1\n  z: 2\nb: 3\n", ["a", "a.[]=x", "a.[]", "a.[].y=1", "a.[].z=2", "b=3"]),
    ("a:\n  - {n: 1, m: [p, q]}\n", ["a", "a.[]", "a.[].n=1", "a.[].m", "a.[].m.[]=p", "a.[].m.[]=q"]),
    ("{\"a\": {\"b\": [1,\n{\"c\": \"d\"}]}, \"e\":\nnull}", ["a", "a.b", "a.b.[]=1", "a.b.[]", "a.b.[].c=d", "e=null"]),
    ("a: |\n  b: 1\n\n  c: 2\nd: 3\n", ["a=|\n  b: 1\n\n  c: 2", "d=3"]), ("a: &x {b: 1}\nc: *x\n", ["a", "a.b=1", "c=*x"]),
    ("a: http://x/y\nb: 12:30\n", ["a=http://x/y", "b=12:30"]), ("a: 1\n---\na: 2\n", ["a=1", "a=2"]), ("a:\r\n  b: 1\r\nc: 2\r\n", ["a", "a.b=1", "c=2"]),
  ])
  func paths(_ text: String, _ expected: [String]) { #expect(paths(text) == expected) }

  @Test("anchors and tags before braces, lines to come, and keys", arguments: [
    ("a:\n  - &r {n: 1}\n  - {<<: *r}\n", ["a", "a.[]", "a.[].n=1", "a.[]", "a.[].<<=*r"]), ("a:\n  - !!map {n: 1}\n", ["a", "a.[]", "a.[].n=1"]),
    ("a:\n  -\n    &r {n: 1}\n", ["a", "a.[]", "a.[].n=1"]), ("a:\n  - &r\n    n: 1\n", ["a", "a.[]", "a.[].n=1"]), ("a:\n  - &r n: 1\n    m: 2\n", ["a", "a.[]", "a.[].n=1", "a.[].m=2"]),
    ("a:\n  &r\n  n: 1\n", ["a", "a.n=1"]), ("a:\n  &r {n: 1}\nb: 2\n", ["a", "a.n=1", "b=2"]), ("&k a:\n  n: 1\n", ["a", "a.n=1"]), ("&k\na: 1\n", ["a=1"]),
    ("- &r [x, y]\n", ["[]", "[].[]=x", "[].[]=y"]), ("a: 1\n&", ["a=1"]), ("a:\n  - &", ["a", "a.[]"]),
  ])
  func properties(_ text: String, _ expected: [String]) { #expect(paths(text) == expected) }

  @Test("the anchor of what is in braces is that of its item")
  func anchors() {
    let tree = LooseTree(Array("a:\n  - &r {n: 1}\n  -\n    !!map &s {n: 2}\nb: &t\n  n: 3\nc:\n  &u\n  n: 4\n".utf8))
    #expect(tree.entries.compactMap { $0.anchor?.name } == ["r", "s", "t", "u"])
  }

  @Test("while it is typed: words without a colon, and braces and quotes that are still open", arguments: [
    ("a:\n  b\n  c: 1\n", ["a", "a.b?", "a.c=1"]), ("a: {b: 1\nc: 2\n", ["a", "a.b=1", "c=2"]), ("a:\n  b: [x,\n  c: 2\n", ["a", "a.b", "a.b.[]=x", "a.c=2"]),
    ("a: \"x\nb: 1\n", ["a=\"x", "b=1"]), ("{\"a\": 1, \"b", ["a=1", "\"b?"]), ("a:\n  - \n  - n\nb:", ["a", "a.[]", "a.[]=n", "b"]),
  ])
  func broken(_ text: String, _ expected: [String]) { #expect(paths(text) == expected) }

  @Test("any beginning of any text is taken, and every range is in the text")
  func anyText() {
    var random = SplitMix(seed: 5)
    var typed = TypedText("a:\n  - {b: 'c', d: [\"e\"]} # f\ng: |\n  h\n---\n{\"i\": *j}\n")
    for _ in 0..<Depth.times(20_000, quick: 1500) {
      _ = typed.edit(&random)
      let text = typed.text
      let bytes = Array(text.utf8.prefix(Int.random(in: 0...text.utf8.count, using: &random)))
      if bytes.count > 400 { typed = TypedText("a: 1\n") }
      let tree = LooseTree(bytes)
      let lines = LineIndex(bytes, .utf8)
      for entry in tree.entries {
        #expect(entry.keyRange.upperBound <= bytes.count && entry.value.upperBound <= bytes.count && entry.end <= bytes.count && entry.start <= max(entry.end, entry.start))
        #expect(entry.parent.map { tree.entries[$0].children.isEmpty == false } ?? true)
      }
      for offset in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 7)) { _ = CursorContext(tree, lines, at: offset) }
    }
  }
}

import Rung
import Glibc
let path = CommandLine.arguments[1]
var bytes: [UInt8] = []
let f = fopen(path, "r")!
var buf = [UInt8](repeating: 0, count: 1 << 16)
while true { let n = fread(&buf, 1, buf.count, f); if n == 0 { break }; bytes += buf[..<n] }
let a = compile(Input(name: path, bytes: bytes))
for d in a.diagnostics { print(d.severity.name, d.id, d.message, a.sources[d.span.file].text(d.span), d.notes.map(\.text), d.help ?? "") }
for s in a.streams { for p in s.plans { for st in p.steps { if let b = st.body { print(JSONWriter.text(b) ?? "nil") } } } }

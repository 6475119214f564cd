import RungTestSupport
import Testing

/// `rung watch`: what has changed is judged again, by itself and through what extends it.
@Suite struct WatchTests {
  private let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write(".git/HEAD", "ref: refs/heads/main\n")
    try tool.write("base.yaml", "rung: 1\nbase: true\nplayback: {policy: public}\n")
    try tool.write("news.yaml", "rung: 1\nname: news\nextends: base.yaml\ntargets: [mux]\n")
    try tool.write("other.yaml", "rung: 1\nname: other\nidle_timeout: 3\ntargets: [mux]\nplayback: {policy: public}\n")
  }

  /// Runs lines of shell beside `rung watch`, whose output is in `out.txt`. `saw TEXT` waits until it has a text; `fresh` empties it.
  private func watch(_ arguments: String, _ lines: String) throws {
    let script = """
      rung watch \(arguments) >> out.txt 2>&1 & watch=$!
      saw() { n=0; until grep -qF -- "$1" out.txt; do n=$((n + 1)); if [ $n -gt 600 ]; then echo "never saw: $1"; cat out.txt; kill $watch; exit 1; fi; sleep 0.1; done; }
      lacks() { if grep -qF -- "$1" out.txt; then echo "saw: $1"; cat out.txt; kill $watch; exit 1; fi; }
      fresh() { : > out.txt; }
      put() { cat > "$1.new" && mv "$1.new" "$1"; }
      \(lines)
      kill -0 $watch || { echo "it has ended"; cat out.txt; exit 1; }
      kill -KILL $watch
      """
    // dash waits for ever where SIGCHLD is blocked, as in tests.
    try tool.write("watch.sh", script)
    let run = try tool.shell("bash watch.sh")
    #expect(run.code == 0, "\(run.out)\n\(run.err)")
  }

  @Test("a changed spec, a changed base, a new file and one that is gone") func files() throws {
    try watch(".", """
      saw 'watching 3 files'
      saw 'other.yaml:3:15'
      fresh
      printf 'rung: 1\\nbase: true\\nplayback: {policy: nobody}\\n' | put base.yaml
      saw 'changed: base.yaml'
      saw 'base.yaml:3:20'
      saw '1 error'
      lacks 'other.yaml'
      fresh
      printf 'rung: 1\\nname: third\\nwindow: 3\\n' | put channels.yaml
      saw 'changed: channels.yaml'
      saw 'channels.yaml:3:1'
      lacks 'base.yaml:3'
      fresh
      rm base.yaml
      saw 'changed: base.yaml'
      saw 'news.yaml:3:10'
      fresh
      printf 'rung: 1\\nbase: true\\nplayback: {policy: public}\\n' | put base.yaml
      saw 'changed: base.yaml'
      saw 'nothing found'
      lacks 'news.yaml:'
      """)
  }

  @Test("a configuration is about all, and one that is broken ends nothing") func configuration() throws {
    try watch("news.yaml other.yaml", """
      saw 'watching 2 files'
      saw 'spec/unit-missing'
      fresh
      printf 'config: 1\\nignore: [nothing-of-this]\\n' | put rung.yaml
      saw 'changed: rung.yaml'
      saw 'nothing was judged'
      fresh
      printf 'rung: 1\\nname: other\\nidle_timeout: 3s\\ntargets: [mux]\\nplayback: {policy: public}\\n' | put other.yaml
      saw 'changed: other.yaml'
      fresh
      rm rung.yaml
      saw 'changed: rung.yaml'
      saw '2 files'
      """)
  }

  @Test("it ends when nobody reads, and refuses what cannot change") func ends() throws {
    #expect(try tool.shell("timeout 60 rung watch . 2> /dev/null | true; echo ended").out == "ended\n")
    #expect(try tool.run("watch", "-").code == 2)
    #expect(try tool.run("watch", "gone.yaml").code == 3)
    try tool.write("empty/notes.txt", "")
    #expect(try tool.run("watch", "empty").code == 3)
  }
}

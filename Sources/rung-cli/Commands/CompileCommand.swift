internal import ArgumentParser
internal import Rung
internal import RungProviders
internal import RungSource

struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Print or write the request bodies of specs, or the settings of their encoders.",
    usage: "rung compile <paths> ... [--for <target> ...] [--out <dir>] [--resolve-secrets] [<options>]",
    discussion: """
      The output depends on the number of streams, providers and bodies:
        one provider, one body        the body
        one provider, several bodies  an object: request kind to body, in the order in which to send them
        several providers             an object: provider to one of the above
        several streams               a list of one of the above, in the order of the files and in these

      Paths are those of `rung check`: files, directories, patterns. A base is read, and has no output.

      With --out, each body is a file <stream>.<provider>.<request>.json; where a provider requires several, the \
      request is numbered in the order of sending: <stream>.<provider>.01-<request>.json. All files are \
      written or none, each as a whole, and their paths are printed. Streams of different files that would give one file are an error.

      Findings go to standard error. With errors in any file nothing is printed or written.

      Secrets stay references (${env:NAME}) unless --resolve-secrets is given.

      Encoders: ffmpeg gives a shell script (RUNG_TEST=10 runs it on a test pattern), obs a list of settings, and with --out \
      a profile to import. --format json gives both as JSON: the command as a list of words, the profile's files by name. \
      With other targets they are always JSON.

      --format cloudformation and terraform-json give a template of the resources in place of the bodies, for a provider that has \
      some; references to secrets are its parameters. Requests that no resource stands for are named on standard error.

      `rung plan` shows where to send each body, and what to do before and after (its JSON is described by `rung schema plan.v1`).

      EXAMPLES:
        rung compile news.yaml --for tenbyte | curl -d @- -H "Content-Type: application/json" …
        rung compile channels/ --out build/
        rung compile news.yaml --for mkio --request live-event
        rung compile news.yaml --for ffmpeg > encode.sh && RUNG_TEST=10 sh encode.sh
        rung compile news.yaml --for obs --out profiles/
        rung compile news.yaml --for ivs --format cloudformation > news.template.json
        rung compile news.yaml --for cloudflare --format terraform-json > news.tf.json
      """)

  @OptionGroup var options: CompileOptions

  @Option(help: ArgumentHelp("Only the body of this request (see `rung providers NAME`).", valueName: "kind"), transform: Word.name)
  var request: String?

  @Option(help: "For encoders: text (a script, a list), or json. For providers: json, cloudformation or terraform-json.")
  var format: CompileFormat?

  @Option(
    help: ArgumentHelp("Write files into this directory, which is created if missing.", valueName: "dir"), completion: .directory,
    transform: Word.directory)
  var out: String?

  @OptionGroup var secrets: SecretOption

  @OptionGroup var color: ColorOption

  func run() throws {
    let job = try CompileJob(options, for: "compile")
    var bodies = CompiledBodies(job.analyses)
    if let request { bodies = try bodies.only(RequestKindID(rawValue: request)) }
    guard !bodies.isEmpty else { throw Failure.usage(job.nothingToCompile) }
    if let format = format?.deployment { return try deploy(bodies, as: format, job) }
    try secrets.apply(to: &bodies, as: format?.encoder, job.console)

    if let out {
      for path in try BodyFiles.write(bodies, to: out, as: format, private: secrets.resolveSecrets) { job.console.show(path + "\n") }
    } else if let single = bodies.onlySetup, format != .json {
      // A script is a document; what is entered by hand is a text to read.
      job.console.put(single.rendered(as: .text, style: Console.resultStyle), toRead: single.command == nil)
    } else {
      if format == .text { throw Failure.usage("--format text is for one encoder: several targets, and the bodies of providers, are JSON") }
      job.console.print(try bodies.rendered())
    }
    try job.console.end(.clean)
  }

  /// Templates in place of bodies.
  private func deploy(_ bodies: CompiledBodies, as format: DeploymentFormat, _ job: CompileJob) throws {
    if request != nil { throw Failure.usage("--request is for bodies, and \(format.rawValue) has all of them in one document; remove it") }
    if secrets.resolveSecrets { throw Failure.usage("--resolve-secrets is for bodies: in \(format.rawValue) secrets are parameters; remove it") }
    let made: [CompiledDeployment]
    do throws(RungError) { made = try bodies.deployments(as: format) } catch { throw Failure.usage(error.description) }
    if out == nil, made.count != 1 {
      throw Failure.usage("\(format.rawValue) is one document for each stream and provider, and here are \(made.count); write them with --out DIR")
    }
    for one in made {
      let name = "\(one.stream ?? "a stream") for \(one.provider)"
      if let remark = one.remark { job.console.say("\(name): \(remark)") }
      guard !one.left.isEmpty else { continue }
      job.console.say("\(name): not in the document: \(one.left.map(\.rawValue).joined(separator: ", ")); `rung plan` shows the requests")
    }
    if let out {
      for path in try BodyFiles.write(bodies, to: out, as: self.format, private: false) { job.console.show(path + "\n") }
    } else {
      job.console.print(made[0].text)
    }
    try job.console.end(.clean)
  }
}

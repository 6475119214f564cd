/// The tables of service models: what botocore, which AWS publishes, says of the bodies of operations. Written by this command
/// alone, because it needs botocore: a test holds a table against the installed version.
enum ServiceModels {
  static let python = ".build-judges/bin/python"

  /// - Parameter isCheck: whether the table is only compared.
  /// - Returns: false when a check found it stale.
  static func settle(in root: String, isCheck: Bool) throws(Fault) -> Bool {
    guard Tree.exists("\(root)/\(python)") else { throw Fault("`\(python)` is not there; run `.ci/judges`") }
    let result = try Program.shell("\(python) -c \(Program.quoted(script))", in: root)
    guard result.status == 0, !result.output.isEmpty else { throw Fault("botocore has not printed its models") }
    let text = """
      // Written by `swift run rung-dev service-models` from the service models of botocore; do not edit.

      extension MediaLive {
        /// One line for each structure: its name, and its members with `!` where they are required. A list is `[` before its members,
        /// a map `{`, an enumeration `=` before its words; `(least,most)` is a range, or a length; `/` begins a pattern; `|` a union.
        static let modelTable = #\"\"\"
      \(result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "    \($0)" }.joined(separator: "\n"))
          \"\"\"#
      }

      """
    let path = "Sources/RungProviders/MediaLive/MediaLiveModel+Table.swift"
    guard try Tree.text(of: "\(root)/\(path)") != text else { return true }
    if isCheck {
      Console.complain("\(path) is stale; run: swift run rung-dev service-models")
      return false
    }
    try Tree.replace("\(root)/\(path)", with: text)
    Console.say("wrote \(path)")
    return true
  }

  /// Ranges are in the metadata of a shape, or in its name: `__integerMin1Max31`, `__doubleMinNegative59Max0`.
  private static let script = #"""
    import re
    import botocore.session

    OPERATIONS = [
        ("medialive", "", ["CreateInputSecurityGroup", "UpdateInputSecurityGroup", "CreateInput", "UpdateInput", "CreateChannel", "UpdateChannel", "UpdateChannelClass"]),
        ("mediapackagev2", "MediaPackage", ["CreateChannelGroup", "CreateChannel", "UpdateChannel", "CreateOriginEndpoint", "UpdateOriginEndpoint"]),
    ]
    NAMED = re.compile(r"__(?:string|integer|double)(?:Min(Negative)?(\d+))?(?:Max(Negative)?(\d+))?(?:Pattern.*)?$")


    def bounds(shape, kind):
        least, most = (shape.metadata.get(key) for key in ("min", "max"))
        named = NAMED.match(shape.name)
        if named and least is None and most is None:
            def number(sign, digits):
                return None if digits is None else int(digits) * (-1 if sign else 1)
            least, most = number(*named.groups()[:2]), number(*named.groups()[2:])
        return "" if least is None and most is None else f"({'' if least is None else least},{'' if most is None else most})"


    def named(prefix, name):
        name = name.removeprefix("Create").removeprefix("Update") if prefix and name.startswith(("CreateHls", "CreateLow", "CreateDash", "CreateMss")) else name
        return prefix + name


    def kind(shape, prefix):
        if shape.type_name == "structure":
            return named(prefix, shape.name)
        if shape.type_name == "list":
            return "[" + bounds(shape, "list") + kind(shape.member, prefix)
        if shape.type_name == "map":
            return "{"
        if shape.type_name == "string":
            if shape.enum:
                return "=" + ",".join(shape.enum)
            pattern = shape.metadata.get("pattern")
            return "s" + bounds(shape, "string") + (f"/{pattern}" if pattern else "")
        if shape.type_name in ("integer", "long"):
            return "i" + bounds(shape, "integer")
        if shape.type_name in ("double", "float"):
            return "d" + bounds(shape, "double")
        return {"boolean": "b", "timestamp": "*"}[shape.type_name]


    for service, prefix, operations in OPERATIONS:
        model = botocore.session.Session().get_service_model(service)
        print(f"# {service} {model.api_version}")
        seen = {}

        def walk(shape):
            if shape.type_name == "structure":
                name = named(prefix, shape.name)
                if name in seen:
                    return
                seen[name] = shape
                for member in shape.members.values():
                    walk(member)
            elif shape.type_name == "list":
                walk(shape.member)

        for operation in operations:
            walk(model.operation_model(operation).input_shape)
        for name in sorted(seen):
            shape = seen[name]
            members = [
                f"{key}{'!' if key in shape.required_members else ''}:{kind(member, prefix)}"
                for key, member in shape.members.items() if member.serialization.get("location") != "header"
            ]
            print(" ".join([name + ("|" if shape.metadata.get("union") else "")] + members))
    """#
}

package import RungProviders
package import RungReading
internal import RungSource

/// The document of a deployment tool.
package enum DeploymentText {
  /// - Parameter stream: its name, for the description.
  package static func text(_ deployment: Deployment, stream: String?) throws(UnwritableValue) -> String {
    let tree = switch deployment.format {
    case .cloudFormation: try cloudFormation(deployment, stream)
    case .terraformJSON: try terraform(deployment, stream)
    }
    return try JSONWriter.text(tree) + "\n"
  }

  private static func string(_ text: String) -> Node { .string(text, at: .nowhere) }

  /// What is not in the document, and what to know of it.
  private static func remarks(_ deployment: Deployment) -> [String] {
    let left = deployment.left.map(\.rawValue).joined(separator: ", ")
    return [deployment.remark].compactMap { $0 } + (left.isEmpty ? [] : ["not in this document: \(left); `rung plan` shows the requests"])
  }

  private static func properties(_ resource: Deployment.Resource) throws(UnwritableValue) -> Node {
    var entries = resource.properties.entries
    for index in entries.indices where resource.texts.contains(entries[index].key.value) {
      entries[index].value = string(try JSONWriter.text(entries[index].value, indent: 0))
    }
    return Node(.map(entries), at: resource.properties.place)
  }

  // MARK: CloudFormation

  private static func cloudFormation(_ deployment: Deployment, _ stream: String?) throws(UnwritableValue) -> Node {
    var members: [(String, Node)] = [("AWSTemplateFormatVersion", string("2010-09-09"))]
    members.append(("Description", string("\(stream ?? "a stream"), written by rung compile")))
    let remarks = remarks(deployment)
    if !remarks.isEmpty { members.append(("Metadata", .map([("Rung", .list(remarks.map(string), at: .nowhere))], at: .nowhere))) }
    if !deployment.variables.isEmpty {
      let parameters = deployment.variables.map { name in
        (DeploymentProperties.parameter(name), Node.map([("Type", string("String")), ("NoEcho", .bool(true, at: .nowhere)), ("Description", string("the value of \(name)"))], at: .nowhere))
      }
      members.append(("Parameters", .map(parameters, at: .nowhere)))
    }
    var resources: [(String, Node)] = []
    for resource in deployment.resources {
      let after: [(String, Node)] = resource.after.isEmpty ? [] : [("DependsOn", .list(resource.after.map(string), at: .nowhere))]
      resources.append((resource.name, .map([("Type", string(resource.type))] + after + [("Properties", try properties(resource))], at: .nowhere)))
    }
    members.append(("Resources", .map(resources, at: .nowhere)))
    let outputs = deployment.outputs.filter { !$0.isSecret }.map { output in
      (output.name, Node.map([("Description", string(output.summary)), ("Value", output.value)], at: .nowhere))
    }
    if !outputs.isEmpty { members.append(("Outputs", .map(outputs, at: .nowhere))) }
    return .map(members, at: .nowhere)
  }

  // MARK: Terraform

  private static func terraform(_ deployment: Deployment, _ stream: String?) throws(UnwritableValue) -> Node {
    let words = ["\(stream ?? "a stream"), written by rung compile", "not judged by the provider: only `terraform validate` and `terraform plan` say whether its version takes this"]
    var members: [(String, Node)] = [("//", .list((words + remarks(deployment)).map(string), at: .nowhere))]
    if let source = deployment.source {
      let required = Node.map([(source.name, .map([("source", string("\(source.namespace)/\(source.name)")), ("version", string(source.version))], at: .nowhere))], at: .nowhere)
      members.append(("terraform", .map([("required_providers", required)], at: .nowhere)))
    }
    if !deployment.variables.isEmpty {
      let variables = deployment.variables.map { name in
        (name.lowercased(), Node.map([("type", string("string")), ("sensitive", .bool(true, at: .nowhere)), ("description", string("the value of \(name)"))], at: .nowhere))
      }
      members.append(("variable", .map(variables, at: .nowhere)))
    }
    var types: [(String, [(String, Node)])] = []
    for resource in deployment.resources {
      let entry = (Deployment.snakeCase(resource.name), try properties(resource))
      if let index = types.firstIndex(where: { $0.0 == resource.type }) { types[index].1.append(entry) } else { types.append((resource.type, [entry])) }
    }
    members.append(("resource", .map(types.map { ($0.0, .map($0.1, at: .nowhere)) }, at: .nowhere)))
    let outputs = deployment.outputs.map { output in
      (
        Deployment.snakeCase(output.name),
        Node.map(
          [("description", string(output.summary)), ("value", output.value)] + (output.isSecret ? [("sensitive", .bool(true, at: .nowhere))] : []), at: .nowhere)
      )
    }
    if !outputs.isEmpty { members.append(("output", .map(outputs, at: .nowhere))) }
    return .map(members, at: .nowhere)
  }
}

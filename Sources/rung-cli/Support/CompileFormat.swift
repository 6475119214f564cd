internal import ArgumentParser
internal import Rung
internal import RungProviders

/// What `rung compile --format` takes.
enum CompileFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
  case cloudFormation = "cloudformation"
  case terraformJSON = "terraform-json"

  /// Of an encoder's setup; nil for documents of deployment tools.
  var encoder: EncoderFormat? {
    switch self {
    case .text: .text
    case .json: .json
    case .cloudFormation, .terraformJSON: nil
    }
  }

  var deployment: DeploymentFormat? { DeploymentFormat(rawValue: rawValue) }
}

extension DeploymentFormat {
  /// `news.cloudflare.tf.json`: Terraform reads this ending.
  var fileEnding: String { self == .terraformJSON ? "tf.json" : "\(rawValue).json" }
}

/// A document that a deployment tool reads, in place of requests.
public enum DeploymentFormat: String, Sendable, CaseIterable {
  /// An AWS CloudFormation template in JSON.
  case cloudFormation = "cloudformation"
  /// A Terraform configuration in JSON (`.tf.json`).
  case terraformJSON = "terraform-json"
}

internal import ArgumentParser

/// What `--base` and `--since` take.
enum RevisionOption {
  /// Branches and tags of the repository that the shell is in, without those that a shell would run: `compgen -W` of bash expands
  /// `$(…)`, which git takes in a name.
  static var completion: CompletionKind {
    .shellCommand("git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null | LC_ALL=C grep -x '[A-Za-z0-9._/+@-]*'")
  }
}

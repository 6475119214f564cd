# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
check=$tools/check-jsonschema
expect 0 "$check" --builtin-schema vendor.github-actions "$ROOT/action.yml"
expect 0 "$check" --builtin-schema vendor.github-workflows "$ROOT"/docs/examples/{ci,github,matrix,reviewdog}.yaml
expect 0 "$check" --builtin-schema vendor.gitlab-ci "$ROOT"/templates/rung.gitlab-ci.yml "$ROOT/docs/examples/gitlab.yaml"

# The action, without GitHub.
mkdir repository && cp -r "$ROOT/docs/examples/channels" "$ROOT/docs/examples/mistakes.yaml" repository/ && (cd repository && git init -q . && commit start)
archive=$PACKAGES/rung-$version-linux-$(uname -m).tar.gz
action() { "$PYTHON" "$ROOT/Tests/InstallTests/action.py" "$ROOT/action.yml" repository "$@"; }
expect 0 action paths=channels/ "archive=$archive"
says "rung.tar.gz: OK"
expect 1 action "paths=channels/ mistakes.yaml" "archive=file://$archive" args="--strict --notes" sarif=out.sarif
says "::error file=mistakes.yaml,line=6"
"$PYTHON" - << 'END'
import json
results = json.load(open("repository/out.sarif"))["runs"][0]["results"]
assert {"spec/unit-missing", "spec/unknown-key"} <= {result["ruleId"] for result in results}, results
assert "frame-rate-not-taken" in open("repository.github/summary").read()
END
# Inputs of several lines, as `paths: |` gives them; a pattern is Rung's to expand.
expect 1 action paths=$'channels/\nmistakes.yaml\n' "archive=$archive" args=$'--notes\n--strict\n'
says "::error file=mistakes.yaml,line=6"
cp repository/mistakes.yaml 'repository/[m]istakes.yaml'
expect 1 action 'paths=[m]istakes.yaml' "archive=$archive"
says "file=[m]istakes.yaml"
rm 'repository/[m]istakes.yaml'
# An archive by a path from the repository, in a folder and beside it.
mkdir repository/.rung && cp "$archive" "$PACKAGES/SHA256SUMS" repository/.rung/
expect 0 action paths=channels/ "archive=.rung/${archive##*/}"
cp repository/.rung/* repository/
expect 0 action paths=channels/ "archive=${archive##*/}"
rm -r repository/.rung repository/"${archive##*/}" repository/SHA256SUMS
# A tarball that is not the one that was announced.
expect 1 action paths=channels/ "archive=$archive" sha256="$(printf '%064d' 0)"
says "FAILED"
mkdir other && printf x > "other/${archive##*/}" && cp "$PACKAGES/SHA256SUMS" other/
expect 1 action paths=channels/ "archive=$PWD/other/${archive##*/}"
says "FAILED"
: > other/SHA256SUMS
expect 1 action paths=channels/ "archive=$PWD/other/${archive##*/}"
says "::error::SHA256SUMS beside the archive must have one checksum for ${archive##*/}"
# As `sha256sum --binary` writes it, twice the same; then another one.
cp "$archive" other/ && sed "s/  rung-/ *rung-/p" "$PACKAGES/SHA256SUMS" > other/SHA256SUMS
expect 0 action paths=channels/ "archive=$PWD/other/${archive##*/}"
printf '%064d  %s\n' 0 "${archive##*/}" >> other/SHA256SUMS
expect 1 action paths=channels/ "archive=$PWD/other/${archive##*/}"
says "must have one checksum"
# Values of inputs are words, never shell.
expect 3 action 'paths=$(touch${IFS}hit) `touch${IFS}hit`' "archive=$archive"
[ -z "$(find . -name hit)" ] || fail "an input was run"

# The template of GitLab, by the commands of its script.
python3 -m venv gitlab && cd repository
"$PYTHON" - "$ROOT/templates/rung.gitlab-ci.yml" > ../gitlab.sh << 'END'
import sys
from ruamel.yaml import YAML
job = YAML(typ="safe").load(open(sys.argv[1]))[".rung"]
print("set -eu")
for name, value in job["variables"].items(): print(f"export {name}='{value}'")
print("RUNG_PATHS=channels/")
print("\n".join(job["script"]))
END
expect 0 env PATH="$PWD/../gitlab/bin:$PATH" sh ../gitlab.sh
"$PYTHON" -c 'import json; assert json.load(open("gl-code-quality-report.json")) == []'
[ -s rung.xml ] || fail "no report for JUnit"

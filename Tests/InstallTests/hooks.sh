# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
export PRE_COMMIT_HOME=$PWD/cache
hook() { "$tools/pre-commit" run "$@"; }

# The repository of the hooks is this one, as it is now.
mkdir hooks && (cd "$ROOT" && git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- -cf -) | tar -xf - -C hooks
(cd hooks && git init -q . && commit hooks && git tag "v$version")
expect 0 "$tools/pre-commit" validate-manifest hooks/.pre-commit-hooks.yaml

# A repository with two channels on one base, and with YAML that is not Rung's.
mkdir user && cd user && git init -q .
cp -r "$ROOT/docs/examples/channels" . && sed -i 's/ *# leaves/      # leaves/' channels/sports.yaml && cp "$ROOT/docs/examples/gitlab.yaml" .gitlab-ci.yaml && echo '{"a": 1}' > package.json && echo text > notes.md
cat > .pre-commit-config.yaml << END
repos:
  - repo: ../hooks
    rev: v$version
    hooks:
      - {id: rung-check, args: [channels/]}
      - {id: rung-fmt, args: [channels/]}
END
hook_config=.pre-commit-config.yaml
expect 0 "$tools/pre-commit" validate-config "$hook_config"
commit start

# Everything.
expect 1 hook --all-files rung-fmt
says "files were modified by this hook"
commit formatted
expect 0 hook --all-files
! grep -q Failed "$output" || fail "$(cat "$output")"

# Nothing of ours changed.
echo more >> notes.md && git add -A
expect 0 hook
[ "$(grep -c 'Passed' "$output")" = 2 ] || fail "$(cat "$output")"
commit notes

# By its name a spec, whatever it holds.
echo 'a: 1' > channels/live.rung.yaml && git add -A
expect 1 hook rung-check
says "channels/live.rung.yaml"
git rm -q -f channels/live.rung.yaml

# A base changes, and a channel that does not change is wrong.
sed -i 's/rate_control: cbr/rate_control: cbr, fps: 50/' channels/base.yaml && git add -A
expect 1 hook rung-check
says "frame-rate-not-taken"
git checkout -q HEAD -- .

# A base is deleted, and nothing else.
git rm -q channels/base.yaml
expect 1 hook rung-check
says "base-not-readable"
git checkout -q HEAD -- .
# A base with an ending of its own, and one behind a link.
git mv channels/base.yaml channels/base.tmpl && ln -s base.tmpl channels/link && sed -i 's/base.yaml/link/' channels/*.yaml
commit renamed
expect 0 hook rung-check
sed -i 's/rate_control: cbr/rate_control: cbr, fps: 50/' channels/base.tmpl && git add -A
expect 1 hook rung-check
says "frame-rate-not-taken"
git checkout -q HEAD -- . && cp channels/base.tmpl channels/other && commit other
sed -i 's/rate_control: cbr/rate_control: cbr, fps: 50/' channels/other && commit other && ln -sf other channels/link && git add -A
expect 1 hook rung-check
says "frame-rate-not-taken"
git checkout -q HEAD -- .

# A list of changed files: a channel that wants what another has.
sed 's/name: .*/name: Sports One/' channels/news.yaml > channels/copy.yaml
sed -i 's/bitrate: 4500k/bitrate: 4500/' channels/sports.yaml && git add -A
expect 1 hook rung-check --files channels/sports.yaml
says "unit-missing"
# What is not staged is not judged.
git checkout -q HEAD -- channels/sports.yaml && git rm -q --cached channels/copy.yaml && rm channels/copy.yaml
echo '# a remark' >> channels/news.yaml && git add -A
sed -i 's/^name:.*/name: [/' channels/sports.yaml
expect 0 hook
says "Stashing"
git checkout -q HEAD -- .

# A repository without a spec: every commit passes. A directory that is not there is a mistake.
sed -i 's/, args: \[[^]]*\]//' .pre-commit-config.yaml && git rm -q -r channels && git add -A
expect 0 hook
[ "$(grep -c 'Passed' "$output")" = 2 ] || fail "$(cat "$output")"
sed -i 's/rung-check/rung-check, args: [chanels]/' .pre-commit-config.yaml && git add -A
expect 1 hook rung-check
says "chanels does not exist"

# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
cp "$ROOT/docs/examples/mistakes.yaml" .

# A clean environment, from nothing to the first finding.
start=$(date +%s%N)
expect 0 python3 -m venv clean
expect 0 clean/bin/pip install rung-cli
expect 1 clean/bin/rung check mistakes.yaml
says "1 file, 3 errors"
printf 'from nothing to a first finding: %s ms\n' "$((($(date +%s%N) - start) / 1000000))"
cp "$output" direct
expect 1 clean/bin/python -m rung_cli check mistakes.yaml
cmp "$output" direct || fail "python -m rung_cli says something else"
expect 0 clean/bin/pip show --files rung-cli
says "Version: $version"
says "bin/rung"
[ -x clean/bin/rung ] || fail "the program lost its mode"
expect 0 clean/bin/pip uninstall -y rung-cli
[ ! -e clean/bin/rung ] || fail "the program outlived its package"

# Without an environment: python -m finds the program there as well.
expect 0 clean/bin/python -m pip install --target target rung-cli
# Its own one, whatever else is installed.
printf '#!/bin/sh\necho another\n' > clean/bin/rung && chmod +x clean/bin/rung
expect 0 env PYTHONPATH="$PWD/target" clean/bin/python -m rung_cli --version
says "$version"
rm clean/bin/rung target/bin/rung
expect 3 env PYTHONPATH="$PWD/target" clean/bin/python -m rung_cli --version
says "error: the program \`rung\` is in none of: "
! grep -q Traceback "$output" || fail "a traceback"

expect 0 env PIPX_HOME="$PWD/pipx" PIPX_BIN_DIR="$PWD/bin" "$tools/pipx" install --backend pip rung-cli
expect 0 bin/rung --version
says "$version"

# Both ends of the name: glibc and musl. The format's own rules are pip's, above.
wheel=$(echo "$PACKAGES"/rung_cli-*.whl)
case $wheel in *manylinux_2_17_*musllinux_1_1_*) ;; *) fail "$wheel" ;; esac
for platform in manylinux_2_17 manylinux2014 musllinux_1_1; do
  expect 0 clean/bin/pip download --no-deps --only-binary :all: --platform "${platform}_$(uname -m)" -d "$platform" rung-cli
done
expect 1 clean/bin/pip download --no-deps --only-binary :all: --platform macosx_14_0_arm64 -d other rung-cli
expect 0 "$PYTHON" -m zipfile -t "$wheel"
expect 0 "$tools/auditwheel" show "$wheel"
says "${static:+requires no external shared libraries}"

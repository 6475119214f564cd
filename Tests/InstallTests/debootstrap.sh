# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
# Debian as debootstrap makes it, which takes some minutes and a mirror; RUNG_DEBIAN is a root that is there already.
debian=${RUNG_DEBIAN:-$PWD/debian}
[ -e "$debian/etc/debian_version" ] || expect 0 debootstrap --variant=minbase --include=python3-venv bookworm "$debian" "${RUNG_MIRROR:-http://deb.debian.org/debian}"
mkdir "$debian/try" && trap 'rm -rf "$debian/try"' EXIT
cp "$PACKAGES"/{rung,*.deb,*.whl} "$ROOT/docs/examples/mistakes.yaml" "$debian/try/"
alone() { in_root "$debian" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/try PIP_NO_INDEX=1 PIP_DISABLE_PIP_VERSION_CHECK=1 "$@"; }

expect 1 alone /try/rung check /try/mistakes.yaml
says "1 file, 3 errors"

expect 0 alone sh -c 'dpkg --install /try/rung_*.deb'
expect 0 alone dpkg --verify rung
[ ! -s "$output" ] || fail "$(cat "$output")"
expect 1 alone rung check /try/mistakes.yaml
says "1 file, 3 errors"
expect 0 alone dpkg --purge rung
! alone test -e /usr/bin/rung || fail "the program outlived its package"

expect 0 alone python3 -m venv /try/clean
expect 0 alone /try/clean/bin/pip install --find-links /try rung-cli
expect 1 alone /try/clean/bin/rung check /try/mistakes.yaml
says "1 file, 3 errors"
expect 1 alone /try/clean/bin/python -m rung_cli check /try/mistakes.yaml
[ -e "$PACKAGES/librung.so" ] || exit 0
expect 0 alone /try/clean/bin/pip install --find-links /try rung
expect 0 alone /try/clean/bin/python -c 'import rung; assert [f.start.line for f in rung.check(open("/try/mistakes.yaml").read()).errors] == [6, 8, 10]'

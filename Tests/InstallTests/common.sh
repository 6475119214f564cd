# shellcheck shell=bash disable=SC2034
# What the scripts share: `script ROOT PACKAGES FOLDER`, run in FOLDER.
set -euo pipefail
ROOT=$1 PACKAGES=$2
cd "$3"
PYTHON=${PYTHON:-python3}
tools=$(dirname "$PYTHON")
# pip, and what builds the hooks, lies beside the judges.
PIP_FIND_LINKS="$PACKAGES $(dirname "$tools")/wheels"
export PIP_FIND_LINKS
export HOME=$PWD/home PIP_NO_INDEX=1 PIP_DISABLE_PIP_VERSION_CHECK=1 GIT_CONFIG_GLOBAL=/dev/null
mkdir "$HOME"
unset GIT_DIR PYTHONPATH
version=$(sed -n 's/^public let rungVersion = "\(.*\)"$/\1/p' "$ROOT/Sources/Rung/Version.swift")
# A trial is linked dynamically; what only a release can do is left out there.
if readelf -d "$PACKAGES/rung" | grep -q NEEDED; then static=""; else static=yes; fi

fail() { printf 'line %s: %s\n' "${BASH_LINENO[0]}" "$1" >&2; exit 1; }
output=$PWD/output
# expect STATUS COMMAND…: what it prints is in $output.
expect() {
  local wanted=$1 status=0
  shift
  "$@" > "$output" 2>&1 || status=$?
  [ "$status" = "$wanted" ] || { cat "$output" >&2; printf 'line %s: `%s` ended with %s, not %s\n' "${BASH_LINENO[0]}" "$*" "$status" "$wanted" >&2; exit 1; }
}
says() { grep -qF -- "$1" "$output" || { cat "$output" >&2; printf 'line %s: nothing says: %s\n' "${BASH_LINENO[0]}" "$1" >&2; exit 1; }; }
commit() { git add -A && git -c user.name=rung -c user.email=rung@example.com commit -q --no-verify -m "$1"; }
# in_root FOLDER COMMAND…: as root, alone in a root file system. Swift's runtime looks at /proc; the mount goes with the shell.
in_root() {
  mkdir -p "$1/proc"
  # shellcheck disable=SC2016
  unshare -m sh -c 'mount -t proc proc "$1/proc" && exec chroot "$@"' sh "$@"
}

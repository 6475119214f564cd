#!/usr/bin/env bash
# Ratios, each of things measured beside each other in one run: see benchmarks/ratios.py, benchmarks/editor.py and benchmarks/growth.py.
#
#   benchmarks/run.sh [--page] [RUNG]      --page: into docs/performance.md as well
#                                          RUNG: a program to measure in place of a fresh static release build
#
# Instructions are counted where valgrind is installed. Other tools are installed with pip, those that it does not find are left out.
set -euo pipefail
unset CDPATH
cd "$(dirname "${BASH_SOURCE[0]}")/.."

page=''
if [ "${1:-}" = --page ]; then
  page=docs/performance.md
  shift
fi
if [ $# -gt 0 ]; then
  rung=$1
else
  rung=$(release/program)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2046
cc -O2 -o "$work/events" benchmarks/events.c $(pkg-config --cflags --libs yaml-0.1)
for fleet in tenbyte mkio mixed found anchors; do python3 benchmarks/specs.py "$work/$fleet" 2000 "$fleet"; done
# A folder each: two of them bring a command of the same name.
for peer in sourcemeta-jsonschema check-jsonschema yamllint; do
  { python3 -m venv "$work/peers/$peer" && "$work/peers/$peer/bin/pip" install -q "$peer"; } >&2 || echo "$peer is not to be had here" >&2
done

{
  python3 benchmarks/ratios.py "$rung" "$work"
  echo
  python3 benchmarks/editor.py "$rung"
  echo
  python3 benchmarks/growth.py "$rung"
} | tee "$work/tables"
[ -z "$page" ] || { # Between the marks.
  sed -e '/^<!-- measured -->$/,/^<!-- \/measured -->$/{//!d}' -e "/^<!-- measured -->\$/r $work/tables" "$page" > "$work/page"
  cat "$work/page" > "$page"
}

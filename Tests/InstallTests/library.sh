# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
objects=${4:-$ROOT/.build/debug}
case $(realpath "$objects") in */release) stack=512 ;; *) stack=2048 ;; esac
expect 0 "$ROOT/release/library" --objects "$objects" --out .
# What every system has, and no library of Swift's, no libyaml, no Jansson.
needed=$(readelf -d librung.so | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p' | grep -vE '^(lib(c|m|dl|pthread|rt|stdc\+\+|gcc_s)\.so\.[0-9]+|ld-linux.*)$' || true)
[ -z "$needed" ] || fail "librung.so needs $needed"
[ "$(nm -D --defined-only librung.so | awk '{ print $NF }' | sort | tr '\n' ' ')" = "rung_call rung_free rung_version " ] || fail "$(nm -D --defined-only librung.so)"

# The package, from its wheel.
expect 0 python3 -m venv clean
expect 0 clean/bin/pip install --find-links . rung
expect 0 "$tools/mypy" --strict --cache-dir "$PWD/mypy" "$ROOT/python/rung"
expect 0 clean/bin/python "$ROOT/Tests/InstallTests/library.py" "$ROOT" "$objects/rung" "$stack"
cat "$output"

export RUNG_LIBRARY=$PWD/librung.so
cp "$ROOT/docs/examples/mistakes.yaml" .
printf '#include "rung.h"\n#include <stdio.h>\nint main(void) { char *answer = rung_call("{", 1, NULL); puts(rung_version()); puts(answer); rung_free(answer); return 0; }\n' > call.c
expect 0 cc -std=c99 -Wall -Wextra -pedantic -Werror -I "$ROOT/include" -o call call.c librung.so -Wl,-rpath,"$PWD"
expect 0 ./call
says '"error":'
expect 1 ruby "$ROOT/examples/check.rb" mistakes.yaml
says "mistakes.yaml:8:51: error[spec/unit-missing]: \`1500\` has no unit"

# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
objects=${4:-$ROOT/.build/debug}
if [ -e "$PACKAGES/librung.so" ]; then
  # A release: threads have the stack that is promised, and everything is tried.
  (cd "$PACKAGES" && sha256sum --check --strict --quiet SHA256SUMS.library)
  cp "$PACKAGES"/librung.{so,a} "$PACKAGES"/rung-*.whl "$PACKAGES"/librung-*.spdx.json .
  program=$PACKAGES/rung stack=512 every=1 calls=10000
else
  # Code that was not optimized takes several times the stack, and the time.
  expect 0 "$ROOT/release/library" --objects "$objects" --out .
  program=$objects/rung stack=2048 every=15 calls=250
  # The same objects give the same bytes.
  (umask 077; expect 0 env TZ=Asia/Tokyo SOURCE_DATE_EPOCH="$(date +%s -r librung.so)" "$ROOT/release/library" --objects "$objects" --out again)
  for file in librung.so librung.a; do cmp "$file" "again/$file" || fail "linked twice, two libraries"; done
fi
# What every system has, and no library of Swift's, no libyaml, no Jansson.
needed=$(readelf -d librung.so | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p' | grep -vE '^(lib(c|m|dl|pthread|rt|stdc\+\+|gcc_s)\.so\.[0-9]+|ld-linux.*)$' || true)
[ -z "$needed" ] || fail "librung.so needs $needed"
exported() { "$@" | awk 'NF == 3 { print $NF }' | sort | tr '\n' ' '; }
for list in "-D librung.so" "-g librung.a"; do
  # shellcheck disable=SC2086
  [ "$(exported nm --defined-only $list)" = "rung_call rung_free rung_version " ] || fail "$(exported nm --defined-only $list)"
done
expect 0 "$tools/pyspdxtools" --infile "$(echo librung-*.spdx.json)"

# The package, from its wheel.
expect 0 python3 -m venv clean
expect 0 clean/bin/pip install --find-links . rung
expect 0 "$tools/mypy" --strict --cache-dir "$PWD/mypy" "$ROOT/python/rung" "$ROOT/release/sbom.py"
expect 0 clean/bin/python "$ROOT/Tests/InstallTests/library.py" "$ROOT" "$program" "$stack"
cat "$output"

# Programs in C and C++: with the shared library, with the archive, and with nothing that is loaded at all.
cp "$ROOT/docs/examples/mistakes.yaml" .
printf '#include "rung.h"\n#include <stdio.h>\nint main(void) { char *answer = rung_call("{", 1, NULL); puts(rung_version()); puts(answer); rung_free(answer); return 0; }\n' > call.c
strict="-Wall -Wextra -pedantic -Werror -I $ROOT/include"
for link in "librung.so -Wl,-rpath,$PWD" "librung.a -lstdc++ -lm" "-static librung.a -lstdc++ -lm"; do
  # shellcheck disable=SC2086
  expect 0 cc -std=c99 $strict -o call call.c $link
  expect 0 ./call
  says "$version"
  says '"error":'
done
[ -z "$(readelf -d call | grep NEEDED || true)" ] || fail "the static program is not static"

# What nobody means to send, on the stack that is promised; then eight threads.
expect 0 python3 "$ROOT/Tests/InstallTests/requests.py" "$ROOT" requests "$every"
# shellcheck disable=SC2086
expect 0 cc -std=gnu11 $strict -O1 -o calls "$ROOT/Tests/InstallTests/calls.c" librung.so -Wl,-rpath,"$PWD" -lpthread
expect 0 ./calls "$stack" "$calls" requests
cat "$output"

export RUNG_LIBRARY=$PWD/librung.so
expect 1 ruby "$ROOT/examples/check.rb" mistakes.yaml
says "mistakes.yaml:8:51: error[spec/unit-missing]: \`1500\` has no unit"

# shellcheck source=Tests/InstallTests/common.sh
. "$(dirname "$0")/common.sh"
objects=${4:-$ROOT/.build/debug}
expect 0 "$ROOT/release/library" --objects "$objects" --out .
expect 0 python3 -m venv clean
expect 0 clean/bin/pip install --find-links . rung 'distributed>=2024,<2027'
# A debug build takes minutes for 10,000 specs: those are for the library of a release.
count=2000
[ -z "${RUNG_RELEASE:-}" ] || count=10000
expect 0 python3 "$ROOT/Tests/InstallTests/fleet.py" fleet "$count"

# Judged by two workers in 16 parts, and by one run: the same document, clashes between parts included.
code=0
"$objects/rung" check --no-config --format json fleet > whole.json 2> whole.txt || code=$?
[ "$code" = 1 ] || fail "$(cat whole.txt)"
[ "$(grep -c '/taken-twice"' whole.json)" -gt $((count / 5)) ] || fail "the fleet has no clashes"
expect 1 clean/bin/python "$ROOT/examples/dask_fleet.py" fleet
cp "$output" merged.json
grep -q hunter2 merged.json && fail "a secret came along"
clean/bin/python - "$count" << 'END'
import json
import sys

whole, merged = (json.load(open(name)) for name in ("whole.json", "merged.json"))
assert whole["summary"]["files"] == int(sys.argv[1]), whole["summary"]
assert whole == merged, (whole["summary"], merged["summary"])
END
cat whole.txt

extension ScriptParts {
  /// What is kept of answers, and the state file.
  static let state = #"""
    # NAME POINTER HOW [LIST MEMBER VALUE]: keeps a value of the answer, or of one element of a list in it.
    rung_keep() {
      rung_from=.
      if [ $# -gt 3 ]; then rung_from='[at($list) | arrays[] | select(type == "object" and .[$member] == $value)][0]'; fi
      rung_value=$(jq -er --arg pointer "$2" --arg list "${4-}" --arg member "${5-}" --arg value "${6-}" \
        "$rung_jq $rung_from"' | at($pointer)
          | if type == "string" or type == "number" or type == "boolean" then tostring | select(. != "") else null end' \
        "$rung_work/answer" 2> /dev/null) || rung_value=
      case $3 in
        *optional*) ;;
        *) if [ -z "$rung_value" ]; then
            rung_redacted < "$rung_work/answer" >&2
            rung_fail "$rung_step: the answer has no $1 at $2"
          fi ;;
      esac
      eval "rung_bound_$1=\$rung_value"
      export "rung_bound_$1" rung_value
      case $3 in
        *secret*) printf '%s=(secret)\n' "$1" ;;
        *) printf '%s=%s\n' "$1" "$(rung_line "$rung_value")" ;;
      esac
      case $3 in
        *saved*) rung_write --arg name "$1" '.bound[$name] = env.rung_value' ;;
      esac
    }
    # The state file is replaced as a whole.
    rung_write() {
      if [ ! -e "$rung_state" ]; then
        jq -n --arg provider "$rung_provider" --arg stream "$rung_stream" --arg plan "$rung_plan" --argjson removal "$rung_removal" \
          '{version: 1, provider: $provider, stream: $stream, plan: $plan, removal: $removal, done: [], begun: {}, waited: [], bound: {}}' \
          > "$rung_state.new"
        mv -f "$rung_state.new" "$rung_state"
      fi
      jq "$@" "$rung_state" > "$rung_state.new"
      mv -f "$rung_state.new" "$rung_state"
    }
    # ARGUMENTS of jq: whether the state file says so.
    rung_told() { [ -e "$rung_state" ] && jq -e "$@" "$rung_state" > /dev/null 2>&1; }
    rung_readable() {
      rung_told --arg provider "$rung_provider" '.version == 1 and .provider == $provider' ||
        rung_wrong "$rung_state is not the state of a plan for $rung_provider"
    }
    # Another run at the same time would send the same requests.
    rung_alone() {
      case $rung_state in
        */*) if [ "$1" = make ]; then mkdir -p "${rung_state%/*}"; fi ;;
      esac
      if ! mkdir "$rung_state.lock" 2> /dev/null; then
        rung_other=$(cat "$rung_state.lock/process" 2> /dev/null) || rung_other=
        if [ -n "$rung_other" ] && [ "$rung_other" != "$$" ] && kill -0 "$rung_other" 2> /dev/null; then
          rung_wrong "another run uses $rung_state: process $rung_other. If that is no run of this script, delete the folder $rung_state.lock"
        fi
        if [ ! -d "$rung_state.lock" ]; then rung_wrong "$rung_state cannot be written"; fi
        # The lock of a run that was killed: of several that find it, one takes it over.
        if ! mv "$rung_state.lock" "$rung_state.lock.$$" 2> /dev/null; then rung_wrong "another run uses $rung_state"; fi
        if [ "$(cat "$rung_state.lock.$$/process" 2> /dev/null)" != "$rung_other" ]; then
          mv "$rung_state.lock.$$" "$rung_state.lock" 2> /dev/null || :
          rung_wrong "another run uses $rung_state"
        fi
        rm -rf "$rung_state.lock.$$"
        if ! mkdir "$rung_state.lock" 2> /dev/null; then rung_wrong "another run uses $rung_state"; fi
      fi
      printf '%s\n' "$$" > "$rung_state.lock/process"
      rung_lock=$rung_state.lock
    }
    # NAME…: from the state file, in which what is not known yet is empty.
    rung_recall() {
      if [ -e "$rung_state" ]; then cat "$rung_state"; else echo '{}'; fi > "$rung_work/known"
      eval "$(jq -r '.bound as $bound | $ARGS.positional[] | "rung_bound_\(.)=\($bound[.] // "" | tostring | @sh); export rung_bound_\(.)"' \
        --args "$@" < "$rung_work/known")"
    }
    # STEP: whether --done names it; the id is in rung_claim.
    rung_claimed() {
      for rung_word in $rung_claims; do
        case $rung_word in
          "$1") rung_claim= ;;
          "$1"=*) rung_claim=${rung_word#*=} ;;
          *) continue ;;
        esac
        return 0
      done
      return 1
    }
    # STEP…: these have no effect any more.
    rung_undone() {
      rung_write --arg steps "$*" '($steps | split(" ")) as $gone | .done -= $gone | .waited = (.waited // []) - $gone
        | reduce $gone[] as $step (.; del(.begun[$step]))'
    }

    rung_give() { printf 'to the %s: %s = %s\n' "$1" "$2" "$(rung_line "$3")"; }
    rung_give_secret() {
      printf 'to the %s: %s = %s' "$1" "$2" "$3"
      shift 3
      for rung_name; do printf '; %s: jq -r .bound.%s %s' "$rung_name" "$rung_name" "$rung_state"; done
      printf '\n'
    }


    """#
}

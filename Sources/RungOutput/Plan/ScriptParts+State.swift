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
    # jq 1.6 takes an empty file for a yes.
    rung_told() { [ -s "$rung_state" ] && jq -e "$@" "$rung_state" > /dev/null 2>&1; }
    rung_readable() {
      rung_told --arg provider "$rung_provider" '.version == 1 and .provider == $provider' ||
        rung_wrong "$rung_state is not the state of a plan for $rung_provider"
    }
    # Another run at the same time would send the same requests. The lock is a file that appears with its content: PROCESS HOST TOKEN.
    rung_alone() {
      case $rung_state in
        */*) if [ "$1" = make ]; then mkdir -p "${rung_state%/*}/"; fi ;;
      esac
      if [ -d "$rung_state" ]; then rung_wrong "$rung_state is a folder; name a file in it with RUNG_STATE, or the folder with --state-dir"; fi
      rung_host=$(uname -n)
      rung_lock=$rung_state.lock
      rung_mine=$(mktemp "$rung_lock.XXXXXX" 2> /dev/null) || rung_wrong "$rung_state cannot be written"
      rung_sign="$$ $rung_host ${rung_mine##*.}"
      printf '%s\n' "$rung_sign" > "$rung_mine"
      for rung_look in 1 2 3 4; do
        if rung_take "$rung_lock"; then
          rm -f "$rung_mine"
          return 0
        fi
        if [ -d "$rung_lock" ]; then rung_wrong "$rung_lock is a folder, where this script writes a file. Delete it: rm -r $(rung_quoted "$rung_lock")"; fi
        rung_holder "$rung_lock"
        case $rung_other in
          # A run is taking the lock, or has just ended.
          '') sleep 1 ;;
          *) if rung_lives; then
              rung_wrong "another run uses $rung_state: process $rung_process on $(rung_line "$rung_there"). If that is no run of this script: rm $(rung_quoted "$rung_lock")"
            fi
            # The lock of a run that was killed. Only who holds the second lock deletes it, and only after another look.
            if rung_take "$rung_lock.over"; then
              rung_holder "$rung_lock"
              if [ -n "$rung_other" ] && ! rung_lives; then rm -f "$rung_lock"; fi
              rm -f "$rung_lock.over"
            else
              sleep 1
            fi ;;
        esac
      done
      rung_stuck=$rung_lock
      if [ -e "$rung_lock.over" ]; then rung_stuck=$rung_lock.over; fi
      rung_end 3 "it is not known whether another run uses $rung_state: $rung_stuck is there, as for a run that starts. If there is no other run of this script: rm $(rung_quoted "$rung_stuck")"
    }
    # FILE: whether it is this run's now. A hard link appears with its content; without those, the file is created and then written.
    rung_take() {
      if [ -d "$1" ]; then return 1; fi
      if ! ln "$rung_mine" "$1" 2> /dev/null && [ ! -e "$1" ]; then (set -C && printf '%s\n' "$rung_sign" > "$1") 2> /dev/null || :; fi
      rung_holder "$1"
      [ "$rung_other" = "$rung_sign" ]
    }
    # FILE: sets rung_other to what it holds; empty when that is no lock of a run, or is gone.
    rung_holder() {
      rung_other=
      { read -r rung_other < "$1"; } 2> /dev/null || :
      case $rung_other in
        *' '*' '*) ;;
        *) rung_other= ;;
      esac
    }
    # Whether the process in rung_other runs, or may run: on another machine nobody can tell. A run of this very number ended.
    rung_lives() {
      rung_process=${rung_other%% *}
      rung_there=${rung_other#* }
      rung_there=${rung_there%% *}
      if [ "$rung_there" != "$rung_host" ]; then return 0; fi
      if [ "$rung_process" = "$$" ]; then return 1; fi
      kill -0 "$rung_process" 2> /dev/null || ps -p "$rung_process" > /dev/null 2>&1
    }
    rung_free() {
      rm -f "$rung_mine"
      for rung_file in "$rung_lock" "$rung_lock.over"; do
        rung_holder "$rung_file"
        if [ "$rung_other" = "$rung_sign" ]; then rm -f "$rung_file"; fi
      done
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
      for rung_name; do printf '; %s: jq -r .bound.%s %s' "$rung_name" "$rung_name" "$(rung_quoted "$rung_state")"; done
      printf '\n'
    }


    """#
}

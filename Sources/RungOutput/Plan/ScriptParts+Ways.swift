/// What a script begins and ends with: a creation, an update, a teardown.
extension ScriptParts {
  /// Of the scripts that send the steps.
  private static let going = #"""
    # Whether the step is still to be sent.
    rung_due() {
      rung_outcome=done
      if rung_told --arg step "$rung_step" "$rung_at.done"' | index($step) != null'; then
        rung_say '   done already'
        return 1
      fi
    }
    rung_done() {
      rung_write --arg step "$1" "del(.begun[\$step]) | .done = (.done - [\$step]) + [\$step] | $rung_at.done = ($rung_at.done - [\$step]) + [\$step]$rung_also"
    }
    # [media]: whether to wait for what the step started.
    rung_waits() {
      if [ "${1:-}" = media ] && [ "$rung_wait" = no ]; then
        rung_say '   not waiting for media, because RUNG_WAIT is no'
        return 1
      fi
      ! rung_told --arg step "$rung_step" "$rung_at.waited"' | index($step) != null'
    }
    rung_waited() { rung_write --arg step "$rung_step" "$rung_at.waited = (($rung_at.waited // []) - [\$step]) + [\$step]"; }
    rung_again() {
      for rung_step in $rung_agains; do rung_forget; done
    }

    """#

  static let there = going + #"""
    rung_at=
    rung_also=
    rung_open() {
      rung_alone make
      if [ ! -e "$rung_state" ]; then return 0; fi
      rung_readable
      if rung_told '.done == [] and (.begun // {}) == {}'; then
        rm -f "$rung_state"
        return 0
      fi
      rung_told --arg plan "$rung_plan" '.plan == $plan' ||
        rung_wrong "$rung_state is the state of another plan, or of this plan for another spec. Go on with the script that wrote it, or run its teardown first. To keep both: $rung_me --state-dir DIR"
      rung_told --argjson removal "$rung_removal" '.removal == $removal' ||
        rung_wrong "$rung_state is the state of a run with other names or addresses in the environment: $(rung_line "$(jq -r '.removal | join(", ")' "$rung_state")"). Set the same, or: $rung_me --state-dir DIR"
      rung_say "== going on from $rung_state"
      rung_again
    }
    rung_finish() { rung_say "== done; the values for the teardown are in $rung_state"; }

    """#

  /// The existing stream may have been created by a script, whose state file is then read and updated, or in another way.
  static let change = going + #"""
    rung_at=.update
    # From the first step on it is no longer the state of the plan that created the stream.
    export rung_stream
    rung_also=' | .plan = "" | .stream = env.rung_stream'
    rung_resumes=no
    rung_open() {
      rung_alone make
      if [ ! -e "$rung_state" ]; then return 0; fi
      rung_readable
      if rung_told --arg plan "$rung_plan" '.update.plan == $plan'; then
        rung_resumes=yes
        rung_say "== going on from $rung_state"
        rung_again
      elif rung_told '(.update.done // []) != [] and .update.finished != true'; then
        rung_wrong "$rung_state: another update is unfinished. Run that update again first"
      elif rung_told '(.begun // {}) != {}'; then
        rung_wrong "$rung_state: the creation is unfinished. Run the script that creates the stream again first"
      fi
    }
    # NAME VARIABLE [VALUE [later]]: from the environment, from the compared answer, or from the state file, which comes first when the
    # update has begun. `later` is for what only the teardown needs.
    rung_given() {
      rung_value=
      if [ "$rung_resumes" = no ]; then
        eval "rung_value=\${$2:-}"
        if [ -z "$rung_value" ]; then rung_value=${3:-}; fi
      fi
      if [ -z "$rung_value" ] && [ -e "$rung_state" ]; then
        rung_value=$(jq -r --arg name "$1" '.bound[$name] // ""' "$rung_state")
      fi
      if [ -z "$rung_value" ] && [ -n "${4:-}" ]; then return 0; fi
      if [ -z "$rung_value" ]; then rung_wrong "$1 is unknown: $rung_state does not contain it. Set $2, or name another file with RUNG_STATE or --state-dir"; fi
      eval "rung_bound_$1=\$rung_value"
      export "rung_bound_$1" rung_value
      rung_write --arg name "$1" '.bound[$name] = env.rung_value'
    }
    rung_start() {
      if [ "$rung_resumes" = no ]; then
        rung_write --arg plan "$rung_plan" '.update = {plan: $plan, done: [], waited: [], finished: false}'
      fi
    }
    rung_finish() {
      rung_write --argjson removal "$rung_removal" '.removal = $removal | .update.finished = true'
      rung_say "== done; the values for the teardown are in $rung_state"
    }

    """#

  static let back = #"""
    rung_missed=
    rung_kept=
    rung_open() {
      if [ ! -e "$rung_state" ]; then
        if [ -z "$rung_claims" ]; then
          rung_wrong "$rung_state does not exist: everything was removed, or the script that creates the stream ran elsewhere. Name another file with RUNG_STATE or --state-dir. If it is lost, name each step that took effect, with the id of what it created: $rung_me${rung_names:+ --done ${rung_names%%=*}=ID} --done STEP. There are: $rung_steps"
        fi
      fi
      rung_alone keep
      if [ -e "$rung_state" ]; then
        rung_readable
        if rung_told '(.update.done // []) != [] and .update.finished != true'; then
          rung_wrong "$rung_state: an update is unfinished. Run that update again first, so that it is known what there is to delete"
        fi
        # Names of different streams may give one name of a file.
        rung_told --arg stream "$rung_stream" '.stream == null or .stream == $stream' ||
          rung_wrong "$rung_state is the state of another stream: $(rung_line "$(jq -r .stream "$rung_state")"). Use the teardown that belongs to the script which wrote it"
        rung_told --argjson removal "$rung_removal" '.removal == null or .removal == $removal' ||
          rung_wrong "$rung_state is the state of another plan, whose teardown is: $(rung_line "$(jq -r '.removal | join(", ")' "$rung_state")"). Use the teardown that belongs to the script which wrote it"
      fi
      for rung_word in $rung_claims; do
        rung_write --arg step "${rung_word%%=*}" '.done = (.done - [$step]) + [$step] | del(.begun[$step])'
        case " $rung_names " in
          *" ${rung_word%%=*}="*) ;;
          *) continue ;;
        esac
        case $rung_word in
          *=*) ;;
          *) rung_wrong "--done $rung_word needs the id of what it created: $rung_me --done $rung_word=ID" ;;
        esac
        for rung_name in $rung_names; do
          if [ "${rung_name%%=*}" = "${rung_word%%=*}" ]; then
            rung_write --arg name "${rung_name#*=}" --arg id "${rung_word#*=}" '.bound[$name] = $id'
          fi
        done
      done
      for rung_step in $rung_agains; do rung_forget; done
    }
    # STEP ABOUT NAME…: whether there is something to undo.
    rung_has() {
      rung_about=$1
      if ! rung_told --arg about "$2" '(.done | index($about) != null) or (.begun // {} | has($about))'; then
        rung_say "== skipped: $1. $rung_state has no $2 to undo"
        return 1
      fi
      shift 2
      for rung_name; do
        eval "rung_value=\$rung_bound_$rung_name"
        if [ -z "$rung_value" ]; then
          rung_say "== skipped: $rung_about. The script that creates the stream ended before it had $rung_name"
          rung_missed=yes
          return 1
        fi
      done
    }
    # What rung_once takes: looks for what a creation made whose answer is missing.
    rung_settle() {
      if rung_told --arg step "$rung_step" '(.done | index($step) == null) and (.begun // {} | has($step))'; then
        rung_say "== looking for what $rung_step created"
        rung_before=$(jq -c --arg step "$rung_step" '.begun[$step].before' "$rung_state")
        rung_match=$(jq -c --arg step "$rung_step" '.begun[$step].match // []' "$rung_state")
        rung_tolerated=
        rung_look_up "$@"
        if [ "$rung_found" = yes ]; then
          rung_write --arg step "$rung_step" --arg name "$2" --arg id "$rung_claim" '.done += [$step] | .bound[$name] = $id | del(.begun[$step])'
          rung_recall "$2"
        else
          rung_say '   nothing was created'
          rung_forget
        fi
      fi
    }
    # Deletes what was not created by this plan never, and the state file only when nothing is left.
    rung_finish() {
      if [ -n "$rung_missed" ]; then rung_fail "not everything was undone; $rung_state is kept"; fi
      if [ -n "$rung_kept" ]; then
        rung_say "== done, except for what is kept; it is in $rung_state. To delete it as well: ${rung_given_state}RUNG_WITH='${rung_kept# }' $rung_script"
        return 0
      fi
      rm -f "$rung_state"
      rung_say '== done'
    }

    """#
}

internal import RungSource

/// The parts of every script of a plan.
enum ScriptParts {
  /// The list of ``VisibleText`` for jq, except line breaks.
  private static let hidden = VisibleText.hidden.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ",")

  /// Everything is in functions and variables whose names start with `rung_`, because the others are the author's.
  static let common = #"""
    rung_newline='
    '
    rung_say() { printf '%s\n' "$*" >&2; }
    # STATUS WORDS…: 1 for a failure, 2 for wrong usage, 3 where a person must look.
    rung_end() {
      rung_code=$1
      shift
      rung_say "error: $*"
      exit "$rung_code"
    }
    rung_fail() { rung_end 1 "$@"; }
    rung_wrong() { rung_end 2 "$@"; }
    for rung_tool in curl jq; do
      command -v "$rung_tool" > /dev/null || rung_wrong "$rung_tool is not installed"
    done
    rung_work=$(mktemp -d)
    rung_lock=
    rung_tolerated=
    trap 'rm -rf "$rung_work" ${rung_lock:+"$rung_lock"}' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM

    # The value at a JSON Pointer (RFC 6901).
    rung_jq='def at($pointer): reduce ($pointer | split("/")[1:][] | gsub("~1"; "/") | gsub("~0"; "~")) as $key (.;
      if type == "object" then .[$key]
      elif type == "array" and ($key | test("^[0-9]+$")) then .[$key | tonumber]
      else null end);'

    # The base URL of requests in the form of curl: it may be given as wss://, or with a slash at the end.
    rung_base() {
      case $1 in
        wss://*) printf 'https://%s' "${1#wss://}" ;;
        ws://*) printf 'http://%s' "${1#ws://}" ;;
        *) printf '%s' "$1" ;;
      esac | sed 's:/*$::'
    }
    rung_encoded() { printf '%s' "$1" | jq -Rrs '@uri'; }

    # An answer is printed so that neither a terminal nor the log of a CI job interprets it.
    rung_plain='def plain:
      explode | map(. as $c | if $c != 10 and ([\#(hidden)] | any(.[0] <= $c and $c <= .[1])) then 65533 else $c end)
      | implode | gsub("##(?<word>[A-Za-z0-9._-]*)[[]"; "# #\(.word)[")
      | split("\n") | map(sub("^(?<blanks>\\s*)::"; "\(.blanks): :")) | join("\n");'
    rung_line() { printf '%s' "$1" | jq -Rrs "$rung_plain"'split("\n") | join(" ") | plain'; }

    # Removes secrets from output.
    rung_redacted() {
      jq -Rrs "$rung_plain"'
        reduce ($ARGS.positional[] | env[.] // "" | select(length > 3)) as $secret (.; split($secret) | join("(secret)"))
        | .[0:4000] | plain' --args $rung_secrets
    }

    rung_begin() {
      rung_step=$1
      rung_say "== $2 ($1)"
    }

    # A request is a file for curl: on a command line, other users could read its secrets.
    rung_request() {
      : > "$rung_work/request"
      rung_config request "$1"
      rung_config url "$2"
    }
    rung_config() {
      case $2 in
        *"$rung_newline"*) rung_fail "$rung_step: a value for the $1 of a request contains a line break" ;;
      esac
      case $2 in
        *[\\\"]*) rung_value=$(printf '%s' "$2" | sed 's/[\\"]/\\&/g') ;;
        *) rung_value=$2 ;;
      esac
      printf '%s = "%s"\n' "$1" "$rung_value" >> "$rung_work/request"
    }
    rung_header() { rung_config header "$1"; }
    # [PROGRAM]: the body on standard input, unchanged or with values that jq adds now.
    rung_body() {
      if [ $# -gt 0 ]; then jq "$1" > "$rung_work/body"; else cat > "$rung_work/body"; fi
      rung_config data-binary "@$rung_work/body"
    }
    # The status is 000 without a whole answer.
    rung_call() {
      : > "$rung_work/answer"
      : > "$rung_work/headers"
      rung_code=0
      rung_status=$(curl --config "$rung_work/request" --silent --show-error --fail-with-body --globoff --max-time 60 \
        --dump-header "$rung_work/headers" --output "$rung_work/answer" --write-out '%{http_code}' 2> "$rung_work/trouble") || rung_code=$?
      case $rung_code in
        0 | 22) rung_status=${rung_status:-000} ;;
        *) rung_status=000 ;;
      esac
    }
    rung_refused() {
      if [ "$rung_status" = 000 ]; then
        rung_redacted < "$rung_work/trouble" >&2
        rung_reason='no answer'
      else
        rung_redacted < "$rung_work/answer" >&2
        rung_reason="the answer has status $rung_status"
      fi
      if rung_passes; then rung_reason="$rung_reason. To go on from here: $rung_me"; fi
      rung_fail "$rung_step: $rung_reason"
    }

    # Whether the answer is one that the next try may not get.
    rung_passes() {
      case $rung_tolerated in
        *" $rung_status "*) return 1 ;;
      esac
      case $rung_status in
        501 | 505) return 1 ;;
        000 | 408 | 429 | 5??) return 0 ;;
      esac
      return 1
    }
    # The seconds that the provider asks for, in a Retry-After header; HTTP dates are not read.
    rung_retry_after() {
      sed -n 's/^[Rr][Ee][Tt][Rr][Yy]-[Aa][Ff][Tt][Ee][Rr]:[[:blank:]]*\([0-9]\{1,9\}\)[[:space:]]*$/\1/p' "$rung_work/headers" | tail -n 1
    }
    # TRY: waits before another try, or says that there is none.
    rung_retry() {
      if [ "$1" -gt "${RUNG_RETRIES:-5}" ]; then return 1; fi
      rung_delay=1
      rung_count=$1
      while [ "$rung_count" -gt 1 ] && [ "$rung_delay" -lt 30 ]; do
        rung_delay=$((rung_delay * 2))
        rung_count=$((rung_count - 1))
      done
      rung_delay=${RUNG_INTERVAL:-$rung_delay}
      rung_after=$(rung_retry_after)
      if [ "${rung_after:-0}" -gt 120 ]; then
        rung_say "   status $rung_status; the provider asks to wait $rung_after s"
        return 1
      fi
      if [ "${rung_after:-0}" -gt 0 ]; then rung_delay=$rung_after; fi
      if [ "$rung_status" = 000 ]; then rung_reason='no answer'; else rung_reason="status $rung_status"; fi
      rung_say "   $rung_reason; trying again in $rung_delay s"
      sleep "$rung_delay"
    }

    # FUNCTION: sends what may be sent more than once.
    rung_repeat() {
      rung_try=0
      while :; do
        "$1"
        rung_call
        rung_passes || return 0
        rung_try=$((rung_try + 1))
        rung_retry "$rung_try" || return 0
      done
    }
    # FUNCTION: the same for a question, for which no error is tolerated.
    rung_question() {
      rung_others=$rung_tolerated
      rung_tolerated=
      rung_repeat "$1"
      rung_tolerated=$rung_others
    }
    rung_settled() {
      case $rung_status in
        2??) return 0 ;;
      esac
      case $rung_tolerated in
        *" $rung_status "*) return 0 ;;
      esac
      return 1
    }

    # Sends a request once. Functions of the step: rung_send, rung_ask, and rung_fetch for what the answer would have said.
    #   exists | state POINTER gone|kept STATE… | added NAME LIST ID MATCHES any|newest MORE fetch|element|id
    rung_once() {
      rung_round=0
      rung_doubt=no
      if [ "$1" != state ]; then
        if rung_claimed "$rung_step"; then
          if [ "$1" = added ]; then
            if [ -z "$rung_claim" ] && [ "$2" != - ]; then rung_wrong "--done $rung_step needs the id of what it created: $rung_me --done $rung_step=ID"; fi
            rung_adopt "$@"
            return 0
          fi
          rung_write --arg step "$rung_step" '.begun[$step] = {}'
        fi
        if rung_told --arg step "$rung_step" '.begun | has($step)'; then
          rung_doubt=yes
          rung_before=$(jq -c --arg step "$rung_step" '.begun[$step].before' "$rung_state")
          rung_match=$(jq -c --arg step "$rung_step" '.begun[$step].match // []' "$rung_state")
        else
          rung_first "$@"
        fi
      fi
      while :; do
        if [ "$1" = state ] || [ "$rung_doubt" = yes ]; then
          rung_look_up "$@"
          if [ "$rung_found" = yes ]; then
            rung_say '   it took effect before'
            return 0
          fi
        fi
        rung_send
        rung_call
        if rung_settled; then return 0; fi
        if rung_passes; then
          case $rung_code in
            5 | 6 | 7) ;; # There was no connection.
            *) rung_doubt=yes ;;
          esac
          rung_round=$((rung_round + 1))
          rung_retry "$rung_round" || rung_refused
        else
          rung_refusal=$rung_status
          cp "$rung_work/answer" "$rung_work/refusal"
          rung_found=no
          if [ "$rung_doubt" = yes ]; then rung_look_up "$@"; fi
          if [ "$rung_found" = yes ]; then return 0; fi
          rung_status=$rung_refusal
          cp "$rung_work/refusal" "$rung_work/answer"
          # What is changing its state refuses to change it again.
          case $1.$rung_status in
            state.400 | state.409)
              rung_round=$((rung_round + 1))
              if rung_retry "$rung_round"; then continue; fi ;;
          esac
          rung_forget
          rung_refused
        fi
      done
    }
    rung_forget() {
      if rung_told --arg step "$rung_step" '.begun | has($step)'; then rung_write --arg step "$rung_step" 'del(.begun[$step])'; fi
    }
    # Notes what is there before the first request, and that the request is sent now.
    rung_first() {
      rung_before=null
      rung_match='[]'
      if [ "$1" = exists ]; then
        rung_look_up "$@"
        if [ "$rung_found" = yes ]; then
          rung_fail "$rung_step: it exists already, and this plan did not create it. Delete it or use another name. If it belongs to this plan, so that the teardown may delete it: $rung_me --done $rung_step"
        fi
      else
        rung_send
        rung_match=$(jq -c --argjson pairs "$5" "$rung_jq"'. as $body | [$pairs[] | .[1] as $from | [.[0], ($body | at($from))]]' "$rung_work/body")
        rung_question rung_ask
        case $rung_status in
          2??) rung_before=$(rung_elements "$@") || rung_before=null ;;
        esac
      fi
      rung_write --arg step "$rung_step" --argjson before "$rung_before" --argjson match "$rung_match" '.begun[$step] = {before: $before, match: $match}'
    }
    # The ids of a list in the answer; with a list of earlier ids as the ninth argument, of what may be new.
    rung_elements() {
      jq -ce --arg list "$3" --arg id "$4" --arg order "$6" --arg more "$7" --argjson match "$rung_match" --argjson before "${9:-null}" "$rung_jq"'
        if type != "object" or ($more != "" and (at($more) // "") != "") then error("not the whole list") else . end
        | at($list) // [] | if type != "array" then error("no list") else . end
        | map(select(type == "object" and (at($id) | type == "string" or type == "number"))) as $all
        | ($all | map(at($id) | tostring)) as $ids
        | if $before == null then $ids
          else
            (if $order == "newest" then [range($ids | length) | select($ids[.] as $one | $before | index($one))][0] else null end) as $known
            | [$all[0:$known][] | . as $one | select((at($id) | tostring) as $name | $before | index($name) | not)
                | select(all($match[]; .[0] as $at | ($one | at($at)) as $value | .[1] == null or $value == null or $value == .[1]))
                | at($id) | tostring]
          end' "$rung_work/answer" 2> /dev/null
    }
    # The same arguments: whether the request took effect. What it created is in the answer then.
    rung_look_up() {
      rung_found=no
      case $1 in
        exists)
          rung_question rung_ask
          case $rung_status in
            2??) rung_found=yes ;;
            404) ;;
            *) rung_refused ;;
          esac ;;
        state)
          rung_question rung_ask
          case $rung_status in
            2??)
              rung_seen=$(jq -r --arg pointer "$2" "$rung_jq"'at($pointer) // ""' "$rung_work/answer" 2> /dev/null) || rung_seen=
              shift 3
              for rung_word; do
                if [ "$rung_seen" = "$rung_word" ]; then rung_found=yes; fi
              done ;;
            404) if [ "$3" = gone ]; then rung_found=yes; fi ;;
            *) rung_refused ;;
          esac ;;
        added)
          # A list may show a new element late.
          for rung_look in 1 2; do
            rung_question rung_ask
            case $rung_status in
              2??) ;;
              *) rung_refused ;;
            esac
            if [ "$rung_before" = null ]; then rung_unsure "$2" 'what was there before is not known'; fi
            rung_new=$(rung_elements "$@" "$rung_before") || rung_unsure "$2" 'the provider does not show the whole list'
            case $(printf '%s' "$rung_new" | jq length) in
              0) if [ "$rung_look" = 1 ]; then sleep "${RUNG_INTERVAL:-5}"; fi ;;
              1)
                rung_claim=$(printf '%s' "$rung_new" | jq -r '.[0]')
                rung_found=yes
                rung_adopt "$@"
                return 0 ;;
              *) rung_unsure "$2" "there are several that may be it: $(rung_line "$(printf '%s' "$rung_new" | jq -r 'join(", ")')")" ;;
            esac
          done ;;
      esac
    }
    # NAME REASON
    rung_unsure() {
      if [ "$1" = - ]; then rung_reason=$rung_step; else rung_reason="$rung_step=ID"; fi
      rung_end 3 "$rung_step: it is not known whether the request took effect: $2. Look at the provider for what it creates. If there is one: $rung_me --done $rung_reason. If there is none: $rung_me --again $rung_step"
    }
    # The same arguments: what the answer would have said about the id in rung_claim.
    rung_adopt() {
      rung_status=200
      if [ "$2" = - ]; then return 0; fi
      eval "rung_bound_$2=\$rung_claim"
      export "rung_bound_$2"
      if [ "$8" = id ]; then return 0; fi
      if [ "$8" = fetch ]; then
        rung_question rung_fetch
      else
        rung_question rung_ask
        jq --arg list "$3" --arg id "$4" --arg name "$rung_claim" "$rung_jq"'first(at($list)[]? | select(at($id) == $name))' \
          "$rung_work/answer" > "$rung_work/element" || rung_refused
        if [ ! -s "$rung_work/element" ]; then rung_fail "$rung_step: the provider has no $rung_claim"; fi
        mv -f "$rung_work/element" "$rung_work/answer"
      fi
      case $rung_status in
        2??) ;;
        *) rung_refused ;;
      esac
    }
    # WHAT: sends a request once, whose effect only a person can see.
    rung_by_hand() {
      rung_round=0
      if rung_claimed "$rung_step"; then
        rung_status=200
        return 0
      fi
      if rung_told --arg step "$rung_step" '.begun | has($step)'; then rung_unsure - "an earlier run did not see the answer; check $1"; fi
      rung_write --arg step "$rung_step" '.begun[$step] = {}'
      while :; do
        rung_send
        rung_call
        if rung_settled; then return 0; fi
        case $rung_status.$rung_code in
          # Neither was handled: the provider asks to come later, or there was no connection.
          429.* | 000.[567])
            rung_round=$((rung_round + 1))
            if ! rung_retry "$rung_round"; then
              rung_forget
              rung_refused
            fi ;;
          000.* | 408.* | 5??.*)
            rung_redacted < "$rung_work/trouble" >&2
            rung_redacted < "$rung_work/answer" >&2
            rung_unsure - "there was no answer that says so (status $rung_status); check $1" ;;
          *)
            rung_forget
            rung_refused ;;
        esac
      done
    }

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
        if [ -n "$rung_other" ] && kill -0 "$rung_other" 2> /dev/null; then
          rung_wrong "another run uses $rung_state: process $rung_other. If that is no run of this script, delete the folder $rung_state.lock"
        fi
        if [ ! -d "$rung_state.lock" ]; then rung_wrong "$rung_state cannot be written"; fi
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

    # NAME CONDITION [NAME]: whether a conditional step is selected; the second name notes that it is left.
    rung_wanted() {
      case " ${RUNG_WITH:-} " in
        *" $1 "* | *' all '*) return 0 ;;
      esac
      rung_say "== skipped: $1. Send it only if $2, with RUNG_WITH=$1"
      if [ -n "${3:-}" ]; then rung_kept="${rung_kept:-} $3"; fi
      return 1
    }

    # TIMEOUT GOAL
    rung_await() {
      rung_patience=${RUNG_TIMEOUT:-$1}
      rung_until=$(($(date +%s) + rung_patience))
      rung_last=
      rung_say "   waiting until $2"
    }
    # POINTER [gone]
    rung_look() {
      rung_call
      rung_seen=
      rung_gone=no
      case $rung_status in
        501 | 505) rung_refused ;;
        2??) if [ -n "$1" ]; then
            rung_seen=$(jq -r --arg pointer "$1" "$rung_jq"'at($pointer) | if type == "string" then . else tojson end' \
              "$rung_work/answer" 2> /dev/null) || rung_fail "$rung_step: the answer to a wait is not JSON"
          fi ;;
        404) if [ "${2:-}" = gone ]; then rung_gone=yes; else rung_refused; fi ;;
        # A temporary fault of the server or the network.
        000 | 408 | 429 | 5??) rung_say "   the answer has status $rung_status; retrying" ;;
        *) rung_refused ;;
      esac
      if [ -n "$rung_seen" ] && [ "$rung_seen" != "$rung_last" ]; then rung_say "   $(rung_line "$rung_seen")"; fi
      rung_last=$rung_seen
    }
    # [POINTER]: the place of the reason in the answer.
    rung_lost() {
      rung_reason=
      if [ $# -gt 0 ]; then
        rung_reason=$(jq -r --arg pointer "$1" "$rung_jq"'at($pointer) | if . == null then "" elif type == "string" then . else tojson end' \
          "$rung_work/answer" | rung_redacted)
      fi
      rung_fail "$rung_step: state is $(rung_line "$rung_seen")${rung_reason:+: $rung_reason}"
    }
    rung_pause() {
      if [ "$(date +%s)" -ge "$rung_until" ]; then
        rung_fail "$rung_step: timeout after $rung_patience s${rung_last:+; state is $(rung_line "$rung_last")}"
      fi
      rung_after=
      case $rung_status in
        429 | 503) rung_after=$(rung_retry_after) ;;
      esac
      if [ "${rung_after:-0}" -gt 0 ] && [ "$rung_after" -le 120 ]; then sleep "$rung_after"; else sleep "${RUNG_INTERVAL:-$1}"; fi
    }


    """#

  static let options = #"""
    # What comes before `set -eu`, without the signs of a comment.
    rung_help() { sed -n '2,/^set -eu$/{/^set -eu$/d;s/^# \{0,1\}//;p;}' "$0"; }
    rung_me="sh $0"
    rung_claims=
    rung_agains=
    while [ $# -gt 0 ]; do
      case $1 in
        --state-dir=* | --done=* | --again=*)
          rung_word=$1
          shift
          set -- "${rung_word%%=*}" "${rung_word#*=}" "$@" ;;
        --state-dir | --done | --again)
          if [ $# -lt 2 ] || [ -z "$2" ]; then rung_wrong "$1 needs a value. All options: $rung_me --help"; fi
          rung_word=$2
          case $1 in
            --state-dir)
              rung_state=${2%/}/$rung_state_name
              rung_me="$rung_me --state-dir $2" ;;
            *)
              case $rung_word in
                *[!A-Za-z0-9._:=-]*) rung_wrong "$1 $rung_word: an id has letters, digits and . _ : - only" ;;
              esac
              case " $rung_steps " in
                *" ${rung_word%%=*} "*) ;;
                *) rung_wrong "$1 $rung_word: there is no such step. There are: $rung_steps" ;;
              esac
              if [ "$1" = --done ]; then rung_claims="$rung_claims $rung_word"; else rung_agains="$rung_agains $rung_word"; fi ;;
          esac
          shift 2 ;;
        -h | --help)
          rung_help
          exit 0 ;;
        *) rung_wrong "unknown argument $1. All options: $rung_me --help" ;;
      esac
    done
    # VARIABLE WHAT
    rung_need() {
      eval "rung_value=\${$1:-}"
      if [ -z "$rung_value" ]; then rung_wrong "$1 is not set. It is $2"; fi
    }

    """#

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
      if [ "${1:-}" = media ] && [ "${RUNG_WAIT:-yes}" = no ]; then
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
    rung_also=' | .plan = ""'
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
    # NAME VARIABLE [VALUE]: from the environment, from the compared answer, or from the state file, which comes first when the
    # update has begun.
    rung_given() {
      rung_value=
      if [ "$rung_resumes" = no ]; then
        eval "rung_value=\${$2:-}"
        if [ -z "$rung_value" ]; then rung_value=${3:-}; fi
      fi
      if [ -z "$rung_value" ] && [ -e "$rung_state" ]; then
        rung_value=$(jq -r --arg name "$1" '.bound[$name] // ""' "$rung_state")
      fi
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
        rung_say "== done, except for what is kept; it is in $rung_state. To delete it as well: RUNG_WITH='${rung_kept# }' $rung_me"
        return 0
      fi
      rm -f "$rung_state"
      rung_say '== done'
    }

    """#
}

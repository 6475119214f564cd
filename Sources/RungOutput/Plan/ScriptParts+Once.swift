extension ScriptParts {
  /// Requests whose effect is found out before they are sent again.
  static let once = #"""
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
        if rung_settled; then
          case $1.${2:-}.$rung_status in
            state.* | added.-.* | *.[!2]??) return 0 ;;
          esac
          if rung_legible; then return 0; fi
          rung_say "   status $rung_status, and the answer is not JSON"
          rung_look_up "$@"
          if [ "$rung_found" = yes ]; then return 0; fi
          rung_unsure "${2:--}" "the answer has status $rung_status and is not JSON, and the provider does not show what the request should have created"
        fi
        case $rung_status.$rung_code in
          # A conflict is with this request, or with another one.
          409.*) ;;
          # There was no connection.
          000.[567]) ;;
          *) rung_declined || rung_doubt=yes ;;
        esac
        if rung_passes; then
          rung_round=$((rung_round + 1))
          rung_retry "$rung_round" || rung_refused
        else
          rung_refusal=$rung_status
          cp "$rung_work/answer" "$rung_work/refusal"
          rung_found=no
          if [ "$rung_doubt" = yes ] || [ "$rung_status" = 409 ]; then rung_look_up "$@"; fi
          if [ "$rung_found" = yes ]; then
            if [ "$1" = state ] || [ "$rung_doubt" = yes ]; then return 0; fi
            # Neither another run nor the teardown takes it for its own.
            if [ "$1" = exists ]; then rung_forget; else rung_write --arg step "$rung_step" '.begun[$step].before = null'; fi
            rung_unsure "${2:--}" "the answer has status $rung_refusal, and it is there now, but was not before the request. Another program may have created it"
          fi
          rung_status=$rung_refusal
          cp "$rung_work/refusal" "$rung_work/answer"
          # What is changing its state refuses to change it again.
          case $1.$rung_status in
            state.400 | state.409)
              rung_round=$((rung_round + 1))
              if rung_retry "$rung_round"; then continue; fi ;;
          esac
          if [ "$rung_status" = 409 ] || rung_declined; then rung_forget; fi
          rung_refused
        fi
      done
    }
    rung_legible() { jq -e 'type == "object"' "$rung_work/answer" > /dev/null 2>&1; }
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
          *) rung_declined || rung_refused ;;
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
            2??)
              rung_legible || rung_fail "$rung_step: the answer to the question whether it exists is not JSON"
              rung_found=yes ;;
            404) ;;
            *) rung_refused ;;
          esac ;;
        state)
          rung_question rung_ask
          case $rung_status in
            2??)
              rung_legible || rung_fail "$rung_step: the answer to the question about its state is not JSON"
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
              0) if [ "$rung_look" = 1 ]; then sleep "${rung_interval:-5}"; fi ;;
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
        jq --arg list "$3" --arg id "$4" --arg name "$rung_claim" --arg member "${8#element}" \
          "$rung_jq"'first(at($list)[]? | select((at($id) | tostring) == $name)) | if $member == "" then . else {($member[1:]): .} end' \
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
          425.* | 429.* | 000.[567])
            rung_round=$((rung_round + 1))
            if ! rung_retry "$rung_round"; then
              rung_forget
              rung_refused
            fi ;;
          *)
            if rung_declined; then
              rung_forget
              rung_refused
            fi
            rung_redacted < "$rung_work/trouble" >&2
            rung_redacted < "$rung_work/answer" >&2
            rung_unsure - "there was no answer that says so (status $rung_status); check $1" ;;
        esac
      done
    }


    """#
}

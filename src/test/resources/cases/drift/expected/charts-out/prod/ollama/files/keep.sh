# Keeps the homes of a replica loaded. They are loaded in their order, and asked for again each minute: a request may say
# for how long its model stays, which would end what was said here. What is loaded already stays as it is.
#
# keep.sh HOMES
#   HOMES    folder with a file for each ordinal that has homes, and the file embeddings
#   ORDINAL  in the environment: that of this replica
trap 'exit 0' TERM INT
kept=" "

pause() {
    sleep "$1" &
    wait $!
}

# Loads one model for ever. No text: nothing is answered. A model for embeddings is not loaded without one. One that this
# replica does not have would be pulled, which the share and the network do not allow.
load() {
    ollama show "$1" >/dev/null 2>"$log" || return 1
    text=""
    case " $(cat "$homes/embeddings") " in
        *" $1 "*) text=ready ;;
    esac
    ollama run --keepalive=-1s "$1" "$text" </dev/null >/dev/null 2>"$log" &
    wait $!
}

homes=$1
mine=$homes/$ORDINAL
log=$HOME/keep.log

until ollama list >/dev/null 2>&1; do
    pause 1
done

while :; do
    next=60
    # Read each time: the homes may change while the replica runs.
    for model in $([ ! -r "$mine" ] || cat "$mine"); do
        if load "$model"; then
            case $kept in
                *" $model "*) ;;
                *) echo "$model: loaded, and kept"; kept="$kept$model " ;;
            esac
        else
            echo "$model: not loaded: $(grep -a -o 'Error: .*' "$log")"
            next=10
        fi
    done
    pause "$next"
done

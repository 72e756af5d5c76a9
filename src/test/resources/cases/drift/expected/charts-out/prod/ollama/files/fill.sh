#!/bin/sh
# Fills the share with a set of models: pulls each, compares it with the digest that was planned with, gives it its context
# and its other names. A file, the mark, says that all are there; replicas wait for it. May be stopped and started again at
# any time: what is there is not done again, and a pull goes on where it stopped.
#
# fill.sh SHARE NAME MODELS
#   SHARE   folder where the share is mounted
#   NAME    of the set; it follows what is in the set
#   MODELS  folder with a file model.* for each: name, digest, context, other names, all on one line
#
# Ends with 65 if the registry has another model under a name: trying again is of no use.
set -eu

share=$1
name=$2
models=$3
mark=$share/.berth/$name
log=$HOME/fill.log

# A set has manifests of its own: replicas that run go on with theirs, whatever happens here. The large files are shared.
OLLAMA_MODELS=$share/sets/$name
export OLLAMA_MODELS

if [ -e "$mark" ]; then
    echo "set $name is complete"
    exit 0
fi

mkdir -p "$share/.berth" "$share/blobs" "$OLLAMA_MODELS/manifests" "$OLLAMA_MODELS/done"
[ -L "$OLLAMA_MODELS/blobs" ] || ln -s ../../blobs "$OLLAMA_MODELS/blobs"

ollama serve &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -f "$log" "$log.modelfile"' EXIT
trap 'exit 143' TERM INT

# Runs a command without its progress bars, and so that a signal to stop is heard meanwhile.
quietly() {
    ollama "$@" >"$log" 2>&1 &
    if wait $!; then
        return 0
    fi
    echo "ollama $1 $2 failed:"
    grep -a -o 'Error: .*' "$log" || cat "$log"
    return 1
}

tries=0
until ollama list >"$log" 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -ge 60 ] || ! kill -0 "$server" 2>/dev/null; then
        echo "ollama serve does not answer:"
        cat "$log"
        exit 1
    fi
    sleep 1
done

for file in "$models"/model.*; do
    done=$OLLAMA_MODELS/done/$(basename "$file")
    [ ! -e "$done" ] || continue
    # The line may end without a line break, at which read fails.
    read -r model digest context others <"$file" || true

    echo "$model: pulling"
    quietly pull "$model"
    found=$(ollama list | awk -v model="$model" '$1 == model || $1 == model ":latest" { print $2; exit }')
    if [ -z "$found" ]; then
        echo "$model: pulled, but ollama does not list it"
        exit 1
    elif [ "$found" != "$digest" ]; then
        echo "$model: the registry has digest $found, the catalogue has $digest: it is another model"
        exit 65
    fi

    printf 'FROM %s\nPARAMETER num_ctx %s\n' "$model" "$context" >"$log.modelfile"
    quietly create "$model" -f "$log.modelfile"
    for other in $others; do
        quietly cp "$model" "$other"
    done
    : >"$done"
    echo "$model: there, digest $digest, context $context"
done

# In one step, so that nobody sees half a mark.
for file in "$models"/model.*; do
    printf '%s\n' "$(cat "$file")"
done >"$mark.part"
mv "$mark.part" "$mark"
echo "set $name is complete"

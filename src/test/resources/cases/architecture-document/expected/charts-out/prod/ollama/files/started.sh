# Whether a replica has started: it answers, and its homes are loaded.
#
# started.sh HOMES
#   HOMES    folder with a file for each ordinal that has homes
#   ORDINAL  in the environment: that of this replica
mine=$1/$ORDINAL
loaded=$(ollama ps) || exit 1
for model in $([ ! -r "$mine" ] || cat "$mine"); do
    if ! echo "$loaded" | awk -v model="$model" '$1 == model || $1 == model ":latest" { found = 1 } END { exit !found }'; then
        echo "$model is not loaded yet"
        exit 1
    fi
done

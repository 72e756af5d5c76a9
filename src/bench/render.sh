#!/usr/bin/env bash
# Times `berth render` as a whole process: the three environments of the repository, then 100 and 1,000 generated ones;
# into an empty project (cold) and once more with nothing to change (unchanged). Needs a build and GNU time.
#   src/bench/render.sh [runs]
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-5}
repository=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

launch() { # project: the launcher's own command line on another project
  project=$1; shift
  # GNU time: wall seconds, processor seconds, peak KiB
  command time -f '%e %U %S %M' -o "$work/time" \
    java -Xshare:auto -XX:SharedArchiveFile="$repository/target/berth.jsa" -Xlog:disable -XX:TieredStopAtLevel=1 \
    -XX:+UseSerialGC -Dberth.home="$project" -jar "$repository/target/berth.jar" "$@" >/dev/null
  cat "$work/time"
}

median() { # of each column
  awk '{ for (c = 1; c <= NF; c++) v[c, NR] = $c; n = NF } END {
    for (c = 1; c <= n; c++) {
      for (i = 1; i <= NR; i++) a[i] = v[c, i] + 0
      for (i = 1; i < NR; i++) for (j = i + 1; j <= NR; j++) if (a[j] < a[i]) { t = a[i]; a[i] = a[j]; a[j] = t }
      printf "%s ", a[int((NR + 1) / 2)]
    } }'
}

report() { # name, columns of all runs on stdin
  read -r wall user sys kib < <(median; echo)
  printf '%-28s %8.2f %8.2f %8.0f\n' "$1" "$wall" "$(echo "$user $sys" | awk '{ print $1 + $2 }')" "$((kib / 1024))"
}

generate() { # directory, number of environments
  mkdir -p "$1/values"
  for ((i = 0; i < $2; i++)); do
    sed "s/8192/$((4096 + i))/" values/prod.yaml > "$1/values/env$i.yaml"
  done
  cp values/defaults.yaml "$1/values/"
}

printf '%-28s %8s %8s %8s\n' "berth render, median of $runs" "wall s" "cpu s" "MiB"
for count in 3 100 1000; do
  project=$work/$count
  if [ "$count" = 3 ]; then mkdir -p "$project"; cp -r values "$project/"; else generate "$project" "$count"; fi
  for ((r = 0; r < runs; r++)); do rm -rf "$project"/{bicep,charts-out,environments}; launch "$project" render; done | report "$count environments, cold"
  for ((r = 0; r < runs; r++)); do launch "$project" render; done | report "$count environments, unchanged"
done

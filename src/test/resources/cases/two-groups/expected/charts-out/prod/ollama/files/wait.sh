# Waits until a set of models is complete, and says so each minute.
#
# wait.sh MARK JOB
#   MARK  file that is there when it is
#   JOB   that writes it
trap 'exit 143' TERM INT
seconds=0
until [ -e "$1" ]; do
    if [ $((seconds % 60)) -eq 0 ]; then
        echo "waiting for the models since $seconds s: Job $2 has not completed them yet"
    fi
    sleep 5 &
    wait $!
    seconds=$((seconds + 5))
done
echo "the models are there"

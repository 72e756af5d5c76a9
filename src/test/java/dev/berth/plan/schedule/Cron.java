package dev.berth.plan.schedule;

import java.util.BitSet;
import java.util.stream.IntStream;

/** A cron expression as schedulers read it: the minutes of a week, from Monday 00:00, at which it strikes. */
record Cron(BitSet strikes) {

    private static final int OF_WEEK = 7 * 24 * 60;

    static Cron of(String text) {
        String[] fields = text.split(" ");
        if (fields.length != 5 || !fields[2].equals("*") || !fields[3].equals("*")) {
            throw new AssertionError(text);
        }
        BitSet minutes = field(fields[0], 60);
        BitSet hours = field(fields[1], 24);
        BitSet days = field(fields[4], 7);
        BitSet strikes = new BitSet(OF_WEEK);
        IntStream.range(0, OF_WEEK)
                .filter(minute -> minutes.get(minute % 60))
                .filter(minute -> hours.get(minute / 60 % 24))
                // 0 is Sunday.
                .filter(minute -> days.get((minute / 60 / 24 + 1) % 7))
                .forEach(strikes::set);
        return new Cron(strikes);
    }

    private static BitSet field(String text, int size) {
        BitSet values = new BitSet(size);
        for (String part : text.split(",")) {
            String[] step = part.split("/");
            String[] range = step[0].equals("*") ? new String[] {"0", "" + (size - 1)} : step[0].split("-");
            int last = Integer.parseInt(range[range.length - 1]);
            if (last >= size) {
                throw new AssertionError(text);
            }
            for (int value = Integer.parseInt(range[0]);
                    value <= last;
                    value += step.length == 1 ? 1 : Integer.parseInt(step[1])) {
                values.set(value);
            }
        }
        return values;
    }

    /** The minutes from one of the week to the next strike after it. */
    int until(int minute) {
        int next = strikes.nextSetBit(minute + 1);
        return next >= 0 ? next - minute : strikes.nextSetBit(0) + OF_WEEK - minute;
    }
}

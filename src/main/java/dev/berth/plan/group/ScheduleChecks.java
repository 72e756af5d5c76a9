package dev.berth.plan.group;

import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.schedule.Schedule;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;

/** Refuses schedules that no clock can keep. */
public final class ScheduleChecks {

    private ScheduleChecks() {}

    /**
     * @param lead how long before a window its replicas are started
     * @param step of the clock beside an autoscaler
     */
    public static void check(List<GroupPlan> groups, Decision<Seconds> lead, Seconds step, Problems problems) {
        for (GroupPlan group : groups) {
            group.schedule().filter(schedule -> !schedule.openings().isEmpty()).ifPresent(schedule -> {
                closes(group, schedule, lead.value(), step, problems);
                if (group.hasClock()) {
                    oneZone(group, schedule.zones(), problems);
                }
            });
        }
    }

    private static void closes(GroupPlan group, Schedule schedule, Seconds lead, Seconds step, Problems problems) {
        boolean always = schedule.floors(lead).values().stream()
                .flatMap(levels -> levels.values().stream())
                .anyMatch(
                        open -> group.hasClock() ? open.inSteps(step.minutes()).isAlways() : open.isAlways());
        if (always) {
            problems.add(
                    Code.WINDOW_NEVER_CLOSES,
                    schedule.openings().get(0).window().end().at(),
                    "the windows of group `" + group.name()
                            + "`, taken together, never close: its replicas are started "
                            + lead.minutes() + " min before they open"
                            + (group.hasClock() ? ", in steps of " + step.minutes() + " min" : ""),
                    "end them earlier, write `keep: always` for one of its models, or give one a group of its own");
        }
    }

    /** The times of a CronJob are those of one zone, and each says how many replicas there are then. */
    private static void oneZone(GroupPlan group, List<Setting<String>> zones, Problems problems) {
        String first = zones.get(0).value();
        zones.stream()
                .filter(zone -> !zone.value().equals(first))
                .findFirst()
                .ifPresent(zone -> problems.add(
                        Code.ZONES_DIFFER,
                        zone.at(),
                        "group `" + group.name() + "` has windows in the zones " + first + " and " + zone.value()
                                + ", which engine hpa cannot keep",
                        "write all of them in one zone, or `engine: keda`"));
    }
}

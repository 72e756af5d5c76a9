package dev.berth.render.chart;

import dev.berth.catalog.PlatformFacts.Image;
import dev.berth.model.Seconds;
import dev.berth.plan.Plan;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.schedule.CronWindow;
import dev.berth.plan.schedule.FloorClock;
import dev.berth.plan.schedule.OpenTime;
import dev.berth.plan.schedule.Schedule;
import dev.berth.render.kubernetes.ContainerResources;
import dev.berth.render.output.Explained;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** What the values of chart {@code ollama} say of the windows of models. */
public final class ScheduleValues {

    private ScheduleValues() {}

    /** What says how many replicas there are at the least, where a HorizontalPodAutoscaler is to keep windows. */
    public record Clock(String imageRepository, String imageTag, ContainerResources pod) {}

    /**
     * What KEDA keeps.
     *
     * @param lead how long before people come each window begins
     * @param replicas in the windows, at the most
     */
    public record Windows(Explained<String> lead, Explained<String> replicas, List<Window> times) {}

    /** @param replicas that there are at the least meanwhile */
    public record Window(String zone, String start, String end, Explained<Integer> replicas) {}

    /**
     * What the clock says to one HorizontalPodAutoscaler.
     *
     * @param lead how long before people come the number rises
     * @param replicas in the windows, at the most
     */
    public record Strikes(Explained<String> lead, Explained<String> replicas, String zone, List<Strike> times) {}

    /** @param replicas that there are at the least from then on */
    public record Strike(String cron, Explained<Integer> replicas) {}

    static Optional<Clock> clock(Plan plan) {
        Image kubectl = plan.platform().kubectl();
        return plan.groups().stream()
                .filter(GroupPlan::hasClock)
                .findFirst()
                .map(group ->
                        new Clock(kubectl.repository(), kubectl.tag(), ContainerResources.of(plan, "ollama-clock")));
    }

    static Optional<Windows> windows(Plan plan, GroupPlan group) {
        return group.schedule()
                .filter(schedule -> group.hasWindows() && !group.hasClock())
                .map(schedule -> new Windows(
                        Explained.shown(plan.timeouts().cronLead()),
                        Explained.shown(schedule.replicas()),
                        CronWindow.of(schedule.floors(lead(plan))).stream()
                                .map(time -> new Window(
                                        time.zone(),
                                        time.start(),
                                        time.end(),
                                        Explained.as(schedule.replicas(), most -> time.replicas())))
                                .toList()));
    }

    static Optional<Strikes> strikes(Plan plan, GroupPlan group) {
        return group.schedule().filter(schedule -> group.hasClock()).map(schedule -> strikes(plan, group, schedule));
    }

    private static Strikes strikes(Plan plan, GroupPlan group, Schedule schedule) {
        SortedMap<String, SortedMap<Integer, OpenTime>> zones = schedule.floors(lead(plan));
        String only = zones.firstKey();
        return new Strikes(
                Explained.shown(plan.timeouts().cronLead()),
                Explained.shown(schedule.replicas()),
                only,
                FloorClock.strikes(
                                Objects.requireNonNull(zones.get(only)),
                                group.minReplicas().value(),
                                plan.platform().clock().value().minutes())
                        .stream()
                        .map(strike -> new Strike(strike.cron(), said(strike.replicas(), group, schedule)))
                        .toList());
    }

    private static Explained<Integer> said(int replicas, GroupPlan group, Schedule schedule) {
        boolean isLeast = replicas == group.minReplicas().value();
        return Explained.as(isLeast ? group.minReplicas() : schedule.replicas(), most -> replicas);
    }

    private static Seconds lead(Plan plan) {
        return plan.timeouts().cronLead().value();
    }
}

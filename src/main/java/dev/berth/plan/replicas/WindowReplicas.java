package dev.berth.plan.replicas;

import dev.berth.catalog.Fact;
import dev.berth.model.ModelRequest;
import dev.berth.model.Range;
import dev.berth.model.Window;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.GroupDemand;
import dev.berth.plan.demand.Moment;
import dev.berth.plan.demand.Moment.Typical;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.HomePlacement;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.schedule.Opening;
import dev.berth.plan.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Derives how many replicas a group keeps in the windows of its models, and what each of them keeps. */
public final class WindowReplicas {

    private final GroupMemory memory;
    private final GroupDemand demand;
    private final Decision<Integer> min;
    private final Fact<Integer> workingDays;

    public WindowReplicas(GroupMemory memory, GroupDemand demand, Decision<Integer> min, Fact<Integer> workingDays) {
        this.memory = memory;
        this.demand = demand;
        this.min = min;
        this.workingDays = workingDays;
    }

    /** What each replica keeps, by its ordinal: those below min at all times, the others in windows. */
    public List<HomeSet> homes() {
        return HomeOrdinals.of(placement(), demand, always(), all(), windows());
    }

    /** Absent where no model is kept by schedule. */
    public Optional<Schedule> schedule() {
        return scheduled().isEmpty() ? Optional.empty() : Optional.of(new Schedule(replicas(), openings()));
    }

    private HomePlacement placement() {
        return memory.placement();
    }

    /** Replicas that keep models which are kept always. */
    private int always() {
        if (scheduled().isEmpty()) {
            return min.value();
        }
        int sets = placement().lasting().size();
        int wanted = Math.min(min.value(), sum(demand.homeReplicas(Typical.MEAN, Range::mid)));
        return Math.max(sets, Math.min(wanted, most() - placement().scheduled().size()));
    }

    private int all() {
        int wanted = always() + sum(demand.scheduledReplicas(windows(), Range::mid));
        int sets = placement().ordinals().size();
        return Math.max(min.value(), Math.max(sets, Math.min(wanted, most())));
    }

    private int most() {
        return memory.resolved()
                .group()
                .replicas()
                .max()
                .map(max -> memory.mayKeep(max.value()))
                .orElse(Integer.MAX_VALUE);
    }

    private Moment windows() {
        return new Moment.While(memory.resolved().openTime(), workingDays.value());
    }

    private List<ModelRequest> scheduled() {
        return memory.models().stream()
                .map(ModelPlan::request)
                .filter(model -> !model.windows().isEmpty())
                .toList();
    }

    /** Those that several models have are one. */
    private static List<Window> windowsOf(List<ModelRequest> models) {
        List<Window> windows = new ArrayList<>();
        models.stream()
                .flatMap(model -> model.windows().stream())
                .filter(window -> windows.stream().noneMatch(window::isAlike))
                .forEach(windows::add);
        return windows;
    }

    private Decision<Integer> replicas() {
        int number = all();
        Decision.Draft<Integer> draft = Decision.derived(
                        "group." + memory.name() + ".replicas.windows", number, Counted.replicas(number))
                .from(min)
                .from(memory.homeReplicas())
                .from(memory.slots());
        memory.resolved().group().replicas().max().ifPresent(draft::from);
        scheduled()
                .forEach(model -> model.windows()
                        .forEach(window ->
                                draft.from(window.start()).from(window.end()).from(window.zone())));
        if (placement().scheduled().isEmpty()) {
            return draft.by("the models kept by schedule find room beside those kept always, and are kept with them");
        }
        List<Integer> each = demand.scheduledReplicas(windows(), Range::mid);
        return draft.from(workingDays, "working days of a week")
                .by((always() == 0 ? "" : "at all times " + always() + ", ") + "in an average hour of the windows "
                        + IntStream.range(0, each.size())
                                .mapToObj(set -> each.get(set) + " for "
                                        + placement().scheduled().get(set))
                                .collect(Collectors.joining(", "))
                        + (number > always() + sum(each) ? "; at least min " + min.value() : "")
                        + (number < always() + sum(each) ? "; no more than `replicas.max` leaves" : ""));
    }

    /** Each window that needs more than there is anyway. */
    private List<Opening> openings() {
        List<HomeSet> homes = homes();
        return windowsOf(scheduled()).stream()
                .map(window -> new Opening(window, highest(window, homes) + 1))
                .filter(opening -> opening.replicas() > min.value())
                .toList();
    }

    /** Of the replicas that keep a model in that window. */
    private int highest(Window window, List<HomeSet> homes) {
        Set<String> models = memory.models().stream()
                .filter(model -> model.request().windows().stream().anyMatch(window::isAlike))
                .map(ModelPlan::name)
                .collect(Collectors.toSet());
        return IntStream.range(0, homes.size())
                .filter(ordinal -> homes.get(ordinal).homes().stream().anyMatch(home -> models.contains(home.name())))
                .max()
                .orElse(-1);
    }

    private static int sum(List<Integer> replicas) {
        return replicas.stream().mapToInt(Integer::intValue).sum();
    }
}

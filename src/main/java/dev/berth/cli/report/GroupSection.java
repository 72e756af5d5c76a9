package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.cli.report.Section.Facts;
import dev.berth.model.Basis;
import dev.berth.model.Percent;
import dev.berth.model.Seconds;
import dev.berth.model.Signal;
import dev.berth.plan.Plan;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.plan.start.ColdStart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One group of replicas: how many, with what, scaled by what. */
final class GroupSection {

    private final GroupPlan group;
    private final PoolPlan pool;
    private final ColdStart start;
    private final Decision<Seconds> lead;

    /** Replicas on the pool when all its groups are at their smallest. */
    private final int running;

    GroupSection(Plan plan, GroupPlan group) {
        this.group = group;
        this.pool = plan.pool(group);
        this.running = plan.groups().stream()
                .filter(other -> other.pool().equals(group.pool()))
                .mapToInt(other -> other.minReplicas().value())
                .sum();
        this.lead = plan.timeouts().cronLead();
        this.start = plan.start().coldStarts().stream()
                .filter(cold -> cold.group().equals(group.name()))
                .findFirst()
                .orElseThrow();
    }

    Section section() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("replicas", replicas()));
        facts.add(new Fact("homes", group.homeReplicas().formula()));
        facts.add(new Fact(
                "slots",
                group.slots().shown() + " at once for each loaded model, "
                        + group.slots().basis().word()));
        facts.add(new Fact("min", group.minReplicas().value() + ", " + reason(group.minReplicas())));
        group.schedule().ifPresent(schedule -> facts.addAll(WindowFacts.of(group, schedule, lead)));
        facts.add(new Fact("max", group.maxReplicas().value() + ", " + reason(group.maxReplicas())));
        facts.add(new Fact("scaled by", targets()));
        group.scaling()
                .leftOut()
                .forEach(left -> facts.add(new Fact("not by", left.signal().key() + ": " + left.reason())));
        facts.add(new Fact(
                "a new one", Shown.minutes(start.total().value()) + " until it serves, most of it " + parts()));
        onDemand().ifPresent(facts::add);
        return new Facts(
                "Group",
                group.name() + " on pool " + pool.name() + ": " + pool.size().name() + ", "
                        + pool.size().gpus() + " x " + pool.size().gpu().name() + ", "
                        + pool.replicaMemory().shown() + " for each replica",
                facts,
                List.of());
    }

    /** The longest parts of a cold start; {@code berth explain} has them all. */
    private String parts() {
        return start.parts().stream()
                .sorted(Comparator.comparing(
                                (ColdStart.Part part) -> part.time().mid())
                        .reversed())
                .limit(2)
                .map(part -> part.what() + " " + part.time().digits(0) + " s")
                .collect(Collectors.joining(" and "));
    }

    private String replicas() {
        int perGpu = pool.pool().sharing().value().replicasPerGpu();
        return Shown.bounds(group.minReplicas(), group.maxReplicas()) + ", each with "
                + (perGpu == 1 ? "one GPU" : "1/" + perGpu + " of a GPU") + ", "
                + group.cpuRequest().shown() + " CPU, " + group.memoryRequest().shown();
    }

    private String targets() {
        Stream<String> percent = group.scaling().targets().entrySet().stream()
                .map(target -> target.getKey().key() + " " + target(target.getValue()));
        return Stream.of(slots().stream(), queue().stream(), percent)
                .flatMap(parts -> parts)
                .collect(Collectors.joining("; "));
    }

    private Optional<String> queue() {
        return group.queue()
                .map(queue -> "queue " + queue.name().value() + ", "
                        + queue.messagesPerReplica().shown() + " a replica, " + reason(queue.messagesPerReplica()));
    }

    private Optional<String> slots() {
        return group.isScaledBySlots()
                ? Optional.of("slots " + group.scaling().slots().value().digits(2) + " of a replica's "
                        + group.slots().value())
                : Optional.empty();
    }

    private static String target(Decision<Percent> target) {
        return target.basis() == Basis.DEFAULT ? target.shown() : target.shown() + ", " + reason(target);
    }

    private Optional<Fact> onDemand() {
        String models = group.models().stream()
                .filter(model -> !model.hasHome())
                .map(ModelPlan::name)
                .collect(Collectors.joining(" or "));
        int first = group.homes().size();
        if (models.isEmpty() || group.maxReplicas().value() == first) {
            return Optional.empty();
        }
        return Optional.of(new Fact(
                "on demand",
                isNoticed()
                        ? "one request for " + models + " takes replica " + first + ": " + nodes(asked())
                        : "no request for " + models + " starts a replica: nothing counts requests"));
    }

    /** Whether a signal rises by one request, or by the model that is loaded for it. */
    private boolean isNoticed() {
        return group.isScaledBySlots() || group.scaling().targets().containsKey(Signal.GPU_MEMORY);
    }

    /** Replicas that such a request brings. */
    private int asked() {
        double slots = group.scaling().wake().slots().value().amount();
        int asked = (int) Math.round(slots / group.scaling().slots().value().amount());
        return Math.min(asked, group.maxReplicas().value());
    }

    /** What so many replicas take of nodes while all groups of the pool are at their smallest. */
    private String nodes(int replicas) {
        int perNode = pool.replicasPerNode();
        int more = replicas - group.minReplicas().value();
        int nodes = (running + more + perNode - 1) / perNode - (running + perNode - 1) / perNode;
        return switch (nodes) {
                    case 0 -> "no node more";
                    case 1 -> "exactly one node more";
                    default -> nodes + " nodes more" + (group.hasWindows() ? " outside the windows" : "");
                }
                + " (" + perNode + " on a node)";
    }

    private static String reason(Decision<?> decision) {
        return decision.basis() == Basis.DERIVED
                ? "derived: " + decision.formula()
                : decision.basis().word() + overruled(decision);
    }

    /** What it would be if nobody had said. */
    private static String overruled(Decision<?> decision) {
        return decision.overruled()
                .map(derived -> derived.shown().equals(decision.shown())
                        ? ", as derived: " + derived.formula()
                        : "; derived it would be " + derived.shown() + ": " + derived.formula())
                .orElse("");
    }
}

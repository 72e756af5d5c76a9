package dev.berth.cli.json;

import dev.berth.model.Signal;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.schedule.Opening;
import dev.berth.plan.schedule.Schedule;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The groups of replicas: how many, what each keeps, what they are scaled by. */
final class GroupsJson {

    private GroupsJson() {}

    static ArrayNode of(List<GroupPlan> groups) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        groups.forEach(group -> put(all.addObject(), group));
        return all;
    }

    private static void put(ObjectNode node, GroupPlan group) {
        node.put("name", group.name());
        node.put("pool", group.pool());
        node.put("slots", group.slots().value());
        node.putObject("replicas")
                .put("min", group.minReplicas().value())
                .put("max", group.maxReplicas().value());
        group.schedule().ifPresent(schedule -> put(node.putObject("schedule"), schedule));
        ArrayNode homes = node.putArray("homes");
        for (int ordinal = 0; ordinal < group.homes().size(); ordinal++) {
            put(homes.addObject().put("ordinal", ordinal), group.homes().get(ordinal));
        }
        ObjectNode targets = node.putObject("targets");
        if (group.isScaledBySlots()) {
            targets.put(
                    Signal.SLOTS.key(), FigureJson.of(group.scaling().slots().value()));
        }
        group.scaling().targets().forEach((signal, target) -> targets.put(signal.key(), FigureJson.of(target.value())));
        group.queue()
                .ifPresent(queue -> node.putObject("queue")
                        .put("name", queue.name().value())
                        .put("messagesPerReplica", queue.messagesPerReplica().value()));
        ArrayNode leftOut = node.putArray("leftOut");
        group.scaling()
                .leftOut()
                .forEach(signal ->
                        leftOut.addObject().put("signal", signal.signal().key()).put("reason", signal.reason()));
    }

    private static void put(ObjectNode node, Schedule schedule) {
        node.put("replicas", schedule.replicas().value());
        ArrayNode windows = node.putArray("windows");
        for (Opening opening : schedule.openings()) {
            ObjectNode window = windows.addObject();
            window.put("start", opening.window().start().value().toString());
            window.put("end", opening.window().end().value().toString());
            window.put("zone", opening.window().zone().value());
            ArrayNode days = window.putArray("days");
            opening.window()
                    .days()
                    .forEach(day -> days.add(day.name().toLowerCase(Locale.ROOT).substring(0, 3)));
            window.put("replicas", opening.replicas());
        }
    }

    private static void put(ObjectNode node, HomeSet set) {
        ArrayNode models = node.putArray("models");
        set.homes().forEach(home -> models.add(home.name()));
        ArrayNode guests = node.putArray("guests");
        set.guests().forEach(guest -> guests.add(guest.name()));
    }
}

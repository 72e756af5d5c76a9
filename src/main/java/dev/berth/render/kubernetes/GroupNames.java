package dev.berth.render.kubernetes;

import dev.berth.plan.group.GroupPlan;

/**
 * What the objects of a group are called. Dear to change: people and alerts know the names.
 *
 * @param workload name of the StatefulSet
 * @param service name of the Service that clients use
 */
public record GroupNames(String workload, String service, String autoscaler) {

    /** Where clients in the namespace find the models of all groups when there is a router. */
    public static final String ROUTER_URL = "http://ollama:11434";

    public static GroupNames of(GroupPlan group) {
        String name = group.name().equals("default") ? "ollama" : "ollama-" + group.name();
        return new GroupNames(name, name, name + "-hpa");
    }

    /** Where clients in the namespace find the group. */
    public String url() {
        return "http://" + service + ":11434";
    }
}

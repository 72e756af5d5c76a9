package dev.berth.render;

import dev.berth.plan.group.GroupPlan;

/**
 * What the objects of a group are called. Dear to change: people and alerts know the names.
 *
 * @param workload name of the StatefulSet
 * @param service name of the Service that clients use
 */
record GroupNames(String workload, String service, String autoscaler) {

    /** Where clients in the namespace find the models of all groups when there is a router. */
    static final String ROUTER_URL = "http://ollama:11434";

    static GroupNames of(GroupPlan group) {
        String name = group.name().equals("default") ? "ollama" : "ollama-" + group.name();
        return new GroupNames(name, name, name + "-hpa");
    }

    /** Where clients in the namespace find the group. */
    String url() {
        return "http://" + service + ":11434";
    }
}

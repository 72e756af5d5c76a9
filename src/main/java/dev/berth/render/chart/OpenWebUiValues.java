package dev.berth.render.chart;

import dev.berth.model.Exposure;
import dev.berth.model.Percent;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.Plan;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.WebUiTasks;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.webui.WebUiPlan;
import dev.berth.render.kubernetes.GroupNames;
import dev.berth.render.kubernetes.KubernetesText;
import dev.berth.render.kubernetes.Rate;
import dev.berth.render.output.Explained;
import java.util.List;
import java.util.Optional;

/** What the values of chart {@code open-webui} say, in the words of the chart. */
public record OpenWebUiValues(
        String environment,
        String kubeVersion,
        String imageRepository,
        String imageTag,
        Optional<String> gitUrl,
        String pool,
        String exposure,
        String host,
        Optional<Explained<Integer>> idleMinutes,
        Explained<Integer> drain,
        Explained<Integer> grace,
        String asks,
        List<Connection> connections,
        Explained<Integer> timeout,
        Embedding embedding,
        Tasks tasks,
        Pools pools,
        int threads,
        Explained<String> shareSize,
        Explained<String> cpuRequest,
        Explained<String> memoryRequest,
        Explained<Integer> minReplicas,
        Explained<Integer> maxReplicas,
        Explained<String> bounds,
        Explained<String> disruption,
        Explained<Integer> cpuTarget,
        Explained<Integer> memoryTarget,
        Rate scaleUp,
        Rate scaleDown) {

    /** Where models are asked, and which. */
    public record Connection(String url, List<String> models) {}

    /** What turns documents into vectors, and where it is served; empty where no model does that. */
    public record Embedding(String model, String url) {

        static final Embedding NONE = new Embedding("", "");
    }

    /**
     * What Open WebUI asks by itself.
     *
     * @param model that answers; absent where no model answers in words
     */
    public record Tasks(Optional<Explained<String>> model, List<TaskSwitch> switches) {}

    /** A setting of Open WebUI that switches a task on or off. */
    public record TaskSwitch(String variable, Explained<Boolean> on) {}

    /** Connections to PostgreSQL that one replica may hold. */
    public record Pools(Explained<Integer> size, Explained<Integer> overflow, int vectorSize, int vectorOverflow) {}

    static OpenWebUiValues of(Plan plan) {
        WebUiPlan webUi = plan.webUi();
        return new OpenWebUiValues(
                plan.environment().name(),
                plan.platform().kubernetesVersion().value().orLater(),
                webUi.facts().image().repository(),
                webUi.facts().image().tag(),
                plan.environment().gitOps().url().map(Setting::value),
                plan.appsPool().name(),
                webUi.webUi().exposure().value() == Exposure.PUBLIC ? "public" : "internal",
                webUi.webUi().host().map(Setting::value).orElse(""),
                plan.timeouts().loadBalancer().map(idle -> Explained.as(idle, Seconds::minutes)),
                Explained.as(plan.timeouts().drain(), Seconds::whole),
                Explained.as(plan.timeouts().grace(), Seconds::whole),
                plan.router().isPresent() ? "model-router" : "ollama",
                connections(plan),
                Explained.as(plan.timeouts().client(), Seconds::whole),
                plan.groups().stream()
                        .flatMap(group -> embedding(group, url(plan, group)).stream())
                        .findFirst()
                        .orElse(Embedding.NONE),
                tasks(webUi.tasks()),
                new Pools(
                        Explained.of(webUi.pools().size()),
                        Explained.of(webUi.pools().overflow()),
                        webUi.facts().pools().vectorSize(),
                        webUi.facts().pools().vectorOverflow()),
                webUi.facts().threads().value(),
                Explained.as(webUi.shareSize(), KubernetesText::memory),
                Explained.as(webUi.cpuRequest(), Object::toString),
                Explained.as(webUi.memoryRequest(), KubernetesText::memory),
                Explained.of(webUi.minReplicas()),
                Explained.of(webUi.maxReplicas()),
                Explained.bounds(webUi.minReplicas(), webUi.maxReplicas()),
                Explained.reason("one replica at a time of at least ", webUi.minReplicas()),
                percent(webUi.cpuTarget()),
                percent(webUi.memoryTarget()),
                Rate.of(webUi.scaleUp()),
                Rate.of(webUi.scaleDown()));
    }

    private static List<Connection> connections(Plan plan) {
        return plan.router().isPresent()
                ? List.of(connection(GroupNames.ROUTER_URL, plan.models()))
                : plan.groups().stream()
                        .map(group -> connection(GroupNames.of(group).url(), group.models()))
                        .toList();
    }

    private static Connection connection(String url, List<ModelPlan> models) {
        return new Connection(url, models.stream().map(ModelPlan::name).toList());
    }

    private static String url(Plan plan, GroupPlan group) {
        return plan.router().isPresent()
                ? GroupNames.ROUTER_URL
                : GroupNames.of(group).url();
    }

    private static Optional<Embedding> embedding(GroupPlan group, String url) {
        return group.models().stream()
                .filter(model -> model.model().embedding())
                .findFirst()
                .map(model -> new Embedding(model.name(), url));
    }

    private static Tasks tasks(WebUiTasks tasks) {
        return new Tasks(
                tasks.model().map(Explained::of),
                tasks.switches().stream()
                        .map(each -> new TaskSwitch(each.task().variable(), Explained.of(each.on())))
                        .toList());
    }

    private static Explained<Integer> percent(Decision<Percent> target) {
        return Explained.as(target, percent -> (int) percent.amount());
    }
}

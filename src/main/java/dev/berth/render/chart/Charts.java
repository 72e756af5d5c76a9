package dev.berth.render.chart;

import dev.berth.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** The charts of an environment. */
public final class Charts {

    private static final ChartTemplate ROUTER = ChartTemplate.of(
            "model-router",
            RouterValues::of,
            "values.schema.json",
            "files/haproxy.cfg",
            "files/model.cfg",
            "templates/NOTES.txt",
            "templates/_helpers.tpl",
            "templates/configmap.yaml",
            "templates/networkpolicy.yaml",
            "templates/poddisruptionbudget.yaml",
            "templates/service.yaml",
            "templates/serviceaccount.yaml",
            "templates/servicemonitor.yaml",
            "templates/statefulset.yaml");

    private static final List<ChartTemplate> ALWAYS = List.of(
            ChartTemplate.of(
                    "ollama",
                    OllamaValues::of,
                    "values.schema.json",
                    "files/fill.sh",
                    "files/keep.sh",
                    "files/started.sh",
                    "files/wait.sh",
                    "templates/NOTES.txt",
                    "templates/_helpers.tpl",
                    "templates/configmap-homes.yaml",
                    "templates/configmap-models.yaml",
                    "templates/cronjob-clock.yaml",
                    "templates/horizontalpodautoscaler.yaml",
                    "templates/job-models.yaml",
                    "templates/networkpolicy.yaml",
                    "templates/networkpolicy-clock.yaml",
                    "templates/networkpolicy-default.yaml",
                    "templates/networkpolicy-models.yaml",
                    "templates/persistentvolume.yaml",
                    "templates/persistentvolumeclaim.yaml",
                    "templates/poddisruptionbudget.yaml",
                    "templates/role-clock.yaml",
                    "templates/rolebinding-clock.yaml",
                    "templates/scaledobject.yaml",
                    "templates/service.yaml",
                    "templates/service-replicas.yaml",
                    "templates/serviceaccount.yaml",
                    "templates/serviceaccount-clock.yaml",
                    "templates/statefulset.yaml",
                    "templates/triggerauthentication.yaml"),
            ChartTemplate.of(
                    "open-webui",
                    OpenWebUiValues::of,
                    "values.schema.json",
                    "files/prepare.py",
                    "templates/NOTES.txt",
                    "templates/_helpers.tpl",
                    "templates/deployment.yaml",
                    "templates/horizontalpodautoscaler.yaml",
                    "templates/networkpolicy.yaml",
                    "templates/persistentvolume.yaml",
                    "templates/persistentvolumeclaim.yaml",
                    "templates/poddisruptionbudget.yaml",
                    "templates/secretproviderclass.yaml",
                    "templates/service.yaml",
                    "templates/serviceaccount.yaml"),
            ChartTemplate.of(
                    "observability",
                    ObservabilityValues::of,
                    "values.schema.json",
                    "templates/NOTES.txt",
                    "templates/_helpers.tpl",
                    "templates/prometheusrule-alerts.yaml",
                    "templates/prometheusrule-signals.yaml"));

    private Charts() {}

    public static List<ChartTemplate> of(Plan plan) {
        return Stream.concat(ALWAYS.stream(), plan.router().map(router -> ROUTER).stream())
                .toList();
    }
}

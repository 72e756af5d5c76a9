package dev.berth.render;

import java.util.List;

/** The charts of an environment. */
final class Charts {

    static final List<ChartTemplate> ALL = List.of(
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
                    "templates/horizontalpodautoscaler.yaml",
                    "templates/job-models.yaml",
                    "templates/networkpolicy.yaml",
                    "templates/networkpolicy-default.yaml",
                    "templates/networkpolicy-models.yaml",
                    "templates/persistentvolume.yaml",
                    "templates/persistentvolumeclaim.yaml",
                    "templates/poddisruptionbudget.yaml",
                    "templates/scaledobject.yaml",
                    "templates/service.yaml",
                    "templates/service-replicas.yaml",
                    "templates/serviceaccount.yaml",
                    "templates/statefulset.yaml"),
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
}

package dev.berth.render;

import java.util.List;

/** The charts of an environment. */
final class Charts {

    static final List<ChartTemplate> ALL = List.of(
            ChartTemplate.of(
                    "ollama",
                    OllamaValues::of,
                    "values.schema.json",
                    "templates/NOTES.txt",
                    "templates/_helpers.tpl",
                    "templates/horizontalpodautoscaler.yaml",
                    "templates/networkpolicy.yaml",
                    "templates/persistentvolumeclaim.yaml",
                    "templates/poddisruptionbudget.yaml",
                    "templates/service.yaml",
                    "templates/service-replicas.yaml",
                    "templates/serviceaccount.yaml",
                    "templates/statefulset.yaml",
                    "templates/storageclass.yaml"));

    private Charts() {}
}

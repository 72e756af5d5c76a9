package dev.berth.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.explain.Explanation.Landed;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.render.output.Rendered;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An environment on its whole way, with all that can be asked about it. */
record RenderedPlan(Plan plan, Rendered rendered, Explainer explainer, List<Manifest> objects) {

    private static final RenderedPlan EXAMPLE = of(Plans.example());

    private static final RenderedPlan SHARED = of("""
            apiVersion: berth.dev/v1
            azure: { regions: [westeurope, northeurope] }
            models:
              - { name: gemma2:2b, demand: { peakRequestsPerMinute: 12 } }
              - { name: phi3.5 }
              - { name: gpt-oss, keep: onDemand, group: large, demand: { peakRequestsPerMinute: 0.5 } }
            gpuPools:
              - { name: gpu, size: Standard_NC4as_T4_v3, sharing: { timeSlices: 2 } }
              - { name: cheap, size: Standard_NC8as_T4_v3, spot: { usdPerHour: 0.2 } }
            inference:
              groups:
                default: { pool: gpu }
                large: { pool: cheap, kvCache: q8_0, engine: keda, signals: [slots, cpu], targets: { cpu: 60 }, queue: { name: jobs } }
            gitops: { url: "https://github.com/example/platform" }
            """);

    /** The example with the architecture document's numbers. */
    static RenderedPlan example() {
        return EXAMPLE;
    }

    /** Two groups in two regions, one on shared GPUs, one on spot nodes. */
    static RenderedPlan shared() {
        return SHARED;
    }

    static List<RenderedPlan> all() {
        return List.of(EXAMPLE, SHARED);
    }

    private static RenderedPlan of(String text) {
        Plan plan = Plans.of(text);
        Rendered rendered = Renderer.render(plan, "digest", "1");
        Result<List<Manifest>> objects =
                Manifests.of(rendered.files(), plan.platform().kubernetesMinor());
        return new RenderedPlan(
                plan, rendered, new Explainer(plan, rendered), ((Result.Ok<List<Manifest>>) objects).value());
    }

    FieldTrace trace() {
        return new FieldTrace(rendered, plan.platform().kubernetesMinor());
    }

    /** The decision that an address lands on, if it is one's. */
    Optional<Landed> landed(String address) {
        Result<Explanation> result = explainer.explain(address);
        assertThat(result.problems()).as(address).isEmpty();
        return ((Result.Ok<Explanation>) result).value() instanceof Landed landed
                ? Optional.of(landed)
                : Optional.empty();
    }

    /** The fields that hold a single value. */
    static List<YamlPath> scalars(YamlNode tree) {
        List<YamlPath> fields = new ArrayList<>();
        collect(tree, YamlPath.ROOT, fields);
        return fields;
    }

    private static void collect(YamlNode node, YamlPath path, List<YamlPath> fields) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> collect(entry.value(), path.key(key), fields));
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(sequence.items().get(i), path.index(i), fields);
            }
        } else {
            fields.add(path);
        }
    }

    @Override
    public String toString() {
        return plan.groups().size() + " groups";
    }
}

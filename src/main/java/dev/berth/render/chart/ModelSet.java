package dev.berth.render.chart;

import dev.berth.catalog.LlmModel;
import dev.berth.catalog.PlatformFacts.Image;
import dev.berth.plan.Plan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.render.kubernetes.ContainerResources;
import dev.berth.render.output.FixedFiles;
import dev.berth.source.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The models on the share, as one set. Its name follows everything that the Job which makes it is made of: a Job cannot
 * be changed, and replicas wait for the set that they were planned with.
 */
final class ModelSet {

    /** What makes the set, in the catalogue. */
    static final String WRITER = "ollama-models";

    private static final int DIGITS = 12;

    /** The parts of the chart that the Job comes from. */
    private static final String JOB_DIGEST = FixedFiles.of(
                    "charts/ollama",
                    List.of(
                            "files/fill.sh",
                            "templates/_helpers.tpl",
                            "templates/configmap-models.yaml",
                            "templates/job-models.yaml"))
            .digest();

    private ModelSet() {}

    static String name(Plan plan) {
        Image image = plan.platform().ollama();
        ContainerResources writer = ContainerResources.of(plan, WRITER);
        String models = plan.models().stream()
                .sorted(Comparator.comparing(ModelPlan::name))
                .map(ModelSet::line)
                .collect(Collectors.joining("\n"));
        String job = String.join(
                " ",
                image.repository(),
                image.tag(),
                plan.appsPool().name(),
                writer.cpu(),
                writer.memory(),
                writer.memoryLimit());
        return Sha256.of(JOB_DIGEST + '\0' + job + '\0' + models).substring(0, DIGITS);
    }

    private static String line(ModelPlan plan) {
        LlmModel model = plan.model();
        return model.name() + " " + model.digest() + " " + plan.context().value() + " " + model.aliases();
    }
}

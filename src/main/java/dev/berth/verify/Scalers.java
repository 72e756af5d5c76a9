package dev.berth.verify;

import dev.berth.manifest.Manifest;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that nothing is scaled by two autoscalers, whoever makes them: each would undo what the other does. */
final class Scalers {

    private final Problems problems;
    private final Map<String, Manifest> targets = new HashMap<>();
    private final Map<String, Manifest> names = new HashMap<>();

    Scalers(Problems problems) {
        this.problems = problems;
    }

    void check(List<Manifest> manifests) {
        for (Manifest manifest : manifests) {
            switch (manifest.id().kind()) {
                case "HorizontalPodAutoscaler" ->
                    scaler(manifest, "HorizontalPodAutoscaler", manifest.id().name());
                case "ScaledObject" ->
                    // KEDA's own kind where none is said.
                    scaler(
                            manifest,
                            "Deployment",
                            manifest.tree().textAt("spec.advanced.horizontalPodAutoscalerConfig.name"));
                default -> {}
            }
        }
    }

    /** @param autoscaler the name of the HorizontalPodAutoscaler that comes of it */
    private void scaler(Manifest manifest, String usualKind, String autoscaler) {
        String kind = manifest.tree().textAt("spec.scaleTargetRef.kind");
        String target =
                (kind.isEmpty() ? usualKind : kind) + "/" + manifest.tree().textAt("spec.scaleTargetRef.name");
        String place = manifest.region() + " " + manifest.id().namespace() + " ";
        alone(targets.putIfAbsent(place + target, manifest), manifest, "scale " + target);
        alone(names.putIfAbsent(place + autoscaler, manifest), manifest, "make autoscaler `" + autoscaler + "`");
    }

    private void alone(@Nullable Manifest other, Manifest manifest, String what) {
        if (other != null) {
            problems.add(
                    Code.SCALERS_COMPETE,
                    manifest.text().start(),
                    other.id() + " and " + manifest.id() + " both " + what,
                    Defect.IN_TEMPLATE);
        }
    }
}

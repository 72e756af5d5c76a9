package dev.berth.verify;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.Region;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the order in which Flux goes: nothing waits for itself, and who comes next waits for all that came before. */
final class FluxOrder {

    private final Region region;
    private final Problems problems;
    private final Map<String, List<String>> waitsFor = new HashMap<>();

    FluxOrder(Region region, Problems problems) {
        this.region = region;
        this.problems = problems;
        region.objects()
                .forEach(object -> waitsFor.put(
                        object.id().kindAndName(),
                        object.tree().itemsAt("spec.dependsOn").stream()
                                .map(target -> object.id().kind() + "/" + target.textAt("name"))
                                .toList()));
    }

    void check() {
        for (Manifest object : region.objects()) {
            if (reaches(object.id().kindAndName())) {
                add(Code.DEPENDENCY_CIRCLE, object, "waits, by way of others, for itself");
            }
        }
        region.children()
                .forEach(child -> region.releases().stream()
                        .filter(release -> region.isBelow(release.object(), child))
                        .map(release -> release.object().id().name())
                        .filter(name -> !isWaitedFor(child, name))
                        .forEach(name -> add(Code.NOT_WAITED_FOR, child, "does not wait for HelmRelease/" + name)));
    }

    private static boolean isWaitedFor(Manifest child, String release) {
        return child.tree().itemsAt("spec.healthChecks").stream()
                .filter(target -> target.textAt("kind").equals("HelmRelease"))
                .map((YamlNode target) -> target.textAt("name"))
                .anyMatch(release::equals);
    }

    private boolean reaches(String self) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(waitsFor.getOrDefault(self, List.of()));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (reached.add(name)) {
                next.addAll(waitsFor.getOrDefault(name, List.of()));
            }
        }
        return reached.contains(self);
    }

    private void add(Code code, Manifest object, String message) {
        problems.add(code, object.tree().span(), object.id().kindAndName() + " " + message, Defect.IN_TEMPLATE);
    }
}

package dev.berth.load;

import dev.berth.catalog.Catalog;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Checks the regions and quotas that a value file names below {@code azure.quota}. */
final class QuotaNameCheck {

    private final Collection<String> regions;
    private final Collection<String> quotas;

    QuotaNameCheck(Catalog catalog) {
        this.regions = catalog.prices().regions().keySet();
        this.quotas = new TreeSet<>(catalog.quotaFamilies());
        quotas.add(catalog.azure().quotas().total());
        quotas.add(catalog.azure().quotas().spotTotal());
    }

    /** @param tree a value file with its defaults */
    List<Problem> check(YamlNode tree) {
        Problems problems = new Problems();
        tree.entriesAt("azure.quota").forEach((region, entry) -> {
            known("region", region, entry, regions, problems);
            if (entry.value() instanceof YamlNode.Mapping families) {
                families.entries().forEach((name, quota) -> known("quota", name, quota, quotas, problems));
            }
        });
        return problems.toList();
    }

    private static void known(
            String what, String name, YamlNode.Entry entry, Collection<String> known, Problems problems) {
        if (!known.contains(name)) {
            problems.add(
                    Code.QUOTA_NAME_UNKNOWN,
                    entry.keySpan(),
                    "the " + what + " `" + name + "` is not known",
                    Nearest.hint(name, known));
        }
    }
}

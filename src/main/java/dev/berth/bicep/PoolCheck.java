package dev.berth.bicep;

import dev.berth.catalog.Catalog;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.Set;
import java.util.TreeSet;

/** Sizes of pools exist, in every region, and no lower bound is above the upper one. */
record PoolCheck(Catalog catalog) implements ParameterCheck {

    @Override
    public void check(YamlNode parameters, Problems problems) {
        parameters.scalarAt("systemPool.size").ifPresent(size -> size(size, parameters, problems));
        for (YamlNode pool : parameters.itemsAt("pools")) {
            pool.scalarAt("size").ifPresent(size -> size(size, parameters, problems));
            bounds(pool, problems);
        }
    }

    private void size(Scalar size, YamlNode parameters, Problems problems) {
        Set<String> known = new TreeSet<>(catalog.gpuSizes().keySet());
        known.addAll(catalog.vmSizes().keySet());
        if (!known.contains(size.text())) {
            problems.add(
                    Code.PARAMETER_SIZE,
                    size.span(),
                    "the catalogue knows no size `" + size.text() + "`",
                    Nearest.hint(size.text(), known));
            return;
        }
        for (YamlNode region : parameters.itemsAt("regions")) {
            String name = region.textAt("name");
            if (catalog.prices().regions().containsKey(name)
                    && catalog.prices().of(name, size.text()).isEmpty()) {
                problems.add(
                        Code.PARAMETER_SIZE,
                        size.span(),
                        "`" + size.text() + "` is not offered in " + name,
                        "take another size or region");
            }
        }
    }

    private static void bounds(YamlNode pool, Problems problems) {
        int most = ParameterCheck.number(pool, "maxNodes").orElse(Integer.MAX_VALUE);
        pool.scalarAt("minNodes")
                .filter(min -> ParameterCheck.number(pool, "minNodes").orElse(0) > most)
                .ifPresent(min -> problems.add(
                        Code.PARAMETER_BOUNDS,
                        min.span(),
                        "minNodes " + min.text() + " of pool `" + pool.textAt("name") + "` is above maxNodes " + most,
                        Defect.IN_PARAMETERS));
    }
}

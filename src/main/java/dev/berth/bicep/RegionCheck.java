package dev.berth.bicep;

import dev.berth.catalog.Prices;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;

/** Regions are those of the catalogue. */
record RegionCheck(Prices prices) implements ParameterCheck {

    @Override
    public void check(YamlNode parameters, Problems problems) {
        for (YamlNode region : parameters.itemsAt("regions")) {
            region.scalarAt("name")
                    .filter(name -> !prices.regions().containsKey(name.text()))
                    .ifPresent(name -> problems.add(
                            Code.PARAMETER_REGION,
                            name.span(),
                            "the catalogue knows no region `" + name.text() + "`",
                            Nearest.hint(name.text(), prices.regions().keySet())));
        }
    }
}

package dev.berth.bicep;

import dev.berth.catalog.Fact;
import dev.berth.model.Gib;
import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;

/** Shares have at least the size that Azure Files has. */
record ShareCheck(Fact<Gib> minimum) implements ParameterCheck {

    @Override
    public void check(YamlNode parameters, Problems problems) {
        for (String share : parameters.entriesAt("shares").keySet()) {
            String path = "shares." + share + ".sizeGib";
            parameters
                    .scalarAt(path)
                    .filter(size -> ParameterCheck.number(parameters, path).orElse(Integer.MAX_VALUE)
                            < minimum.value().amount())
                    .ifPresent(size -> problems.add(
                            Code.PARAMETER_SHARE,
                            size.span(),
                            "share `" + share + "` has " + size.text() + " GiB, Azure Files has " + minimum.value()
                                    + " at the least",
                            Defect.IN_PARAMETERS));
        }
    }
}

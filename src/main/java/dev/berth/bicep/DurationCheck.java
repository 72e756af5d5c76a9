package dev.berth.bicep;

import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.Map;
import java.util.regex.Pattern;

/** The cluster autoscaler's durations and numbers, which are texts for the compiler. */
final class DurationCheck implements ParameterCheck {

    private static final Pattern SECONDS_OR_MINUTES = Pattern.compile("[0-9]+[sm]");
    private static final Pattern MINUTES = Pattern.compile("[0-9]+m");

    private static final Map<String, Pattern> FORMS = Map.of(
            "scan-interval", SECONDS_OR_MINUTES,
            "scale-down-delay-after-delete", SECONDS_OR_MINUTES,
            "max-node-provision-time", MINUTES,
            "scale-down-unneeded-time", MINUTES,
            "scale-down-delay-after-add", MINUTES,
            "scale-down-delay-after-failure", MINUTES,
            "scale-down-utilization-threshold", Pattern.compile("0(\\.[0-9]+)?|1"),
            "max-graceful-termination-sec", Pattern.compile("[0-9]+"));

    @Override
    public void check(YamlNode parameters, Problems problems) {
        parameters.entriesAt("cluster.autoScaler").forEach((key, entry) -> {
            Pattern form = FORMS.get(key);
            if (form != null
                    && entry.value() instanceof Scalar value
                    && !form.matcher(value.text()).matches()) {
                problems.add(
                        Code.PARAMETER_DURATION,
                        value.span(),
                        "the cluster autoscaler cannot read " + key + " `" + value.text() + "`",
                        Defect.IN_PARAMETERS);
            }
        });
    }
}

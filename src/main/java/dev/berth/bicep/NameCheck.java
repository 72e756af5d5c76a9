package dev.berth.bicep;

import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that Azure takes: of the environment, the clusters, the queues and the pools. */
final class NameCheck implements ParameterCheck {

    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9]{1,11}");
    private static final Pattern POOL = Pattern.compile("[a-z][a-z0-9]{0,11}");

    private static final Pattern QUEUE = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");

    /** Of the cluster's DNS name, which is {@code aks-<environment>-<region>}. */
    private static final int LONGEST_CLUSTER = 54;

    @Override
    public void check(YamlNode parameters, Problems problems) {
        Optional<Scalar> environment = parameters.scalarAt("environmentName");
        environment
                .filter(name -> !ENVIRONMENT.matcher(name.text()).matches())
                .ifPresent(name -> refuse(problems, name, "is no name of an environment"));
        for (YamlNode region : parameters.itemsAt("regions")) {
            region.scalarAt("name")
                    .filter(name -> cluster(parameters, name).length() > LONGEST_CLUSTER)
                    .ifPresent(name -> refuse(
                            problems, name, "makes a cluster's name longer than " + LONGEST_CLUSTER + " characters"));
        }
        parameters.itemsAt("queues").stream()
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(name -> !QUEUE.matcher(name.text()).matches())
                .forEach(name -> refuse(
                        problems,
                        name,
                        "is no name of a queue: 3 to 63 lower-case letters, digits and single hyphens"));
        Set<String> seen = new HashSet<>(Set.of("system"));
        for (YamlNode pool : parameters.itemsAt("pools")) {
            pool.scalarAt("name").ifPresent(name -> {
                if (!POOL.matcher(name.text()).matches()) {
                    refuse(problems, name, "is no name of a pool: 1 to 12 lower-case letters and digits");
                } else if (!seen.add(name.text())) {
                    refuse(problems, name, "is the name of two pools");
                }
            });
        }
    }

    private static String cluster(YamlNode parameters, Scalar region) {
        return "aks-" + parameters.textAt("environmentName") + "-" + region.text();
    }

    private static void refuse(Problems problems, Scalar name, String reason) {
        problems.add(Code.PARAMETER_NAME, name.span(), "`" + name.text() + "` " + reason, "choose another name");
    }
}

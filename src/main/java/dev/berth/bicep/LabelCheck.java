package dev.berth.bicep;

import dev.berth.source.Code;
import dev.berth.source.Defect;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Labels and taints of nodes have the form that Kubernetes takes, and keys that AKS leaves to others. */
final class LabelCheck implements ParameterCheck {

    private static final String NAME = "(?=.{1,63}$)[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?";
    private static final Pattern KEY = Pattern.compile(
            "((?=[^/]{1,253}/)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*/)?" + NAME);
    private static final Pattern VALUE = Pattern.compile("|" + NAME);
    private static final Pattern RESERVED = Pattern.compile("(kubernetes\\.azure\\.com|kubernetes\\.io)/.*");
    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

    @Override
    public void check(YamlNode parameters, Problems problems) {
        List<YamlNode> taints = new ArrayList<>(parameters.itemsAt("systemPool.taints"));
        for (YamlNode pool : parameters.itemsAt("pools")) {
            taints.addAll(pool.itemsAt("taints"));
            pool.entriesAt("labels").forEach((key, entry) -> {
                String value = entry.value() instanceof Scalar scalar ? scalar.text() : "";
                if (!isKey(key) || !VALUE.matcher(value).matches()) {
                    problems.add(
                            Code.PARAMETER_LABEL,
                            entry.keySpan(),
                            "nodes cannot have the label `" + key + ": " + value + "`",
                            Defect.IN_PARAMETERS);
                }
            });
        }
        for (YamlNode taint : taints) {
            if (taint instanceof Scalar scalar && !isTaint(scalar.text())) {
                problems.add(
                        Code.PARAMETER_TAINT,
                        scalar.span(),
                        "`" + scalar.text() + "` is no taint, which is `key=value:Effect`",
                        Defect.IN_PARAMETERS);
            }
        }
    }

    private static boolean isTaint(String text) {
        String[] keyAndRest = text.split("=", -1);
        String[] valueAndEffect = keyAndRest[keyAndRest.length - 1].split(":", -1);
        return keyAndRest.length == 2
                && valueAndEffect.length == 2
                && isKey(keyAndRest[0])
                && VALUE.matcher(valueAndEffect[0]).matches()
                && EFFECTS.contains(valueAndEffect[1]);
    }

    private static boolean isKey(String text) {
        return KEY.matcher(text).matches() && !RESERVED.matcher(text).matches();
    }
}

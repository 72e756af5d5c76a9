package dev.berth.load;

import dev.berth.source.Sha256;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.TreeMap;

/** A digest of what trees say: neither comments nor layout nor the order of keys change it. */
final class Digest {

    private Digest() {}

    /** SHA-256 in hex; empty for no trees. */
    static String of(List<YamlNode> trees) {
        if (trees.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        trees.forEach(tree -> write(tree, text));
        return Sha256.of(text.toString());
    }

    private static void write(YamlNode node, StringBuilder text) {
        if (node instanceof Mapping mapping) {
            text.append('{');
            new TreeMap<>(mapping.entries()).forEach((key, entry) -> {
                text.append(key.length()).append(':').append(key);
                write(entry.value(), text);
            });
            text.append('}');
        } else if (node instanceof Sequence sequence) {
            text.append('[');
            sequence.items().forEach(item -> write(item, text));
            text.append(']');
        } else if (node instanceof Scalar scalar) {
            text.append(scalar.type())
                    .append(scalar.text().length())
                    .append(':')
                    .append(scalar.text());
        }
    }
}

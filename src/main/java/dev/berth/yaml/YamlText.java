package dev.berth.yaml;

import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Writes a tree as YAML again, in blocks as people write it; comments and quotes of its source are not kept. */
public final class YamlText {

    private YamlText() {}

    public static String of(YamlNode tree) {
        return String.join("\n", lines(tree)) + "\n";
    }

    /** A node begins on its parent's line when it is a single value, and on the next one when it is a block. */
    private static List<String> lines(YamlNode node) {
        List<String> lines = new ArrayList<>();
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            mapping.entries().forEach((key, entry) -> {
                List<String> value = lines(entry.value());
                String head = YamlQuote.scalar(key) + ":";
                if (isBlock(entry.value())) {
                    lines.add(head);
                    value.forEach(line -> lines.add(line.isEmpty() ? line : "  " + line));
                } else {
                    lines.add(head + " " + value.get(0));
                    lines.addAll(value.subList(1, value.size()));
                }
            });
        } else if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
            for (YamlNode item : sequence.items()) {
                List<String> value = lines(item);
                lines.add("- " + value.get(0));
                value.stream().skip(1).forEach(line -> lines.add(line.isEmpty() ? line : "  " + line));
            }
        } else {
            lines.addAll(single(node));
        }
        return lines;
    }

    private static boolean isBlock(YamlNode node) {
        return node instanceof Mapping mapping && !mapping.entries().isEmpty()
                || node instanceof Sequence sequence && !sequence.items().isEmpty();
    }

    private static List<String> single(YamlNode node) {
        if (!(node instanceof Scalar scalar)) {
            return List.of(node instanceof Mapping ? "{}" : "[]");
        }
        String text = scalar.text();
        return switch (scalar.type()) {
            case NULL -> List.of("null");
            case WHOLE, DECIMAL, BOOLEAN -> List.of(text);
            case TEXT, DATE, MERGE -> isLiteral(text) ? literal(text) : List.of(YamlQuote.scalar(text));
        };
    }

    /** Several lines that can stand as they are. */
    private static boolean isLiteral(String text) {
        return text.contains("\n")
                && !text.startsWith(" ")
                && !text.startsWith("\n")
                && !text.endsWith("\n\n")
                && text.lines().noneMatch(line -> line.endsWith(" "))
                && text.codePoints().allMatch(point -> point == '\n' || YamlQuote.isPrintable(point));
    }

    private static List<String> literal(String text) {
        List<String> lines = new ArrayList<>();
        lines.add(text.endsWith("\n") ? "|" : "|-");
        text.lines().forEach(line -> lines.add(line.isEmpty() ? line : "  " + line));
        return lines;
    }
}

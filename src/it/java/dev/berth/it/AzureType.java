package dev.berth.it;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one resource type, or a part of one, may hold: built from the paths of a file of azure/types. */
final class AzureType {

    private static final Pattern INT = Pattern.compile("int\\((?<low>\\d+)\\.\\.(?<high>\\d*)\\)");
    private static final Pattern LENGTH = Pattern.compile("len (?<low>\\d*)\\.\\.(?<high>\\d*)");
    private static final Pattern REGEX = Pattern.compile("re (?<re>.*)\\)$");

    private final Map<String, AzureType> fields = new TreeMap<>();
    private @Nullable AzureType item;
    private String kind = "object";
    private boolean required;
    private boolean open;

    /** Adds a path such as {@code properties.subnets[].name} with its kind. */
    void add(String path, String kindOfPath) {
        AzureType type = this;
        for (String step : path.split("\\.")) {
            String name = step.replace("[]", "");
            if (name.equals("**")) {
                type.open = true;
                return;
            }
            type = type.fields.computeIfAbsent(name, unknown -> new AzureType());
            if (step.endsWith("[]")) {
                type = type.items();
            }
        }
        type.is(kindOfPath.replace(" wo", ""));
    }

    private AzureType items() {
        if (item == null) {
            item = new AzureType();
        }
        return item;
    }

    private void is(String written) {
        required = written.endsWith("!");
        kind = required ? written.substring(0, written.length() - 1) : written;
        if (kind.endsWith("[]")) {
            String of = kind.substring(0, kind.length() - 2);
            items().kind = of.startsWith("(") ? of.substring(1, of.length() - 1) : of;
        }
    }

    /** Reports everything in the value that this type does not allow. */
    void check(String path, JsonNode value, Consumer<String> report) {
        if (value.isNull()
                || kind.equals("any")
                || value.isString() && value.stringValue().startsWith("[")) {
            return; // absent, anything, or known only to Azure
        }
        if (kind.endsWith("[]")) {
            if (!value.isArray()) {
                report.accept(path + " is no list");
            }
            int index = 0;
            for (JsonNode each : value) {
                items().check(path + "[" + index++ + "]", each, report);
            }
        } else if (kind.equals("object")) {
            checkObject(path, value, report);
        } else if (!isScalar(value)) {
            report.accept(path + " is " + value + ", not " + kind);
        }
    }

    private void checkObject(String path, JsonNode value, Consumer<String> report) {
        if (!value.isObject()) {
            report.accept(path + " is no object");
            return;
        }
        value.properties().forEach(entry -> {
            AzureType field = fields.getOrDefault(entry.getKey(), fields.get("*"));
            if (field != null) {
                field.check(path + "." + entry.getKey(), entry.getValue(), report);
            } else if (!open) {
                report.accept(path + " has no field " + entry.getKey());
            }
        });
        fields.forEach((name, field) -> {
            if (field.required && !value.has(name)) {
                report.accept(path + " lacks " + name);
            }
        });
    }

    private boolean isScalar(JsonNode value) {
        if (kind.startsWith("bool")) {
            return value.isBoolean();
        }
        if (kind.startsWith("int")) {
            Matcher range = INT.matcher(kind);
            return value.isInt()
                    && (!range.matches() || isBetween(value.intValue(), range.group("low"), range.group("high")));
        }
        if (!value.isString()) {
            return false;
        }
        return kind.startsWith("'") ? words().contains(value.stringValue()) : isText(value.stringValue());
    }

    /** Words that Azure names are taken for all that it takes. */
    private List<String> words() {
        List<String> words = new ArrayList<>(Arrays.asList(kind.split("\\|")));
        words.remove("string");
        words.replaceAll(word -> word.substring(1, word.length() - 1));
        return words;
    }

    private boolean isText(String value) {
        Matcher length = LENGTH.matcher(kind);
        Matcher regex = REGEX.matcher(kind);
        return (!length.find() || isBetween(value.length(), length.group("low"), length.group("high")))
                && (!regex.find()
                        || Pattern.compile(regex.group("re")).matcher(value).find());
    }

    private static boolean isBetween(int value, String low, String high) {
        return (low.isEmpty() || value >= Integer.parseInt(low)) && (high.isEmpty() || value <= Integer.parseInt(high));
    }
}

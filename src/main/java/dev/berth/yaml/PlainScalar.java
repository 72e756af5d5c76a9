package dev.berth.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an unquoted scalar is understood. Berth reads YAML 1.2; Helm, kubectl and many editors read YAML 1.1, where
 * {@code no} is false and {@code 010} is eight. What the two read differently is refused on the way in and quoted on
 * the way out.
 */
public final class PlainScalar {

    private static final List<Rule> YAML_1_2 = List.of(
            rule(ScalarType.NULL, "~|null|Null|NULL|"),
            rule(ScalarType.BOOLEAN, "true|True|TRUE|false|False|FALSE"),
            rule(ScalarType.WHOLE, "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
            rule(
                    ScalarType.DECIMAL,
                    "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"));

    private static final List<Rule> YAML_1_1 = List.of(
            rule(ScalarType.NULL, "~|null|Null|NULL|"),
            rule(
                    ScalarType.BOOLEAN,
                    "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"),
            rule(
                    ScalarType.WHOLE,
                    "[-+]?(0b[01_]+|0[0-7_]*|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(:[0-5]?[0-9])++)"),
            rule(
                    ScalarType.DECIMAL,
                    "[-+]?([0-9][0-9_]*\\.[0-9_]*|\\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+"
                            + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])++\\.[0-9_]*|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"),
            rule(ScalarType.DATE, "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?"),
            rule(ScalarType.MERGE, "<<|="));

    /** Every rule above starts with one of these; other texts need no further look. */
    private static final String SPECIAL_STARTS = "0123456789+-.~yYnNtTfFoO<=";

    private static final Pattern OCTAL_1_1 = Pattern.compile("[-+]?0[0-9]+");

    /** Words that need no quotes anywhere: no indicator at the start, no space, no {@code : } or {@code #} inside. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./+@-]*+(:[A-Za-z0-9_./+@-]++)*+");

    /** No number or word of the rules is longer; longer texts are text, and cost no matching. */
    private static final int LONGEST_RULED = 100;

    private PlainScalar() {}

    private record Rule(ScalarType type, Pattern pattern) {}

    private static Rule rule(ScalarType type, String pattern) {
        return new Rule(type, Pattern.compile(pattern));
    }

    /** What YAML 1.2 (core schema) takes the unquoted text for. */
    public static ScalarType type(String text) {
        return resolve(YAML_1_2, text);
    }

    /** An unquoted text that means different things to different readers. */
    record Ambiguity(String message, String hint) {}

    /** How readers differ about the unquoted text, or why none can use it; empty when all agree. */
    static Optional<Ambiguity> ambiguity(String text) {
        ScalarType here = type(text);
        ScalarType elsewhere = resolve(YAML_1_1, text);
        if ((here == ScalarType.WHOLE || here == ScalarType.DECIMAL)
                && number(text).isEmpty()) {
            return Optional.of(new Ambiguity(
                    "`" + text + "` is a number that nothing can be counted by",
                    "write it out in digits, or put it in quotes if it is text"));
        }
        if (here == ScalarType.WHOLE && OCTAL_1_1.matcher(text).matches()) {
            String number = new BigInteger(text).toString();
            return Optional.of(new Ambiguity(
                    "`" + text + "` is " + number + " here and an octal number in YAML 1.1",
                    "write " + number + ", or put it in quotes if it is text"));
        }
        return here == elsewhere
                ? Optional.empty()
                : Optional.of(new Ambiguity(
                        "`" + text + "` is " + here.noun() + " here and " + elsewhere.noun() + " in YAML 1.1",
                        hint(here == ScalarType.TEXT ? elsewhere : here)));
    }

    private static String hint(ScalarType meaning) {
        return switch (meaning) {
            case BOOLEAN -> "write true or false, or put it in quotes if it is text";
            case WHOLE, DECIMAL -> "write the number in decimal digits alone, or put it in quotes if it is text";
            case DATE, TEXT, NULL -> "put it in quotes";
            case MERGE -> "write the fields out: merge keys are not read";
        };
    }

    /** The value of a text that is a number; empty for infinity, not-a-number, and exponents nobody means. */
    static Optional<BigDecimal> number(String text) {
        if (text.startsWith("0x")) {
            return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)));
        }
        if (text.startsWith("0o")) {
            return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 8)));
        }
        try {
            BigDecimal number = new BigDecimal(text.endsWith(".") ? text + "0" : text);
            return Math.abs((long) number.scale()) > LONGEST_RULED ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException notFinite) {
            return Optional.empty();
        }
    }

    /** Whether the text can stand without quotes and be this string to every reader. */
    static boolean isSafe(String text) {
        return WORD.matcher(text).matches()
                && type(text) == ScalarType.TEXT
                && ambiguity(text).isEmpty();
    }

    private static ScalarType resolve(List<Rule> rules, String text) {
        if (text.length() > LONGEST_RULED || (!text.isEmpty() && SPECIAL_STARTS.indexOf(text.charAt(0)) < 0)) {
            return ScalarType.TEXT;
        }
        return rules.stream()
                .filter(rule -> rule.pattern().matcher(text).matches())
                .map(Rule::type)
                .findFirst()
                .orElse(ScalarType.TEXT);
    }
}

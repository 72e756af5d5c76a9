package dev.berth.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses, such as {@code 10.64.0.0/16}.
 *
 * @param first lowest address, as a number
 * @param prefix how many leading bits all addresses share
 */
public record Cidr(long first, int prefix) {

    private static final int BITS = 32;
    private static final Pattern FORM =
            Pattern.compile("(?<a>\\d{1,3})\\.(?<b>\\d{1,3})\\.(?<c>\\d{1,3})\\.(?<d>\\d{1,3})/(?<prefix>\\d{1,2})");

    public Cidr {
        if (prefix < 0 || prefix > BITS || first < 0 || first % (1L << (BITS - prefix)) != 0 || first >= 1L << BITS) {
            throw new IllegalArgumentException("no range begins at " + first + " with prefix " + prefix);
        }
    }

    /** Reads the written form; empty when the text has another, or names an address within its range. */
    public static Optional<Cidr> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long first = 0;
        for (String part : new String[] {"a", "b", "c", "d"}) {
            int octet = Integer.parseInt(matcher.group(part));
            if (octet > 255) {
                return Optional.empty();
            }
            first = first * 256 + octet;
        }
        int prefix = Integer.parseInt(matcher.group("prefix"));
        return prefix > BITS || first % (1L << (BITS - prefix)) != 0
                ? Optional.empty()
                : Optional.of(new Cidr(first, prefix));
    }

    /** How many addresses there are. */
    public long size() {
        return 1L << (BITS - prefix);
    }

    public boolean overlaps(Cidr other) {
        return first < other.first + other.size() && other.first < first + size();
    }

    public boolean contains(Cidr other) {
        return first <= other.first && other.first + other.size() <= first + size();
    }

    /** The first range of the given prefix inside this one. */
    public Cidr firstOf(int longer) {
        return new Cidr(first, longer);
    }

    /** The first range of the given prefix that begins after this one. */
    public Cidr next(int otherPrefix) {
        long step = 1L << (BITS - otherPrefix);
        return new Cidr((first + size() + step - 1) / step * step, otherPrefix);
    }

    /** The address so many after the first. */
    public String address(int offset) {
        long address = first + offset;
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    @Override
    public String toString() {
        return address(0) + "/" + prefix;
    }
}

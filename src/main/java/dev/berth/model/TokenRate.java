package dev.berth.model;

/** Tokens a second. */
public record TokenRate(double amount) implements Quantity<TokenRate> {

    @Override
    public TokenRate of(double amount) {
        return new TokenRate(amount);
    }

    @Override
    public String unit() {
        return "tokens/s";
    }

    @Override
    public String toString() {
        return digits(0) + " tokens/s";
    }
}

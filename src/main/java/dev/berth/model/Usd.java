package dev.berth.model;

import java.util.Locale;

/** US dollars. */
public record Usd(double amount) implements Quantity<Usd> {

    @Override
    public Usd of(double amount) {
        return new Usd(amount);
    }

    @Override
    public String unit() {
        return "USD";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "$%,.0f", amount);
    }
}

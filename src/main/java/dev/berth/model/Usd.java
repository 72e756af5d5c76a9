package dev.berth.model;

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
        StringBuilder dollars = new StringBuilder(digits(0));
        for (int thousands = dollars.length() - 3; thousands > 0; thousands -= 3) {
            dollars.insert(thousands, ',');
        }
        return "$" + dollars;
    }
}

package dev.berth.model;

/** Requests a minute. */
public record RequestRate(double amount) implements Quantity<RequestRate> {

    private static final double SECONDS = 60;

    @Override
    public RequestRate of(double amount) {
        return new RequestRate(amount);
    }

    @Override
    public String unit() {
        return "requests/min";
    }

    /** {@code 8.0 requests/min}. */
    @Override
    public String toString() {
        return digits(amount() < 1 ? 3 : 1) + " " + unit();
    }

    public double perSecond() {
        return amount / SECONDS;
    }
}

package dev.berth.plan.cost;

/**
 * How much one model is used.
 *
 * @param pool that it runs on
 * @param busyShare of the time that the GPUs of the pool are busy, from 0 to 1
 * @param requestsPerMonth in all regions together
 */
public record ModelUse(String model, String pool, double busyShare, double requestsPerMonth) {}

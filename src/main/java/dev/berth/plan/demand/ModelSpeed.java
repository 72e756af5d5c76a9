package dev.berth.plan.demand;

import dev.berth.catalog.LlmModel;
import dev.berth.catalog.Speeds;
import dev.berth.catalog.Speeds.Gpu;
import dev.berth.catalog.Speeds.Pair;
import dev.berth.model.Count;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.TokenRate;
import dev.berth.plan.decision.Decision;

/**
 * How fast a model answers one request that has the GPU for itself.
 *
 * @param decode of an answer
 * @param prefill of a prompt
 */
public record ModelSpeed(Decision<Range<TokenRate>> decode, Decision<Range<TokenRate>> prefill) {

    /** @param gpu its name in the table of GPU sizes */
    public static ModelSpeed of(LlmModel model, String gpu, Speeds speeds) {
        return new Derivation(model, gpu, speeds).speed();
    }

    /** What is known of the pair goes before the formula. */
    private record Derivation(LlmModel model, String gpuName, Speeds speeds) {

        ModelSpeed speed() {
            var pair = speeds.pair(gpuName, model.name());
            return new ModelSpeed(
                    pair.map(known -> known("decodeSpeed", known, known.decode()))
                            .orElseGet(this::decode),
                    pair.flatMap(known -> known.prefill().map(rate -> known("prefillSpeed", known, rate)))
                            .orElseGet(this::prefill));
        }

        private Decision<Range<TokenRate>> known(String figure, Pair pair, Range<TokenRate> rate) {
            return draft(figure, rate)
                    .from(pair.citation(), "tokens a second, " + rate.basis().word(), rate.digits(0))
                    .by(rate.basis(), rate.basis().word() + " for " + model.name() + " on " + gpuName);
        }

        /** Each token reads the active part of the model once. */
        private Decision<Range<TokenRate>> decode() {
            Gpu gpu = speeds.gpu(gpuName);
            Range<Percent> efficiency = gpu.efficiency();
            Range<TokenRate> rate = Range.derived(
                    decode(gpu, efficiency.low()), decode(gpu, efficiency.mid()), decode(gpu, efficiency.high()));
            return draft("decodeSpeed", rate)
                    .from(model.citation(), "weights", model.weights().digits(2) + " GiB")
                    .from(model.citation(), "part that a token reads", active())
                    .from(
                            gpu.citation(),
                            "bandwidth and efficiency",
                            gpu.bandwidth() + ", " + efficiency.digits(0) + " %")
                    .from(speeds.formula().citation(), "fixed part of a token", fixed())
                    .by("1 / (" + fixed() + " + weights " + model.weights().digits(2) + " GiB x " + active() + " / ("
                            + gpu.bandwidth() + " x " + efficiency.mid() + "))" + taken(gpu));
        }

        private TokenRate decode(Gpu gpu, Percent efficiency) {
            Seconds read = gpu.bandwidth()
                    .times(efficiency.amount() / 100)
                    .timeFor(model.weights().times(model.activeShare()));
            return new TokenRate(1 / (speeds.formula().fixedMillis() / 1000 + read.amount()));
        }

        /** Work on a token grows with the parameters that it needs. */
        private Decision<Range<TokenRate>> prefill() {
            Gpu gpu = speeds.gpu(gpuName);
            double reference = speeds.formula().prefillBillions();
            double billions = billions();
            Range<TokenRate> rate = gpu.prefill().map(usual -> usual.times(reference / billions));
            return draft("prefillSpeed", rate)
                    .from(gpu.citation(), "prefill", gpu.prefill())
                    .from(speeds.formula().citation(), "billions of parameters of that prefill", reference)
                    .from(model.citation(), "billions of parameters that a token needs", digits(billions))
                    .by(gpu.prefill().mid() + " x " + digits(reference) + " / " + digits(billions)
                            + " billion parameters" + taken(gpu));
        }

        private double billions() {
            double bytes = speeds.formula().bytesPerParameter();
            return model.activeBillions().orElseGet(() -> model.weights().bytes() / bytes / 1e9);
        }

        private Decision.Draft<Range<TokenRate>> draft(String figure, Range<TokenRate> rate) {
            return Decision.derived("model." + model.name() + "." + figure, rate, rate.digits(0) + " tokens/s");
        }

        private String active() {
            return new Percent(100 * model.activeShare()).toString();
        }

        private String fixed() {
            return digits(speeds.formula().fixedMillis()) + " ms";
        }

        private String taken(Gpu gpu) {
            return gpu.name().equals(gpuName) ? "" : ", " + gpuName + " taken for " + gpu.name();
        }

        private static String digits(double number) {
            return new Count(number).digits(1);
        }
    }
}

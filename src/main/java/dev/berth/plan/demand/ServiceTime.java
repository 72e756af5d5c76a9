package dev.berth.plan.demand;

import dev.berth.catalog.Fact;
import dev.berth.catalog.Speeds;
import dev.berth.model.Count;
import dev.berth.model.Demand;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.model.Sharing;
import dev.berth.model.TokenRate;
import dev.berth.plan.decision.Decision;
import java.util.Optional;

/**
 * How long a model takes for a request while all its slots are busy and all replicas of the GPU compute.
 *
 * @param model its name
 * @param slots requests that it works on at the same time
 * @param sharing how many replicas take turns on the GPU
 */
public record ServiceTime(
        String model, ModelSpeed speed, Decision<Integer> slots, Setting<Sharing> sharing, Speeds.Formula formula) {

    /** The time of one request. */
    public Range<Seconds> of(int promptTokens, int answerTokens) {
        Range<TokenRate> prefill = speed.prefill().value();
        Range<TokenRate> decode = speed.decode().value();
        Range<Percent> slowdown = formula.slowdown();
        return Range.derived(
                time(promptTokens, prefill.high(), answerTokens, decode.high(), slowdown.low()),
                time(promptTokens, prefill.mid(), answerTokens, decode.mid(), slowdown.mid()),
                time(promptTokens, prefill.low(), answerTokens, decode.low(), slowdown.high()));
    }

    private Seconds time(int prompt, TokenRate prefill, int answer, TokenRate decode, Percent slowdown) {
        double read = prompt / prefill.amount();
        double write = answer / decode.amount() * slowed(slowdown);
        return new Seconds((read + write) * sharing.value().replicasPerGpu());
    }

    private double slowed(Percent slowdown) {
        return 1 + slowdown.amount() / 100 * (slots.value() - 1);
    }

    /** How long a usual prompt of people is read. */
    public Decision<Range<Seconds>> ofPrompt(Optional<Demand> demand, Fact<Integer> usual) {
        int prompt = demand.map(asked -> asked.promptTokens().value()).orElse(usual.value());
        Range<Seconds> time = of(prompt, 0);
        Decision.Draft<Range<Seconds>> draft =
                Decision.derived("model." + model + ".promptTime", time, time.digits(2) + " s");
        demand.ifPresentOrElse(asked -> draft.from(asked.promptTokens()), () -> draft.from(usual, "usual prompt"));
        return draft.from(speed.prefill())
                .from(sharing)
                .by("prompt " + prompt + " / " + speed.prefill().value().mid() + " x "
                        + sharing.value().replicasPerGpu() + " that take turns on the GPU");
    }

    /** The time of a usual request of people. */
    public Decision<Range<Seconds>> of(Demand demand) {
        int prompt = demand.promptTokens().value();
        int answer = demand.answerTokens().value();
        Range<Seconds> time = of(prompt, answer);
        Range<Percent> slowdown = formula.slowdown();
        return Decision.derived("model." + model + ".serviceTime", time, time.digits(1) + " s")
                .from(demand.promptTokens())
                .from(demand.answerTokens())
                .from(speed.prefill())
                .from(speed.decode())
                .from(slots)
                .from(sharing)
                .from(formula.citation(), "slowdown of each further slot", slowdown.digits(0) + " %")
                .by("(prompt " + prompt + " / " + speed.prefill().value().mid() + " + answer " + answer + " / "
                        + speed.decode().value().mid() + " x "
                        + new Count(slowed(slowdown.mid())).digits(2) + " with all slots busy) x "
                        + sharing.value().replicasPerGpu() + " that take turns on the GPU");
    }
}

package dev.berth.plan.webui;

import dev.berth.catalog.OpenWebUiFacts;
import dev.berth.catalog.OpenWebUiFacts.Database;
import dev.berth.catalog.OpenWebUiFacts.Pools;
import dev.berth.model.WebUi;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Span;

/**
 * Derives how many connections to PostgreSQL a replica of the chat pages may hold: with all replicas at their most there
 * are enough for each.
 *
 * @param size of each of the two pools of a replica
 * @param overflow what each of them may open beyond its size
 */
public record DatabasePools(Decision<Integer> size, Decision<Integer> overflow) {

    /** Fewer would make requests wait for each other. */
    private static final int LEAST = 5;

    static DatabasePools of(OpenWebUiFacts facts, WebUi webUi, Decision<Integer> maxReplicas, Problems problems) {
        Database database = facts.database();
        Pools usual = facts.pools();
        int vectors = usual.vectorSize() + usual.vectorOverflow();
        int each = (database.connections() - database.spare()) / maxReplicas.value();
        int pool = (each - vectors) / 2;
        if (pool < LEAST) {
            int most = (database.connections() - database.spare()) / (2 * LEAST + vectors);
            problems.add(
                    Code.TOO_MANY_REPLICAS,
                    place(webUi),
                    "the database has " + database.connections() + " connections, too few for "
                            + Counted.replicas(maxReplicas.value()) + " of the chat pages",
                    "write " + most + " or less");
        }
        int size = Math.min(usual.size(), pool);
        int overflow = Math.max(0, Math.min(usual.overflow(), pool - size));
        String formula = "usual is " + usual.size() + " and " + usual.overflow() + " beyond; ("
                + database.connections() + " connections - " + database.spare() + " spare) / "
                + maxReplicas.value() + " replicas leave " + pool + " for each of two pools beside " + vectors
                + " for vectors";
        return new DatabasePools(
                decision("size", size, facts, maxReplicas).by(formula),
                decision("overflow", overflow, facts, maxReplicas).by(formula));
    }

    /** The bound is either pinned, or as large as the lower one that is. */
    private static Span place(WebUi webUi) {
        return webUi.replicas()
                .max()
                .or(() -> webUi.replicas().min())
                .orElseThrow()
                .at();
    }

    private static Decision.Draft<Integer> decision(
            String name, int number, OpenWebUiFacts facts, Decision<Integer> maxReplicas) {
        return Decision.derived("webui.database." + name, number, number + " connections")
                .from(
                        facts.database().citation(),
                        "connections",
                        facts.database().connections())
                .from(
                        facts.pools().citation(),
                        "usual " + name,
                        name.equals("size")
                                ? facts.pools().size()
                                : facts.pools().overflow())
                .from(maxReplicas);
    }
}

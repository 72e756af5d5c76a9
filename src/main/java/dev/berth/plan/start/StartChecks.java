package dev.berth.plan.start;

import dev.berth.catalog.AzureFacts.LoadBalancer;
import dev.berth.catalog.Catalog;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Exposure;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.ArrayList;
import java.util.List;

/** What cold starts are too long for. */
final class StartChecks {

    private final Catalog catalog;
    private final Timeouts timeouts;
    private final List<ColdStart> starts;

    StartChecks(Catalog catalog, Timeouts timeouts, List<ColdStart> starts) {
        this.catalog = catalog;
        this.timeouts = timeouts;
        this.starts = starts;
    }

    void check(Setting<Exposure> exposure, Problems problems) {
        LoadBalancer balancer = catalog.azure().loadBalancer();
        Seconds longest = timeouts.coldStart().value();
        if (exposure.value() == Exposure.PUBLIC && longest.compareTo(balancer.mostIdle()) > 0) {
            problems.add(
                    Code.COLD_START_TOO_LONG,
                    exposure.at(),
                    "a replica may take " + longest.toMinutes().minutes()
                            + " minutes to start, the load balancer of the chat pages drops a connection after "
                            + balancer.mostIdle().minutes() + " minutes without a word",
                    "raise `inference.share.throughputMibps`, allow fewer replicas by `replicas.max`, write"
                            + " `exposure: internal`, or waive P038");
        }
    }

    List<Risk> risks() {
        List<Risk> risks = new ArrayList<>();
        Seconds longest = timeouts.coldStart().value();
        Seconds frontDoor = catalog.azure().frontDoor().value();
        if (longest.compareTo(frontDoor) > 0) {
            risks.add(new Risk(
                    "front-door",
                    "Azure Front Door waits " + frontDoor + " for an answer to begin, a cold start takes up to "
                            + longest + ": behind it, answers have to be streamed with something to keep them alive"));
        }
        starts.forEach(start -> flapping(start, risks));
        return risks;
    }

    /** A replica that goes before its successor could come is missed again while the successor starts. */
    private void flapping(ColdStart start, List<Risk> risks) {
        ScalingRate down = catalog.platform().scaleDown();
        Seconds longest = start.total().value().high();
        if (down.stabilization().compareTo(longest) < 0) {
            risks.add(new Risk(
                    "scale-down-before-start",
                    "group " + start.group() + " gives a replica up after " + down.stabilization()
                            + " of less load, and a new one takes "
                            + start.total().value().mid() + ", up to " + longest
                            + ": load that comes and goes in between finds too few replicas every time"));
        }
    }
}

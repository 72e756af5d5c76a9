package dev.berth.plan.start;

import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every timeout of an environment. Whoever waits for somebody waits at least as long as he does, or a slow start becomes
 * a failed one:
 *
 * <pre>
 * modelLoad &lt;= startup &lt;= coldStart &lt;= routerHold &lt;= routerQueue &lt;= client
 * client &lt;= loadBalancer      where there is one; it waits 30 minutes at the most
 * coldStart &lt;= gpuRelease &lt;= modelsRelease &lt;= stage, fill &lt;= modelsRelease
 * coldStart &lt;= cronLead
 * coldStart &lt;= cooldown, keep-alive &lt; cooldown
 * drain &lt; grace &lt;= max-graceful-termination-sec of the cluster autoscaler
 * </pre>
 *
 * @param modelLoad how long a load may make no progress (OLLAMA_LOAD_TIMEOUT)
 * @param startup how long a replica may take from its image to its homes
 * @param coldStart the longest of all groups
 * @param routerHold how long a request waits for a replica to start
 * @param routerQueue how long a request waits for a slot
 * @param client how long Open WebUI waits for a whole answer
 * @param loadBalancer how long a connection of a browser may say nothing; absent where the chat pages have no load balancer
 * @param gpuRelease how long a Helm release may take whose pods need GPU nodes
 * @param fill how long the share of the models takes to be filled when it is empty
 * @param modelsRelease how long a Helm release may take whose pods wait for the models too
 * @param stage how long Flux waits for all releases of a Kustomization
 * @param drain how long a replica that is taken away goes on answering
 * @param grace how long it may take to be gone
 * @param cooldown how long the last replica stays when nobody asks for anything
 * @param cronLead how long before people come the first replica is started, and the last one is ready by then
 */
public record Timeouts(
        Decision<Seconds> modelLoad,
        Decision<Seconds> startup,
        Decision<Seconds> coldStart,
        Decision<Seconds> routerHold,
        Decision<Seconds> routerQueue,
        Decision<Seconds> client,
        Optional<Decision<Seconds>> loadBalancer,
        Decision<Seconds> gpuRelease,
        Decision<Seconds> fill,
        Decision<Seconds> modelsRelease,
        Decision<Seconds> stage,
        Decision<Seconds> drain,
        Decision<Seconds> grace,
        Decision<Seconds> cooldown,
        Decision<Seconds> cronLead) {

    List<Decision<?>> decisions() {
        Stream<Decision<?>> always = Stream.of(
                modelLoad,
                startup,
                coldStart,
                routerHold,
                routerQueue,
                client,
                gpuRelease,
                fill,
                modelsRelease,
                stage,
                drain,
                grace,
                cooldown,
                cronLead);
        return Stream.concat(always, loadBalancer.stream()).toList();
    }
}

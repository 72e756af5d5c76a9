package dev.berth.model;

import java.util.Optional;

/**
 * An AKS node pool with GPUs.
 *
 * @param size an Azure VM size of the catalogue
 * @param spotHourly price of a node of unused capacity; absent for nodes that stay
 */
public record GpuPool(
        Setting<String> name,
        Setting<String> size,
        Bounds nodes,
        Setting<Sharing> sharing,
        Optional<Setting<Usd>> spotHourly) {

    /** The same pool with other bounds. */
    public GpuPool withNodes(Bounds bounds) {
        return new GpuPool(name, size, bounds, sharing, spotHourly);
    }

    /** The same pool of another size. */
    public GpuPool withSize(String other) {
        return new GpuPool(name, size.to(other), nodes, sharing, spotHourly);
    }
}

package dev.berth.model;

/**
 * An AKS node pool with GPUs.
 *
 * @param size an Azure VM size of the catalogue
 */
public record GpuPool(Setting<String> name, Setting<String> size, Bounds nodes, Setting<Sharing> sharing) {}

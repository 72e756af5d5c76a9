package dev.berth.catalog;

import dev.berth.model.Usd;

/**
 * Hourly prices of Azure Files on SSD, provisioned v2.
 *
 * @param freeIops operations per second that come with every share
 * @param freeMibps throughput that comes with every share
 */
public record FilesPrice(Usd gib, Usd iops, int freeIops, Usd mibps, int freeMibps, Citation citation) {}

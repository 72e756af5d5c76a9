package dev.berth.cli.json;

import dev.berth.catalog.AzureFacts.Cache;
import dev.berth.catalog.AzureFacts.Database;
import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.model.Cidr;
import tools.jackson.databind.node.ObjectNode;

/** The values of what is deployed around the models, for programs. */
final class AzureJson {

    private AzureJson() {}

    /** Whether the value is one of those, and was put. */
    static boolean put(ObjectNode node, Object value) {
        if (value instanceof String || value instanceof Cidr) {
            node.put("value", value.toString());
        } else if (value instanceof ShareSpeed speed) {
            node.putObject("value").put("iops", speed.iops()).put("throughputMibps", speed.throughputMibps());
        } else if (value instanceof Database database) {
            node.putObject("value")
                    .put("version", database.version())
                    .put("tier", database.tier())
                    .put("storageGib", (int) database.storage().amount())
                    .put("backupDays", database.backupDays());
        } else if (value instanceof Cache cache) {
            node.putObject("value").put("size", cache.size()).put("highAvailability", cache.highAvailability());
        } else {
            return false;
        }
        return true;
    }
}

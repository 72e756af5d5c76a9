package dev.berth.load;

import dev.berth.catalog.AzureFacts;
import dev.berth.catalog.AzureFacts.Addresses;
import dev.berth.catalog.AzureFacts.AutoScalerSetting;
import dev.berth.catalog.AzureFacts.Cache;
import dev.berth.catalog.AzureFacts.Database;
import dev.berth.catalog.AzureFacts.LoadBalancer;
import dev.berth.catalog.AzureFacts.ModelsShare;
import dev.berth.catalog.AzureFacts.QuotaNames;
import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.model.Cidr;
import dev.berth.model.Gib;
import dev.berth.model.Seconds;
import dev.berth.model.Throughput;
import dev.berth.yaml.YamlNode;
import java.util.Set;

/** Reads what is deployed around the models. */
final class AzureFactsBinder {

    private final BuiltInFile file;

    private AzureFactsBinder(BuiltInFile file) {
        this.file = file;
    }

    static AzureFacts bind(YamlNode tree) {
        return new AzureFactsBinder(new BuiltInFile(tree)).facts();
    }

    private AzureFacts facts() {
        return new AzureFacts(
                addresses(file.part("addresses")),
                file.fact("reservedAddresses", part -> BuiltInFile.items(part, "ranges", AzureFactsBinder::cidr)),
                file.fact("maxPods", part -> number(part, "cpu")),
                file.fact("maxPods", part -> number(part, "gpu")),
                file.fact("ephemeralDisk", part -> Set.copyOf(BuiltInFile.words(part, "sizes"))),
                modelsShare(file.part("modelsShare")),
                speed("webuiShare"),
                loadBalancer(file.part("loadBalancer")),
                file.fact("frontDoor", part -> new Seconds(part.decimal("seconds"))),
                database(file.part("database")),
                cache(file.part("cache")),
                file.list("autoScaler", this::autoScaler),
                new QuotaNames(word(file.part("quotas"), "total"), word(file.part("quotas"), "spotTotal")),
                file.fact("upgrade", part -> number(part, "surge")),
                file.fact("poolNodes", part -> number(part, "most")));
    }

    private Addresses addresses(Fields part) {
        return new Addresses(
                cidr(word(part, "firstNetwork")),
                number(part, "nodesPrefix"),
                number(part, "postgresPrefix"),
                number(part, "endpointsPrefix"),
                cidr(word(part, "pods")),
                cidr(word(part, "services")),
                file.cite("addresses", part));
    }

    private ModelsShare modelsShare(Fields part) {
        return new ModelsShare(
                number(part, "iops"),
                new Throughput(number(part, "leastMibps")),
                new Throughput(number(part, "mostMibps")),
                new Throughput(number(part, "fileMibps")),
                file.cite("modelsShare", part));
    }

    private LoadBalancer loadBalancer(Fields part) {
        return new LoadBalancer(
                Seconds.ofMinutes(number(part, "idleMinutes")),
                Seconds.ofMinutes(number(part, "mostIdleMinutes")),
                file.cite("loadBalancer", part));
    }

    private ShareSpeed speed(String key) {
        Fields part = file.part(key);
        return new ShareSpeed(number(part, "iops"), number(part, "throughputMibps"), file.cite(key, part));
    }

    private Database database(Fields part) {
        return new Database(
                word(part, "version"),
                word(part, "tier"),
                new Gib(part.decimal("storageGib")),
                number(part, "backupDays"),
                file.cite("database", part));
    }

    private Cache cache(Fields part) {
        return new Cache(word(part, "size"), word(part, "highAvailability"), file.cite("cache", part));
    }

    private AutoScalerSetting autoScaler(Fields row) {
        String key = word(row, "key");
        return new AutoScalerSetting(key, word(row, "value"), word(row, "because"), file.cite(key, row));
    }

    private static Cidr cidr(String word) {
        return Cidr.parse(word).orElseThrow();
    }

    private static String word(Fields part, String key) {
        return part.text(key).value();
    }

    private static int number(Fields part, String key) {
        return part.whole(key).value();
    }
}

package dev.berth.load;

import dev.berth.catalog.AzureFacts;
import dev.berth.catalog.AzureFacts.Addresses;
import dev.berth.catalog.AzureFacts.AutoScalerSetting;
import dev.berth.catalog.AzureFacts.Cache;
import dev.berth.catalog.AzureFacts.Database;
import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.model.Cidr;
import dev.berth.model.Gib;
import dev.berth.model.Setting;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads what is deployed around the models. It is built in: its problems are seen by the tests. */
final class AzureFactsBinder {

    private final Fields file;

    private AzureFactsBinder(Fields file) {
        this.file = file;
    }

    static AzureFacts bind(YamlNode tree) {
        return new AzureFactsBinder(Fields.root(tree)).facts();
    }

    private AzureFacts facts() {
        return new AzureFacts(
                addresses(file.child("addresses")),
                fact("reservedAddresses", part -> items(part, "ranges", AzureFactsBinder::cidr)),
                fact("maxPods", part -> number(part, "cpu")),
                fact("maxPods", part -> number(part, "gpu")),
                fact("ephemeralDisk", part -> Set.copyOf(items(part, "sizes", word -> word))),
                speed("modelsShare"),
                speed("webuiShare"),
                database(file.child("database")),
                cache(file.child("cache")),
                file.list("autoScaler", this::autoScaler));
    }

    private Addresses addresses(Fields part) {
        return new Addresses(
                cidr(word(part, "firstNetwork")),
                number(part, "nodesPrefix"),
                number(part, "postgresPrefix"),
                number(part, "endpointsPrefix"),
                cidr(word(part, "pods")),
                cidr(word(part, "services")),
                cite("addresses", part));
    }

    private ShareSpeed speed(String key) {
        Fields part = file.child(key);
        return new ShareSpeed(number(part, "iops"), number(part, "throughputMibps"), cite(key, part));
    }

    private Database database(Fields part) {
        return new Database(
                word(part, "version"),
                word(part, "tier"),
                new Gib(part.decimal("storageGib")),
                number(part, "backupDays"),
                cite("database", part));
    }

    private Cache cache(Fields part) {
        return new Cache(word(part, "size"), word(part, "highAvailability"), cite("cache", part));
    }

    private AutoScalerSetting autoScaler(Fields row) {
        String key = word(row, "key");
        return new AutoScalerSetting(key, word(row, "value"), word(row, "because"), cite(key, row));
    }

    private <T> Fact<T> fact(String key, Function<Fields, T> value) {
        Fields part = file.child(key);
        return new Fact<>(value.apply(part), cite(key, part));
    }

    private static <T> List<T> items(Fields part, String key, Function<String, T> meaning) {
        return part.words(key, meaning).stream().map(Setting::value).toList();
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

    private Citation cite(String name, Fields part) {
        return new Sources(file, new Problems()).cite(name, part);
    }
}

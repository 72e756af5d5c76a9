package dev.berth.load;

import dev.berth.model.Azure;
import dev.berth.model.Engine;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.GpuPool;
import dev.berth.model.Group;
import dev.berth.model.Keep;
import dev.berth.model.ModelRequest;
import dev.berth.model.Percent;
import dev.berth.model.Setting;
import dev.berth.model.Sharing;
import dev.berth.model.Signal;
import dev.berth.model.Waiver;
import dev.berth.schema.SchemaDefaults;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import dev.berth.yaml.YamlNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Turns a checked tree, defaults filled in, into an {@link Environment}. */
final class EnvironmentBinder {

    private EnvironmentBinder() {}

    static Environment bind(String name, SourceFile file, YamlNode tree, String digest) {
        Fields root = Fields.root(tree);
        Fields azure = root.child("azure");
        Fields inference = root.child("inference");
        return new Environment(
                name,
                file,
                new Azure(azure.optionalText("subscription"), azure.words("regions", word -> word)),
                root.list("models", EnvironmentBinder::model),
                root.list("gpuPools", EnvironmentBinder::pool),
                inference.entries("groups", (group, fields) -> group(group, placeOf(group, root), fields)),
                inference.child("share").optionalWhole("sizeGib").map(size -> size.map(Gib::new)),
                root.child("gitops").optionalText("url"),
                root.list("waivers", row -> new Waiver(row.text("code"), row.text("reason"))),
                digest);
    }

    private static ModelRequest model(Fields row) {
        return new ModelRequest(
                row.text("name"), row.optionalWhole("context"), row.choice("keep", Keep::of), row.text("group"));
    }

    private static GpuPool pool(Fields row) {
        return new GpuPool(
                row.text("name"),
                row.text("size"),
                row.bounds("nodes"),
                row.choice("sharing", word -> Sharing.EXCLUSIVE));
    }

    /** The key of a group; the default group that nobody wrote has its place at the models that it serves. */
    private static Span placeOf(String group, Fields root) {
        Span key = root.child("inference").child("groups").mapping().keySpan(group);
        return SchemaDefaults.isDefault(key) ? root.mapping().keySpan("models") : key;
    }

    private static Group group(String name, Span at, Fields fields) {
        Map<Signal, Setting<Percent>> targets = new EnumMap<>(Signal.class);
        Fields percent = fields.child("targets");
        for (Signal signal : Signal.values()) {
            targets.put(signal, percent.whole(signal.key()).map(Percent::new));
        }
        return new Group(
                name,
                at,
                fields.optionalText("pool"),
                fields.whole("slots"),
                fields.bounds("replicas"),
                fields.choice("engine", word -> Engine.HPA),
                fields.words("signals", EnvironmentBinder::signal),
                targets);
    }

    private static Signal signal(String word) {
        return Arrays.stream(Signal.values())
                .filter(signal -> signal.key().equals(word))
                .findFirst()
                .orElseThrow();
    }
}

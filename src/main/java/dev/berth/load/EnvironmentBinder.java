package dev.berth.load;

import dev.berth.model.Azure;
import dev.berth.model.Engine;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.GpuPool;
import dev.berth.model.Group;
import dev.berth.model.Keep;
import dev.berth.model.ModelRequest;
import dev.berth.model.Setting;
import dev.berth.model.Sharing;
import dev.berth.model.Signal;
import dev.berth.model.Waiver;
import dev.berth.source.SourceFile;
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
        Fields groups = inference.child("groups");
        return new Environment(
                name,
                file,
                new Azure(azure.optionalText("subscription"), azure.words("regions", word -> word)),
                root.list("models", EnvironmentBinder::model),
                root.list("gpuPools", EnvironmentBinder::pool),
                inference.entries("groups", (group, fields) -> group(group, groups, fields)),
                inference.child("share").optionalWhole("sizeGib").map(size -> size.map(Gib::new)),
                root.child("gitops").optionalText("url"),
                root.list("waivers", row -> new Waiver(row.text("code"), row.text("reason"))),
                digest);
    }

    private static ModelRequest model(Fields row) {
        return new ModelRequest(
                row.text("name"),
                row.optionalWhole("context"),
                row.choice("keep", word -> word.equals("always") ? Keep.ALWAYS : Keep.ON_DEMAND),
                row.text("group"));
    }

    private static GpuPool pool(Fields row) {
        return new GpuPool(
                row.text("name"),
                row.text("size"),
                row.bounds("nodes"),
                row.choice("sharing", word -> Sharing.EXCLUSIVE));
    }

    private static Group group(String name, Fields groups, Fields fields) {
        Map<Signal, Setting<Integer>> targets = new EnumMap<>(Signal.class);
        Fields percent = fields.child("targets");
        for (Signal signal : Signal.values()) {
            targets.put(signal, percent.whole(signal.key()));
        }
        return new Group(
                name,
                groups.mapping().keySpan(name),
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

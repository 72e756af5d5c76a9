package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.catalog.UpstreamChart;
import dev.berth.catalog.UpstreamChart.Repository;
import dev.berth.catalog.UpstreamFacts;
import dev.berth.model.Gib;
import dev.berth.model.Seconds;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads the pins of the charts of others; they are built in, so that problems are seen by the tests. */
final class UpstreamBinder {

    private final Fields file;
    private final NamedRows rows = new NamedRows(new Problems());

    UpstreamBinder(YamlNode tree) {
        this.file = Fields.root(tree);
    }

    UpstreamFacts facts() {
        Map<String, Repository> repositories = rows.byName(
                file.list("repositories", row -> row),
                row -> new Repository(row.text("name").value(), row.text("url").value()));
        Fields metrics = file.child("metrics");
        return new UpstreamFacts(
                new TreeMap<>(rows.byName(file.list("charts", row -> row), row -> chart(row, repositories))),
                seconds("cpuReleaseTimeout"),
                seconds("stageMargin"),
                new UpstreamFacts.Metrics(
                        metrics.whole("retentionDays").value(),
                        new Gib(metrics.decimal("prometheusGib")),
                        metrics.decimal("usable"),
                        new Gib(metrics.decimal("alertmanagerGib")),
                        cite("metrics", metrics)));
    }

    private UpstreamChart chart(Fields row, Map<String, Repository> repositories) {
        String name = row.text("name").value();
        return new UpstreamChart(
                name,
                row.text("version").value(),
                Objects.requireNonNull(repositories.get(row.text("repository").value())),
                cite(name, row));
    }

    private Fact<Seconds> seconds(String key) {
        Fields part = file.child(key);
        return new Fact<>(new Seconds(part.decimal("seconds")), cite(key, part));
    }

    private Citation cite(String name, Fields part) {
        return new Sources(file, new Problems()).cite(name, part);
    }
}

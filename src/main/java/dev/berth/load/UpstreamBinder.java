package dev.berth.load;

import dev.berth.catalog.Fact;
import dev.berth.catalog.UpstreamChart;
import dev.berth.catalog.UpstreamChart.Repository;
import dev.berth.catalog.UpstreamFacts;
import dev.berth.model.Gib;
import dev.berth.model.Seconds;
import dev.berth.yaml.YamlNode;
import java.util.Map;
import java.util.Objects;

/** Reads the pins of the charts of others. */
final class UpstreamBinder {

    private final BuiltInFile file;

    UpstreamBinder(YamlNode tree) {
        this.file = new BuiltInFile(tree);
    }

    UpstreamFacts facts() {
        Map<String, Repository> repositories = file.table(
                "repositories",
                row -> new Repository(row.text("name").value(), row.text("url").value()));
        Fields metrics = file.part("metrics");
        return new UpstreamFacts(
                file.table("charts", row -> chart(row, repositories)),
                seconds("cpuReleaseTimeout"),
                seconds("stageMargin"),
                new UpstreamFacts.Metrics(
                        metrics.whole("retentionDays").value(),
                        new Gib(metrics.decimal("prometheusGib")),
                        metrics.decimal("usable"),
                        new Gib(metrics.decimal("alertmanagerGib")),
                        file.cite("metrics")));
    }

    private UpstreamChart chart(Fields row, Map<String, Repository> repositories) {
        String name = row.text("name").value();
        return new UpstreamChart(
                name,
                row.text("version").value(),
                Objects.requireNonNull(repositories.get(row.text("repository").value())),
                file.cite(name, row));
    }

    private Fact<Seconds> seconds(String key) {
        return file.fact(key, part -> new Seconds(part.decimal("seconds")));
    }
}

package dev.berth.render.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Region;
import dev.berth.manifest.Release;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlParser;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The device plugin's configuration and the labels of the nodes meet. */
class TimeSlicesTest {

    private static FileSet files(String... sharing) {
        StringBuilder text = new StringBuilder(Plans.serving("name: gemma2:2b")).append("gpuPools:\n");
        for (int pool = 0; pool < sharing.length; pool++) {
            text.append("  - { name: gpu" + pool + ", size: Standard_NC4as_T4_v3, sharing: " + sharing[pool] + " }\n");
        }
        return Renderer.render(Plans.of(text.toString()), "digest", "1").files();
    }

    private static YamlNode pluginValues(FileSet files) {
        return ((Result.Ok<List<Region>>) Region.in(files))
                .value().get(0).releases().stream()
                        .filter(release -> release.name().equals("nvidia-device-plugin"))
                        .findFirst()
                        .map(Release::values)
                        .orElseThrow();
    }

    private static List<String> labels(FileSet files) {
        String parameters = String.valueOf(files.files().get(new RelPath("bicep/test/main.bicepparam")));
        return Pattern.compile("'nvidia.com/device-plugin.config': '([^']*)'")
                .matcher(parameters)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everyLabelNamesAnEntryAndEveryEntryIsNamed() {
        FileSet files = files("{ timeSlices: 3 }", "exclusive", "{ timeSlices: 2 }", "{ timeSlices: 3 }");
        assertThat(labels(files)).containsExactly("time-slices-3", "time-slices-2", "time-slices-3");
        YamlNode values = pluginValues(files);
        assertThat(values.textAt("config.default")).isEqualTo("exclusive");
        assertThat(values.entriesAt("config.map").keySet())
                .containsExactly("exclusive", "time-slices-2", "time-slices-3");
        assertThat(configuration(values, "exclusive").entriesAt("sharing")).isEmpty();
        for (int replicas = 2; replicas <= 3; replicas++) {
            YamlNode slicing = configuration(values, "time-slices-" + replicas);
            assertThat(slicing.textAt("sharing.timeSlicing.failRequestsGreaterThanOne"))
                    .isEqualTo("true");
            assertThat(slicing.textAt("sharing.timeSlicing.renameByDefault")).isEqualTo("false");
            assertThat(slicing.textAt("sharing.timeSlicing.resources[0].name")).isEqualTo("nvidia.com/gpu");
            assertThat(slicing.textAt("sharing.timeSlicing.resources[0].replicas"))
                    .isEqualTo(String.valueOf(replicas));
        }
    }

    /** The entry is text that the plugin reads as YAML. */
    private static YamlNode configuration(YamlNode values, String key) {
        SourceFile text = new SourceFile("config.yaml", values.textAt("config.map." + key));
        return YamlParser.read(text, new Problems()).orElseThrow();
    }

    @Test
    void whereNothingIsSharedThePluginNeedsNoConfiguration() {
        FileSet files = files("exclusive");
        assertThat(labels(files)).isEmpty();
        assertThat(pluginValues(files).entriesAt("config")).isEmpty();
    }

    /** Else the chart asks for SYS_ADMIN as soon as there is a configuration. */
    @Test
    void thePluginNeedsNoFurtherRights() {
        for (String sharing : List.of("exclusive", "{ timeSlices: 2 }")) {
            assertThat(pluginValues(files(sharing)).textAt("migStrategy")).isEqualTo("none");
            assertThat(pluginValues(files(sharing)).textAt("deviceListStrategy"))
                    .isEqualTo("envvar");
        }
    }
}

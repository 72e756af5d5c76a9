package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconformTest {

    @TempDir
    Path folder;

    private static List<Manifest> manifests() {
        var files = Renderer.render(Plans.of(Plans.serving("name: phi3.5")), "digest", "1")
                .files();
        return ((Result.Ok<List<Manifest>>) Manifests.of(files, "1.35")).value();
    }

    @Test
    void aFolderOfItsNameIsNoProgram() throws IOException {
        assertThat(Kubeconform.find(folder.toString(), "1.35")).isEmpty();
        Files.createDirectory(folder.resolve("kubeconform"));
        assertThat(Kubeconform.find(folder.toString(), "1.35")).isEmpty();
    }

    /** What a program that crashes says is passed on. */
    @Test
    void aCrashIsAProblem() throws IOException {
        Path program = folder.resolve("kubeconform");
        Files.writeString(program, "#!/bin/sh\necho 'panic: out of luck'\nexit 2\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Result<String> result =
                Kubeconform.find(folder.toString(), "1.35").orElseThrow().check(manifests(), Optional.empty());
        assertThat(result.problems()).extracting(Problem::code).containsExactly(Code.KUBECONFORM_REFUSES);
        assertThat(result.problems().get(0).message()).contains("out of luck");
    }

    @Test
    void acceptsWhatWeRenderAndRefusesASlip() {
        Tools.require("kubeconform");
        Kubeconform kubeconform =
                Kubeconform.find(String.valueOf(System.getenv("PATH")), "1.35").orElseThrow();
        List<Manifest> good = manifests();
        assertThat(kubeconform.check(good, Optional.empty()))
                .isEqualTo(Result.ok(good.size() + " valid, 0 invalid, 0 errors, 0 skipped"));
        List<Manifest> bad = good.stream()
                .map(manifest -> new Manifest(
                        manifest.region(),
                        manifest.id(),
                        manifest.template(),
                        new SourceFile(
                                manifest.template(),
                                manifest.text().text().replace("serviceName: ollama", "serviceNam: ollama")),
                        manifest.tree()))
                .toList();
        Result<String> result = kubeconform.check(bad, Optional.empty());
        assertThat(result.problems()).extracting(Problem::code).containsExactly(Code.KUBECONFORM_REFUSES);
        assertThat(result.problems().get(0).message())
                .contains("StatefulSet/ollama")
                .contains("serviceNam");
    }
}

package dev.berth;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of the house, which doors there are between them, and how large they may grow. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.berth");

    /** What each package may use, besides itself. The way of the data: load, plan, render, write. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("source", List.of()),
            Map.entry("files", List.of()),
            Map.entry("program", List.of()),
            Map.entry("yaml", List.of("source")),
            Map.entry("schema", List.of("source", "yaml")),
            Map.entry("model", List.of("source", "yaml")),
            Map.entry("catalog", List.of("source", "model")),
            Map.entry("load", List.of("source", "yaml", "schema", "model", "catalog")),
            Map.entry("plan", List.of("source", "yaml", "model", "catalog")),
            Map.entry("render", List.of("source", "yaml", "schema", "files", "model", "catalog", "plan")),
            Map.entry("bicep", List.of("source", "yaml", "files", "model", "catalog")),
            Map.entry("manifest", List.of("source", "yaml", "files", "program")),
            Map.entry(
                    "verify", List.of("source", "yaml", "schema", "files", "catalog", "manifest", "bicep", "program")),
            Map.entry("write", List.of("source", "files")),
            Map.entry(
                    "explain", List.of("source", "yaml", "files", "catalog", "plan", "render", "manifest", "bicep"))));

    @Test
    void packagesUseOnlyWhatTheyMay() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : MAY_USE.keySet()) {
            layers = layers.layer(name).definedBy("dev.berth." + name + "..");
        }
        layers = layers.layer("cli")
                .definedBy("dev.berth.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer();
        for (var entry : MAY_USE.entrySet()) {
            layers = entry.getValue().isEmpty()
                    ? layers.whereLayer(entry.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(entry.getKey())
                            .mayOnlyAccessLayers(entry.getValue().toArray(String[]::new));
        }
        layers.check(CLASSES);
    }

    @Test
    void thereAreNoCircles() {
        for (String house : List.of("dev.berth", "dev.berth.plan", "dev.berth.render", "dev.berth.cli")) {
            slices().matching(house + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        }
    }

    /** The planner puts the rooms of the plan together; none of them knows it, but growth, which plans again. */
    @Test
    void roomsOfThePlanDoNotKnowThePlanner() {
        noClasses()
                .that()
                .resideInAPackage("dev.berth.plan.*..")
                .and()
                .resideOutsideOfPackage("dev.berth.plan.growth")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.berth.plan")
                .check(CLASSES);
    }

    /** The renderer puts the rooms together; none of them knows it. */
    @Test
    void roomsOfTheRendererDoNotKnowTheRenderer() {
        noClasses()
                .that()
                .resideInAPackage("dev.berth.render.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.berth.render")
                .check(CLASSES);
    }

    /** Commands choose a form for what they say; no form knows the commands. */
    @Test
    void roomsOfTheCommandLineDoNotKnowTheCommands() {
        noClasses()
                .that()
                .resideInAPackage("dev.berth.cli.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.berth.cli")
                .check(CLASSES);
    }

    @Test
    void eachLibraryStaysInItsRoom() {
        Map.of(
                        "picocli..", "dev.berth.cli",
                        "org.snakeyaml..", "dev.berth.yaml",
                        "com.networknt..", "dev.berth.schema",
                        "com.marcnuri..", "dev.berth.manifest",
                        "com.github.difflib..", "dev.berth.cli")
                .forEach((library, room) -> noClasses()
                        .that()
                        .resideOutsideOfPackage(room)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .check(CLASSES));
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.berth.yaml", "dev.berth.schema", "dev.berth.cli.json")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.berth.render..", "dev.berth.templates..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..")
                .check(CLASSES);
    }

    @Test
    void theMiddleIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.berth.source",
                        "dev.berth.yaml",
                        "dev.berth.files",
                        "dev.berth.model",
                        "dev.berth.catalog",
                        "dev.berth.bicep",
                        "dev.berth.plan..",
                        "dev.berth.render..",
                        "dev.berth.explain")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.io..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(lang\\.(System|ProcessBuilder)|time\\.(Clock|InstantSource))|.*Random.*|.*\\.UUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .check(CLASSES);
    }

    @Test
    void theDomainIsRecordsEnumsAndSealedTypes() {
        classes()
                .that()
                .resideInAnyPackage("dev.berth.model", "dev.berth.catalog")
                .and()
                .arePublic()
                .should(new RecordsEnumsAndInterfaces())
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItHoldsAndKnowsNoNulls() throws IOException {
        for (Path folder : packages()) {
            String info = Files.readString(folder.resolve("package-info.java"));
            assertThat(info).as("%s", folder).startsWith("/** ").contains("@NullMarked");
        }
    }

    @Test
    void filesStaySmall() throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sizes.put(file, linesOfCode(file));
            }
        }
        List<Long> sorted = sizes.values().stream().sorted().toList();
        assertThat(sizes)
                .as("300 lines at most")
                .allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(300));
        assertThat(sorted.get(sorted.size() / 2)).as("median").isLessThanOrEqualTo(45);
        assertThat(sorted.get(sorted.size() * 9 / 10)).as("nine of ten").isLessThanOrEqualTo(110);
    }

    private static long linesOfCode(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty()
                            && !line.startsWith("//")
                            && !line.startsWith("*")
                            && !line.startsWith("/*"))
                    .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                    .count();
        }
    }

    private static List<Path> packages() throws IOException {
        Path root = Path.of("src/main/java/dev/berth");
        try (Stream<Path> folders = Files.walk(root)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(root))
                    .toList();
        }
    }
}

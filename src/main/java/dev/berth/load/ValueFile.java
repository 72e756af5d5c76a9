package dev.berth.load;

import dev.berth.catalog.ReservedNames;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.SourceFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value file and the environment it is named after.
 *
 * @param environment the file's name without its ending
 * @param name the path as people know it
 */
record ValueFile(String environment, Path path, String name) {

    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9]{1,11}");

    private static final ReservedNames RESERVED = new FactsBinder(CatalogFile.AZURE_NAMES.builtIn()).reservedNames();

    /** Directories of these names cannot be checked out on Windows. */
    private static final Pattern WINDOWS_DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    /** The file of an environment in a project, whether it is there or not. */
    static ValueFile at(Path root, String environment) {
        String name = ValuesFolder.NAME + "/" + environment + ValuesFolder.ENDING;
        return new ValueFile(environment, root.resolve(name), name);
    }

    /** Why no environment can have this name: it ends in directory, vault and storage account names. */
    Optional<Problem> refusedName() {
        if (!ENVIRONMENT.matcher(environment).matches()) {
            return refused("2 to 12 lower-case letters and digits, starting with a letter, were expected");
        }
        if (environment.equals(ValuesFolder.DEFAULTS)) {
            return refused("`values/defaults.yaml` holds what all environments share");
        }
        if (WINDOWS_DEVICE.matcher(environment).matches()) {
            return refused("Windows has a device of this name");
        }
        return RESERVED.in(environment)
                .flatMap(word -> refused("Azure does not take `" + word + "` in names of resources"));
    }

    private Optional<Problem> refused(String why) {
        return Optional.of(new Problem(
                Code.ENVIRONMENT_NAME,
                SourceFile.unread(name).start(),
                "`" + environment + "` cannot name an environment: " + why,
                "take another name, for example `prod`: the file is then `values/prod.yaml`"));
    }
}

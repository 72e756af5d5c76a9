package dev.berth.verify;

import dev.berth.bicep.ParameterChecks;
import dev.berth.catalog.Catalog;
import dev.berth.files.FileSet;
import dev.berth.manifest.Manifest;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.List;

/** Everything that Berth itself checks in the rendered files of an environment, without another program. */
public final class RenderedChecks {

    private final Verifier verifier;
    private final ParameterChecks parameterChecks;

    public RenderedChecks(Catalog catalog) {
        verifier = new Verifier(catalog.platform().kubernetesMinor());
        parameterChecks = new ParameterChecks(catalog);
    }

    /** The checked objects of all regions, or everything that is wrong with them and with the parameters of Bicep. */
    public Result<List<Manifest>> check(FileSet files) {
        Problems problems = new Problems();
        problems.addAll(parameterChecks.check(files));
        return problems.and(verifier.verify(files));
    }
}

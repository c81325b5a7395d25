package dev.assay.app;

import dev.assay.compile.FileForm;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.materialize.files.OutputFile;
import dev.assay.plan.Plan;
import dev.assay.plan.PlannedNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which environment writes the file of an {@code external} model. Environments may be in different databases, so no registry
 * knows all of them: a small hidden file beside the output names the environment.
 */
record OutputOwners(ParsedProject project) {

    /** A file of another environment is not overwritten before somebody says so. */
    void spareForeign(Plan plan) {
        var problems = new Problems();
        outputs(plan).flatMap(output -> foreign(output).stream()).forEach(problems::add);
        problems.throwIfErrors();
    }

    private Optional<Diagnostic> foreign(OutputFile output) {
        return owner(Path.of(output.location()))
                .filter(owner -> !owner.equals(own()))
                .map(owner -> Diagnostic.error(
                                Code.OVERLAPPING_ENVIRONMENTS,
                                output.place(),
                                "another environment writes the file `" + output.location() + "`")
                        .note("it belongs to " + owner + "; this run builds " + own())
                        .help("give each environment a file of its own, with `${target.schema}` in the `location`")
                        .help("or take the file over: --overwrite-foreign"));
    }

    void note(Plan plan) {
        outputs(plan).forEach(output -> note(Path.of(output.location())));
    }

    private void note(Path output) {
        if (owner(output).equals(Optional.of(own()))) {
            return;
        }
        try {
            Files.writeString(beside(output), own() + "\n");
        } catch (IOException refused) {
            // The warehouse cannot write the output into this folder either, and its error names the model.
            return;
        }
    }

    /** Empty where there is no file yet, or an older assay or somebody else has written it. */
    private static Optional<String> owner(Path output) {
        Path beside = beside(output);
        if (!Files.exists(output) || !Files.exists(beside)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(beside).strip());
        } catch (IOException unreadable) {
            return Optional.of("an environment that cannot be read from `" + beside + "`");
        }
    }

    private static Path beside(Path output) {
        return output.resolveSibling("." + output.getFileName() + ".assay");
    }

    private Stream<OutputFile> outputs(Plan plan) {
        return plan.relations()
                .map(PlannedNode::id)
                .flatMap(id -> project.outputs().of(id).stream())
                .filter(output -> !FileForm.isAddress(output.location()));
    }

    private String own() {
        return "schema " + project.loaded().project().target().schema() + " of "
                + project.loaded().warehouse().address() + ", project "
                + project.loaded().project().file().name();
    }
}

package dev.assay.app;

import dev.assay.compile.Compiler;
import dev.assay.compile.PrintedNames;
import dev.assay.examine.ExaminationContext;
import dev.assay.examine.Examiner;
import dev.assay.examine.PublishedFunction;
import dev.assay.examine.Storage;
import dev.assay.examine.Writing;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.template.Scope;
import dev.assay.warehouse.Existing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes examiners of a project's tests, one for each way of naming relations.
 *
 * @param keepers which tests keep their failing rows
 * @param notBuilt which models and seeds do not exist, and will not when the tests run
 */
record Examiners(
        ParsedProject project,
        Compiler compiler,
        Storage.Keepers keepers,
        Existing existing,
        Predicate<ResourceId> notBuilt)
        implements Function<PrintedNames, Examiner> {

    /** Where failing rows go, before anything is known of what lies there. */
    static Storage storage(LoadedProject project, Storage.Keepers keepers) {
        return storage(project, keepers, Existing.of(Map.of(), Set.of()));
    }

    private static Storage storage(LoadedProject project, Storage.Keepers keepers, Existing existing) {
        return new Storage(Optional.empty(), project.project().target().schema(), keepers, existing);
    }

    /** What a generic test can name. */
    private Scope testing() {
        return project.scope().with("published", new PublishedFunction(this::seen, compiler.dialect()));
    }

    private Optional<RelationName> seen(String name) {
        return project.manifest()
                .all(Relational.class)
                .filter(resource -> resource.name().equals(name))
                .map(Relational::relation)
                .filter(existing::contains)
                .findFirst();
    }

    @Override
    public Examiner apply(PrintedNames names) {
        var loaded = project.loaded();
        var warehouse = loaded.warehouse();
        return new Examiner(new ExaminationContext(
                project.manifest(),
                names,
                node -> compiler.compile(node, names),
                project.kinds(),
                new Writing(project.templates(), testing(), compiler.dialect(), warehouse.wording()),
                storage(loaded, keepers, existing),
                notBuilt,
                loaded.project().file().quality().sampleLimit()));
    }
}

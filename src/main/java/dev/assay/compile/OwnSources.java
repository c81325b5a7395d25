package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Source;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * Refuses sources that are relations of the same project. A source is read as it is published, so a reader would be tested
 * on old rows and would not wait for new ones.
 */
public final class OwnSources {

    private OwnSources() {}

    /** @param database that the output names */
    public static List<Diagnostic> problems(Manifest manifest, Warehouse warehouse, Optional<String> database) {
        List<Source> tables =
                manifest.all(Source.class).filter(OwnSources::isTableOfNow).toList();
        if (tables.isEmpty()) {
            return List.of();
        }
        var names = new ProjectNames(manifest, warehouse, database);
        return tables.stream()
                .flatMap(source -> names.published(source.relation()).map(own -> problem(source, own)).stream())
                .toList();
    }

    /** Files are not what the project publishes, and a publication does not change what a table held before. */
    private static boolean isTableOfNow(Source source) {
        return ExternalFiles.location(source).isEmpty() && !source.settings().containsKey("at");
    }

    private static Diagnostic problem(Source source, Relational own) {
        return Diagnostic.error(
                        Code.OWN_SOURCE,
                        source.place(),
                        "the source `" + source.sourceName() + "." + source.name() + "` is the "
                                + own.id().type().word() + " `" + own.name() + "` of this project")
                .note("a source is read as it is published: its readers would be tested on old rows of `" + own.name()
                        + "`, and would not wait for new ones")
                .help("write `${ref(\"" + own.name() + "\")}` instead of `${source(\"" + source.sourceName() + "\", \""
                        + source.name() + "\")}`, and remove the source");
    }
}

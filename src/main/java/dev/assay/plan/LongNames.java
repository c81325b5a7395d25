package dev.assay.plan;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.warehouse.Warehouse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Names that a warehouse would cut without a word, so that two of them may become one. */
public final class LongNames {

    private LongNames() {}

    /** @param quality the schema where the registry is kept */
    public static List<Diagnostic> refused(Manifest manifest, Plan plan, Warehouse warehouse, String quality) {
        OptionalInt most = warehouse.limits().nameBytes();
        if (most.isEmpty()) {
            return List.of();
        }
        Stream<Diagnostic> relations = plan.relations()
                .map(node -> (Relational) manifest.get(node.id()))
                .flatMap(node -> problems(node, most.getAsInt(), warehouse.label()));
        return Stream.concat(problems(quality, most.getAsInt(), warehouse.label()), relations)
                .toList();
    }

    // Cut, it would be another project's registry, or the schema of the published relations themselves.
    private static Stream<Diagnostic> problems(String quality, int most, String label) {
        return Stream.of(quality)
                .filter(name -> bytes(name) > most)
                .map(name -> Diagnostic.error(
                                Code.NOT_SUPPORTED,
                                "`" + name + "`, where assay keeps what it knows, is too long a name for " + label)
                        .note("it has " + bytes(name) + " bytes, and " + label + " cuts names after " + most)
                        .help("give the target a shorter `schema`, or name another in the project file: `quality:"
                                + " {schema: …}`"));
    }

    private static Stream<Diagnostic> problems(Relational node, int most, String label) {
        return Stream.of(node.relation().schema(), node.relation().name())
                .filter(name -> bytes(name) > most)
                .map(name -> Diagnostic.error(
                                Code.NOT_SUPPORTED, node.place(), "`" + name + "` is too long a name for " + label)
                        .note("it has " + bytes(name) + " bytes, and " + label + " cuts names after " + most)
                        .help("give it a shorter name: `alias` for a relation, `schema` for a schema"));
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}

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

    public static List<Diagnostic> refused(Manifest manifest, Plan plan, Warehouse warehouse) {
        OptionalInt most = warehouse.limits().nameBytes();
        return most.isEmpty()
                ? List.of()
                : plan.relations()
                        .map(node -> (Relational) manifest.get(node.id()))
                        .flatMap(node -> problems(node, most.getAsInt(), warehouse.label()))
                        .toList();
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

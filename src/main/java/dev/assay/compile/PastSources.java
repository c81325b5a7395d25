package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Source;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sources that are read as they were at a moment, in the warehouse's words. */
final class PastSources {

    private PastSources() {}

    static Map<RelationName, String> readings(List<Source> sources, Warehouse warehouse, Problems problems) {
        var readings = new HashMap<RelationName, String>();
        refuseTwoMoments(sources, problems);
        sources.stream().filter(source -> source.settings().containsKey("at")).forEach(source -> {
            if (warehouse.capabilities().contains(Capability.TIME_TRAVEL)) {
                readings.put(source.relation(), reading(source, warehouse));
            } else {
                problems.add(Diagnostic.error(
                                Code.NOT_SUPPORTED,
                                source.place(),
                                warehouse.label() + " has no tables of a past moment")
                        .help("leave `at` of `" + source.sourceName() + "." + source.name()
                                + "` out for this warehouse"));
            }
        });
        return readings;
    }

    /** A relation is read in one way by all. */
    private static void refuseTwoMoments(List<Source> sources, Problems problems) {
        var known = new HashMap<RelationName, Source>();
        for (Source source : sources) {
            Source first = known.putIfAbsent(source.relation(), source);
            boolean differs = first != null
                    && !Objects.equals(
                            first.settings().get("at"), source.settings().get("at"));
            if (differs) {
                problems.add(Diagnostic.error(
                                Code.NOT_SUPPORTED,
                                source.place(),
                                ExternalFiles.called(source) + " and " + ExternalFiles.called(first)
                                        + " are one table, and cannot be read at two moments in one project")
                        .other(first.place(), "the same table")
                        .help("make a clone of the table as it was, in a hook or beside the project, and read that"));
            }
        }
    }

    private static String reading(Source source, Warehouse warehouse) {
        String moment = source.settings().get("at").toString();
        return warehouse
                .wording()
                .statement(
                        "read `" + source.name() + "` as it was",
                        "at_moment",
                        Map.of("relation", source.relation(), "moment", new Literal(moment)))
                .text();
    }
}

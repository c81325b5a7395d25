package dev.assay.materialize;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Diagnostic.Level;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.materialize.keys.ForeignKeys;
import dev.assay.materialize.keys.IndexReader;
import dev.assay.source.Span;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a node's settings ask of its warehouse. What the warehouse does not declare is named where the user wrote it. */
public enum CapabilityChecks {
    VIEW("materialized", "view", Capability.VIEWS, Level.ERROR, "views"),
    MATERIALIZED_VIEW(
            "materialized", "materialized_view", Capability.MATERIALIZED_VIEWS, Level.ERROR, "materialized views"),
    EXTERNAL("materialized", "external", Capability.EXTERNAL_FILES, Level.ERROR, "models that are written to files"),
    // A project serves several warehouses: what makes a relation quicker, or known to fewer, may be left out of one.
    INDEXES("indexes", "", Capability.INDEXES, Level.WARNING, "indexes on tables"),
    CONSTRAINTS("constraints", "", Capability.CONSTRAINTS, Level.WARNING, "constraints that are kept"),
    GRANTS("grants", "", Capability.GRANTS, Level.WARNING, "grants"),
    COMMENTS("persist_docs", "", Capability.COMMENTS, Level.WARNING, "descriptions of relations");

    private final String setting;
    private final String word;
    private final Capability capability;
    private final Level level;
    private final String things;

    CapabilityChecks(String setting, String word, Capability capability, Level level, String things) {
        this.setting = setting;
        this.word = word;
        this.capability = capability;
        this.level = level;
        this.things = things;
    }

    /** Errors for what would give another relation than was asked for; warnings for what can be left out. */
    public static List<Diagnostic> unmet(Relational node, Manifest manifest, Warehouse warehouse) {
        var unmet = new ArrayList<Diagnostic>();
        Arrays.stream(values())
                .filter(demand -> demand.isMadeBy(node))
                .filter(demand -> !warehouse.capabilities().contains(demand.capability))
                .map(demand -> demand.refusal(node, warehouse))
                .forEach(unmet::add);
        if (warehouse.capabilities().contains(Capability.CONSTRAINTS)) {
            unmet.addAll(unfit(node, manifest));
        }
        PublishBy.problem(node, warehouse).ifPresent(unmet::add);
        unmet.addAll(warehouse.unmet(nodeSettings(node)));
        return unmet;
    }

    /** All that a node's settings say, for its warehouse to pick from. */
    public static NodeSettings nodeSettings(Relational node) {
        return new NodeSettings(node.config().values(), node.config().places(), Optional.of(node.place()));
    }

    /** What is asked of tables and cannot be put on this one, or on what is none. */
    private static List<Diagnostic> unfit(Relational node, Manifest manifest) {
        boolean stored = !node.isView() && !node.isInlined();
        return stored
                ? Stream.concat(IndexReader.of(node).problems().stream(), ForeignKeys.problems(node, manifest).stream())
                        .toList()
                : Stream.of(INDEXES, CONSTRAINTS)
                        .filter(demand -> demand.isMadeBy(node))
                        .map(demand -> Diagnostic.warning(
                                        Code.NOT_SUPPORTED,
                                        "only tables have " + demand.setting + ": those of `" + node.name()
                                                + "` are left out")
                                .at(demand.place(node)))
                        .toList();
    }

    private boolean isMadeBy(Relational node) {
        return isSet(node) || (this == CONSTRAINTS && columns(node).findAny().isPresent());
    }

    private static Stream<ColumnSpec> columns(Relational node) {
        return node.description().columns().stream()
                .filter(column -> !column.constraints().isEmpty());
    }

    private Span place(Relational node) {
        Optional<Span> column =
                this == CONSTRAINTS ? columns(node).map(ColumnSpec::place).findFirst() : Optional.empty();
        return node.config().place(setting, column.orElse(node.place()));
    }

    private boolean isSet(Relational node) {
        Object value = node.config().values().get(setting);
        return switch (value) {
            case null -> false;
            case String text -> word.isEmpty() ? !text.isBlank() : text.equals(word);
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    private Diagnostic refusal(Relational node, Warehouse warehouse) {
        Span place = place(node);
        return level == Level.ERROR
                ? Diagnostic.error(Code.NOT_SUPPORTED, place, warehouse.label() + " has no " + things)
                        .help("say `materialized: table` for this warehouse")
                : Diagnostic.warning(
                                Code.NOT_SUPPORTED,
                                warehouse.label() + " has no " + things + ": `" + setting + "` of `" + node.name()
                                        + "` is left out")
                        .at(place);
    }
}

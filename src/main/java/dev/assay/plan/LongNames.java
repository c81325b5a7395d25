package dev.assay.plan;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.ResourceId;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.facet.NameLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Names that a warehouse would cut without a word, so that two of them, or of what it makes beside them, may become one. */
public final class LongNames {

    // In UTF-8.
    private static final int LONGEST_LETTER = 4;

    private final Manifest manifest;
    private final Plan plan;
    private final String label;
    private final NameLimits limits;

    private LongNames(Manifest manifest, Plan plan, String label, NameLimits limits) {
        this.manifest = manifest;
        this.plan = plan;
        this.label = label;
        this.limits = limits;
    }

    /** @param quality the schema where the registry is kept */
    public static List<Diagnostic> refused(Manifest manifest, Plan plan, Warehouse warehouse, String quality) {
        return warehouse
                .facet(NameLimits.class)
                .map(limits -> new LongNames(manifest, plan, warehouse.label(), limits).refused(quality))
                .orElse(List.of());
    }

    private List<Diagnostic> refused(String quality) {
        Stream<Diagnostic> relations =
                plan.relations().map(node -> manifest.relational(node.id())).flatMap(this::problems);
        return Stream.of(problems(quality), relations, alike())
                .flatMap(problems -> problems)
                .toList();
    }

    private Stream<Diagnostic> alike() {
        List<Relational> cut = manifest.relations()
                .filter(node -> bytes(node.relation().name()) > limits.distinct() - LONGEST_LETTER)
                .toList();
        Set<ResourceId> planned = plan.byId().keySet();
        return cut.stream()
                .filter(node -> planned.contains(node.id()))
                .flatMap(node -> cut.stream()
                        .filter(other -> isAlike(node, other))
                        .filter(other ->
                                !planned.contains(other.id()) || node.id().compareTo(other.id()) < 0)
                        .map(other -> alike(node, other)));
    }

    /** A view is made where it is seen. */
    private boolean isAlike(Relational node, Relational other) {
        String name = node.relation().name();
        return !name.equals(other.relation().name())
                && node.relation().schema().equals(other.relation().schema())
                && !(node.isView() && other.isView())
                && cut(name).equals(cut(other.relation().name()));
    }

    private Diagnostic alike(Relational node, Relational other) {
        return Diagnostic.error(
                        Code.NOT_SUPPORTED,
                        node.place(),
                        "`" + node.relation().name() + "` and `"
                                + other.relation().name() + "` are too much alike for " + label)
                .note("names of tables in one schema have to differ in their first " + limits.distinct() + " bytes: "
                        + label + " cuts the names of the types that it makes for them")
                .help("give one of them a shorter `alias`");
    }

    /** Never in the middle of a letter. */
    private String cut(String name) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > limits.distinct()) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    // Cut, it would be another project's registry, or the schema of the published relations themselves.
    private Stream<Diagnostic> problems(String quality) {
        return Stream.of(quality)
                .filter(name -> bytes(name) > limits.longest())
                .map(name -> Diagnostic.error(
                                Code.NOT_SUPPORTED,
                                "`" + name + "`, where assay keeps what it knows, is too long a name for " + label)
                        .note("it has " + bytes(name) + " bytes, and " + label + " cuts names after "
                                + limits.longest())
                        .help("give the target a shorter `schema`, or name another in the project file: `quality:"
                                + " {schema: …}`"));
    }

    private Stream<Diagnostic> problems(Relational node) {
        return Stream.of(node.relation().schema(), node.relation().name())
                .filter(name -> bytes(name) > limits.longest())
                .map(name -> Diagnostic.error(
                                Code.NOT_SUPPORTED, node.place(), "`" + name + "` is too long a name for " + label)
                        .note("it has " + bytes(name) + " bytes, and " + label + " cuts names after "
                                + limits.longest())
                        .help("give it a shorter name: `alias` for a relation, `schema` for a schema"));
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}

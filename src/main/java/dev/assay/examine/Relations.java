package dev.assay.examine;

import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Identifier;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds what stands for a resource in a test's SQL. */
final class Relations {

    private final ExaminationContext setting;

    Relations(ExaminationContext setting) {
        this.setting = setting;
    }

    Tested of(ResourceId id) {
        Resource resource = setting.manifest().get(id);
        if (resource instanceof Model model && model.isInlined()) {
            return inline(model);
        }
        RelationName name = setting.names().of(id);
        return new Tested(setting.writing().dialect().print(name), name, resource.name(), columns(resource));
    }

    /** The relation with only the rows that a {@code where} leaves. */
    Tested filtered(Tested relation, String condition, String alias) {
        Object whole = relation.print();
        String print = fragment(
                "filtered_relation", Map.of("relation", whole, "condition", condition, "alias", new Identifier(alias)));
        return relation.as(print);
    }

    /** Whether all that a test reads stands under the names that readers know. */
    boolean areWhatReadersSee(Resource reader) {
        return reader.references().stream()
                .map(reference -> setting.manifest().get(reference.target().orElseThrow()))
                .allMatch(this::isWhatReadersSee);
    }

    private boolean isWhatReadersSee(Resource read) {
        return read.isInlined()
                ? areWhatReadersSee(read)
                : setting.names().of(read.id()).equals(setting.manifest().relation(read.id()));
    }

    /** The names of all models and seeds that a test reads, directly or through ephemeral models, and that are not built. */
    SortedSet<String> notBuilt(Resource reader) {
        var names = new TreeSet<String>();
        reader.references().stream()
                .map(reference -> setting.manifest().get(reference.target().orElseThrow()))
                .forEach(read -> {
                    if (read.isInlined()) {
                        names.addAll(notBuilt(read));
                    } else if (read instanceof Relational && setting.notBuilt().test(read.id())) {
                        names.add(read.name());
                    }
                });
        return names;
    }

    /** Whether reading it computes it anew each time. */
    boolean isComputed(ResourceId id) {
        return setting.manifest().get(id) instanceof Model model && (model.isInlined() || model.isView());
    }

    private Tested inline(Model model) {
        SqlText select = setting.compiler().apply(model);
        String print =
                fragment("inline_relation", Map.of("select", select.text(), "alias", new Identifier(model.name())));
        return new Tested(print, model.relation(), model.name(), columns(model));
    }

    private static List<String> columns(Resource resource) {
        return resource.description().columns().stream().map(ColumnSpec::name).toList();
    }

    private String fragment(String name, Map<String, Object> values) {
        return setting.writing()
                .wording()
                .statement("read what is tested", name, values)
                .text()
                .strip();
    }
}

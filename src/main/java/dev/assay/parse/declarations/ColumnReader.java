package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Reference;
import dev.assay.parse.settings.IgnoredSettings;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.Merging;
import dev.assay.parse.settings.SettingTable;
import dev.assay.project.NotImplemented;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code columns}, and the tests under them. */
final class ColumnReader {

    private static final Keys KEYS = Keys.of(
            "name",
            "description",
            "data_type",
            "data_tests",
            "tests",
            "tags",
            "meta",
            "constraints",
            "quote",
            "checks",
            "config",
            "policy_tags",
            "granularity",
            "dimension",
            "entity");
    private static final List<String> IGNORED = List.of("policy_tags", "granularity", "dimension", "entity");
    private static final SettingTable SETTINGS =
            SettingTable.empty().lists("tags").mappings("meta");
    private final YamlContext context;
    private final Map<String, ColumnSpec> columns = new LinkedHashMap<>();
    private final List<Declared.TestUse> tests = new ArrayList<>();
    private final List<Reference> targets = new ArrayList<>();

    ColumnReader(YamlContext context) {
        this.context = context;
    }

    List<ColumnSpec> columns() {
        return List.copyOf(columns.values());
    }

    List<Declared.TestUse> tests() {
        return tests;
    }

    /** What foreign keys of the columns lead to. */
    List<Reference> targets() {
        return targets;
    }

    ColumnReader read(Fields owner) {
        owner.each("columns", "a column of " + owner.what())
                .forEach(column -> context.named(column.mapping(), "column", KEYS, SETTINGS)
                        .map(named -> named.named(named.what() + " of " + owner.what()))
                        .ifPresent(this::column));
        return this;
    }

    private void column(Fields fields) {
        Layer config = context.config(fields, SETTINGS, "tags", "meta");
        Constraints constraints = Constraints.of(context, fields);
        targets.addAll(constraints.targets());
        var spec = new ColumnSpec(
                fields.text("name").orElseThrow(),
                context.nameSpan(fields),
                context.descriptions().of(fields),
                fields.text("data_type"),
                fields.flag("quote").orElse(false),
                Merging.config(List.of(config)).tags(),
                Merging.config(List.of(config)).meta(),
                constraints.written());
        ColumnSpec first = columns.putIfAbsent(spec.name(), spec);
        if (first != null) {
            context.problems()
                    .add(Diagnostic.error(Code.DUPLICATE_NAME, spec.place(), fields.what() + " stands here twice")
                            .other(first.place(), "the first one"));
            return;
        }
        tellOfIgnored(fields);
        context.tests(fields)
                .forEach(test -> tests.add(new Declared.TestUse(test, java.util.Optional.of(spec), context.file())));
    }

    private void tellOfIgnored(Fields fields) {
        fields.value("checks")
                .filter(checks -> !NotImplemented.asksForNothing(checks.plain()))
                .ifPresent(checks -> context.problems().add(IgnoredSettings.error("checks", fields.place("checks"))));
        fields.flag("quote")
                .filter(quote -> !quote)
                .ifPresent(no -> context.problems().add(NotImplemented.warning("quote", fields.place("quote"))));
        IGNORED.stream()
                .filter(fields::has)
                .forEach(key -> context.problems().add(NotImplemented.warning(key, fields.place(key))));
    }
}

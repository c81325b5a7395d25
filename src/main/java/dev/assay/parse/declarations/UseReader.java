package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Reference;
import dev.assay.parse.settings.SettingTables;
import dev.assay.quality.WrittenReference;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who uses and who owns: {@code exposures} and {@code groups}. */
record UseReader(YamlContext context) {

    private static final Keys EXPOSURE = Keys.of(
            "name",
            "label",
            "type",
            "maturity",
            "url",
            "description",
            "owner",
            "depends_on",
            "tags",
            "meta",
            "config",
            "enabled");
    private static final Keys GROUP = Keys.of("name", "owner", "description", "config", "meta");
    private static final List<String> TYPES = List.of("dashboard", "notebook", "analysis", "ml", "application");

    Optional<Declared> exposure(Yaml item) {
        return context.named(item, "exposure", EXPOSURE, SettingTables.EXPOSURE).map(this::exposure);
    }

    private Declared exposure(Fields fields) {
        var settings = new LinkedHashMap<String, Object>();
        fields.required("type");
        fields.word("type", TYPES).ifPresent(type -> settings.put("type", type));
        fields.word("maturity", List.of("high", "medium", "low")).ifPresent(word -> settings.put("maturity", word));
        for (String key : List.of("label", "url")) {
            fields.text(key).ifPresent(text -> settings.put(key, text));
        }
        settings.put("owner", owner(fields));
        return new Declared.Exposure(
                fields.text("name").orElseThrow(),
                context.nameSpan(fields),
                context.file(),
                context.descriptions().of(fields),
                context.config(fields, SettingTables.EXPOSURE, "tags", "meta", "enabled"),
                settings,
                fields.scalars("depends_on").stream()
                        .flatMap(item -> reference(item).stream())
                        .toList());
    }

    private Optional<Reference> reference(Yaml.Scalar item) {
        var wanted = WrittenReference.of(item.written());
        if (wanted.isEmpty()) {
            context.problems()
                    .add(Diagnostic.error(Code.WRONG_VALUE, item.span(), "an exposure depends on refs and sources")
                            .help("write it like ref('orders') or source('shop', 'raw_orders')"));
        }
        return wanted.map(found -> new Reference(found, item.span(), Optional.empty()));
    }

    Optional<Declared> group(Yaml item) {
        return context.named(item, "group", GROUP, SettingTables.GROUP)
                .map(fields -> new Declared.Group(
                        fields.text("name").orElseThrow(),
                        context.nameSpan(fields),
                        context.file(),
                        context.descriptions().of(fields),
                        context.config(fields, SettingTables.GROUP, "meta"),
                        owner(fields)));
    }

    /** Somebody who can be asked: a name or an address, and what else the project notes of them. */
    private Map<String, Object> owner(Fields fields) {
        Fields owner = fields.fields("owner", "the owner of " + fields.what());
        if (!owner.has("name") && !owner.has("email")) {
            context.problems()
                    .add(Diagnostic.error(
                                    Code.MISSING_KEY,
                                    fields.place("owner"),
                                    fields.what() + " has no owner with a name or an email")
                            .help("write it like owner: {name: Finance, email: finance@example.org}"));
        }
        return owner.mapping().plain();
    }
}

package dev.assay.parse.settings;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.SuggestionWords;
import dev.assay.source.Span;
import dev.assay.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The settings of the project file for one folder and those inside it. Remembers who asked, to tell of what is unused. */
final class FolderRule {

    private final String path;
    private final Span place;
    private final Layer layer;
    private final Map<String, FolderRule> folders;
    private final TreeSet<String> askedFor = new TreeSet<>();
    private boolean used;

    private FolderRule(String path, Span place, Layer layer, Map<String, FolderRule> folders) {
        this.path = path;
        this.place = place;
        this.layer = layer;
        this.folders = folders;
    }

    /**
     * Reads a block. A key with a plus is a setting; one without is a folder when a mapping stands behind it, else a
     * setting.
     *
     * @param mapping with its texts rendered
     */
    static FolderRule of(String path, Span place, Yaml.Mapping mapping, SettingTable table, Problems problems) {
        var settings = new ArrayList<Yaml.Entry>();
        var folders = new LinkedHashMap<String, FolderRule>();
        for (Yaml.Entry entry : mapping.entries()) {
            boolean plus = entry.key().startsWith("+");
            if (!plus && entry.value() instanceof Yaml.Mapping inner && lacksPlus(entry.key(), inner, table)) {
                problems.add(Diagnostic.error(
                                Code.WRONG_VALUE,
                                entry.keySpan(),
                                "`" + entry.key() + "` in `" + path + "` has no plus, so it would be a folder")
                        .help(plusHelp(entry.key())));
            } else if (!plus && entry.value() instanceof Yaml.Mapping inner) {
                String below = path + "." + entry.key();
                folders.put(entry.key(), of(below, entry.keySpan(), inner, table, problems));
            } else if (plus || table.knows(SettingReader.normal(entry.key())) || !isNothing(entry.value())) {
                String key = plus ? entry.key().substring(1) : entry.key();
                settings.add(new Yaml.Entry(key, entry.keySpan(), entry.value()));
            }
        }
        var reader = new SettingReader(table, "`" + path + "`", problems);
        return new FolderRule(path, place, reader.mapping(new Yaml.Mapping(settings, mapping.span())), folders);
    }

    /** The layers that apply to a resource, from broad to narrow. */
    List<Layer> layers(List<String> fqn) {
        var layers = new ArrayList<Layer>();
        FolderRule rule = this;
        for (String part : fqn) {
            layers.add(rule.layer);
            rule.askedFor.add(part);
            FolderRule inner = rule.folders.get(part);
            if (inner == null) {
                return layers;
            }
            rule = inner;
            rule.used = true;
        }
        layers.add(rule.layer);
        return layers;
    }

    /** Tells of the outermost blocks below this one that nothing asked for. */
    void tellUnused(SettingTable table, Problems problems) {
        folders.forEach((name, folder) -> {
            if (folder.used) {
                folder.tellUnused(table, problems);
            } else {
                problems.add(unused(name, folder, table));
            }
        });
    }

    private Diagnostic unused(String name, FolderRule folder, SettingTable table) {
        var problem = Diagnostic.warning(Code.UNUSED_CONFIG, "nothing in the project lies in `" + folder.path + "`")
                .at(folder.place);
        if (table.knows(SettingReader.normal(name))) {
            return problem.help(plusHelp(name));
        }
        return SuggestionWords.similar(problem, name, askedFor);
    }

    /** A setting's name over words that are none: dbt reads a folder of which nothing comes. */
    private static boolean lacksPlus(String key, Yaml.Mapping inner, SettingTable table) {
        return table.knows(SettingReader.normal(key))
                && inner.entries().stream()
                        .anyMatch(entry -> !(entry.value() instanceof Yaml.Mapping)
                                && !entry.key().startsWith("+")
                                && !table.knows(SettingReader.normal(entry.key())));
    }

    private static String plusHelp(String key) {
        return "a setting that is a mapping has a plus here: `+" + key + "`";
    }

    private static boolean isNothing(Yaml value) {
        return value instanceof Yaml.Scalar scalar && scalar.plain() == null;
    }
}

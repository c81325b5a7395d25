package dev.assay.warehouse.duckdb;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.source.Span;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Another database beside the main one: its tables can be sources. */
record AttachedDatabase(String written, Path file, String alias, boolean readOnly, Span place) {

    private static final Keys KEYS = Keys.of("path", "alias", "read_only");

    /** What DuckDB itself has a database of. */
    private static final Map<String, String> RESERVED =
            Map.of("system", "DuckDB's own catalogue", "temp", "DuckDB's own for what is temporary");

    /**
     * @param main as DuckDB calls the output's own database
     * @param folder what relative paths start from
     */
    static List<AttachedDatabase> read(Fields output, String main, Path folder) {
        var taken = new HashMap<>(RESERVED);
        taken.put(main.toLowerCase(Locale.ROOT), "the output's own database");
        return output.each("attach", "an attached database").stream()
                .map(map -> read(map.only(KEYS), taken, folder))
                .toList();
    }

    /** DuckDB, asked for one of a name that it has already, would leave out the second without a word. */
    private static AttachedDatabase read(Fields map, Map<String, String> taken, Path folder) {
        map.required("path");
        String path = FilesOnly.path(map).orElse("");
        String alias = map.text("alias").orElseGet(() -> stem(path));
        String other = taken.putIfAbsent(alias.toLowerCase(Locale.ROOT), "`" + path + "`");
        if (other != null && map.has("path")) {
            map.problems()
                    .add(Diagnostic.error(
                                    Code.DUPLICATE_NAME,
                                    map.value("alias")
                                            .or(() -> map.value("path"))
                                            .orElseThrow()
                                            .span(),
                                    "`" + alias + "` is the name of " + other + " already")
                            .help("give this one an `alias` of its own"));
        }
        return new AttachedDatabase(
                path, folder.resolve(path), alias, map.flag("read_only").orElse(false), map.place("path"));
    }

    /** The name that DuckDB gives to a database file. */
    static String stem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}

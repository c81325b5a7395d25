package dev.assay.examine;

import dev.assay.sql.RelationName;
import dev.assay.template.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A relation as a test's template sees it: prints as what may follow {@code from}, and has the parts of its name.
 *
 * @param called what people call it, whichever relation stands for it now
 * @param columns those that the project declares
 */
record Tested(String print, RelationName name, String called, List<String> columns) implements Printable {

    Tested {
        columns = List.copyOf(columns);
    }

    /** The same relation under another print, such as a part of its rows. */
    Tested as(String print) {
        return new Tested(print, name, called, columns);
    }

    @Override
    public Map<String, Object> parts() {
        var parts = new HashMap<String, Object>(Map.of("schema", name.schema(), "name", name.name()));
        parts.put("identifier", name.name());
        name.database().ifPresent(database -> parts.put("database", database));
        return parts;
    }
}

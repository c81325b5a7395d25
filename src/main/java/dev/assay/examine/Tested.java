package dev.assay.examine;

import dev.assay.sql.RelationName;
import dev.assay.template.Printable;
import java.util.HashMap;
import java.util.Map;

/**
 * A relation as a test's template sees it: prints as what may follow {@code from}, and has the parts of its name.
 *
 * @param called what people call it, whichever relation stands for it now
 */
record Tested(String print, RelationName name, String called) implements Printable {

    @Override
    public Map<String, Object> parts() {
        var parts = new HashMap<String, Object>(Map.of("schema", name.schema(), "name", name.name()));
        parts.put("identifier", name.name());
        name.database().ifPresent(database -> parts.put("database", database));
        return parts;
    }
}

package dev.assay.materialize.files;

import dev.assay.compile.FileForm;
import dev.assay.source.Span;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;

/**
 * The file that a relation is written to besides.
 *
 * @param location the whole path, or an address
 * @param options the warehouse's own, handed on
 * @param place where the location is set
 */
public record OutputFile(String location, String format, List<Map<String, Object>> options, Span place) {

    public OutputFile {
        options = List.copyOf(options);
    }

    public Statement copy(RelationName relation, Wording sql) {
        return sql.statement(
                        "write the file",
                        "copy_to_file",
                        Map.of(
                                "relation", relation,
                                "location", new Literal(location),
                                "format", format,
                                "aside", !FileForm.isAddress(location),
                                "parameters", options))
                .askedFor(place);
    }
}

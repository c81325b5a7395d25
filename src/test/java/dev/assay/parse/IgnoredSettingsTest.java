package dev.assay.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IgnoredSettingsTest {

    private final WrittenProject project = new WrittenProject();

    @Test
    void whatWouldChangeTheResultIsRefusedWhileNothingActsOnIt() {
        project.file("seeds/codes.csv", "id")
                .file("models/a.sql", "[@config location='a.csv' /]select 1 as id")
                .file("macros/naming.sql", "[#macro generate_schema_name custom]x[/#macro]")
                .file("models/m.yml", """
                    models:
                      - name: a
                        checks: [{sql: id > 0}]
                        columns: [{name: id, checks: [{between: {min: 1, max: 9}}]}, {name: no, checks: []}]
                        data_tests: [{unique: {column_name: id, ratchet: true, every: 2 days}}]
                    """)
                .file("seeds/s.yml", """
                    seeds:
                      - name: codes
                        config:
                          load: append
                          files: codes/*.csv
                          key: id
                          trailer: {prefix: "#"}
                          quote_columns: false
                          null_text: "NULL"
                          encoding: latin1
                    """);

        Map<Boolean, List<String>> headlines = project.problems().stream()
                .collect(Collectors.partitioningBy(
                        Diagnostic::isError, Collectors.mapping(Diagnostic::headline, Collectors.toList())));
        assertEquals(
                List.of(
                        "`generate_schema_name` is not implemented yet and has no effect",
                        "`location` has no effect on model `a`, which is a view",
                        "`checks` is not implemented yet and has no effect",
                        "`checks` is not implemented yet and has no effect",
                        "`ratchet` is not implemented yet and has no effect",
                        "`load` is not implemented yet and has no effect",
                        "`files` is not implemented yet and has no effect",
                        "`key` is not implemented yet and has no effect",
                        "`trailer` is not implemented yet and has no effect",
                        "`quote_columns` is not implemented yet and has no effect",
                        "`null_text` is not implemented yet and has no effect",
                        "`encoding` is not implemented yet and has no effect"),
                headlines.get(true));
        assertEquals(List.of("`every` is not implemented yet and has no effect"), headlines.get(false));
    }

    @Test
    void valuesThatAskForWhatHappensAnywayAreTaken() {
        project.file("seeds/codes.csv", "id")
                .file("models/a.sql", "select 1 as id")
                .file(
                        "models/m.yml",
                        "models: [{name: a, checks: [], config: {contract: {enforced: false, strict: true}}}]")
                .file("seeds/s.yml", "seeds: [{name: codes, config: {load: replace, encoding: UTF-8, null_text: ''}}]");

        assertEquals(List.of(), project.parsed().warnings());
    }
}

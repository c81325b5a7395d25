package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readers get the SQL that was tested: answers of the warehouse and of the clock are the same in both. */
class RenderedOnceTest extends Builds {

    private static final String HIGHEST = "[#if execute]select ${query(\"select max(v) as m from \" +"
            + " ref(\"b\"))[0]?values[0]} as m, (select max(v) from ${ref(\"b\")}) as real_m[#else]select 0 as m, 0 as"
            + " real_m from ${ref(\"b\")}[/#if]";

    @Test
    void aViewRestsOnTheAnswerThatWasTested() {
        project().model("c", HIGHEST);
        project().file("tests/same.sql", "select * from ${ref(\"c\")} where m <> real_m");
        for (int highest : List.of(3, 9)) {
            project().model("b", TABLE + "select " + highest + " as v");
            project().assay("build").ends(0);
            assertEquals(
                    List.of((long) highest, (long) highest),
                    project().rows("c").rows().getFirst().stream()
                            .map(value -> ((Number) value).longValue())
                            .toList());
        }
        project().assay("test").ends(0);
    }

    @Test
    void aQueryReadsWhatTheSameRunHasBuiltAlsoThroughAnEphemeral() {
        project().model("b", TABLE + "select 3 as v");
        project().model("doubled", "[@config materialized=\"ephemeral\" /] select 2 * v as v from ${ref(\"b\")}");
        project()
                .model(
                        "c",
                        "select [#if execute]${query(\"select max(v) as m from \" +"
                                + " ref(\"doubled\"))[0]?values[0]}[#else]0[/#if] as m from ${ref(\"doubled\")}");
        project().assay("build").ends(0);
        assertEquals(6, project().number("c"));
    }

    @Test
    void aRunEndsWithItsSummaryAlthoughWhatAQueryReadWasPublishedMeanwhile() {
        project().model("b", TABLE + "select 3 as v");
        project().model("c", HIGHEST);
        project().file("tests/never.sql", "select * from ${ref(\"c\")}");
        Said said = project().assay("build").ends(1);
        assertTrue(said.err().contains("Held c"), said.err());
        assertTrue(said.err().contains("retry with"), said.err());
        assertTrue(Files.exists(target().resolve("run_results.json")));
        assertEquals(3, project().number("b"));
    }

    @Test
    void thePublishedTextIsTheTestedOneButForNames() {
        project().model("b", TABLE + "select 3 as v");
        project()
                .model(
                        "c",
                        "[#assign caught]${ref(\"b\")}[/#assign]\n"
                            + "[#macro all from][#list 1..2 as n]select v from ${from} union all [/#list][/#macro]\n"
                            + "select v, '${run_started_at}' as began, (select max(x.v) from"
                            + " ${ref(\"b\").schema}.${ref(\"b\").name} x) as most from (\n"
                            + "[@all from=(\" \" + ref(\"b\"))?trim /] select v from ${caught}) as every_v");
        project().model("d", "select v, '${.now?iso_utc_ms}' as moment from ${ref(\"b\")}");
        project().assay("build").ends(0);
        assertTestedIsPublished("c");
        assertTestedIsPublished("d");
    }

    private void assertTestedIsPublished(String model) {
        String published =
                project().read("target/compiled/kit/" + model + ".sql").strip();
        String tested = project().read("target/run/kit/" + model + ".sql");
        try (Warehouse warehouse = ground().connect()) {
            for (String name : List.of("b", model)) {
                RelationName relation = RelationName.of(project().schema(), name);
                RelationName candidate = warehouse.candidate(relation);
                tested = tested.replace(
                                warehouse.dialect().print(candidate),
                                warehouse.dialect().print(relation))
                        .replace(candidate.toString(), relation.toString());
            }
        }
        assertTrue(tested.contains(published), tested + "\nis not\n" + published);
    }

    @Test
    void aViewWhoseSqlDependsOnANameIsRefusedAndATableIsNot() {
        project().model("b", "select 3 as v");
        String looks = "select ${ref(\"b\")?length} as n from ${ref(\"b\")}";
        project().model("t", TABLE + looks);
        project().model("quoted", "select v as n from ${ref(\"b\")?replace(\"\\\"\", \"\")?upper_case}");
        project().assay("build").ends(0);
        project().model("c", looks);
        Said said = project().assay("build").ends(1);
        assertTrue(said.err().contains("error[name-dependent-sql]"), said.err());
        assertTrue(said.err().contains("models/c.sql:1:8"), said.err());
    }

    private Path target() {
        return project().folder().resolve("target");
    }
}

package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code publish --held} publishes what was tested, over parents that readers see or get in the same cut. */
class HeldTest extends Builds {

    private static final String FAILING_N = "models:\n  - {name: n, columns: [{name: id, data_tests: [unique]}]}\n";

    private Said publish(String... names) {
        var args = new ArrayList<>(List.of("publish", "--held"));
        args.addAll(List.of(names));
        args.addAll(List.of("--accept", "unique_n_id", "--reason", "known", "--until", "2999-01-31", "--owner", "me"));
        return project().assay(args.toArray(String[]::new));
    }

    /** A table a, a table b and a view n on it; a failure of n holds all three. */
    private void holdRunTwo() {
        project().file("models/all.yml", FAILING_N);
        project().model("a", TABLE + "select 1 as run, 1 as id");
        project().model("b", TABLE + "select run from ${ref(\"a\")}");
        project().model("n", "select id from ${ref(\"a\")}");
        project().assay("build").ends(0);
        project().model("a", TABLE + "select 2 as run, 1 as id union all select 2, 1");
        project().model("b", TABLE + "select max(run) as run from ${ref(\"a\")}");
        project().assay("run", "-s", "n", "+b").ends(1);
    }

    @Test
    void aCandidateGoesOutWithTheParentsThatItWasBuiltFrom() {
        holdRunTwo();
        publish("b").ends(0);
        assertEquals(2, project().number("b"));
        assertEquals(2, project().rows("a").rows().size());
    }

    @Test
    void aCandidateOverAVersionThatNobodyPublishedIsRefused() {
        holdRunTwo();
        project().model("a", TABLE + "select 3 as run, 1 as id union all select 3, 1");
        project().assay("run", "-s", "a").ends(1);
        Said said = publish("b").ends(1);
        assertTrue(said.err().contains("error[candidate-outdated]"), said.err());
        assertTrue(said.err().contains("assay build --select b"), said.err());
        assertEquals(1, project().number("b"));
        project().assay("status").ends(1);
    }

    /** A view b, whose candidate waits, on a table a. */
    private void holdViewB(String sql) {
        project().model("a", TABLE + "select 1 as id");
        project().model("b", "select id from ${ref(\"a\")}");
        project().assay("build").ends(0);
        project().model("b", sql);
        project().assay("build", "-s", "b", "--publish", "none").ends(0);
    }

    private void refused(String name, String why) {
        Said said = project().assay("publish", "--held", name).ends(1);
        assertTrue(said.err().contains("error[candidate-outdated]: " + why), said.err());
        assertEquals(1, project().number(name));
    }

    @Test
    void anEditedViewIsPublishedInTheWordsThatWereTested() {
        holdViewB("select id + ${var(\"n\", 1)} as id from ${ref(\"a\")}");
        project().model("b", "select 7 as id");
        project().assay("publish", "--held", "b").ends(0);
        assertEquals(2, project().number("b"));
        Said plan = project().assay("plan").ends(0);
        assertTrue(plan.out().contains("its SQL or settings changed"), plan.text());
    }

    @Test
    void aViewIsPublishedWithTheVariablesAndAnswersThatWereTested() {
        project().model("a", TABLE + "select 3 as id");
        project()
                .model(
                        "b",
                        "[#if execute]select ${query(\"select max(id) as m from \" + ref(\"a\"))[0]?values[0]}"
                                + " + ${var(\"n\", 100)} as id from ${ref(\"a\")}[#else]select 0 as id from"
                                + " ${ref(\"a\")}[/#if]");
        project().assay("build", "--publish", "none", "--vars", "{n: 5}").ends(0);
        project().assay("publish", "--held", "b").ends(0);
        assertEquals(8, project().number("b"));
    }

    @Test
    void aViewThatIsTakenAlongIsPublishedInTheWordsThatWereTested() {
        project().model("a", TABLE + "select 1 as id");
        project().model("b", "select id from ${ref(\"a\")}");
        project().assay("build").ends(0);
        project().model("a", TABLE + "select 2 as id");
        project().model("b", "select id + 10 as id from ${ref(\"a\")}");
        project().assay("build", "--publish", "none").ends(0);
        project().model("b", "select null as id from ${ref(\"a\")}");
        project().assay("publish", "--held", "a").ends(0);
        assertEquals(2, project().number("a"));
        assertEquals(12, project().number("b"));
    }

    /** Two views of which one reads the other by now, while the kept ones read each other the other way round. */
    @Test
    void keptViewsAreMadeInTheOrderOfTheirOwnReferences() {
        project().model("a", TABLE + "select 1 as id");
        project().model("z", "select id + 1 as id from ${ref(\"a\")}");
        project().model("b", "select id + 1 as id from ${ref(\"z\")}");
        project().assay("build", "--publish", "none").ends(0);
        project().model("b", "select 0 as id");
        project().model("z", "select id from ${ref(\"b\")}");
        project().assay("publish", "--held", "b").ends(0);
        assertEquals(3, project().number("b"));
        assertEquals(2, project().number("z"));
    }

    @Test
    void aViewOutlivesThePublicationOfItsParentAlone() {
        project().model("a", TABLE + "select 1 as id");
        project().model("b", "select id from ${ref(\"a\")}");
        project().file("models/all.yml", "models:\n  - {name: b, columns: [{name: id, data_tests: [unique]}]}\n");
        project().assay("build", "--publish", "none").ends(0);
        project().assay("publish", "--held", "a").ends(0);
        Said dry = project().assay("retry", "--dry-run").ends(0);
        assertTrue(dry.text().contains("kept"), dry.text());
        project().assay("publish", "--held", "b").ends(0);
        assertEquals(1, project().number("b"));
    }

    @Test
    void aRetryGoesOnFromTheTextThatWasRendered() {
        project().model("a", TABLE + "select 1 as id");
        project()
                .model(
                        "b",
                        "[#if execute]select '${run_started_at}' as began, id from ${ref(\"a\")}[#else]select 1 from"
                                + " ${ref(\"a\")}[/#if]");
        project().file("models/all.yml", "models:\n  - {name: b, columns: [{name: id, data_tests: [unique]}]}\n");
        project().assay("build", "--publish", "none").ends(0);
        String tested = project().read("target/compiled/kit/b.sql");
        project().assay("publish", "--held", "a").ends(0);
        project().assay("retry", "--publish", "passing").ends(0);
        assertTrue(
                tested.contains("'" + project().rows("b").rows().getFirst().getFirst() + "'"),
                tested + project().rows("b").rows());
    }

    @Test
    void hooksAndSettingsAreThoseOfTheCandidate() {
        project().model("b", TABLE + "select 0 as n");
        project().assay("build").ends(0);
        project().stranger("create table {log} (n integer)");
        project()
                .model(
                        "t",
                        "[@config materialized=\"table\" after_publish=\"insert into ${target.schema}.log values"
                                + " (${var('n', 1)})\" /] select 1 as id");
        project()
                .assay("build", "-s", "t", "--publish", "none", "--vars", "{n: 5}")
                .ends(0);
        project()
                .model(
                        "t",
                        "[@config materialized=\"table\" after_publish=\"insert into ${target.schema}.log values (9)\""
                                + " /] select 1 as id");
        project().assay("publish", "--held", "t").ends(0);
        assertEquals(List.of(List.of(5L)), numbers("log"));
    }

    private List<List<Long>> numbers(String relation) {
        return project().rows(relation).rows().stream()
                .map(row ->
                        row.stream().map(value -> ((Number) value).longValue()).toList())
                .sorted((one, other) -> Long.compare(one.getFirst(), other.getFirst()))
                .toList();
    }

    @Test
    void aTextWithASecretIsNotStored() {
        project().model("a", TABLE + "select 1 as id");
        project().model("b", "select id, '${var(\"api_token\", \"none\")}' as t from ${ref(\"a\")}");
        project()
                .assay("build", "--publish", "none", "--vars", "{api_token: qqzzqqzz}")
                .ends(0);
        assertEquals(List.of(), texts("text like '%qqzzqqzz%'"));
        Said said = project().assay("publish", "--held", "b").ends(1);
        assertTrue(said.err().contains("error[candidate-outdated]"), said.err());
        assertTrue(said.err().contains("hold a secret"), said.err());
        project()
                .assay("publish", "--held", "b", "--vars", "{api_token: qqzzqqzz}")
                .ends(0);
    }

    @Test
    void textsAreStoredOnlyWhileCandidatesWait() {
        project().model("a", TABLE + "select 1 as id");
        project().model("b", "select id from ${ref(\"a\")}");
        project().assay("build").ends(0);
        assertEquals(List.of(), texts("true"));
        project().assay("build", "--publish", "none").ends(0);
        assertEquals(3, texts("true").size());
        project().assay("publish", "--held", "b").ends(0);
        assertEquals(List.of(), texts("true"));
    }

    private List<List<Object>> texts(String condition) {
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            String texts = warehouse.dialect().print(RelationName.of(project().schema() + "_quality", "texts"));
            return session.query(Statement.of("look", "select text from " + texts + " where " + condition))
                    .rows();
        }
    }

    @Test
    void aViewIsPublishedOverTheParentsThatItWasTestedOver() {
        holdViewB("select id + 1 as id from ${ref(\"a\")}");
        project().model("a", TABLE + "select 5 as id");
        project().assay("build", "-s", "a", "--publish", "none", "--no-tests");
        Said said = project().assay("publish", "--held", "a", "b");
        // Where views hold relations, b's candidate may have gone with what it was made over.
        assertTrue(
                said.err().contains("`b` was tested over a version of `a`")
                        || said.err().contains("no candidate of `b` is kept"),
                said.err());
        assertEquals(1, project().number("b"));
    }

    @Test
    void aRunSaysWhichHeldViewsItRemovesWithTheirParent() {
        holdViewB("select id + 1 as id from ${ref(\"a\")}");
        project().assay("build", "--publish", "none", "--no-tests").ends(0);
        project().assay("build", "--publish", "none", "--no-tests").ends(0);
        Said status = project().assay("status").ends(1);
        assertTrue(status.out().contains(".b"), status.text());
        Said again = project()
                .assay("build", "-s", "a", "--publish", "none", "--no-tests")
                .ends(0);
        boolean isRemoved = can(Capability.VIEWS_HOLD_RELATIONS);
        assertEquals(isRemoved, again.text().contains("builds again what they read: b"), again.text());
        Said said = project().assay("publish", "--held", "b").ends(isRemoved ? 2 : 1);
        assertTrue(
                said.err()
                        .contains(
                                isRemoved
                                        ? "no candidate of `b` is kept"
                                        : "`b` was tested over a version of `a` that readers would not see"),
                said.err());
        assertEquals(1, project().number("b"));
    }

    @Test
    void aCandidateThatBecameAnotherKindOrRelationIsRefused() {
        holdViewB("select 2 as id from ${ref(\"a\")}");
        project().model("b", TABLE + "select 2 as id from ${ref(\"a\")}");
        refused(
                "b",
                "`b` was tested as view " + project().schema() + ".b and is now table "
                        + project().schema() + ".b");
        project().model("b", "[@config alias=\"c\" /] select 2 as id from ${ref(\"a\")}");
        refused(
                "b",
                "`b` was tested as view " + project().schema() + ".b and is now view "
                        + project().schema() + ".c");
    }

    /** Rows are published as they were tested; a plan knows that the SQL is another one by now. */
    @Test
    void aPlanAfterOlderRowsWerePublishedSaysThatTheSqlChanged() {
        project().model("b", TABLE + "select 1 as id");
        project().assay("build", "--publish", "none").ends(0);
        project().model("b", TABLE + "select 2 as id");
        project().assay("publish", "--held", "b").ends(0);
        assertEquals(1, project().number("b"));
        Said plan = project().assay("plan").ends(0);
        assertTrue(plan.out().contains("its SQL or settings changed"), plan.text());
    }
}

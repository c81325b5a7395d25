package dev.assay.warehouse.kit;

import static dev.assay.warehouse.kit.Project.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@code post_hook} of a view puts on its candidate is on the published view, too. */
class ViewHooksTest extends Builds {

    @BeforeEach
    void parent() {
        project().model("a", TABLE + "select 1 as id");
    }

    private void view(String hook, String sql) {
        project().model("v", "[@config post_hook=\"" + hook + "\" /] " + sql);
    }

    private Optional<String> comment() {
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            Object found = session.query(Statement.of("look", ground().looks().relationComment())
                            .with(List.of(
                                    warehouse.dialect().stored(project().schema()),
                                    warehouse.dialect().stored("v"))))
                    .value(0, 0);
            return Optional.ofNullable(found).map(Object::toString);
        }
    }

    @Test
    void aCommentIsOnThePublishedView() {
        for (String words : new String[] {"first", "second"}) {
            view("comment on view ${this} is '" + words + "'", "select id from ${ref(\"a\")}");
            project().assay("build").ends(0);
            assertEquals(Optional.of(words), comment());
        }
    }

    @Test
    void aCommentIsOnAViewWhoseParentsStay() {
        project().assay("build").ends(0);
        view("comment on view ${this} is 'alone'", "select id from ${ref(\"a\")}");
        project().assay("build", "-s", "v").ends(0);
        assertEquals(Optional.of("alone"), comment());
    }

    @Test
    void aHookThatRedefinesTheViewIsTestedAndPublished() {
        project().file("tests/none.sql", "select * from ${ref(\"v\")} where id <> 6");
        view("create or replace view ${this} as select id + 5 as id from ${ref('a')}", "select id from ${ref(\"a\")}");
        project().assay("build").ends(0);
        assertEquals(6, project().number("v"));
        project().assay("test").ends(0);
    }

    @Test
    void aHookThatNamesNoCandidateRunsOnce() {
        project()
                .model(
                        "log",
                        "[@config materialized=\"table\" allow_names={\"${target.schema}.log\": \"a row a run\"} /]"
                                + " select 0 as n");
        project().assay("build").ends(0);
        view("insert into ${ref('log')} values (1)", "select id from ${ref(\"a\")} -- ${ref(\"log\")}");
        project().assay("build", "-s", "v").ends(0);
        assertEquals(2, project().rows("log").rows().size());
    }

    @Test
    void aHookThatDependsOnANameIsRefused() {
        project().model("v", "select id from ${ref(\"a\")}");
        project()
                .yaml("models:\n  - name: v\n    config:\n      post_hook: comment on view ${this} is"
                        + " '${this?length}'\n");
        Said said = project().assay("build").ends(1);
        assertTrue(said.err().contains("error[name-dependent-sql]"), said.err());
    }

    @Test
    void aHeldViewIsPublishedWithTheHookThatRan() {
        view("comment on view ${this} is '${var('words', 'other')}'", "select id from ${ref(\"a\")}");
        project()
                .assay("build", "--publish", "none", "--vars", "{words: tested}")
                .ends(0);
        view("comment on view ${this} is 'edited'", "select 3 as id from ${ref(\"a\")}");
        project().assay("publish", "--held", "v").ends(0);
        assertEquals(Optional.of("tested"), comment());
        assertEquals(1, project().number("v"));
    }
}

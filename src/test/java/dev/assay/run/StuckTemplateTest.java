package dev.assay.run;

import static dev.assay.UserProject.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A template that heeds no interruption, such as a regular expression that tries for years, ends the process at its place. All
 * cases wait at the same time, for the limit is that of users.
 */
class StuckTemplateTest {

    /** Letters on which the expression below does not end in a lifetime. */
    private static final String LETTERS = "a".repeat(100);

    private static final String TRIED = "?matches(\"(.*a){25}b\")?c}";

    @TempDir
    private Path folder;

    @Test
    void theProcessEndsAndSaysWhere() throws InterruptedException {
        Shop parsed = shop("parsed", "${\"" + LETTERS + "\"" + TRIED);
        Shop rendered =
                shop("rendered", "[#if execute]${query(\"select '" + LETTERS + "' as v\")[0].v" + TRIED + "[/#if]");
        List<ChildBuild> children = List.of(ChildBuild.start(parsed, "compile"), ChildBuild.start(rendered, "build"));
        try {
            endsWith(2, children.get(0), parsed);
            endsWith(1, children.get(1), rendered);
        } finally {
            for (ChildBuild child : children) {
                child.kill();
            }
        }
        rendered.model("tried", TABLE + "select 1 as v").assay("build").ends(0);
        assertEquals(List.of(), rendered.leftovers());
        assertEquals("1", rendered.one("select v from dev.tried"));
    }

    private Shop shop(String name, String expression) {
        Shop shop = new Shop(folder.resolve(name));
        shop.model("quick", TABLE + "select 1 as v");
        return shop.model("tried", TABLE + "select '" + expression + "' as v");
    }

    private static void endsWith(int code, ChildBuild child, Shop shop) throws InterruptedException {
        assertEquals(code, child.end(), () -> ChildBuild.said(shop));
        String said = ChildBuild.said(shop);
        assertTrue(said.contains("template-endless"), said);
        assertTrue(said.contains("models/tried.sql:1:"), said);
        assertTrue(said.contains("the whole process ends"), said);
    }
}

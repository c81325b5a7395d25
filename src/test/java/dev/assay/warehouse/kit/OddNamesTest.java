package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A name may be anything, and the names that the engine makes of it are its own. */
class OddNamesTest extends Contract {

    private static final List<String> ODD = List.of(
            "select",
            "order \"lines\"",
            "it's",
            "a.b",
            "100%_",
            "x ? y",
            "größe",
            "日本",
            " ",
            "back\\slash",
            "semi;colon--",
            "n".repeat(63));

    @Test
    void oddNamesHoldTablesAndViews() {
        for (String odd : ODD) {
            table(odd, "select 1 as n");
            view("v" + odd.substring(1), "select n from " + print(odd));
            assertEquals(
                    1, query("select n from " + print("v" + odd.substring(1))).number(), odd);
        }
        assertEquals(2 * ODD.size(), existing().relations().size());
        ODD.forEach(odd -> assertTrue(existing().contains(name(odd)), odd));
    }

    /** A warehouse that cuts long names silently must not make one of two. */
    @Test
    void candidatesAndRetiredOnesAreOursAndTheirOwn() {
        var names = new HashSet<RelationName>();
        for (String name : List.of("n".repeat(63), "n".repeat(62) + "m", "é".repeat(31), "orders", "Orders 2")) {
            RelationName published = name(name);
            for (RelationName ours :
                    List.of(warehouse().candidate(published), warehouse().retired(published))) {
                assertTrue(warehouse().isOurs(ours), ours::toString);
                assertTrue(names.add(ours), ours::toString);
                make("create_table_as", ours, "select 1 as n");
            }
            assertFalse(warehouse().isOurs(published), published::toString);
        }
        Existing found = warehouse()
                .existing(
                        session(),
                        Set.copyOf(names.stream().map(RelationName::schema).toList()));
        names.forEach(ours -> assertTrue(found.contains(ours), ours::toString));
    }

    @Test
    void aCandidateOfAnOddNameTakesItsPlace() {
        for (String odd : ODD) {
            make("create_table_as", warehouse().candidate(name(odd)), "select 4 as n");
            session().execute(words("rename_table", Map.of("from", warehouse().candidate(name(odd)), "to", name(odd))));
            assertEquals(4, query("select n from " + print(odd)).number(), odd);
        }
    }

    @Test
    void oddColumnsComeBackByTheirNames() {
        table("orders", "select 1 as " + quote("it's \"so\"") + ", 2 as " + quote("Größe in %"));
        assertEquals(
                List.of("it's \"so\"", "Größe in %"),
                query("select * from " + print("orders")).columns().stream()
                        .map(column -> column.name())
                        .toList());
    }
}

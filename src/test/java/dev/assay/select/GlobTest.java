package dev.assay.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "orders, orders, true",
        "orders, Orders, false",
        "*, '', true",
        "*, anything, true",
        "stg_*, stg_orders, true",
        "stg_*, stg_, true",
        "stg_*, orders, false",
        "*_orders, stg_orders, true",
        "*o*e*, orders, true",
        "o?ders, orders, true",
        "o?ders, oders, false",
        "stg_[ab]*, stg_b1, true",
        "stg_[ab]*, stg_c1, false",
        "stg_[!ab], stg_c, true",
        "stg_[!ab], stg_a, false",
        "v[0-9], v7, true",
        "v[0-9], vx, false",
        "a[], a[], true",
        "a[x, a[x, true",
        "a[]x]b, a]b, true",
        "a.b*, axb, false",
        "[a-], -, true"
    })
    void matchesAsAShellDoes(String pattern, String text, boolean matches) {
        assertEquals(matches, Glob.of(pattern).test(text));
    }

    @Test
    void noPatternTakesLong() {
        assertFalse(Glob.of("*a".repeat(50) + "b").test("a".repeat(5000)));
    }

    @ParameterizedTest
    @CsvSource({
        "models/staging, models/staging/stg_orders.sql, true",
        "models/staging/, models/staging/deep/stg_orders.sql, true",
        "./models//staging, models/staging/stg_orders.sql, true",
        "models/staging/stg_orders.sql, models/staging/stg_orders.sql, true",
        "models/stag, models/staging/stg_orders.sql, false",
        "staging/stg_orders.sql, models/staging/stg_orders.sql, false",
        "models/*/stg_*, models/staging/stg_orders.sql, true",
        "models/*.sql, models/staging/stg_orders.sql, false",
        "models/**, models/staging/stg_orders.sql, true",
        "**/stg_orders.sql, models/staging/stg_orders.sql, true",
        "models/**/stg_orders.sql, models/stg_orders.sql, true",
        "., models/orders.sql, true",
        "models\\staging, models/staging/stg_orders.sql, true"
    })
    void pathsMatchFolderByFolder(String pattern, String path, boolean matches) {
        assertEquals(matches, new PathPattern(pattern).test(path));
    }

    @Test
    void manyStarsInAPathTakeNoLongEither() {
        assertTrue(new PathPattern("**/".repeat(60) + "x.sql").test("a/".repeat(200) + "x.sql"));
    }
}

package dev.assay.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Hole;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.SqlTokens.LexicalRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationNamesTest {

    /** In these texts {@code ?} stands for the name that a call prints. */
    private static String names(String sql) {
        return names(sql, LexicalRules.STANDARD);
    }

    private static String names(String sql, LexicalRules rules) {
        var holes = new ArrayList<Hole>();
        for (int at = sql.indexOf('?'); at >= 0; at = sql.indexOf('?', at + 1)) {
            holes.add(new Hole(at, at + 1, new Wanted(Wanted.Kind.REF, List.of("r")), Draft.Part.WHOLE));
        }
        var draft = new Draft(SqlText.plain(sql), holes, Draft.State.SETTLED, true);
        return String.join(
                " ",
                RelationNames.in(TokenReader.of(draft, rules)).names().stream()
                        .map(WrittenName::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select * from dev.orders                                          | dev.orders",
                "select * from dev.orders;                                         | dev.orders",
                "SELECT * FROM Dev . Orders AS o                                   | Dev.Orders",
                "select * from \"dev\".\"odd.name\" o where x = 1                  | \"dev\".\"odd.name\"",
                "select * from db.dev.orders                                       | db.dev.orders",
                "select * from orders                                              | orders",
                "select * from ? o join dev.a on a.x = o.x left join dev.b using (x) | dev.a dev.b",
                "select * from ? o, dev.a, dev.b b where o.x in (1, 2)             | dev.a dev.b",
                "select * from ? o join ? p on o.x = f(p.x, 1), dev.a              | dev.a",
                "select * from (select * from dev.a) x, (dev.b join dev.c using (i)) | dev.a dev.b dev.c",
                "select * from (dev.b)                                             | dev.b",
                "select (select max(x) from dev.a) from ? where exists (select 1 from dev.b) | dev.a dev.b",
                "select * from ? where x in (select x from dev.a) order by y       | dev.a",
                "with c as (select * from dev.a), d(x) as materialized (select 1 from dev.b) select * from c, d |"
                        + " dev.a dev.b",
                "with recursive c as (select 1 union all select x from c join dev.a using (x)) select * from c | dev.a",
                "(select 1 from dev.a) union all (select 2 from dev.b)             | dev.a dev.b",
                "select * from ? union select * from dev.b                         | dev.b",
                "from dev.orders select x, y                                       | dev.orders",
                "from dev.a                                                        | dev.a",
                "select * from only dev.a                                          | dev.a",
                "select * from ?, lateral (select * from dev.a where i = 1) l      | dev.a",
                "select extract(year from d) from dev.a                            | dev.a",
                "select * from dev.a where x is not distinct from y                | dev.a",
                "select * from dev.a--comment                                      | dev.a",
                "select * from/* why */dev.a/* so */ o                             | dev.a",
                "select e'it\\'s from dev.b' from dev.a                            | dev.a",
                "select 'it''s from dev.b' from dev.a                              | dev.a",
                "select '\\\\' from dev.a                                          | dev.a",
                "select 1 as \"from\", o.from from dev.a                           | dev.a",
                "select * from dev.a asof join dev.b on a.t >= b.t                 | dev.a dev.b",
                "select * from dev.a tablesample bernoulli (10), dev.b             | dev.a dev.b",
                "select * from dev.a pivot (sum(x) for y in ('p', 'q'))            | dev.a",
                "select x // 2 from dev.a                                          | dev.a",
                "select 'c:\\tmp\\', x from dev.a                              | dev.a",
                "select e'\\' from dev.b', x from dev.a                          | dev.a",
                "select 1 /* /* from dev.b */ from dev.b */ from dev.a            | dev.a",
                "select * from (table dev.a) q, (table only dev.b) p              | dev.a dev.b",
                "select * from dev.a* where x = 1                                 | dev.a",
                "table dev.a union all table dev.b                                | dev.a dev.b",
                "select * from (pivot dev.a on x using sum(y)) p, (unpivot dev.b on x, y) | dev.a dev.b",
                "pivot dev.orders on x using sum(y)                               | dev.orders",
                "select * from (summarize dev.a), (describe dev.b), (show dev.c)  | dev.a dev.b dev.c",
                "select * from (describe select * from orders)                    | orders",
                "select * from (from dev.a) unpivot include nulls (x for y in (p)) | dev.a",
                "select * from 'orders' o, (summarize 'c.csv')                    | \"orders\" \"c.csv\"",
                "select * from dev.U&\"t\\0031\"                               | dev.\"t1\"",
                "select * from dev.U&\"t!+000031\" uescape '!'                   | dev.\"t1\"",
                "select x from dev.a qualify row_number() over (partition by p order by q, r) = 1 | dev.a",
            })
    void findsWhatIsRead(String sql, String expected) {
        assertEquals(expected, names(sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 'it\\'s from dev.b' from dev.a      | dev.a",
                "select '\\\\' from dev.a                 | dev.a",
                "select 1 // from dev.b                       | ''",
                "select 1 /* /* */ from dev.a                 | dev.a",
                "select $t$ from dev.a                        | dev.a",
                "select $$ from dev.b $$ from dev.a           | dev.a",
            })
    void readsCommentsAndLiteralsAsSnowflakeDoes(String sql, String expected) {
        assertEquals(expected.replace("''", ""), names(sql, LexicalRules.WITH_ESCAPES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "'",
                "\"",
                "(",
                "))",
                "select 1",
                "select * from ?",
                "select * from ?.orders",
                "select * from dev.?",
                "select * from dev.orders_?",
                "select * from dev.orders$1",
                "select extract(year from orders), trim(both 'x' from orders), substring(orders from 1 for 2) from ?",
                "select position('a' in b), overlay(a placing b from 3) from ?",
                "select a is distinct from orders, b is not distinct from dev.orders from ?",
                "select nth_value(a, 2) from first over (order by b), orders from ?",
                "select * from ? where a is distinct from orders",
                "select * from generate_series(1, 2), unnest(x), dev.orders(1), dev.orders (1)",
                "select * from table(flatten(input => x)) f, lateral flatten(f.value, 1) g",
                "select * from rows from (f(1), g(2))",
                "select * from \"orders\".\"x\".\"y\"(1), @stage/orders, @dev.orders (pattern => 'x')",
                "select * from identifier('dev.orders'), identifier($name), $1, :orders",
                "select * from db..orders, a.b.*",
                "select * from values (1, 2), (3, 4)",
                "select * from (values (1), (2)) as v(x, y), ? group by dev.orders, dev.orders limit 1",
                "select x from ? order by dev.orders, orders",
                "select x from ? window w as (order by a, b), v as (partition by orders)",
                "select x from ? for update of orders",
                "with orders as (select 1) select * from orders, ORDERS, \"orders\" o",
                "with a as (select 1), orders (x) as (select 2) select * from orders",
                "with recursive orders(x) using key (x) as (select 2) select * from orders",
                "-- from dev.orders\n"
                        + "select /* from dev.orders */ 'from dev.orders', $$ from dev.orders $$, $t$ from dev.o $t$",
                "select [x for x in l if x from dev.orders], {'a': orders} from ?",
                "from o: dev.orders",
                "delete from dev.orders",
                "insert into x select * from dev.orders",
                "select 1; delete from dev.orders",
                "select a as from, dev.orders",
                "select `from` from `dev`.`orders`",
                "select dev.orders, orders from ?",
            })
    void saysNothingOfWhatIsNoRelationOrInDoubt(String sql) {
        assertEquals("", names(sql));
    }
}

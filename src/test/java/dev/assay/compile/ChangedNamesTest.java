package dev.assay.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.SqlText;
import dev.assay.warehouse.SqlTokens.LexicalRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedNamesTest {

    private static String names(String sql) {
        TokenReader tokens = TokenReader.of(SqlText.plain(sql), LexicalRules.STANDARD);
        return String.join(
                " ", ChangedNames.in(tokens).stream().map(WrittenName::toString).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "insert into dev.orders select * from dev.a                       | dev.orders",
                "insert into dev.orders(id, v) values (1, 2)                      | dev.orders",
                "INSERT OR REPLACE INTO \"dev\".\"Orders\" values (1)             | \"dev\".\"Orders\"",
                "insert overwrite into db.dev.orders select 1                     | db.dev.orders",
                "insert overwrite table dev.orders select 1                       | dev.orders",
                "with a as (select 1) insert into orders select * from a          | orders",
                "with gone as (delete from dev.orders returning *) select 1       | dev.orders",
                "delete from only dev.orders where id = 1                         | dev.orders",
                "update dev.orders as o set v = 1 from dev.a                      | dev.orders",
                "merge into dev.orders o using dev.a a on a.i = o.i when matched then update set v = 1 | dev.orders",
                "truncate dev.a, dev.b cascade                                    | dev.a dev.b",
                "truncate table if exists dev.a                                   | dev.a",
                "drop table if exists dev.a; drop view dev.b                      | dev.a dev.b",
                "drop materialized view dev.a                                     | dev.a",
                "create or replace table dev.a as select 1                        | dev.a",
                "create or replace secure view dev.a as select 1                  | dev.a",
                "alter table if exists dev.a rename to b                          | dev.a",
                "alter table dev.a swap with dev.b                                | dev.a dev.b",
                "copy dev.a from 'a.csv'; copy dev.b (x, y) from 'b.csv'          | dev.a dev.b",
                "copy into dev.a from @stage                                      | dev.a",
                "prepare q as update dev.a set x = -1; execute q                  | dev.a",
                "prepare q (integer) as insert into dev.a values ($1)             | dev.a",
                "explain analyze update only dev.a * set x = -1                   | dev.a",
                "use dev; update a o set x = -1                                   | a",
                "alter table dev.a rename column x to y                           | dev.a",
                "alter table dev.a rename x to y                                  | dev.a",
                "alter table dev.a alter x type varchar                           | dev.a",
                "alter table dev.a alter column x set data type varchar           | dev.a",
                "alter table dev.a owner to me, add constraint c check (x > 1), drop y | dev.a",
                "alter table only dev.a add if not exists z integer               | dev.a",
                "alter table dev.a modify column x number(10, 2)                  | dev.a",
                "alter table dev.a set schema other                               | dev.a",
                "alter view dev.v rename to w                                     | dev.v",
                "refresh materialized view concurrently dev.m                     | dev.m",
                "update only (dev.a) set x = 1; update only (dev.b) as o set x = 1 | dev.a dev.b",
                "delete from dev.a* where x = 1; delete from only (dev.b)         | dev.a dev.b",
                "drop table raw.x, dev.a; drop view if exists raw.v, dev.b cascade | raw.x dev.a raw.v dev.b",
                "insert all into raw.x into dev.a select 1                        | raw.x dev.a",
                "insert first when x > 1 then into dev.a else into dev.b values (x) select x from raw.x | dev.a dev.b",
                "alter table raw.x swap with dev.a                                | raw.x dev.a",
                "create or alter table dev.a (x int)                              | dev.a",
                "undrop table dev.a                                               | dev.a",
                "alter table raw.x inherit dev.a; create table raw.y () inherits (raw.z, dev.b) | raw.x dev.a raw.z"
                        + " dev.b",
                "alter table dev.a no inherit raw.x                               | dev.a raw.x",
                "create table raw.y partition of dev.a for values in (1)          | dev.a",
                "alter table raw.x attach partition dev.a for values in (1)       | raw.x dev.a",
                "truncate materialized view dev.a; drop external table dev.b      | dev.a dev.b",
                "rewrite dev.a, dev.b with 1; select * from dev.c                 | dev.a dev.b",
                "select 1; /* then */ delete from dev.a -- all                    | dev.a",
            })
    void findsWhatIsChanged(String sql, String expected) {
        assertEquals(expected, names(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select * from dev.orders for update of orders",
                "select * from dev.orders for no key update",
                "grant select, insert, update, delete on dev.orders to reader",
                "comment on table dev.orders is 'delete from dev.orders'",
                "create index i on dev.orders (id)",
                "create table if not exists dev.orders (id integer)",
                "create or replace temp table t as select * from dev.orders",
                "create or replace function dev.orders() returns integer as 'select 1'",
                "alter table dev.orders owner to someone",
                "alter table dev.orders rename constraint a to b",
                "alter table dev.orders add primary key (id), add constraint c unique (a, type)",
                "alter table dev.orders drop constraint c; select 1 as drop",
                "alter table dev.orders alter column x set default 1, alter x drop not null",
                "alter table dev.orders alter column x set statistics 100",
                "alter table dev.orders modify column x set masking policy p",
                "alter table dev.orders set (fillfactor = 70), enable row level security",
                "alter table dev.orders cluster by (type)",
                "alter index dev.orders rename to o",
                "comment on column dev.orders.x is 'x'",
                "select a as update, b from dev.orders",
                "create rule r as on update to dev.orders do nothing",
                "copy dev.orders to 'orders.csv'",
                "copy (select * from dev.orders) to 'orders.csv'",
                "insert into x_$1 select * from dev.orders on conflict do update set v = 1",
                "create trigger t before insert or update or delete on dev.orders execute function f()",
                "create table x (i integer references dev.orders on delete cascade on update restrict)",
                "select truncate(orders), o.update, o.delete from dev.orders o",
                "analyze dev.orders; vacuum dev.orders",
                "lock table dev.orders; x := (select max(i) from dev.orders)",
                "do $$ begin delete from dev.orders; end $$",
            })
    void saysNothingOfWhatIsOnlyRead(String sql) {
        assertEquals("", names(sql));
    }
}

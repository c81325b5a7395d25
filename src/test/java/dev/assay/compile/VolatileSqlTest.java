package dev.assay.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.SqlText;
import dev.assay.warehouse.SqlTokens.LexicalRules;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolatileSqlTest {

    private static Optional<String> in(String sql) {
        return VolatileSql.in(TokenReader.of(SqlText.plain(sql), LexicalRules.STANDARD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select case when NOW() < x then 1 end from t | now",
                "select pg_catalog.now () | now",
                "select current_date - 1 | current_date",
                "select * from t where d>=CURRENT_TIMESTAMP(3) | current_timestamp",
                "select random() < 0.5 | random",
                "select gen_random_uuid() as id | gen_random_uuid",
                "select * from t where owner = session_user | session_user",
                "select current_setting('app.tenant') | current_setting",
                "select * from t using sample 10% | sample",
                "select * from t tablesample system (10) | tablesample",
                "select * from t sample (10) | sample",
                "select age(x) from t | age",
                "select age(greatest(x, y)) from t | age",
                "select user, x from t | user",
                "select has_table_privilege('dev.t', 'select') | has_table_privilege",
                "select row_security_active('t') | row_security_active",
                "select pg_stat_get_numscans(1) | pg_stat_get_numscans",
                "select * from duckdb_tables() | duckdb_tables",
                "select * from glob('*.csv') | glob",
                "select * from read_csv('/x.csv') | read_csv",
                "select * from parquet_scan('/x') | parquet_scan",
                "select * from information_schema.tables | information_schema",
                "select 'today'::date | 'today'",
                "select * from t where d < date 'Tomorrow' | 'tomorrow'",
                "select cast(' now ' as timestamptz) as x | ' now '",
                "select * from t where d = 'yesterday' | 'yesterday'",
                "select * from t where current_schema = x | current_schema",
            })
    void findsWhatChanges(String sql, String word) {
        assertEquals(Optional.of(word), in(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select 1 as current_date, t.current_user, now, random, uuid from t",
                "select 'now()' as a, \"current_date\" as b -- random()\nfrom t /* today() */",
                "select age(x, y), age, t.user, pg_typeof(x), pg_size_pretty(x), sample from t as user",
                "select case when x then 'today' else 'tomorrow' end, 'now' as y, 'today is', system from t",
                "select x::uuid, sample, my_now(), current_dates, 'current_user'",
            })
    void saysNothingOfOtherNames(String sql) {
        assertEquals(Optional.empty(), in(sql));
    }

    @Test
    void readsSessionVariablesOfSnowflake() {
        assertEquals(Optional.of("$since"), on("select * from t where x > $since"));
        assertEquals(Optional.of("system"), on("select system$typeof(x) from t"));
        assertEquals(Optional.empty(), on("select $1, user from @stage"));
    }

    private static Optional<String> on(String sql) {
        return VolatileSql.in(TokenReader.of(SqlText.plain(sql), LexicalRules.WITH_ESCAPES));
    }
}

package dev.assay.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.sql.Draft;
import dev.assay.sql.SqlText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolatileSqlTest {

    private static Optional<String> in(String sql) {
        return VolatileSql.in(new Draft(SqlText.plain(sql), List.of(), Draft.State.OPEN, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
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
                "select x::uuid, sample, my_now(), current_dates, 'current_user'",
            })
    void saysNothingOfOtherNames(String sql) {
        assertEquals(Optional.empty(), in(sql));
    }
}

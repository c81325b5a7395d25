package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.ProblemsFound;
import dev.assay.warehouse.OutputSettings;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnowflakeOutputTest {

    @Test
    void accountsAreWrittenInManyWays() {
        assertEquals("jdbc:snowflake://myorg-shop.snowflakecomputing.com/", url("myorg-shop"));
        assertEquals("jdbc:snowflake://myorg-my-shop.snowflakecomputing.com/", url("MyOrg-My_Shop"));
        assertEquals("jdbc:snowflake://xy12345.eu-central-1.snowflakecomputing.com/", url("xy12345.eu-central-1"));
        assertEquals("jdbc:snowflake://xy12345.cn-north-1.snowflakecomputing.cn/", url("xy12345.cn-north-1"));
        assertEquals(
                "jdbc:snowflake://myorg-shop.snowflakecomputing.com/",
                url("https://myorg-shop.snowflakecomputing.com/console"));
        String shop = "jdbc:snowflake://myorg-shop.snowflakecomputing.com/";
        for (String shown : List.of(
                "app.snowflake.com/myorg/shop",
                "https://app.snowflake.com/MyOrg/shop/",
                "https://app.snowflake.com/myorg/shop/#/data/databases?x=1",
                "https://myorg-shop.snowflakecomputing.com",
                "myorg/shop")) {
            assertEquals(shop, url(shown), shown);
        }
        assertEquals(
                "jdbc:snowflake://xy12345.eu-central-1.snowflakecomputing.com/",
                url("https://app.snowflake.com/eu-central-1/xy12345/worksheets"));
        assertEquals(
                "jdbc:snowflake://xy12345.west-europe.azure.snowflakecomputing.com/",
                url("app.snowflake.com/west-europe.azure/xy12345"));
        assertEquals("jdbc:snowflake://xy12345.snowflakecomputing.com/", url("app.snowflake.com/us-west-2/xy12345"));
        assertEquals(
                "jdbc:snowflake://127.0.0.1:8080/",
                read("account: a, host: 127.0.0.1, port: 8080, protocol: http")
                        .address()
                        .url());
        assertEquals("xy12345", read("account: xy12345.eu-central-1").address().name());
    }

    @Test
    void whatIsMissingOrUnknownIsSaidAtOnce() {
        var found = assertThrows(
                ProblemsFound.class,
                () -> of("{type: snowflake, schema: dev, acount: a, authenticator: oath, database: d}"));
        assertEquals(
                List.of(
                        "unknown key `acount` in a snowflake output",
                        "a snowflake output has no `account`",
                        "a snowflake output has no `user`",
                        "`authenticator` in a snowflake output has to be one of `snowflake`, `username_password_mfa`,"
                                + " `snowflake_jwt`, `oauth`, `programmatic_access_token`, `externalbrowser`"),
                found.problems().stream().map(problem -> problem.headline()).toList());
        var silent = assertThrows(
                ProblemsFound.class, () -> of("{type: snowflake, schema: dev, account: a, user: u, database: d}"));
        assertEquals(
                "a snowflake output says nothing to log in with",
                silent.problems().getFirst().headline());
    }

    /** Its driver tries to reach the account for all that time. */
    @Test
    void aBrowserIsReachedSoonOrNotAtAll() {
        assertEquals(12, read("account: a, authenticator: externalbrowser").connectTimeout());
        assertEquals(
                40,
                read("account: a, authenticator: externalbrowser, connect_timeout: 40")
                        .connectTimeout());
        assertEquals(60, read("account: a").connectTimeout());
    }

    @Test
    void whatCannotNameAnAccountIsRefusedWhereItStands() {
        for (String account : List.of(
                "",
                " ",
                "my org shop",
                "https://",
                "app.snowflake.com",
                "https://app.snowflake.com/",
                "a/b/c",
                "x&y")) {
            var found = assertThrows(ProblemsFound.class, () -> url(account), account);
            assertEquals(1, found.problems().size());
            var problem = found.problems().getFirst();
            assertEquals("`account` in a snowflake output has to be the name of an account", problem.headline());
            assertEquals("'" + account + "'", problem.span().orElseThrow().text());
        }
        var found = assertThrows(ProblemsFound.class, () -> read("account: a, port: 99999"));
        assertEquals("99999", found.problems().getFirst().span().orElseThrow().text());
    }

    private static String url(String account) {
        return read("account: '" + account + "'").address().url();
    }

    private static SnowflakeOutput read(String fields) {
        return of("{type: snowflake, schema: dev, user: u, password: p, database: d, " + fields + "}");
    }

    private static SnowflakeOutput of(String output) {
        return SnowflakeOutput.read(new OutputSettings((Yaml.Mapping) YamlReader.readText("profiles.yml", output), ""));
    }
}

package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesReaderTest {

    private static final String TWO = """
        shop:
          target: "${env_var('SHOP_TARGET', 'dev')}"
          outputs:
            dev: {type: duckdb, path: shop.duckdb, schema: "${env_var('DBT_TARGET_SCHEMA', 'main')}", threads: 2}
            prod:
              type: postgres
              host: "${env_var('PGHOST', 'localhost')}"
              port: "${env_var('PGPORT', '5432')}"
              password: "${env_var('PG_PASSWORD')}"
              dbname: shop
              schema: public
        """;

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void setUp() {
        sandbox = Sandbox.sound(folder).file("profiles.yml", TWO);
    }

    @Test
    void onlyTheChosenTargetIsResolved() {
        Target target = sandbox.read().target();
        assertEquals("dev", target.name());
        assertEquals("shop", target.profile());
        assertEquals("duckdb", target.type());
        assertEquals("main", target.schema());
        assertEquals(2, target.threads());
        assertEquals(Optional.empty(), target.database());
        assertEquals(folder.toString(), target.folder());
        assertEquals(
                "stage",
                sandbox.set("DBT_TARGET_SCHEMA", "stage").read().target().schema());
    }

    @Test
    void whatBecomesAWholeNumberIsOne() {
        sandbox.set("SHOP_TARGET", "prod").set("PG_PASSWORD", "0012");
        Target target = sandbox.read().target();
        Map<String, Object> fields = target.fields().plain();
        assertEquals(5432L, fields.get("port"));
        assertEquals("0012", fields.get("password"));
        assertEquals(Optional.of("shop"), target.database());
        assertEquals(4, target.threads());
    }

    @Test
    void aMissingVariableSaysWhoNeedsItAndWhere() {
        sandbox.typed(Sandbox.target("prod")).set("PG_PASWORD", "typo");
        Diagnostic found = sandbox.problem(Code.MISSING_VARIABLE);
        assertEquals("environment variable `PG_PASSWORD` is not set", found.headline());
        assertEquals("needed by target `prod` of profile `shop`", found.label());
        assertEquals(9, found.span().orElseThrow().line());
        assertEquals("${env_var('PG_PASSWORD')}", found.span().orElseThrow().text());
        assertEquals(List.of("a similar name is set: `PG_PASWORD`"), found.notes());
        assertTrue(found.help().getFirst().contains("`env_var('PG_PASSWORD', 'default')`"));
    }

    @Test
    void aTargetThatIsNotThereIsToldWithThoseThatAre() {
        Diagnostic typed = sandbox.typed(Sandbox.target("prd")).problem(Code.TARGET_NOT_FOUND);
        assertEquals("profile `shop` has no target `prd`", typed.headline());
        assertEquals(Optional.empty(), typed.span());
        assertEquals(List.of("its targets are `dev`, `prod`"), typed.notes());
        assertEquals(List.of("a similar name exists: `prod`"), typed.help());

        sandbox.typed(Invocation.Options.NONE).set("SHOP_TARGET", "deev");
        Diagnostic written = sandbox.problem(Code.TARGET_NOT_FOUND);
        assertEquals("profiles.yml:2:11", written.span().orElseThrow().where());
        assertEquals("a similar name exists: `dev`", written.label());
    }

    @Test
    void withoutAWordForItTheOnlyTargetIsMeant() {
        sandbox.file("profiles.yml", "shop: {outputs: {one: {type: duckdb, schema: s}}}\n");
        assertEquals("one", sandbox.read().target().name());
        sandbox.file("profiles.yml", "shop: {outputs: {one: {type: duckdb, schema: s}, two: {}}}\n");
        assertEquals(
                "profile `shop` has no target `default`",
                sandbox.problem(Code.TARGET_NOT_FOUND).headline());
    }

    @Test
    void aProfileThatIsNotThereIsToldWhereTheProjectNamesIt() {
        sandbox.file("profiles.yml", TWO.replace("shop:", "shops:"));
        Diagnostic found = sandbox.problem(Code.PROFILE_NOT_FOUND);
        assertEquals("no profile is called `shop`", found.headline());
        assertEquals("assay_project.yml:3:10", found.span().orElseThrow().where());
        assertEquals("a similar name exists: `shops`", found.label());
        assertEquals(List.of("profiles.yml has `shops`"), found.notes());
        sandbox.file("profiles.yml", "");
        assertEquals(
                List.of("profiles.yml has no profile"),
                sandbox.problem(Code.PROFILE_NOT_FOUND).notes());
    }

    @Test
    void whatATargetLacksOrHasWrongIsCollected() {
        sandbox.file(
                "profiles.yml", "shop:\n  outputs:\n    dev:\n      path: x\n      schema: ''\n      threads: 0\n");
        assertEquals(
                List.of(
                        "target `dev` has no `type`",
                        "`schema` in target `dev` has to be a name",
                        "`threads` in target `dev` has to be a whole number, 1 or more"),
                sandbox.problems().stream().map(Diagnostic::headline).toList());
        sandbox.file("profiles.yml", "shop: {targets: dev}\n");
        assertEquals(
                List.of("unknown key `targets` in profile `shop`", "profile `shop` has no `outputs`"),
                sandbox.problems().stream().map(Diagnostic::headline).toList());
    }

    @Test
    void dbtsBracesAreToldOff() {
        sandbox.file("profiles.yml", "shop: {outputs: {dev: {type: duckdb, schema: \"{{ env_var('X') }}\"}}}\n");
        Diagnostic found = sandbox.problem(Code.WRONG_VALUE);
        assertEquals("`{{ … }}` is Jinja, and assay's templates are FreeMarker", found.headline());
    }

    @Test
    void aDotEnvFileIsReadAndTheRealEnvironmentWins() {
        sandbox.typed(Sandbox.target("prod")).file(".env", "PG_PASSWORD='from file'\nPGHOST=file.host\n");
        sandbox.set("PGHOST", "real.host");
        Map<String, Object> fields = sandbox.read().target().fields().plain();
        assertEquals("from file", fields.get("password"));
        assertEquals("real.host", fields.get("host"));
    }

    @Test
    void whatWasAskedOfTheEnvironmentIsNoted() {
        assertEquals(
                List.of("DBT_TARGET_SCHEMA", "SHOP_TARGET"),
                sandbox.read().reads().environment());
    }
}

package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.ProblemsFound;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    private final Secrets secrets = new Secrets();

    @Test
    void variablesAreHiddenAsEnvironmentVariablesAre() {
        secrets.addFrom(new Variables(Map.of(
                "my_password",
                "varsecretZZ",
                "shops",
                Map.of("token", "deep-inside"),
                "api_key",
                List.of("first-one"),
                "pass_rate",
                0.25,
                "use_token",
                true,
                "city",
                "Springfield")));
        assertEquals(
                "*** *** *** 0.25 true Springfield",
                secrets.mask("varsecretZZ deep-inside first-one 0.25 true Springfield"));
    }

    @Test
    void namesThatSpeakOfASecret() {
        for (String name : List.of(
                "password",
                "PGPASSWORD",
                "token",
                "GITHUB_TOKEN",
                "private_key",
                "private_key_passphrase",
                "DBT_ENV_SECRET_X",
                "motherduck_token",
                "aws_secret_access_key",
                "key_id",
                "api-key",
                "DB_PASS")) {
            assertTrue(Secrets.looksSecret(name), name);
        }
        for (String name : List.of(
                "PWD",
                "OLDPWD",
                "private_key_path",
                "user",
                "host",
                "schema",
                "path",
                "PASSENGERS",
                "TOKEN_FILE",
                "compass")) {
            assertFalse(Secrets.looksSecret(name), name);
        }
    }

    @Test
    void theLongerSecretIsHiddenWhole() {
        secrets.add("hunter");
        secrets.add("hunter22");
        assertEquals("a *** b *** c", secrets.mask("a hunter22 b hunter c"));
    }

    @Test
    void shortWordsAreLeftSinceHidingThemWouldHideEverything() {
        secrets.add("abc");
        secrets.add("true");
        secrets.add("  ");
        assertEquals("abc true", secrets.mask("abc true"));
    }

    @Test
    void aKeyOfManyLinesIsHiddenLineByLine() {
        secrets.add("-----BEGIN\nMIIabc\n-----END\n");
        assertEquals("the key *** is bad", secrets.mask("the key MIIabc is bad"));
    }

    @Test
    void aSecretIsHiddenHoweverAFormatWritesIt() {
        secrets.add("it's<a>\"b\\");
        assertEquals(
                "*** *** *** *** ***",
                secrets.mask("it's<a>\"b\\ it''s<a>\"b\\ it's<a>\"\"b\\ it's<a>\\\"b\\\\ it's&lt;a&gt;&quot;b\\"));
    }

    @Test
    void aPasswordInAnAddressIsHiddenWhoeverWroteIt() {
        assertEquals("postgres://me:***@host/db", secrets.mask("postgres://me:pass@host/db"));
        assertEquals("https://host:443/a@b", secrets.mask("https://host:443/a@b"));
    }

    @Test
    void variablesOfTheEnvironmentAreHiddenByTheirNames() {
        secrets.addFrom(new Environment(Map.of("SLACK_TOKEN", "xoxb-1234", "HOME", "/home/me")));
        assertEquals("*** /home/me", secrets.mask("xoxb-1234 /home/me"));
    }

    @Test
    void whatATargetResolvesToIsHiddenAtAnyDepth() {
        var sandbox = Sandbox.sound(folder).file("profiles.yml", """
            shop:
              outputs:
                dev:
                  type: postgres
                  schema: analytics
                  user: analytics
                  password: "${env_var('SHOP_LOGIN')}"
                  token: analytics
                  secrets: [{type: s3, secret: deep-secret}]
            """).set("SHOP_LOGIN", "from-env");
        sandbox.read();
        assertEquals("*** *** analytics postgres", sandbox.secrets.mask("from-env deep-secret analytics postgres"));
    }

    @Test
    void evenABrokenProfileKeepsItsSecret() {
        var sandbox = Sandbox.sound(folder)
                .file("profiles.yml", "shop: {outputs: {dev: {password: hunter22, \"token\": 'ab cd}', schema: [}\n");
        assertThrows(ProblemsFound.class, sandbox::read);
        assertEquals("*** and ***", sandbox.secrets.mask("hunter22 and ab cd}"));
    }
}

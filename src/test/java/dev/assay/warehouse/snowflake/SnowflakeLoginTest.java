package dev.assay.warehouse.snowflake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.snowflake.server.SnowflakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in, and each way to be refused: what is wrong is said, and nothing that is secret. */
class SnowflakeLoginTest {

    @AutoClose
    private static final SnowflakeServer SERVER = SnowflakeServer.start();

    private static final String BEGIN = "-----BEGIN ";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void keys() throws GeneralSecurityException, IOException {
        KeyPair known = pair();
        SERVER.accounts()
                .key("anna", known.getPublic())
                .token("oauth-secret", "anna")
                .token("old-secret", "expired")
                .token("pat-secret", "anna");
        Files.writeString(
                folder.resolve("known.p8"),
                pem("PRIVATE KEY", known.getPrivate().getEncoded()));
        Files.writeString(
                folder.resolve("stranger.p8"),
                pem("PRIVATE KEY", pair().getPrivate().getEncoded()));
        Files.writeString(
                folder.resolve("locked.p8"),
                pem("ENCRYPTED PRIVATE KEY", locked(known.getPrivate().getEncoded(), "open sesame")));
        Files.writeString(folder.resolve("torn.p8"), BEGIN + "PRIVATE KEY-----\nMIIEvQIBADANBgkqh\n");
    }

    @Test
    void eachCredentialOpensTheDoor() {
        enters("password: correct horse");
        enters("private_key_path: known.p8");
        enters("{private_key_path: locked.p8, private_key_passphrase: open sesame}");
        enters("{authenticator: oauth, token: oauth-secret}");
        enters("{authenticator: programmatic_access_token, token: pat-secret}");
    }

    @Test
    void aSessionThatIsClosedIsOverForTheServerToo() {
        int before = SERVER.sessions();
        open("password: correct horse").close();
        assertEquals(before, SERVER.sessions());
    }

    @Test
    void aWrongPassword() {
        assertEquals(
                "Snowflake refuses the password of `anna`, or knows no such user in `testorg-shop`",
                refused("password: battery staple"));
    }

    @Test
    void anAccountThatNobodyHas() {
        assertEquals(
                "nobody answers as the account `nobody-here`: look at `account`, and at the way to 127.0.0.1:"
                        + SERVER.port(),
                refused("password: correct horse\naccount: nobody-here"));
    }

    @Test
    void aHostThatDoesNotAnswer() {
        assertEquals(
                "nobody answers as the account `testorg-shop`: look at `account`, and at the way to 127.0.0.1:1",
                refused("password: correct horse\nport: 1\nconnect_timeout: 1\nconnect_retries: 0"));
    }

    @Test
    void aRoleAWarehouseADatabaseThatIsNotThere() {
        assertEquals(
                "the role `boss` does not exist, or `anna` does not have it",
                refused("password: correct horse\nrole: boss"));
        assertEquals(
                "the warehouse `huge` does not exist, or the role `transformer` may not use it",
                refused("password: correct horse\nwarehouse: huge"));
        assertEquals(
                "the database `elsewhere` does not exist, or the role `transformer` may not use it",
                refused("password: correct horse\ndatabase: elsewhere"));
    }

    /** Snowflake reads names in a login as in SQL: without quotes in upper case. */
    @Test
    void namesThatNeedQuotes() {
        SERVER.accounts().role("my-role").role("Sample role").warehouse("small-one");
        enters("password: correct horse\nrole: my-role\nwarehouse: small-one");
        enters("password: correct horse\nrole: Sample role");
        enters("password: correct horse\nrole: '\"my-role\"'");
        assertEquals(
                "the role `their-role` does not exist, or `anna` does not have it",
                refused("password: correct horse\nrole: their-role"));
    }

    @Test
    void aUserWhoConfirmsTheLogin() {
        SERVER.accounts().confirmed("mia", "correct horse");
        enters("password: correct horse\nuser: mia\nauthenticator: username_password_mfa");
        assertEquals(
                "Snowflake refuses the login of `mia` to `testorg-shop`",
                refused("password: correct horse\nuser: mia"));
    }

    @Test
    void aTokenThatIsTooOld() {
        assertEquals(
                "the token of `anna` is too old, or is none: get a new one",
                refused("{authenticator: oauth, token: old-secret}"));
    }

    @Test
    void aKeyThatIsNotTheUsersOrNoneAtAll() {
        assertEquals(
                "Snowflake refuses the key of `anna`: the user's RSA_PUBLIC_KEY is not the other half of it",
                refused("private_key_path: stranger.p8"));
    }

    @Test
    void aKeyThatCannotBeUsedIsToldWhereItIsNamed() {
        wrong(Code.FILE_UNREADABLE, "gone.p8", "the private key gone.p8 cannot be read", "private_key_path: gone.p8");
        wrong(
                Code.WRONG_VALUE,
                "torn.p8",
                "the private key torn.p8 holds no private key in PEM (PKCS#8, RSA)",
                "private_key_path: torn.p8");
        wrong(
                Code.MISSING_KEY,
                "locked.p8",
                "the private key locked.p8 is encrypted, and there is no `private_key_passphrase`",
                "private_key_path: locked.p8");
        wrong(
                Code.WRONG_VALUE,
                "open says me",
                "the private key locked.p8 cannot be opened: `private_key_passphrase` is another one's",
                "{private_key_path: locked.p8, private_key_passphrase: open says me}");
        wrong(
                Code.WRONG_VALUE,
                "MIIEvQIB",
                "`private_key` holds no private key in PEM (PKCS#8, RSA)",
                "private_key: MIIEvQIB");
    }

    private static void wrong(Code code, String place, String headline, String credential) {
        var problem = assertThrows(ProblemsFound.class, () -> open(credential))
                .problems()
                .getFirst();
        assertEquals(code, problem.code());
        assertEquals(headline, problem.headline());
        assertEquals(place, problem.span().orElseThrow().text());
    }

    private static void enters(String credential) {
        try (Session session = open(credential)) {
            assertEquals(1, session.query(Statement.of("look", "select 1")).number(), credential);
        }
    }

    /** The first line of what is said. */
    private static String refused(String credential) {
        var refused = assertThrows(WarehouseError.class, () -> open(credential));
        assertEquals(WarehouseError.Kind.UNREACHABLE, refused.kind());
        for (String secret : new String[] {"battery staple", "correct horse", "-secret", "open sesame", "MIIE"}) {
            assertFalse(refused.words().contains(secret), refused.words());
        }
        return refused.words().lines().findFirst().orElse("");
    }

    private static Session open(String credential) {
        String lines = credential.startsWith("{")
                ? credential.substring(1, credential.length() - 1).replace(", ", "\n")
                : credential;
        return SnowflakeCase.of(SERVER, lines, folder).open();
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static byte[] locked(byte[] key, String passphrase) throws GeneralSecurityException, IOException {
        String algorithm = "PBEWithHmacSHA256AndAES_256";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase.toCharArray())));
        AlgorithmParameters scheme = AlgorithmParameters.getInstance("PBES2");
        scheme.init(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(scheme, cipher.doFinal(key)).getEncoded();
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return BEGIN + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}

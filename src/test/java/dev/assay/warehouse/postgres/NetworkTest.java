package dev.assay.warehouse.postgres;

import static dev.assay.warehouse.postgres.PostgresShop.TABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.UserProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that falls silent, and servers that have to show who they are. */
class NetworkTest {

    @TempDir
    private Path folder;

    @Test
    void aServerThatFallsSilentEndsTheBuildAndNothingIsLost() throws IOException, InterruptedException {
        PostgresServer server = PostgresServer.shared();
        var shop = new PostgresShop(folder, server).base(1);
        shop.assay("build").ends(0);
        shop.base(2);
        shop.model("slow", TABLE + "select 1 as v from (select pg_sleep(1.5)) as slept");
        try (var proxy = new NetworkProxy(server.port())) {
            shop.profile(
                    "user: postgres, connect_timeout: 1, retries: 0, socket_timeout: 3", shop.database(), proxy.port());
            var said = new ArrayList<Said>();
            var build = new Thread(() -> said.add(shop.assay("build")));
            build.start();
            String slow = "select count(*) from pg_stat_activity where query like '%pg_sleep(1.5)%'"
                    + " and pid <> pg_backend_pid() and datname = current_database()";
            for (int i = 0; i < 400 && shop.one(slow).equals("0"); i++) {
                Thread.sleep(25);
            }
            proxy.stall();
            build.join(60_000);
            assertFalse(build.isAlive());
            assertFalse(List.of(0, 70).contains(said.getFirst().exit()), said::toString);
            assertFalse(said.getFirst().err().contains("Exception"), said::toString);
        }
        assertEquals("1", shop.one("select v from dev.base"));
        shop.profile("user: postgres");
        shop.assay("build").ends(0);
        assertEquals("2", shop.one("select v from dev.base"));
        assertEquals(List.of(), shop.leftovers());
    }

    @Test
    void certificatesAreLookedAt() throws Exception {
        var server = PostgresServer.start();
        var shop = new PostgresShop(folder, server);
        shop.model("base", TABLE + "select (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as v");
        certificate("right", "san=ip:127.0.0.1");
        certificate("other", "san=ip:127.0.0.1");
        certificate("elsewhere", "san=dns:elsewhere.example");
        serve(shop, "right");
        for (String mode : List.of("require", "verify-ca", "verify-full")) {
            shop.profile(
                    "user: postgres, sslmode: " + mode + (mode.equals("require") ? "" : ", sslrootcert: right.pem"));
            shop.assay("build").ends(0);
            assertEquals("t", shop.one("select v from dev.base"));
        }
        shop.profile("user: postgres, sslmode: disable").assay("build").ends(0);
        assertEquals("f", shop.one("select v from dev.base"));
        refused(shop, "verify-full, sslrootcert: other.pem", "is not trusted: look at `sslrootcert`");
        refused(shop, "verify-ca, sslrootcert: other.pem", "is not trusted: look at `sslrootcert`");
        shop.profile("user: postgres, sslmode: verify-full, sslrootcert: nowhere.pem");
        assertTrue(shop.assay("build").ends(2).err().contains("error[file-unreadable]: `sslrootcert` is no file"));
        serve(shop, "elsewhere");
        refused(shop, "verify-full, sslrootcert: elsewhere.pem", "is for another host: look at `host`");
        shop.profile("user: postgres, sslmode: verify-ca, sslrootcert: elsewhere.pem");
        shop.assay("build").ends(0);
        server.crash();
    }

    private static void refused(PostgresShop shop, String mode, String words) {
        shop.profile("user: postgres, retries: 0, sslmode: " + mode);
        var said = shop.assay("build").ends(3);
        assertTrue(said.err().contains(words), said::toString);
        assertFalse(said.err().contains("Exception"), said::toString);
    }

    private void serve(PostgresShop shop, String name) throws InterruptedException {
        shop.execute(
                "alter system set ssl_cert_file = '" + folder.resolve(name + ".pem") + "'",
                "alter system set ssl_key_file = '" + folder.resolve(name + ".key") + "'",
                "alter system set ssl = on",
                "select pg_reload_conf()");
        Thread.sleep(500);
    }

    private void certificate(String name, String extension) throws Exception {
        Path store = folder.resolve(name + ".p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + name,
                "-ext",
                extension,
                "-ext",
                "bc=ca:true",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString());
        var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        write(name + ".pem", "CERTIFICATE", keys.getCertificate("own").getEncoded());
        write(
                name + ".key",
                "PRIVATE KEY",
                keys.getKey("own", "changeit".toCharArray()).getEncoded());
        run("chmod", "755", folder.toString());
        run("chmod", "600", folder.resolve(name + ".key").toString());
        if ("root".equals(System.getProperty("user.name"))) {
            run("chown", "postgres", folder.resolve(name + ".key").toString());
        }
    }

    private void write(String file, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor());
    }
}

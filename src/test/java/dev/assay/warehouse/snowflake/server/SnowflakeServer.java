package dev.assay.warehouse.snowflake.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Snowflake on loopback, as far as the adapter uses it. */
public final class SnowflakeServer implements AutoCloseable {

    static {
        // Without it each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final Faults faults = new Faults();
    private final Accounts accounts = new Accounts();
    private final Data data;
    private final Door door;
    private final Queries queries;

    private SnowflakeServer(int port) throws IOException, SQLException {
        this.threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(null, work, "snowflake-server", 64L << 20);
            thread.setDaemon(true);
            return thread;
        });
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.data = new Data(accounts);
        this.door = new Door(accounts, data, faults);
        this.queries = new Queries(door, data, faults, threads, "http://127.0.0.1:" + port());
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    public static SnowflakeServer start() {
        return start(0);
    }

    /** @param port any that is free, where it is 0 */
    static SnowflakeServer start(int port) {
        try {
            return new SnowflakeServer(port);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public int port() {
        return http.getAddress().getPort();
    }

    public Accounts accounts() {
        return accounts;
    }

    public Faults faults() {
        return faults;
    }

    /** Every statement that came in, in order. */
    public List<Received> received() {
        return queries.received();
    }

    /** All but the first so many. */
    public List<Received> receivedSince(int before) {
        List<Received> all = received();
        return List.copyOf(all.subList(before, all.size()));
    }

    /** What it knows of a relation beside its rows: {@code is_transient}, {@code is_secure}, {@code clustered_by}. */
    public String trait(String relation, String trait) {
        return ask("select " + trait + " from " + Traits.TABLE + " where id = '" + relation + "'");
    }

    /** Grants, streams and policies on a relation. */
    public String pins(String relation) {
        return ask("select string_agg(kind || ' ' || name, ', ' order by kind, name) from " + Traits.PINS
                + " where id = '" + relation + "'");
    }

    /** A question to the information schema whose answer has more rows is refused from now on. */
    public void mostCatalogRows(int most) {
        data.mostCatalogRows(most);
    }

    /** Puts as many streams of another database on a table, and no others. */
    public void streams(String relation, int count) {
        try {
            data.traits().streams(relation, count);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String ask(String sql) {
        try {
            return data.traits().ask(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** How long its engine was at work, all sessions together: nothing that is so on the real service. */
    public Duration atWork() {
        return queries.atWork();
    }

    /** How long a request was under way in here. */
    public Duration took(String request) {
        return queries.took(request);
    }

    /** How many statements ran together, at most, since this was asked last. */
    public int mostAtOnce() {
        return queries.mostAtOnce();
    }

    /** How many sessions are open. */
    public int sessions() {
        return door.count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(Request.of(exchange));
            if (answer.status() == 0) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (answer.isCompressed()) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(Request request) {
        try {
            return switch (request.path()) {
                case "/session/v1/login-request" -> door.login(request);
                case "/session/token-request" -> door.renew(request);
                case "/session/heartbeat" -> door.heartbeat(request);
                case "/session" -> door.leave(request);
                case "/queries/v1/query-request" -> queries.ask(request);
                case "/queries/v1/abort-request" -> queries.abort(request);
                case "/telemetry/send", "/telemetry/send/sessionless" -> Answer.good(java.util.Map.of());
                case String path
                when path.startsWith("/queries/") && path.endsWith("/result") -> queries.result(path.split("/", -1)[2]);
                case String path when path.startsWith("/monitoring/queries/") -> queries.state(path.split("/", -1)[3]);
                case String path when path.startsWith("/chunk/") -> queries.chunk(path);
                default -> Answer.status(404);
            };
        } catch (Refusal refusal) {
            return Answer.refused(refusal, "");
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        data.close();
    }
}

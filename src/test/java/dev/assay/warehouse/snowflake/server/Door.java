package dev.assay.warehouse.snowflake.server;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Logins, renewals and leaving. */
final class Door {

    private final Accounts accounts;
    private final Data data;
    private final Faults faults;
    private final Map<String, ServerSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> masters = new ConcurrentHashMap<>();

    Door(Accounts accounts, Data data, Faults faults) {
        this.accounts = accounts;
        this.data = data;
        this.faults = faults;
    }

    Answer login(Request request) {
        Map<String, Object> login = request.part("data");
        if (!Accounts.ACCOUNT.equalsIgnoreCase(String.valueOf(login.get("ACCOUNT_NAME")))) {
            // The real service has no host of that name, or answers as if there were nothing.
            return Answer.status(404);
        }
        if (faults.isClosed()) {
            throw new Refusal("390101", "08001", "Nobody may log in at the moment.");
        }
        accounts.check(login, request.parameters());
        try {
            ServerSession session = open(request.parameters());
            session.parameters().putAll(accounts.parameters());
            Request.object(login.get("SESSION_PARAMETERS"))
                    .forEach((name, value) -> session.parameters().put(name, String.valueOf(value)));
            session.autocommit(Boolean.parseBoolean(session.parameters().getOrDefault("AUTOCOMMIT", "true")));
            String token = enter(session);
            return Answer.good(welcome(session, token));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private ServerSession open(Map<String, String> wanted) throws SQLException {
        ServerSession session = data.open();
        session.use(
                ServerSession.folded(wanted.getOrDefault("databaseName", "INVENTORY")),
                ServerSession.folded(wanted.getOrDefault("schemaName", "PUBLIC")));
        session.computeOn(ServerSession.folded(wanted.getOrDefault("warehouse", "TRANSFORMING")));
        session.actAs(ServerSession.folded(wanted.getOrDefault("roleName", "PUBLIC")));
        return session;
    }

    private Map<String, Object> welcome(ServerSession session, String token) {
        var welcome = new LinkedHashMap<String, Object>();
        welcome.put("token", token);
        welcome.put("masterToken", master(token));
        welcome.put("validityInSeconds", 3600);
        welcome.put("masterValidityInSeconds", 14400);
        welcome.put("sessionId", 1L);
        welcome.put("serverVersion", "9.0.0");
        welcome.put("healthCheckInterval", 45);
        welcome.put("parameters", Parameters.of(session));
        welcome.put(
                "sessionInfo",
                Map.of(
                        "databaseName", session.database(),
                        "schemaName", session.schema(),
                        "warehouseName", session.warehouse(),
                        "roleName", session.role()));
        return welcome;
    }

    /** A token that is too old gives way to a new one; the session goes on. */
    Answer renew(Request request) {
        String old = request.text("oldSessionToken");
        if (!old.equals(masters.remove(request.token()))) {
            throw new Refusal("390113", "08001", "Master token is invalid.");
        }
        ServerSession session = Optional.ofNullable(sessions.remove(old)).orElseThrow(Refusal::sessionGone);
        String token = enter(session);
        return Answer.good(Map.of(
                "sessionToken",
                token,
                "masterToken",
                master(token),
                "validityInSecondsST",
                3600,
                "validityInSecondsMT",
                14400,
                "sessionId",
                1L));
    }

    Answer heartbeat(Request request) {
        session(request);
        return Answer.good(Map.of());
    }

    Answer leave(Request request) {
        ServerSession session = sessions.remove(request.token());
        if (session != null) {
            close(session);
        }
        return Answer.good(Map.of());
    }

    /**
     * Ends a session as an administrator would.
     *
     * @param all whether all others end with it
     */
    void end(ServerSession session, boolean all) {
        List<ServerSession> ending = all ? open() : List.of(session);
        sessions.values().removeIf(ending::contains);
        ending.forEach(Door::close);
    }

    boolean knows(ServerSession session) {
        return sessions.containsValue(session);
    }

    ServerSession session(Request request) {
        return Optional.ofNullable(sessions.get(request.token())).orElseThrow(Refusal::sessionGone);
    }

    int count() {
        return sessions.size();
    }

    List<ServerSession> open() {
        return List.copyOf(sessions.values());
    }

    private String enter(ServerSession session) {
        String token = "session-" + UUID.randomUUID();
        sessions.put(token, session);
        return token;
    }

    private String master(String token) {
        String master = "master-" + UUID.randomUUID();
        masters.put(master, token);
        return master;
    }

    private static void close(ServerSession session) {
        try {
            synchronized (session) {
                session.close();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

package dev.assay.warehouse.snowflake.server;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Who may come in, and what there is: one account with its users, roles, warehouses and databases. */
public final class Accounts {

    public static final String ACCOUNT = "TESTORG-SHOP";

    /** Of the user ANNA. */
    static final String PASSWORD = "correct horse";

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Set<String> roles = new ConcurrentSkipListSet<>(Set.of("ANALYSTS", "PUBLIC", "TRANSFORMER"));
    private final Set<String> confirmed = new ConcurrentSkipListSet<>();
    private final Set<String> warehouses = new HashSet<>(Set.of("TRANSFORMING", "BIG"));
    private final Set<String> databases = new HashSet<>(Set.of("INVENTORY"));

    private final Map<String, String> parameters = new ConcurrentHashMap<>();

    Accounts() {
        passwords.put("ANNA", PASSWORD);
    }

    public Accounts password(String user, String password) {
        passwords.put(user.toUpperCase(Locale.ROOT), password);
        return this;
    }

    /** A user who confirms logins on another device, once where the login asks for a token. */
    public Accounts confirmed(String user, String password) {
        confirmed.add(user.toUpperCase(Locale.ROOT));
        return password(user, password);
    }

    public Accounts warehouse(String warehouse) {
        warehouses.add(warehouse);
        return this;
    }

    public Accounts key(String user, PublicKey key) {
        keys.put(user.toUpperCase(Locale.ROOT), key);
        return this;
    }

    public Accounts role(String role) {
        roles.add(role);
        return this;
    }

    /** A token, either good for the user of that name or {@code expired}. */
    public Accounts token(String token, String userOrExpired) {
        tokens.put(token, userOrExpired.toUpperCase(Locale.ROOT));
        return this;
    }

    /** A parameter that the account gives to each new session, unless the login names another value. */
    public Accounts parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** @throws Refusal when the user is not who he says to be, or wants what there is not */
    void check(Map<String, Object> login, Map<String, String> wanted) {
        String user = text(login, "LOGIN_NAME").toUpperCase(Locale.ROOT);
        switch (text(login, "AUTHENTICATOR").toUpperCase(Locale.ROOT)) {
            case "", "SNOWFLAKE" -> {
                checkPassword(user, text(login, "PASSWORD"));
                checkConfirmation(user, Request.object(login.get("SESSION_PARAMETERS")));
            }
            case "SNOWFLAKE_JWT" -> KeyPairToken.check(text(login, "TOKEN"), ACCOUNT, user, keys.get(user));
            case "OAUTH" -> checkToken(text(login, "TOKEN"), user, "390318", "OAuth access token expired.");
            case "PROGRAMMATIC_ACCESS_TOKEN" ->
                checkToken(text(login, "TOKEN"), user, "394400", "Programmatic access token is invalid.");
            case String other -> throw Refusal.unsupported("AUTHENTICATOR " + other);
        }
        there(
                wanted.get("roleName"),
                roles,
                "390189",
                role -> "Role '" + role
                        + "' specified in the connect string does not exist or not authorized. Contact your local"
                        + " system administrator, or attempt to login using another role, e.g. PUBLIC.");
        there(
                wanted.get("warehouse"),
                warehouses,
                "390201",
                any -> "The requested warehouse does not exist or not" + " authorized.");
        there(
                wanted.get("databaseName"),
                databases,
                "390201",
                any -> "The requested database does not exist or not" + " authorized.");
    }

    Set<String> roles() {
        return roles;
    }

    Set<String> warehouses() {
        return warehouses;
    }

    Set<String> databases() {
        return databases;
    }

    private void checkPassword(String user, String password) {
        if (!password.equals(passwords.get(user))) {
            throw new Refusal("390100", "08001", "Incorrect username or password was specified.");
        }
    }

    /** The driver tells of a confirmed login by this parameter alone. */
    private void checkConfirmation(String user, Map<String, Object> parameters) {
        boolean asksForToken =
                String.valueOf(parameters.get("CLIENT_REQUEST_MFA_TOKEN")).equals("true");
        if (confirmed.contains(user) && !asksForToken) {
            throw new Refusal("390120", "08001", "Nobody has confirmed this login.");
        }
    }

    private void checkToken(String token, String user, String code, String expired) {
        if (!user.equals(tokens.get(token))) {
            boolean known = tokens.containsKey(token);
            throw known
                    ? new Refusal(code, "08001", expired)
                    : new Refusal("390303", "08001", "Invalid OAuth access token.");
        }
    }

    private static void there(
            String wanted, Set<String> all, String code, java.util.function.UnaryOperator<String> words) {
        if (wanted != null && !all.contains(ServerSession.folded(wanted))) {
            throw new Refusal(code, "08001", words.apply(wanted));
        }
    }

    private static String text(Map<String, Object> login, String name) {
        return new HashMap<>(login).getOrDefault(name, "").toString();
    }
}

package dev.assay.warehouse.snowflake;

import dev.assay.yaml.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an account is reached.
 *
 * @param account as Snowflake names it: {@code myorg-shop}, or a locator with its region, {@code xy12345.eu-central-1}
 * @param host where it is not the account's own: a private link, a stand-in
 */
record Address(String account, Optional<String> host, Optional<Long> port, String protocol) {

    private static final String DOMAIN = ".snowflakecomputing.";

    static Address read(Fields fields) {
        return new Address(
                fields.required("account").map(Address::bare).orElse(""),
                fields.text("host"),
                fields.number("port", 1),
                fields.word("protocol", List.of("https", "http")).orElse("https"));
    }

    /** People paste what the browser shows. */
    private static String bare(String written) {
        String account = written.strip().replaceFirst("^https?://", "");
        int domain = account.toLowerCase(Locale.ROOT).indexOf(DOMAIN);
        String name = domain < 0 ? account : account.substring(0, domain);
        return name.replaceFirst("/.*$", "").replace('/', '-');
    }

    String url() {
        return "jdbc:snowflake://" + host.orElseGet(this::ownHost)
                + port.map(number -> ":" + number).orElse("") + "/";
    }

    private String ownHost() {
        String name = account.toLowerCase(Locale.ROOT).replace('_', '-');
        return name + DOMAIN + (name.contains(".cn-") ? "cn" : "com");
    }

    /** The account alone: a region behind it belongs to the host. */
    String name() {
        int region = account.indexOf('.');
        return region < 0 ? account : account.substring(0, region);
    }

    boolean isEncrypted() {
        return protocol.equals("https");
    }
}

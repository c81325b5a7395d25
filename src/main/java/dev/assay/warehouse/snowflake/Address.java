package dev.assay.warehouse.snowflake;

import dev.assay.yaml.Fields;
import dev.assay.yaml.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an account is reached.
 *
 * @param account as Snowflake names it: {@code myorg-shop}, or a locator with its region, {@code xy12345.eu-central-1}
 * @param host where it is not the account's own: a private link, a stand-in
 */
record Address(String account, Optional<String> host, Optional<Integer> port, String protocol) {

    private static final String DOMAIN = ".snowflakecomputing.";

    /** What stands in addresses: letters, digits, and between them what joins. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*");

    /** Where people work in the browser: {@code app.snowflake.com/myorg/shop}, or with a region and a locator. */
    private static final Pattern BROWSER =
            Pattern.compile("(?i)app[.]snowflake[.]com/(?<first>[^/?#]+)/(?<second>[^/?#]+).*");

    private static final Pattern TWO = Pattern.compile("(?<first>[^/?#]+)/(?<second>[^/?#]+)/?");

    /** An organisation's name has neither. */
    private static final Pattern REGION = Pattern.compile(".*[.-].*");

    /** Of the one region that addresses never name. */
    private static final String UNNAMED = "us-west-2";

    static Address read(Fields fields) {
        Optional<String> account = fields.required("account").map(Address::bare);
        account.filter(name -> !isName(name)).ifPresent(name -> refuse(fields));
        return new Address(
                account.orElse(""),
                fields.text("host"),
                fields.port("port"),
                fields.word("protocol", List.of("https", "http")).orElse("https"));
    }

    /** People paste what the browser shows. */
    private static String bare(String written) {
        String account = written.strip().replaceFirst("^(?i)https?://", "");
        int domain = account.toLowerCase(Locale.ROOT).indexOf(DOMAIN);
        if (domain >= 0) {
            return account.substring(0, domain);
        }
        Matcher browser = BROWSER.matcher(account);
        Matcher two = browser.matches() ? browser : TWO.matcher(account);
        return two.matches() ? joined(two.group("first"), two.group("second")) : account;
    }

    private static String joined(String first, String second) {
        if (REGION.matcher(first).matches()) {
            return first.equalsIgnoreCase(UNNAMED) ? second : second + "." + first;
        }
        return first + "-" + second;
    }

    private static boolean isName(String account) {
        return NAME.matcher(account).matches() && !account.equalsIgnoreCase("app.snowflake.com");
    }

    private static void refuse(Fields fields) {
        Yaml written = fields.value("account").orElseThrow();
        fields.problems()
                .add(fields.wrong("account", written, "the name of an account")
                        .label("")
                        .note("allowed are `myorg-shop`, `xy12345.eu-central-1`, and addresses that the browser shows:"
                                + " `app.snowflake.com/myorg/shop`, `myorg-shop.snowflakecomputing.com`"));
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

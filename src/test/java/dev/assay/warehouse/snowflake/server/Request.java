package dev.assay.warehouse.snowflake.server;

import com.sun.net.httpserver.HttpExchange;
import dev.assay.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * One call of the driver.
 *
 * @param token of the session, or of the login for a renewal
 */
record Request(String path, Map<String, String> parameters, String token, Map<String, Object> body) {

    private static final Pattern TOKEN = Pattern.compile("Token=\"([^\"]*)\"");

    static Request of(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] plain = zipped ? new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes() : sent;
        String text = new String(plain, StandardCharsets.UTF_8);
        return new Request(
                exchange.getRequestURI().getPath(),
                parameters(exchange.getRequestURI().getRawQuery()),
                token(exchange.getRequestHeaders().getFirst("Authorization")),
                text.isBlank() ? Map.of() : object(JsonReader.readText("request", text)));
    }

    /** A part of the body that is an object itself; empty where it is not there. */
    Map<String, Object> part(String name) {
        return object(body.get(name));
    }

    String text(String name) {
        return java.util.Objects.toString(body.get(name), "");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static String token(String header) {
        Matcher token = TOKEN.matcher(header == null ? "" : header);
        return token.find() ? token.group(1) : "";
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}

package dev.assay.warehouse.snowflake.server;

import dev.assay.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over the wire. Almost everything is status 200: a refusal is told inside. */
final class Answer {

    private final int status;
    private final boolean compressed;
    private final byte[] body;

    private Answer(int status, boolean compressed, byte[] body) {
        this.status = status;
        this.compressed = compressed;
        this.body = body;
    }

    int status() {
        return status;
    }

    boolean isCompressed() {
        return compressed;
    }

    byte[] body() {
        return body;
    }

    static Answer good(Map<String, Object> data) {
        return envelope(data, "", "", true);
    }

    static Answer refused(Refusal refusal, String queryId) {
        var data = new LinkedHashMap<String, Object>();
        data.put("errorCode", refusal.code());
        data.put("sqlState", refusal.state());
        data.put("queryId", queryId);
        return envelope(data, refusal.code(), refusal.getMessage(), false);
    }

    /** Not done yet: ask again there. */
    static Answer inProgress(String queryId) {
        var data = new LinkedHashMap<String, Object>();
        data.put("queryId", queryId);
        data.put("getResultUrl", "/queries/" + queryId + "/result");
        return envelope(data, "333333", "Query execution in progress.", true);
    }

    static Answer status(int status) {
        return new Answer(status, false, new byte[0]);
    }

    static Answer compressed(byte[] body) {
        return new Answer(200, true, body);
    }

    private static Answer envelope(Map<String, Object> data, String code, String message, boolean success) {
        var all = new HashMap<String, Object>();
        all.put("data", data);
        all.put("code", code.isEmpty() ? null : code);
        all.put("message", message.isEmpty() ? null : message);
        all.put("success", success);
        return new Answer(200, false, JsonWriter.text(json -> json.value(all)).getBytes(StandardCharsets.UTF_8));
    }
}

package dev.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void readsPlainValuesInTheirOrder() {
        var read = (Map<?, ?>) JsonReader.readText(
                "x.json", "{\"z\": [1, 2.5, true, null, \"é\\u0000\"], \"a\": {\"deep\": 12345678901234567890}}");
        assertEquals("[z, a]", read.keySet().toString());
        assertEquals(java.util.Arrays.asList(1L, 2.5, true, null, "é\0"), read.get("z"));
        assertEquals(Map.of("deep", new BigInteger("12345678901234567890")), read.get("a"));
    }

    @Test
    void pointsAtWrongJson() {
        assertWrong("{\"a\": 1,\n \"b\": oops}", "x.json:2:7", "this is not JSON: unrecognized token 'oops'");
        assertWrong("{\"a\": [1, 2}", "x.json:1:12", "this is not JSON: unexpected close marker '}'");
        assertWrong("{\"a\": 1", "x.json:1:8", "this is not JSON: unexpected end-of-input");
        assertWrong("", "x.json", "this is not JSON: there is nothing in it");
        assertWrong("{} {}", "x.json:1:4", "this is not JSON: something follows after its end");
        assertWrong("{\"a\": 1, \"a\": 2}", "x.json:1:", "this is not JSON: duplicate field 'a'");
        assertWrong("[".repeat(5000), "x.json:1:", "this is not JSON: ");
    }

    @Test
    void writesWhatItIsGiven() {
        String written = JsonWriter.text(json -> json.object()
                .field("text", "a\"b")
                .field("none", Optional.empty())
                .field("some", Optional.of(List.of(1, 2L)))
                .field("number", OptionalLong.of(3))
                .array("rows")
                .value(Map.of("k", 1.5))
                .value(null)
                .end()
                .end());
        assertEquals(
                "{\"text\":\"a\\\"b\",\"none\":null,\"some\":[1,2],\"number\":3,\"rows\":[{\"k\":1.5},null]}", written);
    }

    @Test
    void walksWithoutHoldingWhatNobodyAsksFor() {
        String text = "{\"skip\": {\"x\": [1, {\"nodes\": 0}]}, \"scalar\": 1, \"empty\": {}, \"nodes\": {\"a\":"
                + " {\"n\": 1, \"more\": [1]}, \"b\": {\"n\": 2}}, \"list\": [{\"v\": 1}, 2, [3]], \"last\": true}";
        var seen = new ArrayList<String>();
        try (JsonCursor json = cursor(text)) {
            json.object(field -> {
                switch (field) {
                    case "nodes" ->
                        json.object(id -> json.object(key -> {
                            if (key.equals("n")) {
                                seen.add(id + json.value());
                            }
                        }));
                    case "list" -> json.array(() -> seen.add(String.valueOf(json.value())));
                    case "last" -> seen.add("last " + json.value());
                    default -> seen.add(field);
                }
            });
        }
        assertEquals(List.of("skip", "scalar", "empty", "a1", "b2", "{v=1}", "2", "[3]", "last true"), seen);
    }

    @Test
    void aStreamThatBreaksOffNamesItsPlace() {
        try (JsonCursor json = cursor("{\"a\": 1,\n")) {
            Diagnostic problem = assertThrows(ProblemsFound.class, () -> json.object(field -> {}))
                    .problems()
                    .getFirst();
            assertEquals(Code.JSON_SYNTAX, problem.code());
            assertTrue(problem.headline().startsWith("big.json:2:1 is not JSON: "), problem.headline());
        }
    }

    private static JsonCursor cursor(String text) {
        return JsonCursor.over("big.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertWrong(String text, String place, String words) {
        Diagnostic problem = assertThrows(ProblemsFound.class, () -> JsonReader.readText("x.json", text))
                .problems()
                .getFirst();
        assertTrue(problem.headline().startsWith(words), problem.headline());
        assertTrue(
                problem.span().orElseThrow().where().startsWith(place),
                problem.span().orElseThrow().where());
    }
}

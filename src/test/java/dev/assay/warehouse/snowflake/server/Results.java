package dev.assay.warehouse.snowflake.server;

import dev.assay.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A statement's result on the wire: the first rows at once, the others in pieces to be fetched.
 *
 * @param chunks where the pieces are kept, by path
 */
record Results(String id, ServerSession session, int mostRows, String address, Map<String, byte[]> chunks) {

    Map<String, Object> of(Table table) {
        var data = new LinkedHashMap<String, Object>();
        data.put("rowtype", table.columns().stream().map(Results::column).toList());
        data.put("rowset", table.rows().stream().limit(mostRows).toList());
        data.put("total", table.rows().size());
        data.put("returned", table.rows().size());
        data.put("queryId", id);
        data.put("statementTypeId", table.kind());
        data.put("queryResultFormat", "json");
        data.put("version", 1);
        data.put("numberOfBinds", 0);
        data.put("arrayBindSupported", false);
        data.put("finalDatabaseName", session.database());
        data.put("finalSchemaName", session.schema());
        data.put("finalWarehouseName", session.warehouse());
        data.put("finalRoleName", session.role());
        data.put("parameters", Parameters.of(session));
        if (table.rows().size() > mostRows) {
            data.put("chunks", pieces(table.rows()));
        }
        data.putAll(table.extra());
        return data;
    }

    private static Map<String, Object> column(Table.Column column) {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", column.name());
        described.put("type", column.type());
        described.put("precision", column.precision());
        described.put("scale", column.scale());
        described.put("length", 16777216);
        described.put("byteLength", 16777216);
        described.put("nullable", true);
        return described;
    }

    private List<Map<String, Object>> pieces(List<List<String>> rows) {
        var pieces = new ArrayList<Map<String, Object>>();
        for (int from = mostRows; from < rows.size(); from += mostRows) {
            List<List<String>> some = rows.subList(from, Math.min(rows.size(), from + mostRows));
            String list = JsonWriter.text(json -> json.value(some));
            // A piece has no brackets around it.
            byte[] plain = list.substring(1, list.length() - 1).getBytes(StandardCharsets.UTF_8);
            byte[] zipped = zip(plain);
            String path = "/chunk/" + id + "/" + pieces.size();
            chunks.put(path, zipped);
            pieces.add(Map.of(
                    "url",
                    address + path,
                    "rowCount",
                    some.size(),
                    "uncompressedSize",
                    plain.length,
                    "compressedSize",
                    zipped.length));
        }
        return pieces;
    }

    private static byte[] zip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

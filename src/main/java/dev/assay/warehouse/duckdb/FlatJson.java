package dev.assay.warehouse.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an object that holds nothing but texts: the shape of DuckDB's refusals. */
final class FlatJson {

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    static Map<String, String> read(String text) {
        List<String> texts = new FlatJson(text).texts();
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            map.put(texts.get(i), texts.get(i + 1));
        }
        return map;
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        while (at < text.length() && text.charAt(at) != '}') {
            if (text.charAt(at++) == '"') {
                texts.add(next());
            }
        }
        return texts;
    }

    private String next() {
        var next = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            next.append(c == '\\' && at < text.length() ? escaped() : c);
        }
        at++;
        return next.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> c;
        };
    }

    private char unicode() {
        int end = Math.min(at + 4, text.length());
        char c = (char) Integer.parseInt(text.substring(at, end), 16);
        at = end;
        return c;
    }
}

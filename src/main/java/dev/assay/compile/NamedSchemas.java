package dev.assay.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds the schemas that statements make the place of names without a schema: {@code use}, {@code set schema}, and whatever
 * sets a {@code search_path}.
 */
final class NamedSchemas {

    private static final Set<String> KINDS = Set.of("schema", "database", "catalog");

    private static final Set<String> SETS = Set.of("set", "session", "local", "global", "pragma");

    private final TokenReader tokens;
    private final List<List<String>> found = new ArrayList<>();

    private NamedSchemas(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** @return the parts of each name, with their quotes */
    static List<List<String>> in(TokenReader tokens) {
        var schemas = new NamedSchemas(tokens);
        for (int at = 0; at < schemas.tokens.size(); at++) {
            schemas.read(at);
        }
        return schemas.found;
    }

    private void read(int at) {
        boolean isFirst = at == 0 || tokens.token(at - 1).isSign(';');
        switch (tokens.word(at)) {
            case "use" -> {
                if (isFirst) {
                    list(KINDS.contains(tokens.word(at + 1)) ? at + 2 : at + 1);
                }
            }
            case "schema" -> {
                if (SETS.contains(tokens.word(at - 1))) {
                    list(afterSign(at + 1));
                }
            }
            case "search_path" -> list(afterSign(at + 1));
            case "set_config" -> {
                if (tokens.written(at + 2).equalsIgnoreCase("'search_path'")) {
                    list(at + 4);
                }
            }
            default -> {}
        }
    }

    private int afterSign(int at) {
        return tokens.token(at).isSign('=') || tokens.word(at).equals("to") ? at + 1 : at;
    }

    private void list(int from) {
        int at = from;
        while (name(at)) {
            at = tokens.lastOfName(at) + 1;
            if (!tokens.token(at).isSign(',')) {
                return;
            }
            at++;
        }
    }

    private boolean name(int at) {
        Token token = tokens.token(at);
        if (token.kind() == Token.Kind.LITERAL) {
            String text = tokens.written(at);
            Arrays.stream(text.substring(1, Math.max(1, text.length() - 1)).split(",", -1))
                    .map(String::strip)
                    .forEach(part -> found.add(List.of(part.startsWith("\"") ? part : "\"" + part + "\"")));
            return true;
        }
        if (token.isIdentifier()) {
            found.add(tokens.name(at).parts());
        }
        return token.isIdentifier();
    }
}

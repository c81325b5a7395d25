package dev.assay.law;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Reads, while a command runs, all relations that are published and stay defined, in one statement together with the
 * generation. A generation number is written in the same transaction as the data, so one generation has one content.
 */
final class PublishedReader implements AutoCloseable {

    private final LawDatabase database;
    private final String question;
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::read, "reader");
    private volatile boolean isEnding;

    /** @param registry the table of publications */
    PublishedReader(LawDatabase database, String registry, List<String> relations) {
        this.database = database;
        this.question = "select (select string_agg(environment || ' ' || newest, ', ' order by environment) from"
                + " (select environment, max(generation) as newest from " + registry
                + " group by environment) as each_one)"
                + relations.stream()
                        .map(relation -> ", (select '" + relation
                                + ":' || count(*) || ':' || coalesce(sum(v), 0) || ':' || coalesce(min(me), '') || ':'"
                                + " || coalesce(max(me), '') from " + relation + ")")
                        .collect(Collectors.joining());
        thread.start();
    }

    private void read() {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            while (!isEnding) {
                try (var row = statement.executeQuery(question)) {
                    row.next();
                    var content = new StringBuilder();
                    for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                        content.append(row.getString(i)).append('\n');
                    }
                    compare(String.valueOf(row.getString(1)), content.toString());
                }
                Thread.sleep(1);
            }
        } catch (SQLException refused) {
            broken.add("a reader is refused: " + refused.getMessage());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void compare(String generation, String content) {
        String before = contents.putIfAbsent(generation, content);
        if (before != null && !before.equals(content)) {
            broken.add("two contents of generation " + generation + ":\n" + before + "and\n" + content);
        }
    }

    /** Ends the reading; what was wrong. */
    List<String> end() {
        close();
        return broken.stream().distinct().limit(3).toList();
    }

    @Override
    public void close() {
        isEnding = true;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.assay.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What others do to published relations, and what they may rely on. */
final class Strangers {

    private final LawDatabase database;
    private final TreeMap<String, String> views = new TreeMap<>();
    private final Set<String> granted = new TreeSet<>();
    private final Set<String> made = new TreeSet<>();
    private int count;

    Strangers(LawDatabase database) {
        this.database = database;
    }

    /** Relations with a name of the project that somebody else made. */
    Set<String> made() {
        return made;
    }

    /**
     * One deed to a published relation; what was done.
     *
     * @param changes of a table's rows that assay has to see afterwards
     */
    String act(Random random, List<String> relations, Published published, List<String> changes) {
        String relation = relations.get(random.nextInt(relations.size()));
        boolean isTable = "table".equals(published.catalog().get(relation));
        count++;
        return switch (random.nextInt(5)) {
            case 0 -> view(relation);
            case 1 -> database.isPostgres() ? grant(relation) : view(relation);
            case 2 -> database.isPostgres() && isTable ? trigger(relation) : view(relation);
            case 3 -> isTable ? done("create index by_hand_" + count + " on " + relation + " (v)") : view(relation);
            default ->
                isTable && !changes.isEmpty()
                        ? done(changes.get(random.nextInt(changes.size())).formatted(relation))
                        : view(relation);
        };
    }

    private String done(String sql) {
        database.execute(sql);
        return "somebody else: " + sql;
    }

    private String view(String relation) {
        database.execute("create schema if not exists others");
        String view = "others.look_" + count;
        String said = done("create view " + view + " as select id, v from " + relation);
        views.put(view, relation);
        return said;
    }

    private String grant(String relation) {
        database.execute("do 'begin create role law_reader; exception when duplicate_object then null; end'");
        granted.add(relation);
        return done("grant select on " + relation + " to law_reader");
    }

    private String trigger(String relation) {
        database.execute("create schema if not exists others");
        database.execute("create or replace function others.nothing() returns trigger language plpgsql as"
                + " 'begin return new; end'");
        return done("create trigger by_hand_" + count + " before insert on " + relation
                + " for each row execute function others.nothing()");
    }

    /** Views of others show what is published, and who was granted something still has it. */
    List<String> check(Published published) {
        var broken = new ArrayList<String>();
        views.forEach((view, relation) -> {
            if (!published.catalog().containsKey(relation)) {
                return;
            }
            try {
                String seen = contents(view);
                String there = contents(relation);
                if (!seen.equals(there)) {
                    broken.add("the view " + view + " of somebody else shows " + seen + ", but " + relation + " holds "
                            + there);
                }
            } catch (LawDatabase.RefusedQuery refused) {
                broken.add("the view " + view + " of somebody else on " + relation + ": " + refused.getMessage());
            }
        });
        granted.stream().filter(published.catalog()::containsKey).forEach(relation -> {
            String has = database.rows("select has_table_privilege('law_reader', '" + relation + "', 'select')")
                    .getFirst();
            if (!has.equals("t")) {
                broken.add("the grant on " + relation + " is gone");
            }
        });
        return broken;
    }

    private String contents(String relation) {
        return database.rows("select count(*), coalesce(sum(v), 0) from " + relation)
                .getFirst();
    }
}

package dev.assay.law;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A seed or model of a drawn project. Each relation has the columns id, v, me and src: {@code me} says which run made
 * the row (a view hands on what it reads), {@code src} lists the {@code me} of what the row was made from.
 *
 * @param schema the custom schema; empty for the target's own
 * @param tests kinds of tests; the value says whether a failure is only a warning
 * @param version grows with each edit of a seed
 */
record DrawnNode(
        String name,
        Kind kind,
        List<String> parents,
        Fault fault,
        Set<Trait> traits,
        String schema,
        String alias,
        String group,
        TreeMap<DrawnTest.Kind, Boolean> tests,
        int version) {

    enum Kind {
        SEED,
        TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        EPHEMERAL
    }

    /** What is wrong with its rows, if anything. */
    enum Fault {
        NONE,
        NULL_ID,
        DUPLICATE_ID,
        NEGATIVE,
        NEGATIVE_BY_VARIABLE,
        NEGATIVE_BY_HOOK,
        REFUSED_SQL
    }

    enum Trait {
        QUERY,
        HAND_WRITTEN,
        EXTRA_COLUMN,
        HOOK,
        AFTER_PUBLISH,
        BY_DIFFERENCE,
        SLOW
    }

    static DrawnNode of(String name, Kind kind, List<String> parents) {
        return new DrawnNode(
                name, kind, parents, Fault.NONE, EnumSet.noneOf(Trait.class), "", "", "", new TreeMap<>(), 1);
    }

    boolean isRelation() {
        return kind != Kind.EPHEMERAL;
    }

    boolean isView() {
        return kind == Kind.VIEW;
    }

    boolean isTable() {
        return kind == Kind.TABLE || kind == Kind.MATERIALIZED_VIEW;
    }

    String relationName() {
        return alias.isEmpty() ? name : alias;
    }

    DrawnNode with(Kind other) {
        return new DrawnNode(name, other, parents, fault, traits, schema, alias, group, tests, version);
    }

    DrawnNode with(Fault other) {
        return new DrawnNode(name, kind, parents, other, traits, schema, alias, group, tests, version + 1);
    }

    DrawnNode withParents(List<String> others) {
        return new DrawnNode(name, kind, others, fault, traits, schema, alias, group, tests, version);
    }

    DrawnNode withPlace(String otherSchema, String otherAlias) {
        return new DrawnNode(name, kind, parents, fault, traits, otherSchema, otherAlias, group, tests, version);
    }

    DrawnNode withGroup(String other) {
        return new DrawnNode(name, kind, parents, fault, traits, schema, alias, other, tests, version);
    }

    DrawnNode named(String other) {
        return new DrawnNode(other, kind, parents, fault, traits, schema, alias, group, tests, version);
    }

    /** With the trait where it was without, and the other way round. */
    DrawnNode toggled(Trait trait) {
        var others = traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits);
        if (!others.remove(trait)) {
            others.add(trait);
        }
        return new DrawnNode(name, kind, parents, fault, others, schema, alias, group, tests, version);
    }

    DrawnNode withTest(DrawnTest.Kind test, boolean isWarning) {
        var others = new TreeMap<>(tests);
        others.put(test, isWarning);
        return new DrawnNode(name, kind, parents, fault, traits, schema, alias, group, others, version);
    }

    DrawnNode withoutTest(DrawnTest.Kind test) {
        var others = new TreeMap<>(tests);
        others.remove(test);
        return new DrawnNode(name, kind, parents, fault, traits, schema, alias, group, others, version);
    }

    String csv() {
        String stamp = name + "@" + version;
        var lines = new StringBuilder("id,v,me,src\n");
        for (int id = 1; id <= 5; id++) {
            lines.append(id)
                    .append(',')
                    .append(version * 10 + id)
                    .append(',')
                    .append(stamp)
                    .append(",-\n");
        }
        lines.append(
                switch (fault) {
                    case NULL_ID -> ",1," + stamp + ",-\n";
                    case DUPLICATE_ID -> "1,1," + stamp + ",-\n";
                    case NEGATIVE -> "6,-1," + stamp + ",-\n";
                    case REFUSED_SQL -> "six,1," + stamp + ",-\n";
                    default -> "";
                });
        return lines.toString();
    }

    /** assay refuses such a name in a view, and warns of it in a table. */
    private boolean isHandWritten() {
        return kind == Kind.TABLE && traits.contains(Trait.HAND_WRITTEN);
    }

    /** @param written how a relation is named where it is not a ref */
    String sql(UnaryOperator<String> written) {
        UnaryOperator<String> ref = parent -> isHandWritten() ? written.apply(parent) : "${ref(\"" + parent + "\")}";
        String first = parents.getFirst();
        String below = "p.me"
                + parents.stream()
                        .skip(1)
                        .map(other -> " || ',' || coalesce((select max(me) from " + ref.apply(other) + "), '')")
                        .collect(Collectors.joining());
        String stamp = isTable() ? "'" + name + "@${invocation_id}'" : "below";
        String count = traits.contains(Trait.QUERY)
                ? ", [#if execute]${query(\"select count(*) as n from \" + ref(\"" + first
                        + "\"))[0].n}[#else]0[/#if] as n"
                : "";
        return config()
                + "with base as (select p.id as id, p.v as v, " + below + " as below from " + ref.apply(first)
                + " as p)\n"
                + "select id, v, me, src" + count + (traits.contains(Trait.EXTRA_COLUMN) ? ", 1 as extra" : "")
                + " from (\n  select id, v, " + stamp + " as me, below as src from base\n"
                + faultRows(isTable() ? "'" + name + "@${invocation_id}'" : "''") + ") as everything\n";
    }

    private String faultRows(String stamp) {
        String rest = ", " + stamp + " as me, '' as src";
        return switch (fault) {
            case NONE, NEGATIVE_BY_HOOK -> "";
            case NULL_ID -> "  union all select cast(null as integer) as id, 1 as v" + rest + "\n";
            case DUPLICATE_ID -> ("  union all select 1 as id, 1 as v" + rest + "\n").repeat(2);
            case NEGATIVE -> "  union all select 2 as id, -1 as v" + rest + "\n";
            case NEGATIVE_BY_VARIABLE ->
                "[#if var(\"bad\", 0) == 1]\n  union all select 2 as id, -1 as v" + rest + "\n[/#if]";
            case REFUSED_SQL -> "  union all select nowhere as id, 1 as v" + rest + "\n";
        };
    }

    private String config() {
        var words =
                new StringBuilder("[@config materialized=\"" + kind.name().toLowerCase(java.util.Locale.ROOT) + "\"");
        if (kind != Kind.EPHEMERAL) {
            words.append(schema.isEmpty() ? "" : " schema=\"" + schema + "\"");
            words.append(alias.isEmpty() ? "" : " alias=\"" + alias + "\"");
            words.append(group.isEmpty() ? "" : " publish_group=\"" + group + "\"");
        }
        if (kind == Kind.TABLE) {
            words.append(traits.contains(Trait.BY_DIFFERENCE) ? " publish_by=\"difference\"" : "");
            if (fault == Fault.NEGATIVE_BY_HOOK) {
                words.append(" post_hook=\"update ${this} set v = -1 where id = 2\"");
            } else if (traits.contains(Trait.HOOK)) {
                words.append(" post_hook=\"update ${this} set v = v + 1 where id = 2\"");
            }
            words.append(traits.contains(Trait.AFTER_PUBLISH) ? " after_publish=\"select count(*) from ${this}\"" : "");
        }
        return words + " /]\n";
    }
}

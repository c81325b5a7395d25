package dev.assay.examine;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides which tests share a statement, and writes it. */
final class Grouping {

    /** A statement stays short enough to be planned quickly and to be read by people. */
    private static final int MOST_TOGETHER = 50;

    private final Writing writing;

    Grouping(Writing writing) {
        this.writing = writing;
    }

    List<TestGroup> groups(List<Trial> trials, Fusing fusing) {
        var groups = new ArrayList<TestGroup>();
        var together = new LinkedHashMap<ResourceId, List<Trial>>();
        for (Trial trial : trials) {
            if (fusing != Fusing.APART && trial.canBeFused()) {
                together.computeIfAbsent(trial.test().generic().orElseThrow().of(), id -> new ArrayList<>())
                        .add(trial);
            } else {
                groups.add(alone(trial));
            }
        }
        for (List<Trial> same : together.values()) {
            for (int start = 0; start < same.size(); start += MOST_TOGETHER) {
                groups.add(group(same.subList(start, Math.min(same.size(), start + MOST_TOGETHER)), fusing));
            }
        }
        return groups;
    }

    TestGroup alone(Trial trial) {
        return new TestGroup(count(0, trial, counted(trial), trial.tested()), List.of(trial));
    }

    private TestGroup group(List<Trial> trials, Fusing fusing) {
        if (trials.size() == 1) {
            return alone(trials.getFirst());
        }
        boolean once = fusing == Fusing.READ_ONCE
                && trials.stream().allMatch(trial -> trial.shared().isPresent());
        var counts = new ArrayList<String>();
        for (Trial trial : trials) {
            Statement count = once
                    ? shared(counts.size(), trial, trial.shared().orElseThrow())
                    : count(counts.size(), trial, trial.failing(), trial.tested());
            counts.add(count.text().strip());
        }
        Optional<String> source = once ? trials.getFirst().shared().map(Trial.Shared::source) : Optional.empty();
        Map<String, Object> values = Map.of(
                "counts", List.copyOf(counts),
                "shared", source.map(any -> new Identifier(Preparation.SHARED)),
                "tested", source);
        return new TestGroup(statement("count the failing rows", "count_together", values), trials);
    }

    private Statement shared(int position, Trial trial, Trial.Shared shared) {
        return count(position, trial, shared.failing(), Optional.of(shared.tested()));
    }

    private Statement count(int position, Trial trial, SqlText failing, Optional<String> tested) {
        OptionalLong limit = trial.thresholds().limit();
        Map<String, Object> values = Map.of(
                "position",
                position,
                "failing",
                failing,
                "fail_calc",
                trial.thresholds().failCalc(),
                "limit",
                limit.isPresent() ? Optional.of(limit.getAsLong()) : Optional.empty(),
                "tested",
                tested.filter(relation -> trial.thresholds().needsRows()));
        return statement("count the failing rows", "count_failing", values);
    }

    /** The first failing rows of a test. */
    Statement failingRows(Trial trial, int limit) {
        return statement("show the failing rows", "failing_rows", Map.of("failing", counted(trial), "limit", limit));
    }

    /** The query that stands for the failing rows: the test's own, or what was kept of it. */
    private SqlText counted(Trial trial) {
        return trial.kept()
                .map(Storage.Kept::relation)
                .map(kept -> statement("read what was kept", "whole_relation", Map.of("relation", kept)))
                .map(statement -> SqlText.plain(statement.text().strip()))
                .orElse(trial.failing());
    }

    private Statement statement(String purpose, String name, Map<String, Object> values) {
        return writing.wording().statement(purpose, name, values);
    }
}

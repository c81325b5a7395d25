package dev.assay.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the warehouse answered to the template of one node. Each question is asked once in a run, so that what is tested and
 * what is published rest on the same answers.
 */
final class Answers {

    private final Function<String, List<Map<String, Object>>> warehouse;
    private final Map<String, List<Map<String, Object>>> known = new HashMap<>();
    private List<List<Map<String, Object>>> inOrder = List.of();

    Answers(Function<String, List<Map<String, Object>>> warehouse) {
        this.warehouse = warehouse;
    }

    /** For a rendering over the names of candidates, whose questions are those that the warehouse is asked. */
    Function<String, List<Map<String, Object>>> asking() {
        var order = new ArrayList<List<Map<String, Object>>>();
        inOrder = order;
        return question -> {
            var answer = ask(question);
            order.add(answer);
            return answer;
        };
    }

    /** For a rendering over other names: its first question gets the answer to the first that was asked, and so on. */
    Function<String, List<Map<String, Object>>> replaying() {
        var left = inOrder.iterator();
        return question -> left.hasNext() ? left.next() : ask(question);
    }

    private List<Map<String, Object>> ask(String question) {
        var answer = known.get(question);
        if (answer == null) {
            answer = warehouse.apply(question);
            known.put(question, answer);
        }
        return answer;
    }
}

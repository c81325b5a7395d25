package dev.assay.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What code of ours answered during a rendering, in order. A second rendering of the same template is given the same
 * answers, so that nothing is logged, queried or collected twice.
 */
final class CallRecording {

    private final List<Object> answers;
    private int next;

    private CallRecording(List<Object> answers) {
        this.answers = answers;
    }

    static CallRecording empty() {
        return new CallRecording(new ArrayList<>());
    }

    /** From the beginning, for a second rendering. */
    CallRecording again() {
        return new CallRecording(new ArrayList<>(answers));
    }

    @SuppressWarnings("unchecked")
    <T> T answer(Supplier<T> ours) {
        if (next == answers.size()) {
            answers.add(ours.get());
        }
        return (T) answers.get(next++);
    }
}

package dev.assay.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** A pattern as a shell has it: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]}; case counts. */
final class Glob implements Predicate<String> {

    /** One letter, or any number of letters. */
    private record Step(boolean repeats, IntPredicate letter) {}

    private final String pattern;
    private final List<Step> steps = new ArrayList<>();

    private Glob(String pattern) {
        this.pattern = pattern;
        int at = 0;
        while (at < pattern.length()) {
            at = addStep(at);
        }
    }

    /** Plain text is compared as such. */
    static Predicate<String> of(String pattern) {
        return isPattern(pattern) ? new Glob(pattern) : pattern::equals;
    }

    static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == ']');
    }

    /** Never goes back further than to the last star: no pattern takes long. */
    @Override
    public boolean test(String text) {
        int step = 0;
        int at = 0;
        int afterStar = -1;
        int starTook = 0;
        while (at < text.length()) {
            if (isStar(step)) {
                afterStar = ++step;
                starTook = at;
            } else if (step < steps.size() && steps.get(step).letter().test(text.charAt(at))) {
                step++;
                at++;
            } else if (afterStar >= 0) {
                step = afterStar;
                at = ++starTook;
            } else {
                return false;
            }
        }
        while (isStar(step)) {
            step++;
        }
        return step == steps.size();
    }

    private boolean isStar(int step) {
        return step < steps.size() && steps.get(step).repeats();
    }

    private int addStep(int at) {
        char c = pattern.charAt(at);
        // A bracket right behind the opening one belongs to the set; without a closing one the opening one is text.
        int first = at + 1 < pattern.length() && pattern.charAt(at + 1) == '!' ? at + 2 : at + 1;
        int close = c == '[' ? pattern.indexOf(']', first + 1) : -1;
        if (close > 0) {
            IntPredicate set = set(pattern.substring(first, close));
            steps.add(new Step(false, first == at + 2 ? set.negate() : set));
            return close + 1;
        }
        steps.add(
                switch (c) {
                    case '*' -> new Step(true, other -> true);
                    case '?' -> new Step(false, other -> true);
                    default -> new Step(false, other -> other == c);
                });
        return at + 1;
    }

    private static IntPredicate set(String letters) {
        IntPredicate set = c -> false;
        for (int i = 0; i < letters.length(); i++) {
            char from = letters.charAt(i);
            boolean range = i + 2 < letters.length() && letters.charAt(i + 1) == '-';
            char to = range ? letters.charAt(i + 2) : from;
            set = set.or(c -> from <= c && c <= to);
            i += range ? 2 : 0;
        }
        return set;
    }
}

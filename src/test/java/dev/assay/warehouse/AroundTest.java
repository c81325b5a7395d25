package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands around something hands on all of it: a method with a body of its own would be forgotten without a word. */
class AroundTest {

    @Test
    void everyMethodIsHandedOn() {
        for (Class<?> around : List.of(ForwardingWarehouse.class, ForwardingSession.class, ForwardingDialect.class)) {
            Set<String> handedOn = methods(around);
            Set<String> all = methods(around.getInterfaces()[0]);
            all.add("inner[]");
            assertEquals(all, handedOn, around::getSimpleName);
        }
    }

    private static Set<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map((Method method) -> method.getName() + Arrays.toString(method.getParameterTypes()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

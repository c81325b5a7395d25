package dev.assay.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.assay.app.WatchedWarehouse;
import dev.assay.warehouse.facet.NameLimits;
import dev.assay.warehouse.facet.RelationDrops;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands around something hands on all of it: a method with a body of its own would be forgotten without a word. */
class AroundTest {

    private static final JavaClasses FACETS = new ClassFileImporter().importPackages(NameLimits.class.getPackageName());

    @Test
    void everyMethodIsHandedOn() {
        for (Class<?> around : List.of(ForwardingWarehouse.class, ForwardingSession.class, ForwardingDialect.class)) {
            Set<String> handedOn = methods(around);
            Set<String> all = methods(around.getInterfaces()[0]);
            all.add("inner[]");
            assertEquals(all, handedOn, around::getSimpleName);
        }
    }

    /** What stands around a warehouse would see nothing of a session that a facet has opened. */
    @Test
    void aFacetOpensNoSession() {
        List<Class<?>> facets = FACETS.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> type.isInterface() || type.isRecord())
                .map(JavaClass::reflect)
                .collect(Collectors.toList());
        assertTrue(facets.contains(NameLimits.class) && facets.contains(RelationDrops.class));
        for (Class<?> facet : facets) {
            assertTrue(Facet.class.isAssignableFrom(facet), facet::getSimpleName);
            assertEquals(Set.of(), methods(facet, AroundTest::opens), facet::getSimpleName);
        }
    }

    @Test
    void eachSessionIsWatched() {
        assertEquals(methods(Warehouse.class, AroundTest::opens), methods(WatchedWarehouse.class, AroundTest::opens));
    }

    private static boolean opens(Method method) {
        return List.of(Session.class, Warehouse.class).contains(method.getReturnType())
                && !method.getName().equals("inner");
    }

    private static Set<String> methods(Class<?> type) {
        return methods(type, method -> true);
    }

    private static Set<String> methods(Class<?> type, Predicate<Method> kind) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .filter(kind)
                .map((Method method) -> method.getName() + Arrays.toString(method.getParameterTypes()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package dev.assay.house;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.assay.yaml.Keys;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the code declares where only its own room sees it. A type is found by its simple name, in whichever room it is. */
final class Hidden {

    private Hidden() {}

    static Class<?> type(String name) {
        return House.classes()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .map(JavaClass::reflect)
                .orElseThrow(() -> new AssertionError("no class is called " + name));
    }

    /** The value of a static field. */
    static Object constant(String type, String name) {
        return constant(type(type), name);
    }

    static Object constant(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException gone) {
            throw new LinkageError(type.getSimpleName() + " has no constant " + name, gone);
        }
    }

    /** What a method without parameters, or a static one, gives. */
    static Object call(Class<?> type, Object on, String name, Object... arguments) {
        Method method = Stream.of(type.getDeclaredMethods())
                .filter(any -> any.getName().equals(name) && any.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no method " + name));
        try {
            method.setAccessible(true);
            return method.invoke(on, arguments);
        } catch (ReflectiveOperationException refused) {
            throw new LinkageError(type.getSimpleName() + "." + name, refused);
        }
    }

    /** The constants of an enumeration. */
    static List<?> constants(String type) {
        return List.of(type(type).getEnumConstants());
    }

    /** The names of a table of keys. */
    static Set<String> keys(String type, String name) {
        return new TreeSet<>(((Keys) constant(type, name)).names());
    }

    /** The settings of a kind of resource, each with the words it takes; with none where it takes other values. */
    static Map<String, List<String>> settings(String table) {
        Object settings = constant("SettingTables", table);
        var words = new java.util.TreeMap<String, List<String>>();
        ((Map<?, ?>) call(settings.getClass(), settings, "shapes"))
                .forEach((key, shape) -> words.put(key.toString(), words(shape)));
        return words;
    }

    private static List<String> words(Object shape) {
        return shape.getClass().getSimpleName().equals("Word")
                ? ((List<?>) call(shape.getClass(), shape, "known"))
                        .stream().map(Object::toString).toList()
                : List.of();
    }
}

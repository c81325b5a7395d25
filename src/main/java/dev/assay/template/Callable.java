package dev.assay.template;

/**
 * A name that a template may call, by tag ({@code [@config materialized="table" /]}) or by interpolation ({@code
 * ${ref("orders")}}).
 */
@FunctionalInterface
public interface Callable {

    /**
     * What the call gives: text, a number, a boolean, a list, a map, a {@link Printable}; null where the value is
     * undefined, so that {@code ${var("x")!"y"}} prints y. A call that has nothing to say gives empty text; a tag may
     * give null as well.
     *
     * @throws dev.assay.diagnostic.ProblemsFound when the call is wrong; it surfaces as thrown
     */
    Object call(Call call);
}

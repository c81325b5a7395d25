package dev.assay.template;

/**
 * A name that a template may call, by tag ({@code [@config materialized="table" /]}) or by interpolation ({@code
 * ${ref("orders")}}).
 */
@FunctionalInterface
public interface Callable {

    /**
     * What the call gives: text, a number, a boolean, a list, a map, a {@link Printable}; null where there is nothing to
     * print.
     *
     * @throws dev.assay.diagnostic.ProblemsFound when the call is wrong; it surfaces as thrown
     */
    Object call(Call call);
}

/**
 * What will be done, in which order, and why. Pure: a plan is a value, and making one touches nothing.
 *
 * <p>Start at {@link dev.assay.plan.Planner}.
 */
package dev.assay.plan;

package dev.assay.template;

import freemarker.core.ArithmeticEngine;

/** Ends an expression that computes without end; FreeMarker's own checks stand between tags only. */
final class Interrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Interrupted() {
        super(null, null, false, false);
    }

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted();
        }
    }

    /** Arithmetic that can be stopped. */
    static final class Arithmetic extends ArithmeticEngine.BigDecimalEngine {

        @Override
        public int compareNumbers(Number first, Number second) {
            check();
            return super.compareNumbers(first, second);
        }

        @Override
        public Number add(Number first, Number second) {
            check();
            return super.add(first, second);
        }

        @Override
        public Number multiply(Number first, Number second) {
            check();
            return super.multiply(first, second);
        }

        @Override
        public Number modulus(Number first, Number second) {
            check();
            return super.modulus(first, second);
        }
    }
}

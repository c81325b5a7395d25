package dev.assay.graph;

import dev.assay.manifest.ResourceId;
import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.function.Predicate;

/**
 * Some of a graph's nodes, in the order of their ids. Never changes; joining, cutting and subtracting two sets of one
 * graph costs next to nothing, so that a selection may do so as often as it likes.
 */
public final class NodeSet extends AbstractSet<ResourceId> {

    private final Numbering numbering;
    private final BitSet bits;
    private final int size;

    /** The bits are not copied: who hands them over lets go of them. */
    NodeSet(Numbering numbering, BitSet bits) {
        this.numbering = numbering;
        this.bits = bits;
        this.size = bits.cardinality();
    }

    public NodeSet union(NodeSet other) {
        BitSet both = copy();
        both.or(ofThisGraph(other));
        return new NodeSet(numbering, both);
    }

    public NodeSet intersection(NodeSet other) {
        BitSet shared = copy();
        shared.and(ofThisGraph(other));
        return new NodeSet(numbering, shared);
    }

    public NodeSet minus(NodeSet other) {
        BitSet rest = copy();
        rest.andNot(ofThisGraph(other));
        return new NodeSet(numbering, rest);
    }

    public NodeSet where(Predicate<ResourceId> wanted) {
        var found = new BitSet(numbering.size());
        bits.stream().filter(number -> wanted.test(numbering.id(number))).forEach(found::set);
        return new NodeSet(numbering, found);
    }

    @Override
    public boolean contains(Object id) {
        OptionalInt number = numbering.find(id);
        return number.isPresent() && bits.get(number.getAsInt());
    }

    @Override
    public Iterator<ResourceId> iterator() {
        PrimitiveIterator.OfInt numbers = bits.stream().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public ResourceId next() {
                return numbering.id(numbers.nextInt());
            }
        };
    }

    @Override
    public int size() {
        return size;
    }

    boolean isOf(Numbering graph) {
        return numbering == graph;
    }

    BitSet copy() {
        return (BitSet) bits.clone();
    }

    private BitSet ofThisGraph(NodeSet other) {
        if (!other.isOf(numbering)) {
            throw new IllegalArgumentException("the sets are of two graphs");
        }
        return other.bits;
    }
}

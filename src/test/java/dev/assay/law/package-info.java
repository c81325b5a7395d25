/** Random commands on a random project; after each of them a second client checks what readers see against the guarantees. */
package dev.assay.law;

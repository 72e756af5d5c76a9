/** Pure derivations from an Environment and a Catalog: each result is a Decision that knows its formula and causes. */
@NullMarked
package dev.berth.plan;

import org.jspecify.annotations.NullMarked;

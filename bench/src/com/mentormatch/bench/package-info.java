/**
 * Measures the product against the same work done bare. See bench/README.md for what the figures mean.
 */
package com.mentormatch.bench;

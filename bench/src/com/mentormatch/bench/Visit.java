package com.mentormatch.bench;

/** One thing a visitor does and waits for. Several visitors do it at the same time. */
interface Visit {

    void once() throws Exception;
}

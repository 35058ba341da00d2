package com.mentormatch.bench;

import java.util.Set;

/** Some figures that are measured together. */
interface Figures {

    Set<String> names();

    /** Measures those that are wanted. */
    void measure(Only only, Report report) throws Exception;
}

package com.mentormatch.bench;

import java.nio.file.Path;

/**
 * Where it is measured.
 *
 * @param home     the folder of this size's data
 * @param database JDBC URL
 * @param product  the product under measurement, from start to end of everything but P3, M1 and T1
 */
record Place(Size size, Path home, String database, Child product) {

    static final int PRODUCT_PORT = 18080;
    static final int BARE_PORT = 18081;
    static final String SITE = "http://127.0.0.1:" + PRODUCT_PORT;
    static final String BARE = "http://127.0.0.1:" + BARE_PORT;
}

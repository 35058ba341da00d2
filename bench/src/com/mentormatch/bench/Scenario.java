package com.mentormatch.bench;

import java.util.Map;

/** @param headers sent besides the usual ones */
record Scenario(String name, String what, String url, Map<String, String> headers) {}

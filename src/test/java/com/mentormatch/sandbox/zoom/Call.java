package com.mentormatch.sandbox.zoom;

/** The calls the stand-in knows. */
public enum Call {
    ANY, TOKEN, CREATE, LIST, GET, UPDATE, DELETE
}

package com.mentormatch.account;

/** Somebody who has not signed in. */
public enum Visitor implements Viewer {
    VISITOR
}

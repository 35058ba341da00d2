package com.mentormatch.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A place on this site to go back to. What a browser could read as another host is not one. */
public final class LocalPath {

    private LocalPath() {}

    /** The wanted path and query if it surely stays here, else the other. */
    public static String or(@Nullable String wanted, String other) {
        return wanted != null && isLocal(wanted) ? wanted : other;
    }

    private static boolean isLocal(String wanted) {
        if (!wanted.startsWith("/") || wanted.startsWith("//") || wanted.length() > 2000
                || wanted.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 0x7f)) {
            return false;
        }
        try {
            var path = URI.create(wanted);
            return path.getScheme() == null && path.getRawAuthority() == null && path.getHost() == null
                    && !path.getRawPath().contains("//") && path.normalize().getRawPath().equals(path.getRawPath());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

package com.mentormatch.account;

import org.jspecify.annotations.Nullable;

/** Where a photo is served. The version in its address lets browsers keep it for ever. */
final class Avatars {

    private Avatars() {}

    /** @param version digest of the photo, null where there is none */
    static @Nullable String url(AccountId id, @Nullable String version) {
        return version == null ? null : "/avatars/" + id + "?v=" + version;
    }
}

package com.mentormatch.account;

import com.mentormatch.shared.Columns;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The photos of all accounts: square JPEGs that this product drew. */
@Repository
public class Avatars {

    public record Avatar(String version, byte[] jpeg) {}

    private final JdbcClient jdbc;

    Avatars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Avatar> find(AccountId id) {
        return jdbc.sql("SELECT version, image FROM account_avatar WHERE account_id = ?")
            .param(Columns.param(id.value()))
            .query((row, number) -> new Avatar(row.getString("version"), row.getBytes("image")))
            .optional();
    }

    /** Where a photo is served. Its version in the address lets browsers keep it for ever. */
    static @Nullable String url(AccountId id, @Nullable String version) {
        return version == null ? null : "/avatars/" + id + "?v=" + version;
    }
}

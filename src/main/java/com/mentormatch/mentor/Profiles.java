package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Profiles extends Repository<Mentor, AccountId> {

    Optional<Mentor> findById(AccountId id);

    boolean existsBySlug(String slug);

    boolean existsById(AccountId id);

    @Query("select count(m) > 0 from Mentor m where m.id = :id and m.longSessions")
    boolean allowsLongSessions(AccountId id);

    void save(Mentor mentor);

    void flush();
}

package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Offers extends Repository<Offer, OfferId> {

    Optional<Offer> findByIdAndMentor(OfferId id, AccountId mentor);

    Optional<Offer> findByFormTokenAndMentor(UUID token, AccountId mentor);

    void save(Offer offer);

    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("update Offer o set o.published = false, o.paused = false, o.version = o.version + 1 where o.mentor = :mentor")
    void hideAll(AccountId mentor);

    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("""
            update Offer o set o.published = false, o.paused = true, o.version = o.version + 1
            where o.mentor = :mentor and o.published = true and o.price.minor > 0
            """)
    void pause(AccountId mentor);

    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("""
            update Offer o set o.published = true, o.paused = false, o.version = o.version + 1
            where o.mentor = :mentor and o.paused = true
            """)
    void resume(AccountId mentor);
}

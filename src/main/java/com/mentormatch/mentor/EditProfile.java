package com.mentormatch.mentor;

import com.mentormatch.account.AccountEdited;
import com.mentormatch.account.AccountEvent;
import com.mentormatch.account.AccountId;
import com.mentormatch.account.People;
import com.mentormatch.shared.Transactions;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writing a profile makes an account a mentor; publishing it lets others find them. */
@Component
public class EditProfile {

    private final Transactions transactions;
    private final Profiles profiles;
    private final Offers offers;
    private final People people;
    private final Slugs slugs;
    private final SearchIndex index;

    EditProfile(Transactions transactions, Profiles profiles, Offers offers, People people, Slugs slugs,
            SearchIndex index) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.offers = offers;
        this.people = people;
        this.slugs = slugs;
        this.index = index;
    }

    /** @return the slug of the public page, made from the name the first time and the same ever after */
    public String save(AccountId account, ProfileText text, boolean publish, Instant now) {
        return slugs.retryingTaken(() -> transactions.run(() -> {
            var mentor = profiles.findById(account).orElse(null);
            if (mentor == null) {
                var person = people.find(account).orElseThrow();
                mentor = new Mentor(person, slugs.free(person.name()), text, publish, now);
                profiles.save(mentor);
            } else {
                mentor.edit(text, publish, now);
            }
            index.put(mentor, text.skills(), text.languages());
            return mentor.slug();
        }));
    }

    /** The account is deleted, and the mentor is no longer to be found or booked. The name follows with the account's. */
    @EventListener
    void forget(AccountEvent.Deleted gone) {
        profiles.findById(gone.account()).ifPresent(mentor -> {
            mentor.forget(gone.at());
            offers.hideAll(gone.account());
            index.put(mentor, List.of(), List.of());
        });
    }

    @EventListener
    void hide(AccountEvent.Suspended suspended) {
        profiles.findById(suspended.account()).ifPresent(mentor -> {
            mentor.hide(suspended.at());
            index.list(mentor.id());
        });
    }

    @EventListener
    void show(AccountEvent.Restored restored) {
        profiles.findById(restored.account()).ifPresent(mentor -> {
            mentor.show(restored.at());
            index.list(mentor.id());
        });
    }

    /** The account goes by another name or lives in another zone: so does the mentor, in searches. */
    @EventListener
    void follow(AccountEdited edited) {
        profiles.findById(edited.account()).ifPresent(mentor -> {
            var person = people.find(edited.account()).orElseThrow();
            mentor.isNow(person.name(), person.zone());
            index.put(mentor);
        });
    }
}

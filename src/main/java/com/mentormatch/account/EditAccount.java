package com.mentormatch.account;

import com.mentormatch.shared.PlainText;
import com.mentormatch.shared.Transactions;
import com.mentormatch.shared.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a person tells about themselves: name, zone, and how words, dates and sums are written to them. */
@Component
public class EditAccount {

    /** English is what the texts are in; the region decides how sums are written. */
    public static final List<Locale> LOCALES = List
        .of("en", "en-AU", "en-CA", "en-GB", "en-IE", "en-IN", "en-NZ", "en-US", "en-ZA")
        .stream()
        .map(Locale::forLanguageTag)
        .toList();

    private final Accounts accounts;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    EditAccount(Accounts accounts, Transactions transactions, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.events = events;
    }

    /** What is to be corrected; nothing means it is done. */
    public Set<Refusal> edit(SignedIn viewer, @Nullable String wantedName, @Nullable String wantedZone,
            @Nullable String language, Instant now) {
        var refusals = EnumSet.noneOf(Refusal.class);
        var name = PlainText.line(wantedName, SignUp.LONGEST_NAME + 1);
        SignUp.nameRefusal(name, refusals);
        var locale = Locale.forLanguageTag(language == null ? "" : language);
        if (!LOCALES.contains(locale)) {
            refusals.add(Refusal.LANGUAGE_UNKNOWN);
        }
        switch (Zones.check(wantedZone)) {
            case Zones.Unknown _ -> refusals.add(Refusal.ZONE_UNKNOWN);
            case Zones.Valid(var zone) when refusals.isEmpty() -> transactions.run(() -> {
                accounts.existing(viewer.id()).describe(name, zone, locale);
                accounts.flush();
                events.publishEvent(new AccountEdited(viewer.id(), now));
            });
            case Zones.Valid _ -> {
            }
        }
        return refusals;
    }

    /** Lives in another zone from now on. Joins the transaction it is called in. */
    public void move(AccountId id, ZoneId zone, Instant now) {
        transactions.run(() -> {
            accounts.existing(id).move(zone);
            accounts.flush();
            events.publishEvent(new AccountEdited(id, now));
        });
    }
}

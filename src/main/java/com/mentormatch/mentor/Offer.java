package com.mentormatch.mentor;

import com.mentormatch.account.AccountId;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "offer")
class Offer {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OfferId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mentor_id"))
    private AccountId mentor;

    private String title;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "VARCHAR(32)")
    private OfferKind kind;

    private int minutes;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "price_minor"))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
    private Amount price;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "VARCHAR(32)")
    private Confirmation confirmation;

    private int lateRefundPercent;
    private boolean published;
    private boolean paused;
    private UUID formToken;
    private Instant createdAt;

    @Version
    private Long version;

    protected Offer() {}

    Offer(AccountId mentor, OfferDraft draft, FormToken token, Instant now) {
        this.id = OfferId.next();
        this.mentor = mentor;
        this.formToken = token.value();
        this.createdAt = now;
        change(draft);
    }

    void change(OfferDraft draft) {
        title = draft.title();
        kind = draft.kind();
        minutes = draft.minutes();
        price = draft.price();
        confirmation = draft.confirmation();
        lateRefundPercent = draft.lateRefundPercent();
        published = draft.published();
        paused = false;
    }

    OfferId id() {
        return id;
    }

    OfferDraft draft() {
        return new OfferDraft(title, kind, minutes, price, confirmation, lateRefundPercent, published);
    }
}

package com.mentormatch.review;

import com.mentormatch.account.AccountId;
import com.mentormatch.account.SignedIn;
import com.mentormatch.booking.BookingDetails;
import com.mentormatch.booking.BookingId;
import com.mentormatch.shared.FormToken;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/**
 * What a mentee says of a session. Words and stars are never changed; it can be taken back, and then nothing of it is
 * left but the fact that it was there. Source: product.md, "After the session".
 */
@Entity
class Review implements Persistable<ReviewId> {

    @EmbeddedId
    private ReviewId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "booking_id"))
    private BookingId booking;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "mentor_id"))
    private AccountId mentor;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "author_id"))
    private AccountId author;

    private int stars;
    private String comment;
    private boolean privately;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private Instant writtenAt;
    private String reply;
    private Instant repliedAt;
    private String hiddenReason;
    private UUID formToken;

    @Version
    private Integer version;

    protected Review() {}

    Review(BookingDetails booking, Opinion opinion, FormToken token, Instant now) {
        this.id = ReviewId.next();
        this.booking = booking.id();
        this.mentor = booking.mentor();
        this.author = booking.mentee();
        this.stars = opinion.stars();
        this.comment = opinion.comment();
        this.privately = opinion.privately();
        this.standing = asWritten();
        this.writtenAt = now;
        this.formToken = token.value();
    }

    void delete() {
        standing = Standing.DELETED;
        comment = null;
        retractReply();
    }

    void reply(String text, Instant now) {
        reply = text;
        repliedAt = now;
    }

    void retractReply() {
        reply = null;
        repliedAt = null;
    }

    void hide(String reason) {
        standing = Standing.HIDDEN;
        hiddenReason = reason;
    }

    void show() {
        standing = asWritten();
        hiddenReason = null;
    }

    /** What a session was like that was paid for and given back whole does not count. */
    void refunded() {
        standing = Standing.REFUNDED;
        hiddenReason = null;
    }

    private Standing asWritten() {
        return privately ? Standing.PRIVATE : Standing.LISTED;
    }

    boolean madeBy(FormToken token) {
        return formToken.equals(token.value());
    }

    boolean isOf(SignedIn viewer) {
        return viewer.is(author);
    }

    boolean isAbout(SignedIn viewer) {
        return viewer.is(mentor);
    }

    boolean gone() {
        return standing == Standing.DELETED;
    }

    Standing standing() {
        return standing;
    }

    ReviewId id() {
        return id;
    }

    BookingId booking() {
        return booking;
    }

    AccountId mentor() {
        return mentor;
    }

    String reply() {
        return reply;
    }

    Said said() {
        return new Said(id, author, stars, comment, standing, writtenAt, reply, repliedAt, hiddenReason);
    }

    @Override
    public ReviewId getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}

package com.mentormatch.sandbox.world;

import com.mentormatch.account.AccountId;
import com.mentormatch.mentor.Confirmation;
import com.mentormatch.mentor.EditOffers;
import com.mentormatch.mentor.EditProfile;
import com.mentormatch.mentor.OfferDraft;
import com.mentormatch.mentor.OfferKind;
import com.mentormatch.mentor.OfferOutcome;
import com.mentormatch.mentor.OfferRefusal;
import com.mentormatch.mentor.ProfileText;
import com.mentormatch.shared.Amount;
import com.mentormatch.shared.FormToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mentors of the sandbox, as {@code mentors.txt} tells them. Whoever makes their accounts calls {@link #publish}. */
public final class MentorWorld {

    /** Somebody invented, before there is an account. */
    public record Invented(String name, String email, ZoneId zone, String face, ProfileText text,
            List<OfferDraft> offers) {

        /** 256 × 256 PNG, the same each time. */
        public byte[] portrait() {
            return Portrait.png(name, face);
        }
    }

    private static final Pattern BLANK = Pattern.compile("\\n\\s*\\n");

    private MentorWorld() {}

    public static List<Invented> mentors() {
        try (var file = MentorWorld.class.getResourceAsStream("mentors.txt")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return BLANK.splitAsStream(text).filter(block -> !block.startsWith("#")).map(MentorWorld::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives an account the profile and the offers, as drafts where they cannot sell; a second time changes nothing. */
    public static void publish(AccountId account, Invented mentor, EditProfile profiles, EditOffers offers,
            Instant now) {
        profiles.save(account, mentor.text, true, now);
        for (var draft : mentor.offers) {
            var token = new FormToken(
                    UUID.nameUUIDFromBytes((account + draft.title()).getBytes(StandardCharsets.UTF_8)));
            var outcome = offers.add(account, draft, token, now);
            if (outcome instanceof OfferOutcome.Refused(var reason) && reason == OfferRefusal.PAYOUTS_NEEDED) {
                outcome = offers.add(account, draft(draft), token, now);
            }
            if (!(outcome instanceof OfferOutcome.Saved)) {
                throw new IllegalStateException("Not taken: " + mentor.name + ", " + draft.title());
            }
        }
    }

    private static OfferDraft draft(OfferDraft offer) {
        return new OfferDraft(offer.title(), offer.kind(), offer.minutes(), offer.price(), offer.confirmation(),
                offer.lateRefundPercent(), false);
    }

    private static Invented read(String block) {
        var lines = block.strip().split("\\n");
        var who = fields(lines[0]);
        var languages = List.of(who.get(2).split(",\\s*"));
        var text = new ProfileText(lines[1], lines[3], lines[5], lines[4], lines[6].equals("-") ? "" : lines[6],
                List.of(lines[2].split(",\\s*")), languages);
        var offers = new ArrayList<OfferDraft>();
        for (var at = 7; at < lines.length; at++) {
            offers.add(offer(fields(lines[at])));
        }
        return new Invented(who.getFirst(), email(who.getFirst()), ZoneId.of(who.get(1)), who.get(3), text,
                List.copyOf(offers));
    }

    private static OfferDraft offer(List<String> fields) {
        var kind = fields.size() > 6 ? OfferKind.valueOf(fields.get(6)) : OfferKind.ONE_ON_ONE;
        return new OfferDraft(fields.getFirst(), kind, Integer.parseInt(fields.get(1)),
                Amount.parse(fields.get(2), fields.get(3)).orElseThrow(), Confirmation.valueOf(fields.get(4)),
                Integer.parseInt(fields.get(5)), true);
    }

    private static List<String> fields(String line) {
        return Stream.of(line.split("\\|")).map(String::strip).toList();
    }

    private static String email(String name) {
        var ascii = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("ø", "o")
            .replace("þ", "th")
            .replace("ı", "i")
            .replace("đ", "d");
        return ascii.replaceAll("[^a-z]+", ".") + "@example.com";
    }
}
